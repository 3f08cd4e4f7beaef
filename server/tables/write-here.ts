import { csvOf } from './csv.ts'
import type { Table, TableLang } from './table.ts'
import { xlsxOf } from './xlsx.ts'

/** Tables, and as what somebody wants them: CSV has room for the first alone, a workbook for all of them. */
export type TablesWish = { tables: readonly [Table, ...Table[]]; format: 'csv' | 'xlsx'; lang: TableLang }

/** Tables as a file's text or bytes, written where this is called: a long one takes seconds. */
export const writeHere = async ({ tables, format, lang }: TablesWish): Promise<string | Uint8Array> =>
  format === 'csv' ? csvOf(tables[0], lang) : xlsxOf(tables, lang)

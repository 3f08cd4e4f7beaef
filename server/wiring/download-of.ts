import type { Download, ExportWish } from '../gateway/desk/download.ts'
import { csvOf } from '../tables/csv.ts'
import type { Table } from '../tables/table.ts'
import { xlsxOf } from '../tables/xlsx.ts'

/** Tables as a file to keep: CSV has room for the first alone, a workbook for all of them. */
export const downloadOf = async (
  name: string,
  tables: readonly [Table, ...Table[]],
  { format, lang }: ExportWish,
): Promise<Download> => ({
  ...{ name, format },
  body: format === 'csv' ? csvOf(tables[0], lang) : await xlsxOf(tables, lang),
})

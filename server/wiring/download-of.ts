import type { Download, ExportWish } from '../gateway/desk/download.ts'
import type { Table } from '../tables/table.ts'
import { writeTables } from '../tables/write-tables.ts'

/** Tables as a file to keep: CSV has room for the first alone, a workbook for all of them. Throws `ExportTooLong`. */
export const downloadOf = async (
  name: string,
  tables: readonly [Table, ...Table[]],
  { format, lang }: ExportWish,
): Promise<Download> => {
  const body = await writeTables({ tables, format, lang })
  return {
    name,
    format,
    body: typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.length),
  }
}

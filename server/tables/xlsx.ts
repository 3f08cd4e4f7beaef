import { harmless } from './csv.ts'
import type { Cell, Table, TableLang } from './table.ts'

/** The longest name of a sheet, and what it may not hold (ECMA-376). */
const NAME_MAX = 31
const sheetName = (text: string): string => text.replace(/[[\]:*?/\\]/g, ' ').slice(0, NAME_MAX)

/** Characters of a column, so that nothing has to be pulled open by hand. */
const WIDTH = { least: 8, most: 48 }
const widthOf = (texts: readonly string[]): number =>
  Math.min(WIDTH.most, Math.max(WIDTH.least, ...texts.map((text) => text.length + 2)))

const cellOf = (cell: Cell) => (typeof cell === 'string' ? { value: harmless(cell), type: String } : cell)

/** Tables as one Excel workbook, a sheet each, headings bold and standing still. Texts are texts, never formulas. */
export const xlsxOf = async (tables: readonly Table[], lang: TableLang): Promise<Buffer> => {
  // Eighty files that no start of the server waits for.
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile(
    tables.map(({ name, columns, rows }) => ({
      sheet: sheetName(name[lang]),
      stickyRowsCount: 1,
      columns: columns.map((column, i) => ({
        width: widthOf([column.name[lang], ...rows.slice(0, 100).map((row) => String(row[i] ?? ''))]),
      })),
      data: [
        columns.map((column) => ({ value: harmless(column.name[lang]), fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBuffer()
}

/** The cells of one line, trimmed, or why it has none. */
export type Split = { cells: readonly string[] } | { reason: string }

/** One line of a file, counted from 1, split when somebody asks: a list of thousands is read piece by piece. */
export type Line = { line: number; split(): Split }

/**
 * A file as rows of cells: a CSV text, the first sheet of a workbook, or the rows of a program. Blank lines are left out;
 * every line knows its own number.
 */
export type Sheet = { heading: { line: number; cells: readonly string[] }; data: readonly Line[] }
/** A sheet, or why the file is none. */
export type SheetReading = Sheet | { line: number; reason: string }

/** Longer lines are not rows of an agenda; they are refused before anything reads them. */
export const LINE_MAX = 4096

/** A file that is no sheet. */
export const noSheet = (reason: string, line = 1): SheetReading => ({ line, reason })

/** Rows of cells as a sheet; the first that is not blank is the heading. Null when all are blank. */
export const sheetOf = (rows: readonly (readonly string[])[], tooLong: string): Sheet | null => {
  const lines = rows
    .map((cells, i) => ({ line: i + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [heading, ...data] = lines
  if (heading === undefined) return null
  const splitOf = (cells: readonly string[]): Split =>
    cells.reduce((sum, cell) => sum + cell.length, 0) > LINE_MAX ? { reason: tooLong } : { cells }
  return { heading, data: data.map(({ line, cells }) => ({ line, split: () => splitOf(cells) })) }
}

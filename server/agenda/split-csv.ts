import { CsvError, parse } from 'csv-parse/sync'
import { AGENDA_ROWS_MAX } from '../../protocol/commands.ts'
import { REASONS } from './reasons.ts'
import { LINE_MAX, noSheet, type SheetReading, type Split } from './sheet.ts'

/** Blank lines counted too; looked at before anything is made of them, because a line feed is a byte and its line is fifty. */
const LINES_MAX = 2 * AGENDA_ROWS_MAX

const DELIMITERS = [',', ';', '\t'] as const
const EXCEL_DELIMITER = /^sep=([,;\t])$/i

/** The cells of one line, null when its quotes are wrong. A cell cannot hold a line break: a row is a line. */
const splitLine = (line: string, delimiter: string): string[] | null => {
  // The parser takes 40 µs for each line: 20,000 at once would hold up everybody who waits for a call.
  if (!line.includes('"')) return line.split(delimiter).map((cell) => cell.trim())
  try {
    return parse(line, { delimiter, trim: true, relax_column_count: true })[0] ?? []
  } catch (trouble) {
    if (trouble instanceof CsvError) return null
    throw trouble
  }
}

/** Bytes of a picture or a program: CSV has no control characters but tab and line ends. */
const isBinary = (text: string): boolean => /[^\P{Cc}\t\n\r\u0080-\u009f]/u.test(text)

/**
 * The delimiter under which most headings are known, then the one that makes most cells; Excel in Indonesian writes
 * semicolons.
 */
const chooseDelimiter = (heading: string, knows: (heading: string) => boolean): string => {
  const tried = DELIMITERS.map((delimiter) => {
    const cells = splitLine(heading, delimiter) ?? []
    return { delimiter, known: cells.filter(knows).length, cells: cells.length }
  })
  const best = tried.reduce((now, next) => ((next.known - now.known || next.cells - now.cells) > 0 ? next : now))
  return best.delimiter
}

/**
 * A CSV text as lines of cells, each split when it is asked for. `knows` tells a heading that is one of ours. Delimiter `,` `;`
 * or tab, or as Excel's `sep=` says.
 */
export const splitCsv = (text: string, knows: (heading: string) => boolean): SheetReading => {
  const plain = text.replace(/^\ufeff/, '')
  if (isBinary(plain)) return noSheet(REASONS.notText)
  const all = plain.split(/\r\n|\n|\r/, LINES_MAX + 1)
  if (all.length > LINES_MAX) return noSheet(REASONS.tooManyRows(AGENDA_ROWS_MAX), LINES_MAX)
  const lines = all.map((content, i) => ({ line: i + 1, content })).filter(({ content }) => /[^\s,;]/.test(content))
  const excel = EXCEL_DELIMITER.exec(lines[0]?.content.trim() ?? '')
  const [first, ...data] = excel === null ? lines : lines.slice(1)
  if (first === undefined) return noSheet(REASONS.empty)
  if (first.content.length > LINE_MAX) return noSheet(REASONS.lineTooLong(LINE_MAX), first.line)
  const delimiter = excel?.[1] ?? chooseDelimiter(first.content, knows)
  const split = (content: string): Split => {
    if (content.length > LINE_MAX) return { reason: REASONS.lineTooLong(LINE_MAX) }
    const cells = splitLine(content, delimiter)
    return cells === null ? { reason: REASONS.quotes } : { cells }
  }
  const heading = split(first.content)
  return {
    heading: { line: first.line, cells: 'cells' in heading ? heading.cells : [] },
    data: data.map(({ line, content }) => ({ line, split: () => split(content) })),
  }
}

import { CsvError, parse } from 'csv-parse/sync'
import type { AgendaRow } from '../../protocol/commands.ts'
import type { DayStamp } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { BadLine } from '../../protocol/problem.ts'
import { type Cells, readCells, type ServiceNames } from './read-cells.ts'
import { REASONS } from './reasons.ts'

/** The most rows of one file: they enter in one command, all or none (`ImportAgenda`). */
export const ROWS_MAX = 5000
/** Longer lines are not rows of an agenda; they are refused before anything reads them. */
export const LINE_MAX = 4096

/** A row with the line of the file it stands in, counted from 1. */
export type NumberedRow = AgendaRow & { line: number }
/** The rows that may enter and every line that may not. */
export type ParsedAgenda = { rows: NumberedRow[]; bad: BadLine[] }

/** What the columns may be called. The first name of each is the one that reports use. */
const HEADINGS: Record<keyof Cells, readonly [string, ...string[]]> = {
  code: ['kode', 'code', 'kode booking', 'booking code'],
  day: ['tanggal', 'day', 'date', 'hari'],
  window: ['jam', 'window', 'waktu'],
  service: ['layanan', 'service', 'jenis layanan'],
  status: ['status'],
  priority: ['prioritas', 'priority'],
  party: ['rombongan', 'keluarga', 'akun', 'party', 'family', 'account'],
  bookingNo: ['nomor urut', 'nomor booking', 'no booking', 'booking number'],
}
const COLUMNS = ['code', 'day', 'window', 'service', 'status', 'priority', 'party', 'bookingNo'] as const
const NEEDED = ['code', 'day', 'window', 'service'] as const
const DELIMITERS = [',', ';', '\t'] as const
const EXCEL_DELIMITER = /^sep=([,;\t])$/i

/** The name that reports use for a column. */
const named = (column: keyof Cells): string => HEADINGS[column][0]

/** The cells of one line, null when its quotes are wrong. A cell cannot hold a line break: a row is a line. */
const splitLine = (line: string, delimiter: string): string[] | null => {
  // The parser takes 40 µs for each line: 5,000 at once would hold up everybody who waits for a call.
  if (!line.includes('"')) return line.split(delimiter)
  try {
    return parse(line, { delimiter, trim: true, relax_column_count: true })[0] ?? []
  } catch (trouble) {
    if (trouble instanceof CsvError) return null
    throw trouble
  }
}

const plainHeading = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

/** Which column each cell of the heading is, null for those that nobody reads (names, telephone numbers). */
const readHeading = (line: string, delimiter: string): (keyof Cells | null)[] =>
  (splitLine(line, delimiter) ?? []).map(
    (text) => COLUMNS.find((column) => HEADINGS[column].includes(plainHeading(text))) ?? null,
  )

/** The delimiter under which most headings are known; Excel in Indonesian writes semicolons. */
const chooseHeading = (line: string, delimiters: readonly string[]) => {
  const known = (columns: readonly (keyof Cells | null)[]) => columns.filter((column) => column !== null).length
  return delimiters
    .map((delimiter) => ({ delimiter, columns: readHeading(line, delimiter) }))
    .reduce((best, next) => (known(next.columns) > known(best.columns) ? next : best))
}

const headingProblems = (line: number, columns: readonly (keyof Cells | null)[], dayIsGiven: boolean): BadLine[] => [
  ...NEEDED.filter((column) => !columns.includes(column) && !(column === 'day' && dayIsGiven)).map((column) => ({
    line,
    column: named(column),
    reason: REASONS.missingHeading(HEADINGS[column].join(', ')),
  })),
  ...COLUMNS.filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column)).map((column) => ({
    line,
    column: named(column),
    reason: REASONS.repeatedHeading,
  })),
]

/** Bytes of a workbook or a picture: CSV has no control characters but tab and line ends. */
const isBinary = (text: string): boolean => /[^\P{Cc}\t\n\r\u0080-\u009f]/u.test(text)

const refuseFile = (reason: string, line = 1): ParsedAgenda => ({ rows: [], bad: [{ line, column: '', reason }] })

/**
 * Reads an agenda as a CSV text. Columns are found by their headings, Indonesian or English, in any order; others are
 * not looked at. Delimiter `,` `;` or tab. Windows are clock times in the office's `zone` and become instants.
 *
 * With `day` rows of another day are bad, and the column may be left out. Every line that is not blank becomes a row or
 * at least one `BadLine`; a file that is no agenda at all becomes one or two. Never throws.
 */
export const parseAgenda = (
  text: string,
  { zone, services, day }: { zone: Office['zone']; services: readonly ServiceNames[]; day: DayStamp | null },
): ParsedAgenda => {
  const plain = text.replace(/^\ufeff/, '')
  if (isBinary(plain)) return refuseFile(REASONS.notText)
  const lines = plain
    .split(/\r\n|\n|\r/)
    .map((content, i) => ({ line: i + 1, content }))
    .filter(({ content }) => /[^\s,;]/.test(content))
  const excel = EXCEL_DELIMITER.exec(lines[0]?.content.trim() ?? '')
  const [heading, ...data] = excel === null ? lines : lines.slice(1)
  if (heading === undefined) return refuseFile(REASONS.empty)
  if (heading.content.length > LINE_MAX) return refuseFile(REASONS.lineTooLong(LINE_MAX), heading.line)

  const { delimiter, columns } = chooseHeading(heading.content, excel?.[1] === undefined ? DELIMITERS : [excel[1]])
  const missing = headingProblems(heading.line, columns, day !== null)
  if (missing.length > 0) return { rows: [], bad: missing }
  const [over] = data.slice(ROWS_MAX)
  if (over !== undefined) return refuseFile(REASONS.tooManyRows(ROWS_MAX), over.line)

  const rows: NumberedRow[] = []
  const bad: BadLine[] = []
  const firstLines = new Map<string, number>()
  const readRow = readCells({ zone, services, day })
  for (const { line, content } of data) {
    const report = (column: string, reason: string) => bad.push({ line, column, reason })
    if (content.length > LINE_MAX) {
      report('', REASONS.lineTooLong(LINE_MAX))
      continue
    }
    const found = splitLine(content, delimiter)
    if (found === null) {
      report('', REASONS.quotes)
      continue
    }
    if (found.slice(columns.length).some((cell) => cell.trim() !== '')) {
      report('', REASONS.tooManyCells)
      continue
    }
    const cellOf = (column: keyof Cells): string => found[columns.indexOf(column)]?.trim() ?? ''
    const { row, mistakes } = readRow({
      code: cellOf('code'),
      day: columns.includes('day') ? cellOf('day') : (day ?? ''),
      window: cellOf('window'),
      service: cellOf('service'),
      status: cellOf('status'),
      priority: cellOf('priority'),
      party: cellOf('party'),
      bookingNo: cellOf('bookingNo'),
    })
    for (const { column, reason } of mistakes) report(named(column), reason)
    if (row === null) continue
    // The office knows a booking by its code alone, so a second day is no second booking.
    const first = firstLines.get(row.code)
    if (first === undefined) {
      firstLines.set(row.code, line)
      rows.push({ ...row, line })
    } else report(named('code'), REASONS.codeRepeated(first))
  }
  return { rows, bad }
}

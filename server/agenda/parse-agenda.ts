import { setImmediate } from 'node:timers/promises'
import { AGENDA_ROWS_MAX, type AgendaRow } from '../../protocol/commands.ts'
import type { DayStamp } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { AgendaColumn, AgendaColumns } from '../../protocol/office-rules.ts'
import type { BadLine } from '../../protocol/problem.ts'
import { headingProblems, nameOf, readHeadings } from './columns.ts'
import { readCells, type ServiceNames } from './read-cells.ts'
import { REASONS } from './reasons.ts'
import type { SheetReading } from './sheet.ts'

/** Lines that are read in one go, in some milliseconds; between two of them the office goes on. */
const LINES_AT_ONCE = 250

/** A row with the line of the file it stands in, counted from 1. */
export type NumberedRow = AgendaRow & { line: number }
/** The rows that may enter and every line that may not. */
export type ParsedAgenda = { rows: NumberedRow[]; bad: BadLine[] }

/** What of the office a file is read with. With `day` rows of another day are bad, and the column may be left out. */
export type AgendaReader = {
  zone: Office['zone']
  services: readonly ServiceNames[]
  day: DayStamp | null
  /** The office's own headings. */
  columns?: AgendaColumns | undefined
}

const refuseFile = (reason: string, line: number): ParsedAgenda => ({ rows: [], bad: [{ line, column: '', reason }] })

/**
 * Reads an agenda. Columns are found by their headings, Indonesian, English or the office's own, in any order; others are not
 * looked at. Windows are clock times in the office's `zone` and become instants.
 *
 * Every line becomes a row or at least one `BadLine`; a file that is no agenda at all becomes one or two. Never rejects.
 * Thousands of lines are read in pieces, so that nobody waits for them.
 */
export const parseAgenda = async (
  sheet: SheetReading,
  { zone, services, day, columns: own }: AgendaReader,
): Promise<ParsedAgenda> => {
  if ('reason' in sheet) return refuseFile(sheet.reason, sheet.line)
  const { heading, data } = sheet
  const columns = readHeadings(heading.cells, own)
  const missing = headingProblems(heading.line, columns, day !== null)
  if (missing.length > 0) return { rows: [], bad: missing }
  const over = data[AGENDA_ROWS_MAX]
  if (over !== undefined) return refuseFile(REASONS.tooManyRows(AGENDA_ROWS_MAX), over.line)

  const rows: NumberedRow[] = []
  const bad: BadLine[] = []
  const firstLines = new Map<string, number>()
  const readRow = readCells({ zone, services, day })
  const place = (column: AgendaColumn): number => columns.indexOf(column)
  const places = {
    ...{ code: place('code'), day: place('day'), window: place('window'), until: place('until') },
    ...{ service: place('service'), status: place('status'), priority: place('priority') },
    ...{ party: place('party'), bookingNo: place('bookingNo') },
  }
  for (const [i, { line, split }] of data.entries()) {
    if (i % LINES_AT_ONCE === LINES_AT_ONCE - 1) await setImmediate()
    const report = (column: string, reason: string) => bad.push({ line, column, reason })
    const found = split()
    if ('reason' in found) {
      report('', found.reason)
      continue
    }
    const { cells } = found
    if (cells.slice(columns.length).some((cell) => cell !== '')) {
      report('', REASONS.tooManyCells)
      continue
    }
    const { row, mistakes } = readRow({
      code: cells[places.code] ?? '',
      day: places.day < 0 ? (day ?? '') : (cells[places.day] ?? ''),
      window: cells[places.window] ?? '',
      until: cells[places.until] ?? '',
      service: cells[places.service] ?? '',
      status: cells[places.status] ?? '',
      priority: cells[places.priority] ?? '',
      party: cells[places.party] ?? '',
      bookingNo: cells[places.bookingNo] ?? '',
    })
    for (const { column, reason } of mistakes) report(nameOf(column), reason)
    if (row === null) continue
    // The office knows a booking by its code alone, so a second day is no second booking.
    const first = firstLines.get(row.code)
    if (first === undefined) {
      firstLines.set(row.code, line)
      rows.push({ ...row, line })
    } else report(nameOf('code'), REASONS.codeRepeated(first))
  }
  return { rows, bad }
}

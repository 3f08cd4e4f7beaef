import { AgendaColumn, type AgendaColumns } from '../../protocol/office-rules.ts'
import type { BadLine } from '../../protocol/problem.ts'
import { REASONS } from './reasons.ts'

/** What the columns may be called. The first name of each is the one that reports use. */
const HEADINGS: Record<AgendaColumn, readonly [string, ...string[]]> = {
  code: ['kode', 'code', 'kode booking', 'booking code'],
  day: ['tanggal', 'day', 'date', 'hari'],
  window: ['jam', 'window', 'waktu', 'jam mulai', 'start'],
  until: ['jam selesai', 'until', 'end'],
  service: ['layanan', 'service', 'jenis layanan'],
  status: ['status'],
  priority: ['prioritas', 'priority'],
  party: ['rombongan', 'keluarga', 'akun', 'party', 'family', 'account'],
  bookingNo: ['nomor urut', 'nomor booking', 'no booking', 'booking number'],
}
const NEEDED = ['code', 'day', 'window', 'service'] as const

/** The name that reports use for a column. */
export const nameOf = (column: AgendaColumn): string => HEADINGS[column][0]

const plainHeading = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

/**
 * Which column each heading of a file is, null for those that nobody reads (names, telephone numbers). A heading that the
 * office said something about (`own`) is that; only a column whose own heading this file lacks goes by its usual names.
 */
export const readHeadings = (headings: readonly string[], own: AgendaColumns = {}): (AgendaColumn | null)[] => {
  const plain = headings.map(plainHeading)
  const said = AgendaColumn.options.flatMap((column) => {
    const heading = plainHeading(own[column] ?? '')
    return heading !== '' && plain.includes(heading) ? [{ column, heading }] : []
  })
  return plain.map((heading) => {
    const ofOffice = said.find((each) => each.heading === heading)
    if (ofOffice !== undefined) return ofOffice.column
    const usual = AgendaColumn.options.find((column) => HEADINGS[column].includes(heading)) ?? null
    return said.some(({ column }) => column === usual) ? null : usual
  })
}

/** Every column that is missing or there twice, as lines of the report. `day` may be missing where the day is given. */
export const headingProblems = (
  line: number,
  columns: readonly (AgendaColumn | null)[],
  dayIsGiven: boolean,
): BadLine[] => [
  ...NEEDED.filter((column) => !columns.includes(column) && !(column === 'day' && dayIsGiven)).map((column) => ({
    line,
    column: nameOf(column),
    reason: REASONS.missingHeading(HEADINGS[column].join(', ')),
  })),
  ...AgendaColumn.options
    .filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column))
    .map((column) => ({ line, column: nameOf(column), reason: REASONS.repeatedHeading })),
]

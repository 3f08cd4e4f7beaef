import { Temporal } from 'temporal-polyfill'
import type { AgendaRow } from '../../protocol/commands.ts'
import type { DayStamp, Window } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { REASONS } from './reasons.ts'

/** A service of the office: its id and what people call it, in either language. */
export type ServiceNames = { id: string; names: readonly string[] }

/** The texts of one line by column, trimmed; '' where the line has none. */
export type Cells = {
  code: string
  day: string
  window: string
  /** The end of the window, where a file has it in a column of its own. */
  until: string
  service: string
  status: string
  priority: string
  party: string
  bookingNo: string
}

type Mistake = { column: keyof Cells; reason: string }
/** What a cell means, or why it means nothing. */
type Reading<T> = { value: T } | { reason: string }

const CODE_MAX = 64
const STATUS: Readonly<Record<string, AgendaRow['status']>> = {
  '': 'booked',
  booked: 'booked',
  terjadwal: 'booked',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  batal: 'cancelled',
  dibatalkan: 'cancelled',
  unpaid: 'unpaid',
  'belum bayar': 'unpaid',
  'belum dibayar': 'unpaid',
  moved: 'moved',
  rescheduled: 'moved',
  dipindah: 'moved',
  'pindah jadwal': 'moved',
  'ganti jadwal': 'moved',
}
const PRIORITY: Readonly<Record<string, boolean>> = {
  ...{ '': false, ya: true, yes: true, true: true },
  ...{ tidak: false, no: false, false: false },
}

const plainWords = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

const readWord = <T>(table: Readonly<Record<string, T>>, text: string, reason: string): Reading<T> => {
  const word = plainWords(text)
  const value = Object.hasOwn(table, word) ? table[word] : undefined
  return value === undefined ? { reason } : { value }
}

/** Scans are matched in capitals, so codes are kept in capitals. */
const readCode = (text: string): Reading<string> => {
  if (text === '') return { reason: REASONS.codeMissing }
  if (text.length > CODE_MAX) return { reason: REASONS.codeTooLong(CODE_MAX) }
  return /^[\x21-\x7e]+$/.test(text) ? { value: text.toUpperCase() } : { reason: REASONS.codeMarks }
}

/** What a family has in common: an account or a code, in capitals like a code; undefined for somebody alone. */
const readParty = (text: string): Reading<string | undefined> => {
  if (text === '') return { value: undefined }
  return text.length > CODE_MAX ? { reason: REASONS.partyTooLong(CODE_MAX) } : { value: text.toUpperCase() }
}

/** Digits that a number holds exactly. */
const BOOKING_NO = /^\d{1,15}$/
const readBookingNo = (text: string): Reading<number | undefined> => {
  if (text === '') return { value: undefined }
  return BOOKING_NO.test(text) ? { value: Number(text) } : { reason: REASONS.bookingNo }
}

/** Years outside are typing mistakes. */
const YEARS = { first: 2000, last: 2199 }
const YEAR_FIRST = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<date>\d{1,2})$/
const DATE_FIRST = /^(?<date>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})$/

/** Excel's own count of days where a cell was not marked as a date: 25,569 is 1970-01-01 (ECMA-376, 18.17.4.1). */
const SERIAL = /^\d{5}$/
const SERIAL_OF_1970 = 25_569

/** A clock behind a date says nothing of the day. */
const AND_CLOCK = /[ T]\d{1,2}[.:]\d{2}(?:[.:]\d{2}(?:\.\d+)?)?Z?$/

const readDay = (text: string): Reading<DayStamp> => {
  const date = SERIAL.test(text)
    ? new Date((Number(text) - SERIAL_OF_1970) * 86_400_000).toISOString().slice(0, 10)
    : text.replace(AND_CLOCK, '')
  const parts = (YEAR_FIRST.exec(date) ?? DATE_FIRST.exec(date))?.groups
  if (parts === undefined) return { reason: REASONS.day }
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.date)]
  if (year < YEARS.first || year > YEARS.last || month < 1 || day < 1) return { reason: REASONS.dayImpossible }
  // Pulled into the calendar by Temporal: a day that had to be moved does not exist.
  const real = Temporal.PlainDate.from({ year, month, day })
  return real.month === month && real.day === day ? { value: real.toString() } : { reason: REASONS.dayImpossible }
}

const CLOCK = /^(\d{1,2})[.:](\d{2})(?:[.:]00)?$/
const BETWEEN = /\s*(?:[-\u2010-\u2015\u2212]|s\/d|s\.d\.|sampai)\s*/i
/** A part of a day, as Excel keeps a time whose cell is not marked as one: 0.4166… is 10.00. */
const FRACTION = /^0?[.,]\d{2,}$/
/** A time that carries its day, from a cell that holds both. */
const DATE_BEFORE = /^\d{4}-\d{2}-\d{2}[ T](?=\d{1,2}[.:]\d{2})/

/** Minutes after midnight. */
const readClock = (text: string): Reading<number> => {
  if (FRACTION.test(text)) return { value: Math.round(Number(`0.${text.replace(/^0?[.,]/, '')}`) * 1440) }
  const found = CLOCK.exec(text.replace(DATE_BEFORE, ''))
  if (found === null) return { reason: REASONS.window }
  const [hour = 0, minute = 0] = found.slice(1).map(Number)
  return hour > 23 || minute > 59 ? { reason: REASONS.windowImpossible } : { value: hour * 60 + minute }
}

type Clocks = { startMin: number; endMin: number }

/** Minutes after midnight of both ends, `[start, end)`: `10.00-11.00` in one cell, or its end in `until`. */
const readClocks = (text: string, until: string): Reading<Clocks> => {
  const plain = text.replace(DATE_BEFORE, '')
  const [from = '', ...rest] = FRACTION.test(plain) ? [plain] : plain.split(BETWEEN)
  const to = rest.length > 0 ? rest.join('-') : until
  const start = readClock(from)
  if ('reason' in start) return start
  if (to === '') return { reason: REASONS.windowEndMissing }
  const end = readClock(to)
  if ('reason' in end) return end
  // "11.01–12.00" is the window after 11.00 in the app's writing: it starts at 11.00.
  const startMin = start.value % 60 === 1 ? start.value - 1 : start.value
  return startMin < end.value ? { value: { startMin, endMin: end.value } } : { reason: REASONS.windowBackwards }
}

/** Reads each text once: a file has thousands of lines, a few days and a few windows. */
const remembered = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const value = read(text)
    known.set(text, value)
    return value
  }
}

/** Instants of a clock window on a day in the zone. No zone of the country changes its clock within a day. */
const instantsOf = (midnightAt: number, { startMin, endMin }: Clocks): Window => ({
  startAt: midnightAt + startMin * 60_000,
  endAt: midnightAt + endMin * 60_000,
})

/**
 * Makes the reader of one file's lines: cells → the row, or null with every mistake. `zone` is the office's; with `day`
 * rows of other days are mistakes.
 */
export const readCells = (what: { zone: Office['zone']; services: readonly ServiceNames[]; day: DayStamp | null }) => {
  const { zone, services, day } = what
  const serviceByWords = new Map(
    services.flatMap(({ id, names }) => [id, ...names].map((name) => [plainWords(name), id] as const)),
  )
  const serviceReason = REASONS.service(services.map(({ id, names }) => names[0] ?? id).join(', '))
  const midnightOf = remembered((of: DayStamp) => Temporal.PlainDate.from(of).toZonedDateTime(zone).epochMilliseconds)
  const readService = remembered((text): Reading<string> => {
    const id = serviceByWords.get(plainWords(text))
    return id === undefined ? { reason: serviceReason } : { value: id }
  })
  const readWindow = remembered((both) => {
    const [text = '', until = ''] = both.split('\n')
    return readClocks(text, until)
  })
  const readOwnDay = remembered((text): Reading<DayStamp> => {
    const found = readDay(text)
    return 'value' in found && day !== null && found.value !== day ? { reason: REASONS.dayWrong(day) } : found
  })

  return (cells: Cells): { row: AgendaRow | null; mistakes: Mistake[] } => {
    const mistakes: Mistake[] = []
    const take = <T>(column: keyof Cells, reading: Reading<T>): T | null => {
      if ('value' in reading) return reading.value
      mistakes.push({ column, reason: reading.reason })
      return null
    }
    const nothing = { row: null, mistakes }
    const code = take('code', readCode(cells.code))
    const ownDay = take('day', readOwnDay(cells.day))
    const clocks = take('window', readWindow(`${cells.window}\n${cells.until}`))
    const service = take('service', readService(cells.service))
    const status = take('status', readWord(STATUS, cells.status, REASONS.status))
    const priority = take('priority', readWord(PRIORITY, cells.priority, REASONS.priority))
    const party = take('party', readParty(cells.party))
    const bookingNo = take('bookingNo', readBookingNo(cells.bookingNo))
    const window = ownDay === null || clocks === null ? null : instantsOf(midnightOf(ownDay), clocks)
    if (code === null || ownDay === null || window === null || service === null || status === null) return nothing
    if (priority === null || party === null || bookingNo === null) return nothing
    const row = {
      code,
      day: ownDay,
      window,
      service,
      status,
      priority,
      ...(party === undefined ? {} : { party }),
      ...(bookingNo === undefined ? {} : { bookingNo }),
    }
    return { row, mistakes }
  }
}

import type { Slip } from '../protocol/views.ts'
import { plainLines, plainText } from './plain-text.ts'
import { clockTime, dayWords, rangeTime, verdictSentence, windowTime } from './slip-texts.ts'

/** Characters of one row that look alike. `size` 1–8 multiplies both width and height; one takes `size` columns. */
export type Span = { text: string; size: number; bold: boolean; reverse: boolean }

/** One row of the paper, not yet bytes. The spans of a text row never take more than the paper's columns. */
export type SlipLine =
  | { kind: 'text'; align: 'left' | 'center'; spans: Span[] }
  | { kind: 'rule' }
  | { kind: 'gap' }
  | { kind: 'qr'; text: string }
  | { kind: 'cut' }

type Look = { size?: number; bold?: boolean; reverse?: boolean }

const span = (text: string, { size = 1, bold = false, reverse = false }: Look = {}): Span => ({
  text,
  size,
  bold,
  reverse,
})
const left = (...spans: Span[]): SlipLine => ({ kind: 'text', align: 'left', spans })
const center = (...spans: Span[]): SlipLine => ({ kind: 'text', align: 'center', spans })
const blank = (columns: number): Span => span(' '.repeat(Math.max(0, columns)))
const RULE: SlipLine = { kind: 'rule' }
const GAP: SlipLine = { kind: 'gap' }

/** `head` at the left edge and `tail` at the right one, on two rows where one is too narrow. */
const spread = (head: Span[], tail: string, columns: number, look: Look = {}): SlipLine[] => {
  const free = columns - head.reduce((sum, part) => sum + part.text.length * part.size, 0)
  if (tail === '') return [left(...head)]
  if (tail.length < free) return [left(...head, blank(free - tail.length), span(tail, look))]
  return [left(...head), ...plainLines(tail, columns).map((text) => left(span(text, look)))]
}

/** `label` in its own column, `text` folded beside it. */
const labelled = (label: string, text: string, columns: number, look: Look = {}): SlipLine[] =>
  plainLines(text, columns - label.length).map((line, i) =>
    left(span((i === 0 ? label : ' '.repeat(label.length)) + line, look)),
  )

const laneRow = (slip: Slip, columns: number): SlipLine[] => {
  const letter = span(` ${plainText(slip.lane.letter, 1)} `, { bold: true, reverse: true })
  const lane = plainText(slip.lane.name.id.toUpperCase(), columns - 4)
  return spread([letter, span(` ${lane}`, { bold: true })], plainText(slip.service.id), columns, { bold: true })
}

/** As large as fits with a column to spare at each side: ×8 on 48 and 42 columns, ×7 on 32. */
const numberRow = (slip: Slip, columns: number): SlipLine => {
  const number = plainText(slip.number)
  const size = Math.max(1, Math.min(8, Math.floor((columns - 2) / number.length)))
  return center(span(number, { size, bold: true }))
}

/** The right column: the likely call, and where none is known the turn, which does not change. */
const turnTime = (slip: Slip): [label: string, time: string] =>
  slip.range !== null
    ? ['PERKIRAAN DIPANGGIL', rangeTime(slip.range, slip.zone)]
    : slip.priority
      ? ['PANGGILAN MULAI', clockTime(Math.max(slip.callableFromAt, slip.checkedInAt), slip.zone)]
      : ['GILIRAN DIHITUNG', clockTime(slip.turnAt, slip.zone)]

/** Columns that `10.00-11.00` takes in double width, and the least between it and what stands beside it. */
const HOUR_COLUMNS = 22
const BETWEEN = 2

const timeRows = (slip: Slip, columns: number): SlipLine[] => {
  const hour = slip.window === null ? 'TANPA JANJI' : windowTime(slip.window, slip.zone)
  const [label, time] = turnTime(slip)
  const big = { size: 2, bold: true }
  if (columns < HOUR_COLUMNS + BETWEEN + 2 * time.length || columns < HOUR_COLUMNS + label.length)
    return [left(span('JAM ANDA')), left(span(hour, big)), left(span(label)), left(span(time, big))]
  const right = Math.max(HOUR_COLUMNS + BETWEEN, columns - HOUR_COLUMNS)
  return [
    left(span('JAM ANDA'.padEnd(right) + label)),
    left(span(hour, big), blank(right - 2 * hour.length), span(time, big)),
  ]
}

const documentRows = (slip: Slip, columns: number): SlipLine[] => {
  if (slip.documents.length === 0) return []
  const rows = slip.documents.flatMap((document) =>
    plainLines(document.id, columns - 4).map((line, i) => left(span((i === 0 ? '[ ] ' : '    ') + line))),
  )
  return [left(span('SIAPKAN DOKUMEN ASLI', { bold: true })), ...rows, RULE]
}

const statusAddress = (slip: Slip, address: string): string => new URL(slip.statusPath, address).href

/**
 * The paper of one ticket, row by row, for `columns` characters of font A (32, 42 or 48). `address` is the office's own
 * origin as phones reach it, `http://192.168.1.10:8080`; the QR leads from there to the ticket's page. Indonesian only,
 * printable ASCII only, times in the slip's zone. Holds no name, no booking code and no reason for priority.
 * Throws when `address` is not a URL: that is a mistake in the configuration.
 */
export function slipLines(slip: Slip, columns: number, address: string): SlipLine[] {
  const sentence = (text: string) => plainLines(text, columns)
  return [
    ...sentence(slip.office.toUpperCase()).map((text) => center(span(text, { bold: true }))),
    ...spread([span(dayWords(slip.day))], `Datang ${clockTime(slip.checkedInAt, slip.zone)}`, columns),
    RULE,
    ...laneRow(slip, columns),
    ...(slip.mark === 'reprint' ? [GAP, center(span('  CETAK ULANG  ', { bold: true, reverse: true }))] : []),
    GAP,
    numberRow(slip, columns),
    GAP,
    ...timeRows(slip, columns),
    GAP,
    ...sentence(verdictSentence(slip)).map((text) => left(span(text))),
    GAP,
    ...labelled('TUNGGU  ', slip.waitAt.id, columns, { bold: true }),
    ...labelled('TAHAP   ', slip.stage.id, columns),
    RULE,
    ...documentRows(slip, columns),
    { kind: 'qr', text: statusAddress(slip, address) },
    ...sentence('Pindai untuk melihat giliran Anda di ponsel.').map((text) => center(span(text))),
    ...sentence('Tiket ini hanya memuat nomor. Berlaku hari ini.').map((text) => center(span(text))),
    { kind: 'cut' },
  ]
}

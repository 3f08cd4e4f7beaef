import type { DeviceStatus } from '../../protocol/commands.ts'
import type { PrinterModel } from '../model.ts'
import { RULERS } from './test-page.ts'
import type { Seen } from './transcript.ts'

/** What a unit said of itself (GS I 65–69); null where it said nothing. */
export type Names = Record<'firmware' | 'maker' | 'model' | 'serial' | 'language', string | null>

/** What was found out by asking. Null: not asked, because the bytes could have come out as letters. */
export type Findings = {
  /** By DLE EOT 1–4; null for a unit that does not answer them all. */
  status: DeviceStatus | null
  /** The slowest of those answers, ms. */
  slowestMs: number
  /** It has paper near its end now, so it has the sensor for it. */
  sensesLow: boolean
  names: Names
  /** The byte of GS I 2. */
  type: number | null
  /** Answers GS r 1. */
  fence: boolean
  /** Answers Custom's full status, so it has a mouth that holds papers. */
  mouth: boolean
  asb: boolean | null
  processId: boolean | null
}

/** Makers whose GS a, GS ( H and type byte are as Epson's reference has them. */
const BY_THE_BOOK = /^(epson|bixolon)/i

/** Whether the unit names a maker of those that have automatic status and process ids, so that it may be asked for them. */
export const isByTheBook = ({ maker }: Names): boolean => maker !== null && BY_THE_BOOK.test(maker)

/** What fits whatever it is: narrow rows, pictures in place of codes, no command that only some know. */
const SAFE: PrinterModel = {
  ...{ name: 'Unknown printer', dots: 384, dpi: 203, columns: 32, codePage: 0, qr: 'raster' },
  ...{ cutter: { command: 'GS V', feedRows: 4 }, presenter: false, asb: false, processId: false, nearEnd: false },
}

/**
 * Rows by the widest ruler. With 42 the dots of 180 dpi, which also fit the 546 of 203 dpi; slips have 48 columns at most.
 */
const WIDTHS: Record<(typeof RULERS)[number], Pick<PrinterModel, 'columns' | 'dots' | 'dpi'>> = {
  32: { columns: 32, dots: 384, dpi: 203 },
  42: { columns: 42, dots: 512, dpi: 180 },
  48: { columns: 48, dots: 576, dpi: 203 },
  64: { columns: 48, dots: 768, dpi: 203 },
}

/** The model to begin with: one of `known` that bears one of these names, whatever its letters' case; else the safe one. */
export const chooseBase = (names: Names, given: string | null, known: readonly PrinterModel[]): PrinterModel => {
  const spoken = names.maker === null ? [] : [`${names.maker} ${names.model ?? ''}`.trim()]
  const wanted = [...spoken, ...(given === null ? [] : [given])].map((name) => name.toLowerCase())
  return known.find(({ name }) => wanted.includes(name.toLowerCase())) ?? SAFE
}

/** The widest ruler that was whole, null when none was or none was printed. */
const widthSeen = (seen: Seen) => {
  const whole = RULERS.filter((columns) => seen[`ruler-${columns}`] === true).at(-1)
  return whole === undefined ? null : WIDTHS[whole]
}

/** The knife: what the eye saw, else what the unit says of itself, else what its kind has. */
const chooseCutter = (base: PrinterModel, found: Findings, seen: Seen): PrinterModel['cutter'] => {
  const feedRows = found.mouth ? 0 : (base.cutter?.feedRows ?? 4)
  const first = found.mouth ? 'ESC i' : 'GS V'
  if (seen.cut === true) return { command: first, feedRows }
  if (seen['cut-again'] === true) return { command: found.mouth ? 'GS V' : 'ESC i', feedRows }
  if (seen.cut === false && seen['cut-again'] === false) return null
  const saysNone = base === SAFE && isByTheBook(found.names) && found.type !== null && (found.type & 0x02) === 0
  if (saysNone) return null
  return base === SAFE ? { command: first, feedRows } : base.cutter
}

/**
 * The profile of a unit from what it answered and what a person saw of the test page; where neither says anything, what
 * its kind has, and for an unknown kind what is safe with any. `name` is the person's own name for it.
 */
export const chooseProfile = (given: {
  found: Findings
  seen: Seen | null
  name: string | null
  known: readonly PrinterModel[]
}): PrinterModel => {
  const { found, name, known } = given
  const seen = given.seen ?? {}
  const base = chooseBase(found.names, name, known)
  const spoken = [found.names.maker, found.names.model].filter((part) => part !== null).join(' ')
  const width = widthSeen(seen)
  // The kind knows its dots better than the ruler: 42 columns may be 512 dots or 546.
  const same = width === null || (base !== SAFE && width.columns === base.columns)
  return {
    ...base,
    ...(same ? {} : width),
    name: (name ?? (base === SAFE && spoken !== '' ? spoken : base.name)).slice(0, 60),
    qr: seen['native-qr'] === undefined ? base.qr : seen['native-qr'] ? 'native' : 'raster',
    cutter: chooseCutter(base, found, seen),
    presenter: found.mouth || base.presenter,
    asb: found.asb ?? false,
    processId: found.processId ?? false,
    nearEnd: found.sensesLow || base.nearEnd,
  }
}

/** What was found and what was not, a sentence each, for the person beside the printer. */
export const describeProfile = (found: Findings, seen: Seen | null, base: PrinterModel): string[] => {
  const { status, slowestMs, names, fence, mouth, asb, processId } = found
  if (status === null)
    return [
      'It does not answer questions about its state, so its papers cannot be proven: the kiosk asks the visitor.',
      ...(seen === null ? ['It was not asked for anything else. With --print a person says what it can do.'] : []),
    ]
  const spoken = Object.values(names).filter((text) => text !== null && text !== '')
  const known = (word: string, can: boolean | null) =>
    `${word}: ${can === null ? 'not asked, taken as no (ask with --print)' : can ? 'yes' : 'no'}.`
  const by = seen === null ? 'taken from its kind, not looked at (look with --print)' : 'as you saw it'
  return [
    `State: ${status}, answered within ${slowestMs} ms.`,
    `It calls itself: ${spoken.length === 0 ? 'nothing' : spoken.join(', ')}.`,
    `Its kind: ${base === SAFE ? 'not one that Antrean knows; what is not found out is taken as safe for any' : base.name}.`,
    known('Says by itself what happens to it (GS a)', asb),
    known('Says which paper is done (GS ( H)', processId),
    known('Says how far it has read (GS r)', fence),
    known('Holds papers in its mouth', mouth),
    `Columns, QR and knife: ${by}.`,
    ...(seen?.['native-qr'] === false && seen['raster-qr'] === false ? ['It draws no QR at all.'] : []),
  ]
}

import { z } from 'zod'
import { LaneLetter, Place, Slug, Words } from './ids.ts'

/** The outline a lane is known by, besides its letter: it differs in touch and print. */
export const LaneShape = z.enum([
  'circle',
  'diamond',
  'arrow',
  'square',
  'hexagon',
  'triangle',
  'octagon',
  'parallelogram',
])

const Lane = z.strictObject({
  letter: LaneLetter,
  name: Words,
  shape: LaneShape,
  /** `walk-in` is the lane of those without a (still valid) appointment; exactly one lane is. */
  kind: z.enum(['regular', 'priority', 'percepatan', 'walk-in', 'pickup']),
})

const Stage = z.strictObject({
  id: Slug,
  name: Words,
  /** Where to wait for this stage: room and floor, as on the door signs. */
  waitAt: Words,
  /** What a case is expected to take, for the counter's clock. */
  standardMin: z.number().min(1).max(120),
})

const Service = z.strictObject({
  id: Slug,
  name: Words,
  lane: LaneLetter,
  /** Ordered stages. */
  journey: z.array(Slug).min(1).max(8),
  /** Originals to bring, one line each. */
  documents: z.array(Words).max(8),
})

const Counter = z.strictObject({
  number: z.int().min(1).max(99),
  /** Stages it may serve; staff choose among them when they open the counter. */
  stages: z.array(Slug).min(1).max(8),
  /** Stages it helps out with when nothing of its own is callable. */
  helps: z.array(Slug).max(8),
})

/** `simulated`, `tcp://10.0.0.9:9100`, `serial:///dev/serial/by-id/…?baud=38400` or `file:///dev/usb/lp0`. */
const PrinterPort = z.string().regex(/^(simulated|tcp:\/\/[^\s/]+:\d{1,5}|serial:\/\/\/\S+|file:\/\/\/\S+)$/)

/** Arrival and turn, in minutes: `queue-rules` section 2 with its guard rails (E ≥ 15, L ≤ T, W ≥ L, P ≤ 180). */
const Windows = z
  .strictObject({
    /** E: the earliest call before the window's start. */
    earliestCallMin: z.number().min(15).max(60).default(60),
    /** G: late, but still as if on time. */
    graceMin: z.number().min(0).max(60).default(15),
    /** L: how far a late ticket is set back. */
    lateSetBackMin: z.number().min(0).max(240).default(30),
    /** T: from here on a booking is served as if it had none. */
    lateLimitMin: z.number().min(0).max(480).default(120),
    /** W: how far a ticket without an appointment is set back. */
    walkInSetBackMin: z.number().min(0).max(240).default(60),
    /** P: the head start of priority; it replaces L and W. */
    priorityHeadStartMin: z.number().min(0).max(180).default(120),
  })
  .refine((w) => w.graceMin <= w.lateLimitMin, { path: ['graceMin'], message: 'must not exceed lateLimitMin' })
  .refine((w) => w.lateSetBackMin <= w.lateLimitMin, {
    path: ['lateSetBackMin'],
    message: 'must not exceed lateLimitMin',
  })
  .refine((w) => w.walkInSetBackMin >= w.lateSetBackMin, {
    path: ['walkInSetBackMin'],
    message: 'must be at least lateSetBackMin',
  })

const NoShow = z.strictObject({
  /** Minutes after which somebody who did not come is called again. */
  backMin: z.number().min(0).max(120).default(10),
  /** After so many misses the ticket waits until it is scanned again. */
  times: z.int().min(1).max(10).default(3),
})

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'u').source.length > 0
  } catch {
    return false
  }
}
const Pattern = z.string().min(1).max(200).refine(isPattern, { message: 'is not a regular expression' })

/** What the scanner may read. M-Paspor's payload is not public, so it is a setting. */
const Payload = z.strictObject({
  /** Each with a named group `code`; the first that matches wins. Matched against the scan in capitals. */
  patterns: z
    .array(Pattern.refine((p) => p.includes('(?<code>'), { message: 'needs a named group (?<code>…)' }))
    .min(1)
    .max(10),
  /** The payment code that people present by mistake. */
  billing: Pattern.default('^\\d{15}$'),
  /** Length of a typed code where it is fixed, for the kiosk's cells; null draws one field. */
  codeLength: z.int().min(4).max(32).nullable().default(null),
})

/**
 * The office as its head describes it: lanes, services, counters, devices and the numbers of the rules. One document,
 * kept by lowdb, checked on read, and entered into the journal when it changes so that a replay needs nothing else.
 */
export const Office = z
  .strictObject({
    name: z.string().min(1).max(80),
    zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
    lanes: z.array(Lane).min(1).max(12),
    stages: z.array(Stage).min(1).max(12),
    services: z.array(Service).min(1).max(24),
    counters: z.array(Counter).min(1).max(60),
    kiosks: z.array(z.strictObject({ place: Place, printer: Place })).max(20),
    displays: z.array(z.strictObject({ place: Place })).max(40),
    printers: z.array(z.strictObject({ place: Place, port: PrinterPort, columns: z.literal([32, 42, 48]) })).max(20),
    windows: Windows,
    noShow: NoShow,
    /** Reprints of one ticket that a kiosk gives by itself. */
    reprints: z.int().min(0).max(5).default(2),
    payload: Payload,
    agenda: z.strictObject({
      /** Whether a dropped file with some bad lines enters with its good ones; else it is set aside whole. */
      acceptGoodRows: z.boolean().default(false),
    }),
    /** An office to try things with: bookings are made up for today, and the try page is open. */
    example: z.boolean().default(false),
  })
  .check(({ value: office, issues }) => {
    const report = (path: (string | number)[], message: string) =>
      issues.push({ code: 'custom', path, message, input: office })
    const unique = (path: string, values: (string | number)[]) => {
      for (const [i, value] of values.entries())
        if (values.indexOf(value) !== i) report([path, i], `${value} appears twice`)
    }
    unique(
      'lanes',
      office.lanes.map((lane) => lane.letter),
    )
    unique(
      'stages',
      office.stages.map((stage) => stage.id),
    )
    unique(
      'services',
      office.services.map((service) => service.id),
    )
    unique(
      'counters',
      office.counters.map((counter) => counter.number),
    )
    unique(
      'kiosks',
      office.kiosks.map((kiosk) => kiosk.place),
    )
    unique(
      'displays',
      office.displays.map((display) => display.place),
    )
    unique(
      'printers',
      office.printers.map((printer) => printer.place),
    )
    if (office.lanes.filter((lane) => lane.kind === 'walk-in').length !== 1)
      report(['lanes'], 'needs exactly one lane of kind walk-in')
    const stages = new Set(office.stages.map((stage) => stage.id))
    const lanes = new Set(office.lanes.map((lane) => lane.letter))
    const printers = new Set(office.printers.map((printer) => printer.place))
    for (const [i, service] of office.services.entries()) {
      if (!lanes.has(service.lane)) report(['services', i, 'lane'], `no lane ${service.lane}`)
      for (const [k, id] of service.journey.entries())
        if (!stages.has(id)) report(['services', i, 'journey', k], `no stage ${id}`)
      if (new Set(service.journey).size !== service.journey.length)
        report(['services', i, 'journey'], 'visits a stage twice')
    }
    for (const [i, counter] of office.counters.entries()) {
      for (const [k, id] of counter.stages.entries())
        if (!stages.has(id)) report(['counters', i, 'stages', k], `no stage ${id}`)
      for (const [k, id] of counter.helps.entries()) {
        if (!stages.has(id)) report(['counters', i, 'helps', k], `no stage ${id}`)
        if (counter.stages.includes(id)) report(['counters', i, 'helps', k], `${id} is already its own stage`)
      }
    }
    for (const [i, kiosk] of office.kiosks.entries())
      if (!printers.has(kiosk.printer)) report(['kiosks', i, 'printer'], `no printer ${kiosk.printer}`)
  })
export type Office = z.infer<typeof Office>
/** A series of numbers with its letter, shape and kind. */
export type Lane = z.infer<typeof Lane>
/** One step of a journey, and where people wait for it. */
export type Stage = z.infer<typeof Stage>
/** What is delivered: its lane, its journey and the originals to bring. */
export type Service = z.infer<typeof Service>

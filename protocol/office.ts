import { z } from 'zod'
import { Hours } from './hours.ts'
import { ClockTime, LaneLetter, Slug, Words } from './ids.ts'
import { Display, Kiosk, Printer } from './office-devices.ts'
import { Retention } from './office-retention.ts'
import { Agenda, Estimate, Families, NoShow, Payload, Reasons, Returns, Windows } from './office-rules.ts'
import { Voice } from './office-screens.ts'
import { SurveySettings } from './survey.ts'

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
  /** Numbers it gives on one day, null without limit. Booked visitors always get theirs. */
  cap: z.int().min(0).max(9999).nullable().default(null),
  /** When numbers without a booking are given; null as long as the kiosks give numbers. */
  numbers: z.strictObject({ from: ClockTime, until: ClockTime }).nullable().default(null),
  /** Who gives numbers of this lane to people without a booking. */
  grantedBy: z.enum(['kiosk', 'staff']).default('kiosk'),
  /** By when everything must be finished (percepatan): the turn is moved forward so that it can be. */
  finishBy: ClockTime.nullable().default(null),
  /** Arrival rules of this lane alone; null: the office's. */
  windows: Windows.nullable().default(null),
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
  /** In which zone it stands; null where the office has none. */
  zone: Slug.nullable().default(null),
})

/** A part of the building that people walk to: a hall, a floor. */
const Zone = z.strictObject({ id: Slug, name: Words, floor: z.int().min(-3).max(60) })

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
    zones: z.array(Zone).max(12).default([]),
    counters: z.array(Counter).min(1).max(60),
    kiosks: z.array(Kiosk).max(20),
    displays: z.array(Display).max(40),
    printers: z.array(Printer).max(20),
    windows: Windows,
    noShow: NoShow,
    families: Families.prefault({}),
    returns: Returns.prefault({}),
    reasons: Reasons.prefault({}),
    estimate: Estimate.prefault({}),
    /** Seconds in which a counter may take back its last call, finish or no-show. */
    undoSec: z.int().min(0).max(600).default(10),
    /** Minutes untouched after which a counter locks itself: staff are signed out, the case stays. 0 never. */
    lockMin: z.int().min(0).max(60).default(5),
    /** Opening hours; null: no calendar, the office is open whenever somebody opens a counter. */
    hours: Hours.nullable().default(null),
    /** Reprints of one ticket that a kiosk gives by itself. */
    reprints: z.int().min(0).max(5).default(2),
    /** Kiosks ask about the originals before they give a number. Whoever lacks one may still take it. */
    checklist: z.boolean().default(false),
    voice: Voice.prefault({}),
    survey: SurveySettings.prefault({}),
    /** Lines that take turns at the foot of the displays; none: the product's own. */
    ticker: z.array(Words).max(12).default([]),
    payload: Payload,
    agenda: Agenda,
    retention: Retention.prefault({}),
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
      'zones',
      office.zones.map((zone) => zone.id),
    )
    unique(
      'kiosks',
      office.kiosks.map((kiosk) => kiosk.place),
    )
    const scanners = office.kiosks.flatMap(({ scanner }, i) => (scanner === null ? [] : [{ scanner, i }]))
    for (const { scanner, i } of scanners)
      if (scanners.some((other) => other.scanner === scanner && other.i < i))
        report(['kiosks', i, 'scanner'], `${scanner} appears twice`)
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
    const zones = new Set(office.zones.map((zone) => zone.id))
    const numbers = new Set(office.counters.map(({ number }) => number))
    for (const [i, { zone, counter }] of office.displays.entries()) {
      if (zone !== null && !zones.has(zone)) report(['displays', i, 'zone'], `no zone ${zone}`)
      if (counter !== null && !numbers.has(counter)) report(['displays', i, 'counter'], `no counter ${counter}`)
    }
    const { scanOnlyService } = office.agenda
    if (scanOnlyService !== null && !office.services.some(({ id }) => id === scanOnlyService))
      report(['agenda', 'scanOnlyService'], `no service ${scanOnlyService}`)
    for (const [i, counter] of office.counters.entries()) {
      if (counter.zone !== null && !zones.has(counter.zone)) report(['counters', i, 'zone'], `no zone ${counter.zone}`)
      for (const [k, id] of counter.stages.entries())
        if (!stages.has(id)) report(['counters', i, 'stages', k], `no stage ${id}`)
      for (const [k, id] of counter.helps.entries()) {
        if (!stages.has(id)) report(['counters', i, 'helps', k], `no stage ${id}`)
        if (counter.stages.includes(id)) report(['counters', i, 'helps', k], `${id} is already its own stage`)
      }
    }
    for (const [i, { printer, spare }] of office.kiosks.entries()) {
      if (!printers.has(printer)) report(['kiosks', i, 'printer'], `no printer ${printer}`)
      if (spare !== null && !printers.has(spare)) report(['kiosks', i, 'spare'], `no printer ${spare}`)
      if (spare === printer) report(['kiosks', i, 'spare'], 'is its own printer already')
    }
  })
export type Office = z.infer<typeof Office>
/** A series of numbers with its letter, shape and kind. */
export type Lane = z.infer<typeof Lane>
/** One step of a journey, and where people wait for it. */
export type Stage = z.infer<typeof Stage>
/** What is delivered: its lane, its journey and the originals to bring. */
export type Service = z.infer<typeof Service>

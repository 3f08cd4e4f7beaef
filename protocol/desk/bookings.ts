import { z } from 'zod'
import { BookingStatus, SCAN_MAX } from '../commands.ts'
import { DayStamp, Instant, Place, Slug, TicketNumber, Window, Words } from '../ids.ts'
import { AgendaColumn, AgendaColumns, AgendaSource } from '../office-rules.ts'
import { AgendaReport, BadLine } from '../problem.ts'

/**
 * One window of a day. `booked`: bookings that stand; `came`: those of them with a ticket; `capacity`: how many people the
 * counters can serve in it, null where nobody serves.
 */
export const WindowCount = z.strictObject({
  window: Window,
  booked: z.int(),
  came: z.int(),
  capacity: z.int().nullable(),
})
export type WindowCount = z.infer<typeof WindowCount>

/** Bookings of one day. `off`: cancelled, unpaid or moved away. */
export const BookingsDay = z.strictObject({
  day: DayStamp,
  windows: z.array(WindowCount),
  booked: z.int(),
  came: z.int(),
  off: z.int(),
})
export type BookingsDay = z.infer<typeof BookingsDay>

/**
 * What came of one fetch from the HTTP source, of `day` or of all days (null). `unchanged`: the source says that nothing is
 * new. `failed`: in `reason`, Indonesian, why; the bookings stand as they were.
 */
export const SourcePull = z.strictObject({
  at: Instant,
  day: DayStamp.nullable(),
  status: z.enum(['entered', 'set-aside', 'unchanged', 'failed']),
  reason: z.string().nullable(),
  good: z.int(),
  bad: z.array(BadLine).max(20),
  badLines: z.int(),
  added: z.int(),
  changed: z.int(),
})
export type SourcePull = z.infer<typeof SourcePull>

/** The HTTP source as a supervisor sees it: its token is never shown, only whether there is one. */
const Source = z.strictObject({ ...AgendaSource.shape, hasToken: z.boolean(), nextAt: Instant, busy: z.boolean() })

/** A file of the drop folder and what became of it. */
const TakenFile = AgendaReport.omit({ bad: true }).extend({ name: z.string(), at: Instant, badLines: z.int() })
export type TakenFile = z.infer<typeof TakenFile>

/** What the bookings page shows. */
export const Bookings = z.strictObject({
  at: Instant,
  day: DayStamp,
  /** When today began in the office: what a clock time on a day is, as an instant. */
  midnightAt: Instant,
  /** Today first, then the days to come that have bookings. */
  days: z.array(BookingsDay),
  services: z.array(z.strictObject({ id: Slug, name: Words })),
  counters: z.array(z.int()),
  kiosks: z.array(Place),
  columns: AgendaColumns,
  source: Source.nullable(),
  pulls: z.array(SourcePull),
  files: z.array(TakenFile),
})
export type Bookings = z.infer<typeof Bookings>

/** What a cell looks like, and never what stands in it. */
export const CellShape = z.strictObject({
  kind: z.enum(['empty', 'date', 'clock', 'digits', 'text']),
  length: z.int(),
})
export type CellShape = z.infer<typeof CellShape>

/** A column of a file whose headings are not known: its heading (null where it looks like data), and its first cells. */
export const FileColumn = z.strictObject({
  heading: z.string().nullable(),
  column: AgendaColumn.nullable(),
  shapes: z.array(CellShape),
})
export type FileColumn = z.infer<typeof FileColumn>

/** A value of a booking as it is shown; a family or a booking number is never shown, only that it is another one. */
const Shown = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('day'), from: DayStamp, to: DayStamp }),
  z.strictObject({ field: z.literal('window'), from: Window, to: Window }),
  z.strictObject({ field: z.literal('service'), from: Slug, to: Slug }),
  z.strictObject({ field: z.literal('status'), from: BookingStatus, to: BookingStatus }),
  z.strictObject({ field: z.literal('priority'), from: z.boolean(), to: z.boolean() }),
  z.strictObject({ field: z.enum(['party', 'bookingNo']) }),
])
/** One thing that a list changes of a booking. */
export type ShownChange = z.infer<typeof Shown>

/** One window before and after a list. */
export const WindowPreview = z.strictObject({
  window: Window,
  before: z.int(),
  after: z.int(),
  capacity: z.int().nullable(),
})
export type WindowPreview = z.infer<typeof WindowPreview>

/** One day that a list speaks of. `unmentioned`: bookings of it that the list does not mention; they stay. */
export const DayPreview = z.strictObject({
  day: DayStamp,
  added: z.int(),
  changed: z.int(),
  unmentioned: z.int(),
  windows: z.array(WindowPreview),
})
export type DayPreview = z.infer<typeof DayPreview>

/** How many changes a preview spells out; the others are counted. */
export const CHANGES_SHOWN = 200

/**
 * What a file would do. `columns`: its headings are not known, nothing was read. `read`: what would change, and every line
 * that cannot enter, kept under `id` for a quarter of an hour; nothing is entered yet.
 */
export const AgendaPreview = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('columns'), columns: z.array(FileColumn) }),
  z.strictObject({
    status: z.literal('read'),
    id: z.string(),
    good: z.int(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    changes: z.array(z.strictObject({ line: z.int(), what: z.array(Shown) })).max(CHANGES_SHOWN),
    days: z.array(DayPreview),
    bad: z.array(BadLine),
  }),
])
export type AgendaPreview = z.infer<typeof AgendaPreview>
/** A file that was read. */
export type ReadPreview = Extract<AgendaPreview, { status: 'read' }>

/** Enters what was previewed; `acceptGoodRows`: although some lines cannot enter. */
export const EnterPreview = z.strictObject({ id: z.string().max(64), acceptGoodRows: z.boolean() })
export type EnterPreview = z.infer<typeof EnterPreview>

/**
 * What came of it. `gone`: the preview is too old, or another took its place. `overtaken`: the office changed since, so that
 * it would not be what was previewed; the new preview stands beside it.
 */
export const EnterResult = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('done'), report: AgendaReport }),
  z.strictObject({ status: z.literal('gone') }),
  z.strictObject({ status: z.literal('overtaken'), preview: AgendaPreview }),
])
export type EnterResult = z.infer<typeof EnterResult>

/** The source as a supervisor sets it. `token` undefined: as before; '': none. */
export const SetSource = z.strictObject({
  source: AgendaSource.nullable(),
  token: z
    .string()
    .max(4000)
    .regex(/^[\x21-\x7e]*$/)
    .optional(),
})
export type SetSource = z.infer<typeof SetSource>

/** One booking by hand, its code in clear: it travels in a body alone. */
export const NewBooking = z.strictObject({
  code: z.string().min(1).max(SCAN_MAX),
  day: DayStamp,
  window: Window,
  service: Slug,
  status: BookingStatus,
  priority: z.boolean(),
})
export type NewBooking = z.infer<typeof NewBooking>

/** What came of it: `known`, a list has this code already; `no-code`, no scan could ever match it. */
export const NewBookingResult = z.strictObject({ status: z.enum(['entered', 'known', 'no-code', 'billing-code']) })
export type NewBookingResult = z.infer<typeof NewBookingResult>

/** What somebody looks for: a booking code, or the number of a ticket. */
export const FindBooking = z.strictObject({ text: z.string().min(1).max(SCAN_MAX) })

/** Where a ticket stands, in the words of its state. */
const FoundTicket = z.strictObject({
  number: TicketNumber,
  cameAt: Instant,
  standing: z.enum(['waiting', 'called', 'serving', 'parked', 'missed', 'done', 'ended']),
  stage: Words,
  counter: z.int().nullable(),
})

/** What was found. `byCode`: the code was given, so the booking can be changed. */
export const FoundBooking = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('found'),
    byCode: z.boolean(),
    booking: NewBooking.omit({ code: true }).nullable(),
    ticket: FoundTicket.nullable(),
  }),
  z.strictObject({ status: z.literal('not-found') }),
  z.strictObject({ status: z.literal('billing-code') }),
])
export type FoundBooking = z.infer<typeof FoundBooking>

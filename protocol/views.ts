import { z } from 'zod'
import { Verdict } from './answers.ts'
import { DeviceStatus } from './commands.ts'
import {
  CommandId,
  DayStamp,
  Instant,
  LaneLetter,
  Minutes,
  Place,
  SlipId,
  Slug,
  StaffNumber,
  TicketId,
  TicketNumber,
  Window,
  Words,
} from './ids.ts'
import { LaneShape } from './office.ts'

/**
 * What each role may see, whole, every time. A field that is not listed here is not sent: the schemas are strict.
 * No view holds a name, a booking code or a reason for priority.
 */
const Head = {
  /** Changes when the server starts; within one epoch `seq` only grows. */
  epoch: z.string(),
  seq: z.int(),
  /** The server's clock when the view was made: screens show this, never their own. */
  at: Instant,
  office: z.strictObject({ name: z.string(), zone: z.string() }),
  /** The day that is open, null before the first. */
  day: DayStamp.nullable(),
}

const LaneFace = z.strictObject({ letter: LaneLetter, name: Words, shape: LaneShape })
/** How a lane is drawn: letter, name and outline. */
export type LaneFace = z.infer<typeof LaneFace>

/** The verdicts that go with a ticket and stay with it. */
export const Arrival = z.enum(['early', 'on-time', 'late-grace', 'late', 'walk-in'])
export type Arrival = z.infer<typeof Arrival>

/** What paper and kiosk say of a ticket. */
const TicketFace = {
  number: TicketNumber,
  lane: LaneFace,
  service: Words,
  window: Window.nullable(),
  checkedInAt: Instant,
  arrival: Arrival,
  priority: z.boolean(),
  /** The turn key: those with a smaller one are called first. */
  turnAt: Instant,
  /** Not called before; for an early ticket the window's start less the earliest call. */
  callableFromAt: Instant,
  /** By how much this turn was set back for coming late or without an appointment, 0 otherwise. */
  setBackMin: Minutes,
  stage: Words,
  waitAt: Words,
  documents: z.array(Words),
}

/** Paper of a ticket as the kiosk needs to know it. */
export const PaperState = z.enum(['queued', 'sending', 'printed', 'uncertain', 'failed'])
export type PaperState = z.infer<typeof PaperState>

/** The last presentation at a kiosk. The screen shows it until its visitor is done; `visitId` tells a new one apart. */
export const Visit = z.strictObject({
  visitId: CommandId,
  at: Instant,
  verdict: Verdict,
  ticket: z
    .strictObject({
      ...TicketFace,
      ticketId: TicketId,
      paper: PaperState,
      reprintsLeft: z.int().min(0),
      /** Where to go now, while called or served; null otherwise. */
      counter: z.int().nullable(),
    })
    .nullable(),
  /** When the booking is for, where the verdict speaks of it (wrong-day, too-late). */
  booked: z.strictObject({ day: DayStamp, window: Window }).nullable(),
})
export type Visit = z.infer<typeof Visit>

/** What one kiosk may see: its own last visit and its printer. */
export const KioskView = z.strictObject({
  role: z.literal('kiosk'),
  ...Head,
  place: Place,
  codeLength: z.int().nullable(),
  visit: Visit.nullable(),
  staffCalledAt: Instant.nullable(),
  printer: DeviceStatus,
})
export type KioskView = z.infer<typeof KioskView>

const ShownCall = z.strictObject({
  /** Grows with every call and recall of the day: a larger one is new, so it chimes once. */
  callNo: z.int(),
  number: TicketNumber,
  counter: z.int(),
  at: Instant,
  /** 1 for the first call, 2 for the first recall … */
  times: z.int().min(1),
  lane: LaneFace,
  window: Window.nullable(),
})
/** One call or recall on a display. */
export type ShownCall = z.infer<typeof ShownCall>

/** What a waiting-room display shows; every display the same. */
export const DisplayView = z.strictObject({
  role: z.literal('display'),
  ...Head,
  /** Calls that are live: newest first, at most three. Turmeric belongs to these alone. */
  live: z.array(ShownCall).max(3),
  /** The last calls, newest first, at most five, without those that are live. */
  last: z.array(ShownCall).max(5),
  lanes: z.array(z.strictObject({ lane: LaneFace, next: TicketNumber.nullable(), waiting: z.int() })),
  /** The hour in service: the window that the wall clock is in, null outside of all booked windows. */
  serving: Window.nullable(),
})
export type DisplayView = z.infer<typeof DisplayView>

const Queued = z.strictObject({
  ticketId: TicketId,
  number: TicketNumber,
  lane: LaneFace,
  window: Window.nullable(),
  stage: Slug,
  arrival: Arrival,
  turnAt: Instant,
  callableFromAt: Instant,
  /** held: its window has not begun or it may not be called yet; set-back: late or missed; passed: its window is over. */
  condition: z.enum(['ready', 'held', 'set-back', 'passed']),
})
/** A waiting ticket as a row of a counter's queue. */
export type Queued = z.infer<typeof Queued>

const StageFace = z.strictObject({ id: Slug, name: Words })

/** What one counter may see: its case, whose turn is next, and its queue. */
export const CounterView = z.strictObject({
  role: z.literal('counter'),
  ...Head,
  /** The counter's number. */
  place: Place,
  staff: StaffNumber.nullable(),
  /** What this counter may do, from the office's document. */
  offers: z.strictObject({ stages: z.array(StageFace), helps: z.array(StageFace) }),
  /** What it does now, null while closed. */
  open: z.strictObject({ stages: z.array(StageFace), helps: z.array(StageFace), openedAt: Instant }).nullable(),
  inHand: z
    .strictObject({
      ...TicketFace,
      ticketId: TicketId,
      step: z.enum(['called', 'serving']),
      calledAt: Instant,
      lastCalledAt: Instant,
      times: z.int().min(1),
      startedAt: Instant.nullable(),
      standardMin: Minutes,
      /** Null when this is the last stage of the journey. */
      nextStage: Words.nullable(),
    })
    .nullable(),
  /** Whom `CallNext` would take now, with what the reason is made of; null when nobody may be called. */
  next: Queued.extend({ service: Words, helping: z.boolean() }).nullable(),
  /** The waiting tickets of its stages in the order of their turns, at most 30. */
  queue: z.array(Queued).max(30),
  waiting: z.int(),
  others: z.array(
    z.strictObject({ counter: z.int(), open: z.boolean(), number: TicketNumber.nullable(), since: Instant.nullable() }),
  ),
  /** Kiosks at which somebody asked for staff. */
  staffCalls: z.array(z.strictObject({ kiosk: Place, at: Instant })),
})
export type CounterView = z.infer<typeof CounterView>

/** One paper, with everything that is printed on it. */
export const Slip = z.strictObject({
  ...TicketFace,
  slipId: SlipId,
  office: z.string(),
  zone: z.string(),
  day: DayStamp,
  /** `reprint` carries the line CETAK ULANG. */
  mark: z.enum(['original', 'reprint']),
  state: PaperState,
  /** Path of the ticket's status page on this office's address, `/t/…`. */
  statusPath: z.string(),
})
export type Slip = z.infer<typeof Slip>

/** What one printer owes. */
export const PrinterView = z.strictObject({
  role: z.literal('printer'),
  ...Head,
  place: Place,
  /** Papers that are owed, oldest first: queued, or sending when their end is not known. */
  slips: z.array(Slip),
})
export type PrinterView = z.infer<typeof PrinterView>

/** The status page of one ticket. */
export const TrackerView = z.strictObject({
  role: z.literal('tracker'),
  ...Head,
  number: TicketNumber,
  lane: LaneFace,
  status: z.enum(['waiting', 'held', 'called', 'serving', 'missed', 'done', 'ended']),
  /** Waiting tickets of the same stage whose turn is before this one; null unless waiting or held. */
  ahead: z.int().nullable(),
  window: Window.nullable(),
  checkedInAt: Instant,
  turnAt: Instant,
  callableFromAt: Instant,
  stage: Words,
  waitAt: Words,
  documents: z.array(Words),
  /** Where to go, while called or served. */
  counter: z.int().nullable(),
})
export type TrackerView = z.infer<typeof TrackerView>

/** For other programs: the day in figures, nobody in it. */
export const IntegrationView = z.strictObject({
  role: z.literal('integration'),
  ...Head,
  booked: z.int(),
  checkedIn: z.int(),
  waiting: z.int(),
  inHand: z.int(),
  done: z.int(),
  turnedAway: z.partialRecord(Verdict, z.int()),
  slipsOwed: z.int(),
  countersOpen: z.int(),
  devices: z.array(z.strictObject({ printer: Place, status: DeviceStatus })),
})
export type IntegrationView = z.infer<typeof IntegrationView>

/** A view of any role, told apart by `role`. */
export const View = z.discriminatedUnion('role', [
  KioskView,
  DisplayView,
  CounterView,
  PrinterView,
  TrackerView,
  IntegrationView,
])
export type View = z.infer<typeof View>
/** The view of one role. */
export type ViewOf<R extends View['role']> = Extract<View, { role: R }>

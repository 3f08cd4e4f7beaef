import { z } from 'zod'
import { Verdict } from './answers.ts'
import { DeviceStatus, OutageScope, OverrideAct, Undoable } from './commands.ts'
import { Arrival, Head, HoursFace, LaneFace, OutageFace, PaperState, ShownCall, TicketFace, ZoneFace } from './faces.ts'
import {
  CommandId,
  DayStamp,
  Instant,
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
import { Range } from './range.ts'

/*
 * What each role may see, whole, every time. A field that is not listed here is not sent: the schemas are strict.
 * No view holds a name, a booking code or a reason for priority.
 */

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
      /** Members of its family who are booked for today: with a number, this one included, and still to come. Null alone. */
      family: z.strictObject({ here: z.int().min(1), toCome: z.int().min(0) }).nullable(),
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
  /** What may be had without a booking: `left` null without a cap, `untilAt` null when the numbers' end is not known. */
  walkIn: z.array(
    z.strictObject({
      service: Slug,
      name: Words,
      left: z.int().min(0).nullable(),
      /** When its numbers are given, `[fromAt, untilAt)`; null where the hours do not say. */
      fromAt: Instant.nullable(),
      untilAt: Instant.nullable(),
      /** `staff`: the kiosk sends people to the desk. */
      grantedBy: z.enum(['kiosk', 'staff']),
    }),
  ),
  /** Why somebody comes without an appointment, to choose from. */
  walkInReasons: z.array(z.strictObject({ id: Slug, name: Words })),
  /** Today's windows to choose from, in an office without a list; else empty. */
  windows: z.array(Window),
  /** Whether booked visitors get a number now. */
  givesNumbers: z.boolean(),
  hours: HoursFace,
  outage: OutageFace.nullable(),
})
export type KioskView = z.infer<typeof KioskView>

/** What a waiting-room display shows: the whole office, or the calls and lanes of its zone. */
export const DisplayView = z.strictObject({
  role: z.literal('display'),
  ...Head,
  /** Calls that are live: newest first, at most three. Turmeric belongs to these alone. */
  live: z.array(ShownCall).max(3),
  /** The last calls, newest first, at most five, without those that are live. */
  last: z.array(ShownCall).max(5),
  /** `range`: when `next` is likely called, null when none is shown. */
  lanes: z.array(
    z.strictObject({
      lane: LaneFace,
      next: TicketNumber.nullable(),
      range: Range.nullable(),
      waiting: z.int(),
    }),
  ),
  /** The hour in service: the window that the wall clock is in, null outside of all booked windows. */
  serving: Window.nullable(),
  /** The zone that this display is for, null for the whole office. */
  zone: ZoneFace.nullable(),
  hours: HoursFace,
  /** When kiosks stop giving numbers today, also when that is past; null when the hours do not say. */
  numbersUntilAt: Instant.nullable(),
  outage: OutageFace.nullable(),
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
  /** Likely call, null when none is shown. */
  range: Range.nullable(),
  /** The counter that it is kept for: its family is there, its case was set aside there, or it was sent there. */
  keptFor: z.int().nullable(),
  /** Set-back that staff may take away (`AcceptLate`), 0 without. */
  setBackMin: Minutes,
  /** Has the head start already, so `GrantPriority` is not offered. */
  priority: z.boolean(),
  /** By when this stage has to begin so that the deadline of its lane is met; null without one. */
  startBy: Instant.nullable(),
  /** held: its window has not begun or it may not be called yet; set-back: late or missed; passed: its window is over. */
  condition: z.enum(['ready', 'held', 'set-back', 'passed']),
})
/** A waiting ticket as a row of a counter's queue. */
export type Queued = z.infer<typeof Queued>

/** Something that is chosen from a list: a stage, a service, a reason. */
const Named = z.strictObject({ id: Slug, name: Words })

/** What one counter may see: its case, whose turn is next, and its queue. */
export const CounterView = z.strictObject({
  role: z.literal('counter'),
  ...Head,
  /** The counter's number. */
  place: Place,
  staff: StaffNumber.nullable(),
  /** What this counter may do, from the office's document. */
  offers: z.strictObject({ stages: z.array(Named), helps: z.array(Named) }),
  /** What it does now, null while closed. */
  open: z.strictObject({ stages: z.array(Named), helps: z.array(Named), openedAt: Instant }).nullable(),
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
      /** Null when the visit ends after this stage. */
      nextStage: Words.nullable(),
      /** From when on it may be recalled; may be past. */
      recallFromAt: Instant,
      /** Recalls of this call that are left; at 0 "start" and "did not come" remain. */
      recallsLeft: z.int().min(0),
      /** Members of its family that are kept for this counter and called after it, in the order of their turns. */
      together: z.array(TicketNumber),
    })
    .nullable(),
  /** Null while it serves. */
  paused: z.strictObject({ reason: Words, sinceAt: Instant }).nullable(),
  /** What `Undo` would take back now; gone at `untilAt`. */
  undo: z.strictObject({ act: Undoable, ticketId: TicketId, number: TicketNumber, untilAt: Instant }).nullable(),
  /** Set aside at this counter, longest first; `Resume` takes one up again. */
  parked: z.array(z.strictObject({ ticketId: TicketId, number: TicketNumber, sinceAt: Instant })),
  /** Whom `CallNext` would take now, with what the reason is made of; null when nobody may be called, or paused. */
  next: Queued.extend({ service: Words, helping: z.boolean() }).nullable(),
  /** The waiting tickets of its stages in the order of their turns, at most 30. */
  queue: z.array(Queued).max(30),
  waiting: z.int(),
  /** The other counters of the office; `ticketId` is what `TakeOver` takes. */
  others: z.array(
    z.strictObject({
      counter: z.int(),
      open: z.boolean(),
      ticketId: TicketId.nullable(),
      number: TicketNumber.nullable(),
      since: Instant.nullable(),
    }),
  ),
  /** Where the ticket in hand can be sent now: stages that an open counter serves, and open counters but this one. */
  targets: z.strictObject({
    stages: z.array(Named),
    counters: z.array(z.strictObject({ counter: z.int(), stages: z.array(Named) })),
  }),
  /** The office's codes, in its own order. */
  reasons: z.strictObject({
    override: z.array(Named),
    extraDocument: z.array(Named),
    pause: z.array(Named),
    walkIn: z.array(Named),
  }),
  /** Services for which a number can be given. */
  services: z.array(Named),
  outage: z.strictObject({ scope: OutageScope, sinceAt: Instant }).nullable(),
  hours: HoursFace,
  /** Kiosks of the office, where a paper can come out. */
  kiosks: z.array(Place),
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
  status: z.enum(['waiting', 'held', 'called', 'serving', 'parked', 'missed', 'done', 'ended']),
  /** Waiting tickets of the same stage whose turn is before this one; null unless waiting or held. */
  ahead: z.int().nullable(),
  window: Window.nullable(),
  checkedInAt: Instant,
  turnAt: Instant,
  callableFromAt: Instant,
  /** Likely call, null when none is shown and whenever the ticket does not wait. */
  range: Range.nullable(),
  stage: Words,
  /** Which step of its journey this stage is, from 1, and how many there are. */
  step: z.strictObject({ no: z.int().min(1), of: z.int().min(1) }),
  waitAt: Words,
  documents: z.array(Words),
  /** Where to go, while called or served. */
  counter: z.int().nullable(),
  hours: HoursFace,
  outage: OutageFace.nullable(),
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
  /** Today's windows: booked × minutes ÷ open counter minutes, above 1 sold beyond capacity; null: nobody serves then. */
  load: z.array(z.strictObject({ window: Window, booked: z.int(), load: z.number().nullable() })),
  /** Rules that staff set aside today, by act. */
  overrides: z.partialRecord(OverrideAct, z.int()),
  outage: OutageFace.nullable(),
  /** Tickets that will miss the deadline of their lane unless staff act. */
  percepatanAtRisk: z.int(),
  /** Today's likely calls that came to a first call: how many were told, called inside the shown range, and after its end. */
  likelyCalls: z.strictObject({ shown: z.int(), inside: z.int(), above: z.int() }),
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

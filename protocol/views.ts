import { z } from 'zod'
import { Verdict } from './answers.ts'
import { DeviceStatus, OutageScope, OverrideAct, Undoable } from './commands.ts'
import { DisplayView } from './display-view.ts'
import { Arrival, Head, HoursFace, LaneFace, OutageFace, PaperState, TicketFace } from './faces.ts'
import {
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
import { KioskView } from './kiosk-view.ts'
import { SoundStatus } from './office-screens.ts'
import { Range } from './range.ts'
import { SupervisorView } from './supervisor-view.ts'
import { Settled } from './survey.ts'
import { SurveyView } from './survey-view.ts'

export { DisplayView } from './display-view.ts'
export { KioskView, Visit } from './kiosk-view.ts'
export { SupervisorView } from './supervisor-view.ts'
export { SurveyView } from './survey-view.ts'

/*
 * What each role may see, whole, every time. A field that is not listed here is not sent: the schemas are strict.
 * No view holds a name, a booking code or a reason for priority.
 */

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

const OtherCounter = z.strictObject({
  counter: z.int(),
  /** free: open, nobody in hand; paused, too, holds nobody. */
  status: z.enum(['closed', 'free', 'paused', 'called', 'serving']),
  /** What `TakeOver` takes, with its number: null unless called or served. */
  ticketId: TicketId.nullable(),
  number: TicketNumber.nullable(),
  /** Since when it pauses, calls or serves; null otherwise. */
  since: Instant.nullable(),
})
/** What another counter of the office does now. */
export type OtherCounter = z.infer<typeof OtherCounter>

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
  /** Who opened it, to be asked for first when it is locked; null while closed. */
  openedBy: StaffNumber.nullable(),
  /** Minutes untouched after which the page locks itself, 0 never. */
  lockMin: Minutes,
  /** The number in hand while nobody is signed in, and nothing else of it: the displays called it in public. */
  lockedNumber: TicketNumber.nullable(),
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
      /** Documents that were asked for beyond the list, oldest first. */
      asked: z.array(Words),
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
  others: z.array(OtherCounter),
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
  /** Printers that somebody has to come for, with the kiosks they stand beside, none for a spare; those whose paper is low come last. */
  printers: z.array(z.strictObject({ place: Place, kiosks: z.array(Place), status: DeviceStatus })),
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
  /** Papers that are owed, oldest first: sending when their end is not known, and the next twenty that are queued. */
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
  /** Whether its owner is asked to answer the survey here; null: no. */
  survey: z.strictObject({ ticketId: TicketId, status: z.enum(['open', ...Settled.options]) }).nullable(),
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
  /** Whether each display can be heard; null: it never said. */
  sounds: z.array(z.strictObject({ display: Place, status: SoundStatus.nullable() })),
})
export type IntegrationView = z.infer<typeof IntegrationView>

/** A view of any role, told apart by `role`. */
export const View = z.discriminatedUnion('role', [
  KioskView,
  DisplayView,
  CounterView,
  PrinterView,
  TrackerView,
  SurveyView,
  IntegrationView,
  SupervisorView,
])
export type View = z.infer<typeof View>
/** The view of one role. */
export type ViewOf<R extends View['role']> = Extract<View, { role: R }>

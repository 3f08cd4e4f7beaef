import type { Verdict } from '../../protocol/answers.ts'
import type { DeviceStatus, OutageScope, OverrideAct, Undoable } from '../../protocol/commands.ts'
import type { Opening } from '../../protocol/hours.ts'
import type {
  BookingKey,
  DayStamp,
  Instant,
  LaneLetter,
  Place,
  Slug,
  StaffNumber,
  TicketId,
  Window,
} from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Announcement, SoundStatus } from '../../protocol/office-screens.ts'
import type { Settled } from '../../protocol/survey.ts'
import type { MonthCounts, MonthStamp } from '../../protocol/survey-results.ts'
import type { Booking } from './events.ts'
import { type Measured, NOTHING_MEASURED } from './measured.ts'
import { NO_PAPERS, type Papers } from './papers.ts'
import type { Ticket } from './ticket.ts'
import { NO_TICKETS, type Tickets } from './tickets.ts'

/** A counter that is open; a closed one is absent. */
export type OpenCounter = {
  staff: StaffNumber
  stages: Slug[]
  helps: Slug[]
  openedAt: Instant
  /** Null while it serves. */
  paused: { reason: Slug; sinceAt: Instant } | null
  /** What it may take back: the ticket as it stood before the act, and the family that a call kept here. */
  undo: { act: Undoable; at: Instant; before: Ticket; kept: readonly TicketId[] } | null
}

/** What a kiosk last saw, and whether somebody there asked for staff. */
export type Kiosk = {
  visit: {
    visitId: string
    at: Instant
    verdict: Verdict
    ticketId: TicketId | null
    key: BookingKey | null
    booked: { day: DayStamp; window: Window } | null
  } | null
  staffCalledAt: Instant | null
}

/**
 * How a printer is. A trouble begins when it stops for something that a person has to come for, and lasts until it prints
 * again, whatever it says meanwhile.
 */
export type Device = {
  status: DeviceStatus
  sinceAt: Instant
  /** The last trouble by what it began with; null before the first. */
  trouble: { status: DeviceStatus; at: Instant } | null
  troublesToday: number
}

/** One call or recall, as it stands on the displays; `together`: members of the family that are called with it. */
export type Call = {
  callNo: number
  ticketId: TicketId
  counter: number
  at: Instant
  times: number
  together: readonly TicketId[]
}

/** A rule that was set aside for one person, for the audit. */
export type Override = { act: OverrideAct; ticketId: TicketId; staff: StaffNumber; reason: Slug; at: Instant }

/** Somebody who is asked to answer the survey; `everyKth` as it was then. */
export type Invitation = { ticketId: TicketId; counter: number; at: Instant; everyKth: number }

/** The survey as the journal knows it: who is asked and who has answered, never what. */
export type Survey = {
  /** Visits that ended since the last invitation; goes on across days. */
  sinceInvited: number
  /** Invitations of today that can be answered still, oldest first. */
  open: readonly Invitation[]
  /** Those of the last open day that ended before it did. */
  settled: Readonly<Record<TicketId, Settled>>
  months: Readonly<Record<MonthStamp, MonthCounts>>
}

/** Everything the office knows now. Made only by `evolve`. */
export type State = {
  office: Office | null
  day: { day: DayStamp; status: 'open' | 'closed' } | null
  bookings: Readonly<Record<BookingKey, Booking>>
  tickets: Tickets
  /** Last number given per lane, today. */
  lastNumber: Readonly<Record<LaneLetter, number>>
  /** Check-ins of today. */
  checkIns: number
  /** By counter number. */
  counters: Readonly<Record<string, OpenCounter>>
  kiosks: Readonly<Record<Place, Kiosk>>
  papers: Papers
  /** Printers by place; one that never reported is absent. */
  devices: Readonly<Record<Place, Device>>
  /** Whether a display can be heard, by place; one that never said is absent. */
  sounds: Readonly<Record<Place, SoundStatus>>
  /** What everybody is told now. */
  announcement: { words: Announcement; at: Instant } | null
  /** Newest first, at most 24: five and more for the displays of every zone. */
  calls: readonly Call[]
  /** Number of the last call; grows for ever, across days. */
  callNo: number
  /** People turned away today, by verdict. */
  turnedAway: Readonly<Partial<Record<Verdict, number>>>
  /** Hours that were set for a day at short notice; null closes it. Days before the open one are forgotten. */
  exceptions: Readonly<Record<DayStamp, Opening | null>>
  outage: { scope: OutageScope; sinceAt: Instant } | null
  /** Outages of today that are over. */
  outages: readonly { scope: OutageScope; sinceAt: Instant; untilAt: Instant }[]
  /** Rules set aside today, oldest first. */
  overrides: readonly Override[]
  /** Documents asked for today beyond the list, by code. */
  documentsAsked: Readonly<Record<Slug, number>>
  /** What was measured: today so far, and the days before. */
  measured: Measured
  survey: Survey
}

/** Before anything happened. */
export const NOTHING_YET: State = {
  office: null,
  day: null,
  bookings: {},
  tickets: NO_TICKETS,
  lastNumber: {},
  checkIns: 0,
  counters: {},
  kiosks: {},
  papers: NO_PAPERS,
  devices: {},
  sounds: {},
  announcement: null,
  calls: [],
  callNo: 0,
  turnedAway: {},
  exceptions: {},
  outage: null,
  outages: [],
  overrides: [],
  documentsAsked: {},
  measured: NOTHING_MEASURED,
  survey: { sinceInvited: 0, open: [], settled: {}, months: {} },
}

/** One minute in the unit of instants. */
export const MINUTE = 60_000

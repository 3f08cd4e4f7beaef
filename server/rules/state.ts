import type { Verdict } from '../../protocol/answers.ts'
import type { DeviceStatus, Outcome, SlipReport } from '../../protocol/commands.ts'
import type {
  BookingKey,
  DayStamp,
  Instant,
  LaneLetter,
  Place,
  SlipId,
  Slug,
  StaffNumber,
  TicketId,
  TicketNumber,
  Window,
} from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Arrival } from '../../protocol/views.ts'
import type { Booking } from './events.ts'

/** Where a ticket stands in its journey. One ticket is at one counter at most, by the shape of this type. */
export type Standing =
  | { status: 'waiting' }
  | { status: 'called'; counter: number; calledAt: Instant; lastCalledAt: Instant; times: number }
  | {
      status: 'serving'
      counter: number
      calledAt: Instant
      lastCalledAt: Instant
      times: number
      startedAt: Instant
    }
  /** Did not come to any of its calls; a new scan brings it back. */
  | { status: 'missed'; sinceAt: Instant }
  | { status: 'done'; outcome: Outcome; doneAt: Instant }
  /** The day closed before it was served. */
  | { status: 'ended'; endedAt: Instant }

/** The right to be served today. */
export type Ticket = {
  ticketId: TicketId
  number: TicketNumber
  order: number
  letter: LaneLetter
  service: Slug
  key: BookingKey
  priority: boolean
  window: Window | null
  arrival: Arrival
  checkedInAt: Instant
  /** h of the turn key, in signed minutes, the same at every stage. */
  shiftMin: number
  stage: Slug
  /** When it entered this stage. */
  enteredAt: Instant
  /** K of the turn key at this stage: smaller is called first. */
  turnAt: Instant
  callableFromAt: Instant
  misses: number
  /** Papers made so far, the first included. */
  papers: number
  kiosk: Place
  standing: Standing
}

/** A counter that is open; a closed one is absent. */
export type OpenCounter = { staff: StaffNumber; stages: Slug[]; helps: Slug[]; openedAt: Instant }

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

/** One paper that is owed or was made. */
export type Paper = {
  slipId: SlipId
  ticketId: TicketId
  printer: Place
  mark: 'original' | 'reprint'
  state: 'queued' | SlipReport
}

/** One call or recall, as it stands on the displays. */
export type Call = { callNo: number; ticketId: TicketId; counter: number; at: Instant; times: number }

/** Everything the office knows now. Made only by `evolve`. */
export type State = {
  office: Office | null
  day: { day: DayStamp; status: 'open' | 'closed' } | null
  bookings: Readonly<Record<BookingKey, Booking>>
  tickets: Readonly<Record<TicketId, Ticket>>
  /** Ticket of a booking, today. */
  ticketOf: Readonly<Record<BookingKey, TicketId>>
  /** Last number given per lane, today. */
  lastNumber: Readonly<Record<LaneLetter, number>>
  /** Check-ins of today. */
  checkIns: number
  /** By counter number. */
  counters: Readonly<Record<string, OpenCounter>>
  kiosks: Readonly<Record<Place, Kiosk>>
  papers: Readonly<Record<SlipId, Paper>>
  /** Printer status by place; a printer that never reported is absent. */
  devices: Readonly<Record<Place, DeviceStatus>>
  /** Newest first, at most twelve. */
  calls: readonly Call[]
  /** Number of the last call; grows for ever, across days. */
  callNo: number
  /** People turned away today, by verdict. */
  turnedAway: Readonly<Partial<Record<Verdict, number>>>
}

/** Before anything happened. */
export const NOTHING_YET: State = {
  office: null,
  day: null,
  bookings: {},
  tickets: {},
  ticketOf: {},
  lastNumber: {},
  checkIns: 0,
  counters: {},
  kiosks: {},
  papers: {},
  devices: {},
  calls: [],
  callNo: 0,
  turnedAway: {},
}

/** One minute in the unit of instants. */
export const MINUTE = 60_000

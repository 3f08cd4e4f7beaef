import type { Outcome } from '../../protocol/commands.ts'
import type { Arrival } from '../../protocol/faces.ts'
import type {
  BookingKey,
  Instant,
  LaneLetter,
  Place,
  Slug,
  TicketId,
  TicketNumber,
  Window,
} from '../../protocol/ids.ts'
import type { Forecast, Reserved } from './events.ts'

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
  /** Set aside by `counter`; comes back by a scan, or is taken up again there. */
  | { status: 'parked'; counter: number; sinceAt: Instant }
  /** Did not come to any of its calls; a new scan brings it back. */
  | { status: 'missed'; sinceAt: Instant }
  | { status: 'done'; outcome: Outcome; doneAt: Instant }
  /** The day closed before it was served. */
  | { status: 'ended'; endedAt: Instant }

/** The right to be served today. */
export type Ticket = {
  ticketId: TicketId
  number: TicketNumber
  /** Check-in number of the day. */
  order: number
  /** Decides between equal turn keys before `order`. */
  tie: number
  letter: LaneLetter
  service: Slug
  /** Null: without a booking. */
  key: BookingKey | null
  /** What a family has in common, null for somebody alone. */
  party: BookingKey | null
  walkInReason: Slug | null
  priority: boolean
  window: Window | null
  arrival: Arrival
  checkedInAt: Instant
  /** h of the turn key, in signed minutes, kept through the stages (percepatan: worked out anew at each). */
  shiftMin: number
  stage: Slug
  /** Stages it completed. */
  done: readonly Slug[]
  /** When it entered this stage. */
  enteredAt: Instant
  /** K of the turn key at this stage: smaller is called first. */
  turnAt: Instant
  callableFromAt: Instant
  /** For which counter it is kept: its family is there, it was set aside there, or it was sent there. */
  reserved: Reserved | null
  /** Likely call at this stage as last shown, null when none could be worked out. */
  forecast: Forecast | null
  /** Likely call at this stage as first shown (on paper, at the first one): what the outcome is held against. */
  promised: Forecast | null
  misses: number
  /** Documents asked of it beyond the list, by code. */
  asked: readonly Slug[]
  /** Papers made so far, the first included. */
  papers: number
  kiosk: Place
  standing: Standing
}

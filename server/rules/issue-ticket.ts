import type { OverrideAct } from '../../protocol/commands.ts'
import type { BookingKey, Instant, Place, Slug, StaffNumber, Window } from '../../protocol/ids.ts'
import type { Lane, Office, Service } from '../../protocol/office.ts'
import type { Turn } from './arrival.ts'
import { type Decision, refuse, take } from './decision.ts'
import type { Booking, OfficeEvent } from './events.ts'
import { withFamily } from './families.ts'
import { nextNumber, nextSlipId, ticketIdOf } from './numbering.ts'
import { withDeadline } from './percepatan.ts'
import { printerOf } from './printer-of.ts'
import type { State } from './state.ts'

/** The office on its open day, at one of its kiosks. */
export type Desk = { office: Office; day: string; printer: Place }

/** Where a number is given; the refusal when no day is open or the kiosk is not in the office's document. */
export const deskOf = (state: State, kiosk: Place): Desk | Decision => {
  const { office, day } = state
  if (office === null) return refuse('office-not-ready')
  if (day?.status !== 'open') return refuse('day-not-open')
  const printer = printerOf(state, kiosk)
  return printer === undefined ? refuse('unknown-place') : { office, day: day.day, printer }
}

/** Who gets a number. */
export type Applicant = {
  service: Service
  priority: boolean
  /** Null: without a code. */
  key: BookingKey | null
  /** The window that counts; null where none does. */
  window: Window | null
  /** The booking behind the key, where the agenda has one. */
  booking: Booking | null
  walkInReason: Slug | null
}

/**
 * Where and when a number is given. `override`: by staff, against a rule; the kiosk's screen shows nothing of it, only
 * its paper comes out there.
 */
export type Giving = {
  visitId: string
  kiosk: Place
  at: Instant
  override: { act: OverrideAct; staff: StaffNumber; reason: Slug } | null
  /** The visitor said that an original is missing. */
  incomplete?: true | undefined
}

/** Behind every booking number: those without one, where the booking number decides between equal turns. */
const AFTER_ALL_BOOKED = Number.MAX_SAFE_INTEGER

/**
 * A number with its paper, in a lane, at a turn as the arrival rules reckoned it; the lane's deadline and the family that
 * waits already may move it forward. `ties` is the office's, also where a lane has arrival rules of its own: it decides
 * between tickets of all lanes. Caps and hours are not looked at here. Refused only where the document has no such lane or
 * no stage, or where the lane has given its last number.
 */
export const issueTicket = (
  state: State,
  { office, day, printer }: Desk,
  giving: Giving,
  applicant: Applicant,
  lane: Lane | undefined,
  reckoned: Turn,
): Decision => {
  const { service, priority, key, window, booking, walkInReason } = applicant
  const { visitId, kiosk, at, override, incomplete } = giving
  const [stage] = service.journey
  if (lane === undefined || stage === undefined) return refuse('unknown-service')
  const { letter } = lane
  const number = nextNumber(state, letter)
  if (number === null) return refuse('lane-full')
  const due = withDeadline(state, { letter, service: service.id, priority, shiftMin: 0 }, stage, reckoned, at)
  const bookingNo = window === null ? undefined : booking?.bookingNo
  const own = { ...due, tie: office.windows.ties === 'booking' ? (bookingNo ?? AFTER_ALL_BOOKED) : undefined }
  const { tie, ...turn } = booking === null || window === null ? own : withFamily(state, booking, stage, own, at)
  const ticketId = ticketIdOf(day, number)
  const events: OfficeEvent[] = [
    {
      type: 'CheckedIn',
      visitId,
      kiosk,
      ticketId,
      number,
      order: state.checkIns + 1,
      letter,
      service: service.id,
      key,
      ...(booking?.party === undefined ? {} : { party: booking.party }),
      ...(tie === undefined ? {} : { tie }),
      ...(walkInReason === null ? {} : { walkInReason }),
      ...(incomplete ? { incomplete } : {}),
      ...(override === null ? {} : { by: 'staff' as const }),
      priority,
      window,
      ...turn,
      stage,
    },
    { type: 'SlipQueued', slipId: nextSlipId({ ticketId, papers: 0 }), ticketId, printer, mark: 'original' },
  ]
  if (override !== null) events.push({ type: 'Overridden', ticketId, ...override })
  return take(events, { kind: 'check-in', visitId, verdict: turn.arrival, number })
}

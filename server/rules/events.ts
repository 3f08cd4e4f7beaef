import { z } from 'zod'
import { Verdict } from '../../protocol/answers.ts'
import { DeviceStatus, Outcome, SlipReport } from '../../protocol/commands.ts'
import {
  BookingKey,
  CommandId,
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
import { Office } from '../../protocol/office.ts'
import { Arrival } from '../../protocol/views.ts'

/**
 * A booking as the rules know it: its code is a keyed hash. `priority` says that the priority lane applies, never why.
 */
export const Booking = z.strictObject({
  key: BookingKey,
  day: DayStamp,
  window: Window,
  service: Slug,
  status: z.enum(['booked', 'cancelled', 'unpaid']),
  priority: z.boolean(),
})
export type Booking = z.infer<typeof Booking>

/** Signed minutes that shift a turn: set-back for the late and those without appointment, head start for priority. */
const ShiftMin = z.number().min(-180).max(240)

const event = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape })

/**
 * Facts, in the past. They never leave the server, carry no personal data and hold every number that was decided, so
 * that a replay needs no rule and no setting. Who asked stands beside them in the journal.
 */
export const OfficeEvent = z.discriminatedUnion('type', [
  event('OfficeConfigured', { office: Office }),
  event('DayOpened', { day: DayStamp }),
  /** Tickets not finished by then end with the day. */
  event('DayClosed', { day: DayStamp, unserved: z.array(TicketId) }),
  /** Added or changed bookings only. */
  event('AgendaImported', { bookings: z.array(Booking) }),
  event('CheckedIn', {
    visitId: CommandId,
    kiosk: Place,
    ticketId: TicketId,
    number: TicketNumber,
    /** Check-in number of the day: decides between equal turn keys. */
    order: z.int().min(1),
    letter: LaneLetter,
    service: Slug,
    key: BookingKey,
    priority: z.boolean(),
    window: Window.nullable(),
    arrival: Arrival,
    shiftMin: ShiftMin,
    turnAt: Instant,
    callableFromAt: Instant,
    stage: Slug,
  }),
  /** Somebody came and got no ticket: a fact that the office wants to count. */
  event('TurnedAway', {
    visitId: CommandId,
    kiosk: Place,
    verdict: Verdict,
    key: BookingKey.nullable(),
    booked: z.strictObject({ day: DayStamp, window: Window }).nullable(),
  }),
  event('CheckedInAgain', {
    visitId: CommandId,
    kiosk: Place,
    ticketId: TicketId,
    verdict: z.enum(['already-in', 'ended']),
  }),
  /** A ticket that missed its calls was scanned again. */
  event('Returned', { ticketId: TicketId, turnAt: Instant }),
  event('SlipQueued', { slipId: SlipId, ticketId: TicketId, printer: Place, mark: z.enum(['original', 'reprint']) }),
  event('SlipReported', { slipId: SlipId, status: SlipReport }),
  event('DeviceReported', { printer: Place, status: DeviceStatus }),
  event('StaffCalled', { kiosk: Place }),
  event('StaffCallEnded', { kiosk: Place }),
  event('CounterOpened', {
    counter: z.int(),
    staff: StaffNumber,
    stages: z.array(Slug),
    helps: z.array(Slug),
  }),
  event('CounterClosed', { counter: z.int() }),
  /** With the reason of the choice: its key and the runner-up, the audit's answer to "kenapa dia duluan?". */
  event('Called', {
    callNo: z.int().min(1),
    ticketId: TicketId,
    counter: z.int(),
    stage: Slug,
    helping: z.boolean(),
    turnAt: Instant,
    shiftMin: ShiftMin,
    runnerUp: z.strictObject({ ticketId: TicketId, turnAt: Instant }).nullable(),
  }),
  event('Recalled', { callNo: z.int().min(1), ticketId: TicketId, counter: z.int() }),
  event('Started', { ticketId: TicketId, counter: z.int() }),
  event('StageFinished', {
    ticketId: TicketId,
    counter: z.int(),
    stage: Slug,
    outcome: Outcome,
    /** Null when the visit ends here. */
    next: z.strictObject({ stage: Slug, turnAt: Instant }).nullable(),
  }),
  /** Did not come. `again` null: too often, the ticket waits until it is scanned again. */
  event('Missed', {
    ticketId: TicketId,
    counter: z.int(),
    again: z.strictObject({ turnAt: Instant, callableFromAt: Instant }).nullable(),
  }),
])
export type OfficeEvent = z.infer<typeof OfficeEvent>
/** One kind of event. */
export type EventOf<T extends OfficeEvent['type']> = Extract<OfficeEvent, { type: T }>

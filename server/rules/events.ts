import { z } from 'zod'
import { Verdict } from '../../protocol/answers.ts'
import {
  BookingStatus,
  DeviceStatus,
  OutageScope,
  Outcome,
  OverrideAct,
  SlipReport,
  Undoable,
} from '../../protocol/commands.ts'
import { Arrival } from '../../protocol/faces.ts'
import { Opening } from '../../protocol/hours.ts'
import { HOUSE_FACTS } from '../../protocol/house-facts.ts'
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
import { Announcement, SoundStatus } from '../../protocol/office-screens.ts'
import { Range } from '../../protocol/range.ts'
import { Settled } from '../../protocol/survey.ts'

/**
 * A booking as the rules know it: its code is a keyed hash. `priority` says that the priority lane applies, never why.
 */
export const Booking = z.strictObject({
  key: BookingKey,
  day: DayStamp,
  window: Window,
  service: Slug,
  status: BookingStatus,
  priority: z.boolean(),
  /** Keyed hash of what a family has in common. */
  party: BookingKey.optional(),
  bookingNo: z.int().min(0).optional(),
})
export type Booking = z.infer<typeof Booking>

/** Signed minutes that shift a turn: set-back for the late and those without appointment, head start for priority. */
const ShiftMin = z.number().min(-1440).max(1440)

/** For whom a ticket is kept: `strict`, nobody else calls it; else others do when they have nothing else. */
const Reserved = z.strictObject({ counter: z.int(), strict: z.boolean() })
export type Reserved = z.infer<typeof Reserved>

/**
 * A likely call as it was worked out: shown range, and the 10, 50 and 90 % quantiles it was made of, not calibrated yet.
 * Kept with the ticket, so that what was promised can be held against what came.
 */
export const Forecast = z.strictObject({ ...Range.shape, lowAt: Instant, medianAt: Instant, highAt: Instant })
export type Forecast = z.infer<typeof Forecast>

/** Tickets that were not finished when the day closed, by where they stood. */
const Leftovers = z.strictObject({ waiting: z.int(), inHand: z.int(), parked: z.int(), missed: z.int() })
export type Leftovers = z.infer<typeof Leftovers>

const event = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape })

/**
 * Facts, in the past. They never leave the server, carry no personal data and hold every number that was decided, so
 * that a replay needs no rule and no setting. Who asked stands beside them in the journal.
 */
export const OfficeEvent = z.discriminatedUnion('type', [
  event('OfficeConfigured', { office: Office }),
  event('DayOpened', { day: DayStamp }),
  /** Tickets not finished by then end with the day; `leftovers` counts them by where they stood. */
  event('DayClosed', {
    day: DayStamp,
    unserved: z.array(TicketId),
    leftovers: Leftovers.optional(),
    /** Bookings of earlier days are forgotten; absent: those before the day itself. */
    bookingsFrom: DayStamp.optional(),
  }),
  event('HoursSet', { day: DayStamp, opening: Opening.nullable() }),
  event('OutageStarted', { scope: OutageScope }),
  event('OutageEnded', {}),
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
    /** Null: a number without a booking. */
    key: BookingKey.nullable(),
    party: BookingKey.optional(),
    /** Decides between equal turn keys before `order` does; absent: `order` alone. */
    tie: z.int().min(0).optional(),
    /** Why without an appointment. */
    walkInReason: Slug.optional(),
    /** The visitor said at the kiosk that an original is missing. */
    incomplete: z.literal(true).optional(),
    /** Staff gave it from a counter: nobody stands at the kiosk, only its printer is used. */
    by: z.literal('staff').optional(),
    /**
     * When the visitor came, where the number was typed in from paper afterwards: waits, arrival and figures count from
     * here, and `at` in the journal is only when it was typed. Absent: `at` is when the visitor came.
     */
    cameAt: Instant.optional(),
    priority: z.boolean(),
    window: Window.nullable(),
    arrival: Arrival,
    shiftMin: ShiftMin,
    turnAt: Instant,
    callableFromAt: Instant,
    stage: Slug,
    forecast: Forecast.nullable().optional(),
  }),
  /**
   * Follows a `CheckedIn` with `cameAt`: that visit is over already, called and done on paper at the times written there.
   * Figures count the wait from `cameAt` (or the window's start) to `calledAt`, and one case of the whole journey (`stages`)
   * at `counter` from `calledAt` to `doneAt`. No `Called`, `Started` or `StageFinished` stands beside it.
   */
  event('ServedOnPaper', {
    ticketId: TicketId,
    counter: z.int(),
    stages: z.array(Slug).min(1),
    calledAt: Instant,
    doneAt: Instant,
  }),
  /** Somebody came and got no ticket: a fact that the office wants to count. */
  event('TurnedAway', {
    visitId: CommandId,
    kiosk: Place,
    verdict: Verdict,
    key: BookingKey.nullable(),
    booked: z.strictObject({ day: DayStamp, window: Window }).nullable(),
  }),
  /** Asked about the originals, the visitor comes back later and wants no number now. */
  event('PutOff', { kiosk: Place }),
  event('CheckedInAgain', {
    visitId: CommandId,
    kiosk: Place,
    ticketId: TicketId,
    verdict: z.enum(['already-in', 'ended']),
  }),
  /** A ticket that missed its calls, or was set aside, was scanned again. */
  event('Returned', { ticketId: TicketId, turnAt: Instant, reserved: Reserved.nullable().optional() }),
  event('SlipQueued', { slipId: SlipId, ticketId: TicketId, printer: Place, mark: z.enum(['original', 'reprint']) }),
  /** It waits, and comes out at another printer, because this one has stopped. */
  event('SlipMoved', { slipId: SlipId, printer: Place }),
  event('SlipReported', { slipId: SlipId, status: SlipReport }),
  event('DeviceReported', { printer: Place, status: DeviceStatus }),
  event('SoundReported', { display: Place, status: SoundStatus }),
  event('Announced', { words: Announcement }),
  event('AnnouncementEnded', {}),
  /** The machine's clock, which was doubted, is right: from here on its time holds. */
  event('ClockTrusted', {}),
  event('StaffCalled', { kiosk: Place }),
  event('StaffCallEnded', { kiosk: Place }),
  event('CounterOpened', {
    counter: z.int(),
    staff: StaffNumber,
    stages: z.array(Slug),
    helps: z.array(Slug),
  }),
  event('CounterClosed', { counter: z.int() }),
  event('CounterPaused', { counter: z.int(), reason: Slug }),
  event('CounterResumed', { counter: z.int() }),
  /**
   * With the reason of the choice: K (`turnAt`), h (`shiftMin`; r = K − h), the class, and the runner-up, the audit's
   * answer to "kenapa dia duluan?". `together`: members of the family that are called with it and come after it.
   */
  event('Called', {
    callNo: z.int().min(1),
    ticketId: TicketId,
    counter: z.int(),
    stage: Slug,
    helping: z.boolean(),
    turnAt: Instant,
    shiftMin: ShiftMin,
    runnerUp: z.strictObject({ ticketId: TicketId, turnAt: Instant }).nullable(),
    letter: LaneLetter.optional(),
    together: z.array(TicketId).optional(),
  }),
  event('Recalled', { callNo: z.int().min(1), ticketId: TicketId, counter: z.int() }),
  event('Started', { ticketId: TicketId, counter: z.int() }),
  event('StageFinished', {
    ticketId: TicketId,
    counter: z.int(),
    stage: Slug,
    outcome: Outcome,
    /** Null when the visit ends here. */
    next: z
      .strictObject({
        stage: Slug,
        turnAt: Instant,
        shiftMin: ShiftMin.optional(),
        forecast: Forecast.nullable().optional(),
      })
      .nullable(),
  }),
  /** Did not come. `again` null: too often, the ticket waits until it is scanned again. */
  event('Missed', {
    ticketId: TicketId,
    counter: z.int(),
    again: z.strictObject({ turnAt: Instant, callableFromAt: Instant }).nullable(),
  }),
  /** Set aside by its counter; keeps its turn. */
  event('Parked', { ticketId: TicketId, counter: z.int() }),
  /** Taken up again by the counter that set it aside: the case goes on. */
  event('Resumed', { ticketId: TicketId, counter: z.int() }),
  event('DocumentAsked', { ticketId: TicketId, stage: Slug, document: Slug }),
  /** From its counter to another stage or to a named counter, waiting, its turn kept. */
  event('Transferred', {
    ticketId: TicketId,
    counter: z.int(),
    stage: Slug,
    turnAt: Instant,
    reserved: Reserved.nullable(),
  }),
  /** The ticket stands again as before the act. */
  event('Undone', { counter: z.int(), act: Undoable, ticketId: TicketId }),
  /** A supervisor sent it to wait elsewhere, its turn kept; `from`: the counter that had it in hand. */
  event('Reassigned', {
    ticketId: TicketId,
    from: z.int().nullable(),
    stage: Slug,
    turnAt: Instant,
    callableFromAt: Instant,
    reserved: Reserved.nullable(),
  }),
  /** A supervisor ended it; `from` as with `Reassigned`. */
  event('TicketCancelled', { ticketId: TicketId, from: z.int().nullable() }),
  /** A supervisor said which stages a counter helps with. */
  event('HelpsSet', { counter: z.int(), helps: z.array(Slug) }),
  /** From one counter's hand into another's. */
  event('TakenOver', { ticketId: TicketId, from: z.int(), counter: z.int() }),
  /** Staff changed the shift of a waiting ticket; `priority` when it got the head start. */
  event('Shifted', { ticketId: TicketId, shiftMin: ShiftMin, turnAt: Instant, priority: z.boolean() }),
  /** For the audit: which rule was set aside, by whom and why; the act itself is the event beside it. */
  event('Overridden', { act: OverrideAct, ticketId: TicketId, staff: StaffNumber, reason: Slug }),
  /** A visit ended, and its person is asked to answer the survey: every k-th is. */
  event('SurveyInvited', { ticketId: TicketId, counter: z.int(), everyKth: z.int().min(1) }),
  /** That an invitation was answered or declined. What was answered is nowhere beside a ticket. */
  event('InvitationSettled', { ticketId: TicketId, how: Settled }),
  /** Likely calls that changed on the screens. */
  event('ForecastsShown', { forecasts: z.array(Forecast.extend({ ticketId: TicketId })).min(1) }),
  ...HOUSE_FACTS,
])
export type OfficeEvent = z.infer<typeof OfficeEvent>
/** One kind of event. */
export type EventOf<T extends OfficeEvent['type']> = Extract<OfficeEvent, { type: T }>

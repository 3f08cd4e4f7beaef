import type { Verdict } from '../../protocol/answers.ts'
import type { BookingKey, Instant, Place } from '../../protocol/ids.ts'
import type { Sender } from '../../protocol/roles.ts'
import { givesNumbers } from './calendar.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import { canKeep } from './dispatch.ts'
import type { Booking, OfficeEvent } from './events.ts'
import { deskOf, issueTicket } from './issue-ticket.ts'
import { asksDocuments, keptBooking } from './kept-booking.ts'
import { serviceOf } from './lanes.ts'
import { MINUTE, type State } from './state.ts'
import type { Ticket } from './ticket.ts'
import { ticketBy, ticketIdOf } from './tickets.ts'

/** One presentation at a kiosk. */
export type Presentation = { visitId: string; kiosk: Place; at: Instant }

const turnAway = (
  { visitId, kiosk }: Presentation,
  verdict: Verdict,
  key: BookingKey | null = null,
  booking: Booking | null = null,
): Decision => {
  const booked = booking === null ? null : { day: booking.day, window: booking.window }
  const result = { kind: 'check-in', visitId, verdict, number: null } as const
  return take([{ type: 'TurnedAway', visitId, kiosk, verdict, key, booked }], result)
}

/** Whether the visit of a ticket is over, served or not: its code may be admitted once more, by staff. */
export const isOver = ({ standing }: Ticket): boolean => standing.status === 'done' || standing.status === 'ended'

/** A second scan changes nothing, except that it brings back a ticket that missed its calls or was set aside. */
export const checkInAgain = (state: State, ticket: Ticket, { visitId, kiosk, at }: Presentation): Decision => {
  const { ticketId, standing, shiftMin, turnAt } = ticket
  const verdict = isOver(ticket) ? 'ended' : 'already-in'
  const events: OfficeEvent[] = [{ type: 'CheckedInAgain', visitId, kiosk, ticketId, verdict }]
  if (standing.status === 'missed') events.push({ type: 'Returned', ticketId, turnAt: at + shiftMin * MINUTE })
  // Back with papers: its K of this stage (queue-rules section 2), at the counter that knows the case where possible.
  if (standing.status === 'parked') {
    const same = { counter: standing.counter, strict: false }
    const isKept = state.office?.returns.sameCounter && canKeep(state, same, ticket.stage)
    events.push({ type: 'Returned', ticketId, turnAt, reserved: isKept ? same : null })
  }
  return take(events, { kind: 'check-in', visitId, verdict, number: ticket.number })
}

/**
 * Somebody presented a code, or the paper of a ticket, which is all that a walk-in has. Every outcome is a fact, also the ones without a ticket, because how many come on the wrong
 * day or too late is what an office wants to know. In an office without a list a code that no agenda knows is asked for its
 * window. Refused only where the sender cannot ask (no day is open, or the kiosk is not in the office's document),
 * and once a lane has given its last number.
 */
export const decideCheckIn = (state: State, command: SealedOf<'CheckIn'>, sender: Sender, at: number): Decision => {
  const desk = deskOf(state, sender.place)
  if ('status' in desk) return desk
  const { office } = desk
  const { commandId: visitId, presented } = command
  const here: Presentation = { visitId, kiosk: sender.place, at }
  if (presented.status === 'billing-code') return turnAway(here, 'billing-code')
  if (presented.status === 'other-office') return turnAway(here, 'wrong-office')
  if (presented.status === 'unreadable') return turnAway(here, 'unknown')
  const known = presented.status === 'ticket' ? presented.ticketId : ticketIdOf(state.tickets, presented.key)
  const ticket = ticketBy(state.tickets, known)
  if (ticket !== undefined) return checkInAgain(state, ticket, here)
  if (presented.status === 'ticket') return turnAway(here, 'unknown')
  const { key } = presented
  const booking = state.bookings[key]
  const closed = !givesNumbers(state, at)
  if (booking === undefined && office.agenda.scanOnlyService === null) return turnAway(here, 'unknown')
  if (booking === undefined) return turnAway(here, closed ? 'closed' : 'window-needed', key)
  if (booking.status !== 'booked') return turnAway(here, booking.status, key, booking)
  if (booking.day !== desk.day) return turnAway(here, 'wrong-day', key, booking)
  if (closed) return turnAway(here, 'closed', key, booking)
  const service = serviceOf(office, booking.service)
  if (service === undefined) return refuse('unknown-service')
  const kept = keptBooking(office, booking, service, at)
  if (kept === null) return turnAway(here, 'too-late', key, booking)
  if (asksDocuments(state, booking, service)) return turnAway(here, 'checklist', key, booking)
  return issueTicket(state, desk, { ...here, override: null }, kept.applicant, kept.lane, kept.turn)
}

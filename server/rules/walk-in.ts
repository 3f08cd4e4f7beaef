import type { Slug } from '../../protocol/ids.ts'
import type { Service } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import { reckonWalkIn } from './arrival.ts'
import { checkInAgain } from './check-in.ts'
import { type Decision, refuse, type SealedOf } from './decision.ts'
import type { Booking } from './events.ts'
import { type Desk, deskOf, type Giving, issueTicket } from './issue-ticket.ts'
import { laneFor, serviceOf, walkInObstacle, windowsOf } from './lanes.ts'
import type { State } from './state.ts'
import { ticketBy, ticketIdOf } from './tickets.ts'

/** Somebody who is served without an appointment: no code, or the booking whose window is long past. */
export type WalkIn = { service: Service; priority: boolean; booking: Booking | null; walkInReason: Slug | null }

/** A number without an appointment, in the lane of those who have none. */
export const giveWalkIn = (state: State, desk: Desk, giving: Giving, walkIn: WalkIn): Decision => {
  const { service, priority, booking } = walkIn
  const lane = laneFor(desk.office, service, { priority, walkIn: true })
  const turn = reckonWalkIn(priority, giving.at, windowsOf(desk.office, lane))
  return issueTicket(state, desk, giving, { ...walkIn, key: booking?.key ?? null, window: null }, lane, turn)
}

/**
 * The visitor whose window is long past says yes to a number without appointment. Neither cap nor hours stand in the way:
 * who has a booking is never sent away. `nothing-offered` where this kiosk did not just ask.
 */
export const decideTakeNumberAnyway = (
  state: State,
  command: SealedOf<'TakeNumberAnyway'>,
  sender: Sender,
  at: number,
): Decision => {
  const desk = deskOf(state, sender.place)
  if ('status' in desk) return desk
  const visit = state.kiosks[sender.place]?.visit
  if (visit?.visitId !== command.visitId || visit.verdict !== 'too-late') return refuse('nothing-offered')
  const booking = state.bookings[visit.key ?? '']
  if (booking === undefined) return refuse('nothing-offered')
  const here = { visitId: command.commandId, kiosk: sender.place, at }
  const ticket = ticketBy(state.tickets, ticketIdOf(state.tickets, booking.key))
  if (ticket !== undefined) return checkInAgain(state, ticket, here)
  const service = serviceOf(desk.office, booking.service)
  if (service === undefined) return refuse('unknown-service')
  const { priority } = booking
  return giveWalkIn(state, desk, { ...here, override: null }, { service, priority, booking, walkInReason: null })
}

/**
 * Somebody without a booking takes a number at the kiosk. Refused with `unknown-reason`, and where the lane gives none now
 * (`walkInObstacle`): staff may still give one.
 */
export const decideTakeNumber = (
  state: State,
  command: SealedOf<'TakeNumber'>,
  sender: Sender,
  at: number,
): Decision => {
  const desk = deskOf(state, sender.place)
  if ('status' in desk) return desk
  const { commandId: visitId, priority, reason: walkInReason } = command
  const service = serviceOf(desk.office, command.service)
  if (service === undefined) return refuse('unknown-service')
  if (!desk.office.reasons.walkIn.some(({ id }) => id === walkInReason)) return refuse('unknown-reason')
  const lane = laneFor(desk.office, service, { priority, walkIn: true })
  const obstacle = lane === undefined ? 'unknown-service' : walkInObstacle(state, lane, at)
  if (obstacle !== null) return refuse(obstacle)
  const giving = { visitId, kiosk: sender.place, at, override: null, incomplete: command.incomplete }
  return giveWalkIn(state, desk, giving, { service, priority, booking: null, walkInReason })
}

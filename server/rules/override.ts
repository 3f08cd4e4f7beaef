import type { TicketId } from '../../protocol/ids.ts'
import type { Sender } from '../../protocol/roles.ts'
import { authorityOf } from './at-counter.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import { laneOf, windowsOf } from './lanes.ts'
import { MINUTE, type State } from './state.ts'
import type { Ticket } from './ticket.ts'
import { ticketBy } from './tickets.ts'

/** A waiting ticket whose shift staff may change. Refused: `unknown-ticket`, `not-waiting`. */
const waitingTicket = (state: State, ticketId: TicketId): Ticket | Decision => {
  const ticket = ticketBy(state.tickets, ticketId)
  if (ticket === undefined) return refuse('unknown-ticket')
  return ticket.standing.status === 'waiting' ? ticket : refuse('not-waiting')
}

/** The turn with another shift: `K = r + h` with r as it was. */
const reshifted = ({ ticketId, turnAt, shiftMin: before, priority }: Ticket, shiftMin: number) =>
  ({ type: 'Shifted', ticketId, shiftMin, turnAt: turnAt + (shiftMin - before) * MINUTE, priority }) as const

/**
 * Takes a set-back away: the turn counts from the arrival. Refused: `unknown-ticket`, `not-waiting`,
 * `nothing-to-override` without a set-back, `unknown-reason`.
 */
export const decideAcceptLate = (state: State, command: SealedOf<'AcceptLate'>, sender: Sender): Decision => {
  const ticket = waitingTicket(state, command.ticketId)
  if ('status' in ticket) return ticket
  if (ticket.shiftMin <= 0) return refuse('nothing-to-override')
  const authority = authorityOf(state, sender, command.reason)
  if ('status' in authority) return authority
  const { ticketId } = ticket
  return take([reshifted(ticket, 0), { type: 'Overridden', act: 'late-accepted', ticketId, ...authority }])
}

/**
 * Gives the head start of priority to one who waits, whatever the shift was. Refused: `unknown-ticket`, `not-waiting`,
 * `nothing-to-override` when it has priority or an earlier turn already, `unknown-reason`.
 */
export const decideGrantPriority = (state: State, command: SealedOf<'GrantPriority'>, sender: Sender): Decision => {
  const ticket = waitingTicket(state, command.ticketId)
  if ('status' in ticket) return ticket
  const { office } = state
  if (office === null) return refuse('office-not-ready')
  const { ticketId, letter } = ticket
  const shiftMin = -windowsOf(office, laneOf(office, letter)).priorityHeadStartMin
  if (ticket.priority || shiftMin >= ticket.shiftMin) return refuse('nothing-to-override')
  const authority = authorityOf(state, sender, command.reason)
  if ('status' in authority) return authority
  return take([
    { ...reshifted(ticket, shiftMin), priority: true },
    { type: 'Overridden', act: 'priority-granted', ticketId, ...authority },
  ])
}

import type { Sender } from '../../protocol/roles.ts'
import { authorityOf } from './at-counter.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import { canKeep } from './dispatch.ts'
import type { State } from './state.ts'
import type { Ticket } from './ticket.ts'
import { counterOf, ticketBy } from './tickets.ts'

/** A ticket that is not over. Refused: `unknown-ticket`, `wrong-step`. */
const liveTicket = (state: State, ticketId: string): Ticket | Decision => {
  const ticket = ticketBy(state.tickets, ticketId)
  if (ticket === undefined) return refuse('unknown-ticket')
  return ticket.standing.status === 'done' || ticket.standing.status === 'ended' ? refuse('wrong-step') : ticket
}

/**
 * Sends a ticket to wait where a supervisor wants it, its turn kept: in the queue of its stage, which also frees it from a
 * counter that it is kept for, at another stage, or at one counter alone. One that waits is not callable any earlier for
 * it. Refused: `unknown-ticket`, `wrong-step` for one that is over, `unknown-stage`, `counter-not-open` when no open counter
 * serves the stage, or the named one is closed or serves neither its stage nor helps with it, `unknown-reason`.
 */
export const decideReassign = (
  state: State,
  { ticketId, to, reason }: SealedOf<'Reassign'>,
  sender: Sender,
  at: number,
): Decision => {
  const ticket = liveTicket(state, ticketId)
  if ('status' in ticket) return ticket
  const authority = authorityOf(state, sender, reason)
  if ('status' in authority) return authority
  const stage = to.kind === 'stage' ? to.stage : ticket.stage
  if (!state.office?.stages.some(({ id }) => id === stage)) return refuse('unknown-stage')
  if (to.kind === 'stage' && !Object.values(state.counters).some(({ stages }) => stages.includes(stage)))
    return refuse('counter-not-open')
  const reserved = to.kind === 'counter' ? { counter: to.counter, strict: true } : null
  if (reserved !== null && !canKeep(state, reserved, stage)) return refuse('counter-not-open')
  const { turnAt, standing } = ticket
  const callableFromAt = standing.status === 'waiting' ? ticket.callableFromAt : at
  return take([
    { type: 'Reassigned', ticketId, from: counterOf(ticket), stage, turnAt, callableFromAt, reserved },
    { type: 'Overridden', act: 'reassigned', ticketId, ...authority },
  ])
}

/**
 * Ends a ticket that nobody will come for: it counts as withdrawn, and its code gets no second number today. Refused:
 * `unknown-ticket`, `wrong-step` for one that is over, `staff-needed`, and `unknown-reason` when the code is not one of
 * `reasons.cancel`.
 */
export const decideCancelTicket = (state: State, command: SealedOf<'CancelTicket'>, sender: Sender): Decision => {
  const { ticketId, reason } = command
  const ticket = liveTicket(state, ticketId)
  if ('status' in ticket) return ticket
  if (sender.staff === null) return refuse('staff-needed')
  if (!state.office?.reasons.cancel.some(({ id }) => id === reason)) return refuse('unknown-reason')
  return take([
    { type: 'TicketCancelled', ticketId, from: counterOf(ticket) },
    { type: 'Overridden', act: 'cancelled', ticketId, staff: sender.staff, reason },
  ])
}

/**
 * Says which stages an open counter helps with, for as long as it stays open; none ends the help. Stages of its own are left
 * out. Refused: `counter-closed`, `unknown-stage`.
 */
export const decideSetHelps = (state: State, command: SealedOf<'SetHelps'>): Decision => {
  const open = state.counters[command.counter]
  if (open === undefined) return refuse('counter-closed')
  if (!command.helps.every((id) => state.office?.stages.some((stage) => stage.id === id)))
    return refuse('unknown-stage')
  const helps = [...new Set(command.helps)].filter((id) => !open.stages.includes(id))
  const same = helps.length === open.helps.length && helps.every((id) => open.helps.includes(id))
  return take(same ? [] : [{ type: 'HelpsSet', counter: command.counter, helps }])
}

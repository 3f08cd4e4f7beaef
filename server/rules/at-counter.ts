import type { Slug, StaffNumber, TicketId } from '../../protocol/ids.ts'
import type { Sender } from '../../protocol/roles.ts'
import { type Decision, refuse } from './decision.ts'
import { inHandAt } from './dispatch.ts'
import type { OpenCounter, State } from './state.ts'
import type { Ticket } from './ticket.ts'

/** The counter that speaks: its number, and itself when it is open. */
export const counterOf = (state: State, sender: Sender): { number: number; open: OpenCounter | undefined } => ({
  number: Number(sender.place),
  open: state.counters[sender.place],
})

/**
 * The counter that speaks, when it can take somebody now. Refused: `counter-closed`, `counter-paused`, and `counter-busy`
 * while a ticket is in hand.
 */
export const freeCounter = (state: State, sender: Sender): { number: number; open: OpenCounter } | Decision => {
  const { number, open } = counterOf(state, sender)
  if (open === undefined) return refuse('counter-closed')
  if (open.paused !== null) return refuse('counter-paused')
  return inHandAt(state, number) === undefined ? { number, open } : refuse('counter-busy')
}

/**
 * The ticket that the sender believes to have in hand, in the step that the act needs. Refused: `not-in-hand`, and
 * `wrong-step`.
 */
export const ticketInHand = (
  state: State,
  sender: Sender,
  ticketId: TicketId,
  step: 'called' | 'serving',
): { number: number; ticket: Ticket } | Decision => {
  const number = Number(sender.place)
  const ticket = inHandAt(state, number)
  if (ticket?.ticketId !== ticketId) return refuse('not-in-hand')
  return ticket.standing.status === step ? { number, ticket } : refuse('wrong-step')
}

/**
 * Who answers for setting a rule aside, and why. Refused: `staff-needed`, and `unknown-reason` when the code is not one of
 * `reasons.override`.
 */
export const authorityOf = (
  state: State,
  sender: Sender,
  reason: Slug,
): { staff: StaffNumber; reason: Slug } | Decision => {
  if (sender.staff === null) return refuse('staff-needed')
  if (!state.office?.reasons.override.some(({ id }) => id === reason)) return refuse('unknown-reason')
  return { staff: sender.staff, reason }
}

import type { Sender } from '../../protocol/roles.ts'
import { counterOf } from './at-counter.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import { inHandAt } from './dispatch.ts'
import type { OpenCounter, State } from './state.ts'
import type { Ticket } from './ticket.ts'
import { ticketBy } from './tickets.ts'

/** Whether a ticket stands exactly where the act left it. */
const isUntouched = (
  { standing, enteredAt, misses }: Ticket,
  { act, at, before }: NonNullable<OpenCounter['undo']>,
  counter: number,
): boolean => {
  switch (act) {
    case 'call':
      return (
        (standing.status === 'called' || standing.status === 'serving') &&
        standing.counter === counter &&
        standing.calledAt === at
      )
    case 'finish':
      return standing.status === 'done' ? standing.doneAt === at : standing.status === 'waiting' && enteredAt === at
    case 'no-show':
      return standing.status === 'missed'
        ? standing.sinceAt === at
        : standing.status === 'waiting' && misses === before.misses + 1
  }
}

/**
 * What a counter can take back at `at`, null when nothing: the last call, finish or no-show of this counter within
 * `undoSec` of it, the end included, as long as its ticket stands where the act left it. Finish and no-show bring a ticket back
 * into its hand, so nobody else may be there.
 */
export const undoableAt = (state: State, number: number, at: number): OpenCounter['undo'] => {
  const undo = state.counters[number]?.undo ?? null
  if (undo === null || at > undo.at + (state.office?.undoSec ?? 0) * 1000) return null
  const ticket = ticketBy(state.tickets, undo.before.ticketId)
  if (ticket === undefined || !isUntouched(ticket, undo, number)) return null
  return undo.act === 'call' || inHandAt(state, number) === undefined ? undo : null
}

/** Takes back what `undoableAt` says; the ticket stands as before. Refused with `nothing-to-undo`. */
export const decideUndo = (state: State, { ticketId }: SealedOf<'Undo'>, sender: Sender, at: number): Decision => {
  const { number } = counterOf(state, sender)
  const undo = undoableAt(state, number, at)
  if (undo?.before.ticketId !== ticketId) return refuse('nothing-to-undo')
  return take([{ type: 'Undone', counter: number, act: undo.act, ticketId }])
}

import type { Slug } from '../../protocol/ids.ts'
import type { Sender } from '../../protocol/roles.ts'
import { authorityOf, freeCounter, ticketInHand } from './at-counter.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import type { OpenCounter, State } from './state.ts'
import { counterOf, ticketBy } from './tickets.ts'

/** Open counters but this one. */
export const otherCounters = (state: State, number: number): { number: number; open: OpenCounter }[] =>
  Object.entries(state.counters)
    .map(([counter, open]) => ({ number: Number(counter), open }))
    .filter((other) => other.number !== number)

/**
 * Sends the case in hand to another stage, or to one named counter, which alone calls it then; the turn key is kept, so it
 * does not queue anew. At a named counter it waits for the same stage where that counter serves it, else for the first
 * that the counter serves. A stage may be outside of the journey: `nextStageOf` says how it goes on. Refused: as
 * `ticketInHand`, `unknown-stage`, and `counter-not-open` when no other open counter serves the stage, or the named
 * counter is closed or this one.
 */
export const decideTransfer = (state: State, { ticketId, to }: SealedOf<'Transfer'>, sender: Sender): Decision => {
  const hand = ticketInHand(state, sender, ticketId, 'serving')
  if ('status' in hand) return hand
  const { stage, turnAt } = hand.ticket
  const others = otherCounters(state, hand.number)
  const sent = (next: Slug, counter: number | null): Decision => {
    const reserved = counter === null ? null : { counter, strict: true }
    return take([{ type: 'Transferred', ticketId, counter: hand.number, stage: next, turnAt, reserved }])
  }
  if (to.kind === 'stage') {
    if (!state.office?.stages.some(({ id }) => id === to.stage)) return refuse('unknown-stage')
    return others.some(({ open }) => open.stages.includes(to.stage)) ? sent(to.stage, null) : refuse('counter-not-open')
  }
  const serves = others.find(({ number }) => number === to.counter)?.open.stages ?? []
  const there = serves.find((id) => id === stage) ?? serves[0]
  return there === undefined ? refuse('counter-not-open') : sent(there, to.counter)
}

/**
 * Takes over a ticket that another counter has in hand, in the step in which it is: that counter's device died, or its
 * officer cannot go on. The other counter is free then and can be closed. Refused: as `freeCounter`, `unknown-ticket`,
 * `not-in-hand` when no other counter has it, `unknown-reason`.
 */
export const decideTakeOver = (state: State, command: SealedOf<'TakeOver'>, sender: Sender): Decision => {
  const free = freeCounter(state, sender)
  if ('status' in free) return free
  const ticket = ticketBy(state.tickets, command.ticketId)
  if (ticket === undefined) return refuse('unknown-ticket')
  const from = counterOf(ticket)
  if (from === null) return refuse('not-in-hand')
  const authority = authorityOf(state, sender, command.reason)
  if ('status' in authority) return authority
  const { ticketId } = ticket
  return take([
    { type: 'TakenOver', ticketId, from, counter: free.number },
    { type: 'Overridden', act: 'taken-over', ticketId, ...authority },
  ])
}

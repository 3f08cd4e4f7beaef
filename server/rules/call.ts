import type { Sender } from '../../protocol/roles.ts'
import { authorityOf, freeCounter, ticketInHand } from './at-counter.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import { type Choice, chooseNext, familyOf } from './dispatch.ts'
import type { EventOf } from './events.ts'
import type { State } from './state.ts'
import { ticketBy } from './tickets.ts'

/** The call with its reason: key, shift, class, whom it passed over, and the family that comes with it. */
const callOf = (state: State, counter: number, { ticket, runnerUp, helping }: Choice): EventOf<'Called'> => {
  const together = familyOf(state, ticket)
    .filter(({ reserved }) => reserved === null || reserved.counter === counter)
    .map(({ ticketId }) => ticketId)
  return {
    type: 'Called',
    callNo: state.callNo + 1,
    ticketId: ticket.ticketId,
    counter,
    stage: ticket.stage,
    helping,
    turnAt: ticket.turnAt,
    shiftMin: ticket.shiftMin,
    runnerUp: runnerUp && { ticketId: runnerUp.ticketId, turnAt: runnerUp.turnAt },
    letter: ticket.letter,
    ...(together.length > 0 && { together }),
  }
}

/**
 * Calls whose turn it is. The reason is recorded with the call. Refused: as `freeCounter`, and `nobody-callable`.
 */
export const decideCallNext = (state: State, sender: Sender, at: number): Decision => {
  const free = freeCounter(state, sender)
  if ('status' in free) return free
  const choice = chooseNext(state, free.number, free.open, at)
  if (choice === null) return refuse('nobody-callable')
  const { ticketId, number } = choice.ticket
  return take([callOf(state, free.number, choice)], { kind: 'call', ticketId, number })
}

/**
 * Calls one who waits for a stage of this counter out of turn, also before it may be called and also when it is kept for
 * another counter: a person answers for it, so it is recorded with reason and staff, and the one whose turn it was is the
 * runner-up. Whoever is next anyway is simply called. Refused: as `freeCounter`, `unknown-ticket`, `not-waiting`,
 * `unknown-stage` when this counter neither serves nor helps the stage, `unknown-reason`.
 */
export const decideCallTicket = (
  state: State,
  command: SealedOf<'CallTicket'>,
  sender: Sender,
  at: number,
): Decision => {
  const free = freeCounter(state, sender)
  if ('status' in free) return free
  const { number, open } = free
  const ticket = ticketBy(state.tickets, command.ticketId)
  if (ticket === undefined) return refuse('unknown-ticket')
  if (ticket.standing.status !== 'waiting') return refuse('not-waiting')
  const helping = !open.stages.includes(ticket.stage)
  if (helping && !open.helps.includes(ticket.stage)) return refuse('unknown-stage')
  const authority = authorityOf(state, sender, command.reason)
  if ('status' in authority) return authority
  const { ticketId } = ticket
  const next = chooseNext(state, number, open, at)
  const result = { kind: 'call', ticketId, number: ticket.number } as const
  if (next?.ticket.ticketId === ticketId) return take([callOf(state, number, next)], result)
  const called = callOf(state, number, { ticket, runnerUp: next?.ticket ?? null, helping })
  return take([called, { type: 'Overridden', act: 'out-of-order-call', ticketId, ...authority }], result)
}

/**
 * Calls the ticket in hand once more. Refused: as `ticketInHand`; `recall-limit` after `noShow.recalls` of one call;
 * `recall-too-soon` within `noShow.recallSec` of the last one, with the seconds that are left.
 */
export const decideRecall = (state: State, command: SealedOf<'Recall'>, sender: Sender, at: number): Decision => {
  const hand = ticketInHand(state, sender, command.ticketId, 'called')
  if ('status' in hand) return hand
  const { ticketId, number, standing } = hand.ticket
  const rule = state.office?.noShow
  if (rule !== undefined && standing.status === 'called') {
    if (standing.times > rule.recalls) return refuse('recall-limit')
    const waitMs = standing.lastCalledAt + rule.recallSec * 1000 - at
    if (waitMs > 0) return refuse('recall-too-soon', Math.ceil(waitMs / 1000))
  }
  return take([{ type: 'Recalled', callNo: state.callNo + 1, ticketId, counter: hand.number }], {
    kind: 'call',
    ticketId,
    number,
  })
}

import type { Sender } from '../../protocol/roles.ts'
import { freeCounter, ticketInHand } from './at-counter.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import type { EventOf } from './events.ts'
import { nextStageOf } from './journey.ts'
import { shiftAtStage } from './percepatan.ts'
import { MINUTE, type State } from './state.ts'
import { invitationOf } from './survey.ts'
import { ticketBy } from './tickets.ts'

/** The person came: service begins. */
export const decideStart = (state: State, command: SealedOf<'Start'>, sender: Sender): Decision => {
  const hand = ticketInHand(state, sender, command.ticketId, 'called')
  if ('status' in hand) return hand
  return take([{ type: 'Started', ticketId: command.ticketId, counter: hand.number }])
}

/**
 * Ends the stage. A completed one leads to the next of the journey, where the turn is `r(j,k) = e`, the moment of
 * entering, shifted as `shiftAtStage` says; the last one, or a rejection, ends the visit, and every k-th visitor is asked to
 * answer the survey.
 */
export const decideFinish = (state: State, command: SealedOf<'Finish'>, sender: Sender, at: number): Decision => {
  const hand = ticketInHand(state, sender, command.ticketId, 'serving')
  if ('status' in hand) return hand
  const { ticket } = hand
  const next = command.outcome === 'completed' ? nextStageOf(state.office, ticket) : undefined
  const shiftMin = next === undefined ? 0 : shiftAtStage(state, ticket, next, at)
  const finished: EventOf<'StageFinished'> = {
    type: 'StageFinished',
    ticketId: ticket.ticketId,
    counter: hand.number,
    stage: ticket.stage,
    outcome: command.outcome,
    next: next === undefined ? null : { stage: next, shiftMin, turnAt: at + shiftMin * MINUTE },
  }
  return take([finished, ...(next === undefined ? invitationOf(state, finished) : [])])
}

/**
 * Did not come. Put back by some minutes and not called before, so that an empty hall does not call an absent person
 * again at once; after the last time the ticket waits for a new scan. The family that is kept for this counter stays kept.
 */
export const decideNoShow = (state: State, command: SealedOf<'NoShow'>, sender: Sender, at: number): Decision => {
  const hand = ticketInHand(state, sender, command.ticketId, 'called')
  if ('status' in hand) return hand
  const { backMin, times } = state.office?.noShow ?? { backMin: 0, times: 1 }
  const backAt = at + backMin * MINUTE
  const again =
    hand.ticket.misses + 1 < times ? { turnAt: backAt + hand.ticket.shiftMin * MINUTE, callableFromAt: backAt } : null
  return take([{ type: 'Missed', ticketId: command.ticketId, counter: hand.number, again }])
}

/** Sets the case aside: its person fetches or mends papers and comes back without queueing again. */
export const decidePark = (state: State, command: SealedOf<'Park'>, sender: Sender): Decision => {
  const hand = ticketInHand(state, sender, command.ticketId, 'serving')
  if ('status' in hand) return hand
  return take([{ type: 'Parked', ticketId: command.ticketId, counter: hand.number }])
}

/** Takes up again what this counter set aside. Refused: as `freeCounter`, and `not-parked-here`. */
export const decideResume = (state: State, command: SealedOf<'Resume'>, sender: Sender): Decision => {
  const free = freeCounter(state, sender)
  if ('status' in free) return free
  const standing = ticketBy(state.tickets, command.ticketId)?.standing
  if (standing?.status !== 'parked' || standing.counter !== free.number) return refuse('not-parked-here')
  return take([{ type: 'Resumed', ticketId: command.ticketId, counter: free.number }])
}

/**
 * A document was asked for that no list names: counted by its code. Refused: as `ticketInHand`, and `unknown-reason` when
 * the code is not one of `reasons.extraDocument`.
 */
export const decideAskDocument = (state: State, command: SealedOf<'AskDocument'>, sender: Sender): Decision => {
  const { ticketId, document } = command
  const hand = ticketInHand(state, sender, ticketId, 'serving')
  if ('status' in hand) return hand
  if (!state.office?.reasons.extraDocument.some(({ id }) => id === document)) return refuse('unknown-reason')
  return take([{ type: 'DocumentAsked', ticketId, stage: hand.ticket.stage, document }])
}

import type { Sender } from '../../protocol/roles.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import { chooseNext, inHandAt } from './dispatch.ts'
import { MINUTE, type OpenCounter, type State, type Ticket } from './state.ts'

/** The counter that speaks: its number, and itself when it is open. */
const counterOf = (state: State, sender: Sender): { number: number; open: OpenCounter | undefined } => ({
  number: Number(sender.place),
  open: state.counters[sender.place],
})

/** Opens a counter for the stages chosen today, among those the office's document allows it. */
export const decideOpenCounter = (state: State, command: SealedOf<'OpenCounter'>, sender: Sender): Decision => {
  const allowed = state.office?.counters.find(({ number }) => String(number) === sender.place)
  if (allowed === undefined) return refuse('unknown-place')
  if (state.day?.status !== 'open') return refuse('day-not-open')
  if (sender.staff === null) return refuse('staff-needed')
  if (state.counters[sender.place] !== undefined) return refuse('counter-open')
  const { stages, helps } = command
  if (!stages.every((id) => allowed.stages.includes(id))) return refuse('unknown-stage')
  if (!helps.every((id) => allowed.helps.includes(id) && !stages.includes(id))) return refuse('unknown-stage')
  return take([{ type: 'CounterOpened', counter: allowed.number, staff: sender.staff, stages, helps }])
}

/** Closes a counter. Refused while a ticket is in hand: nobody is left standing. */
export const decideCloseCounter = (state: State, sender: Sender): Decision => {
  const { number, open } = counterOf(state, sender)
  if (open === undefined) return refuse('counter-closed')
  if (inHandAt(state, number) !== undefined) return refuse('counter-busy')
  return take([{ type: 'CounterClosed', counter: number }])
}

/** Calls whose turn it is. The reason is recorded with the call. */
export const decideCallNext = (state: State, sender: Sender, at: number): Decision => {
  const { number, open } = counterOf(state, sender)
  if (open === undefined) return refuse('counter-closed')
  if (inHandAt(state, number) !== undefined) return refuse('counter-busy')
  const choice = chooseNext(state, open, at)
  if (choice === null) return refuse('nobody-callable')
  const { ticket, runnerUp, helping } = choice
  return take(
    [
      {
        type: 'Called',
        callNo: state.callNo + 1,
        ticketId: ticket.ticketId,
        counter: number,
        stage: ticket.stage,
        helping,
        turnAt: ticket.turnAt,
        shiftMin: ticket.shiftMin,
        runnerUp: runnerUp && { ticketId: runnerUp.ticketId, turnAt: runnerUp.turnAt },
      },
    ],
    { kind: 'call', ticketId: ticket.ticketId, number: ticket.number },
  )
}

/** The ticket that the sender believes to have in hand, in the step that the act needs; else the refusal. */
const ticketInHand = (
  state: State,
  sender: Sender,
  ticketId: string,
  step: 'called' | 'serving',
): { number: number; ticket: Ticket } | Decision => {
  const number = Number(sender.place)
  const ticket = inHandAt(state, number)
  if (ticket?.ticketId !== ticketId) return refuse('not-in-hand')
  return ticket.standing.status === step ? { number, ticket } : refuse('wrong-step')
}

/** Calls the ticket in hand once more. */
export const decideRecall = (state: State, command: SealedOf<'Recall'>, sender: Sender): Decision => {
  const hand = ticketInHand(state, sender, command.ticketId, 'called')
  if ('status' in hand) return hand
  const { ticketId, number: shown } = hand.ticket
  return take([{ type: 'Recalled', callNo: state.callNo + 1, ticketId, counter: hand.number }], {
    kind: 'call',
    ticketId,
    number: shown,
  })
}

/** The person came: service begins. */
export const decideStart = (state: State, command: SealedOf<'Start'>, sender: Sender): Decision => {
  const hand = ticketInHand(state, sender, command.ticketId, 'called')
  if ('status' in hand) return hand
  return take([{ type: 'Started', ticketId: command.ticketId, counter: hand.number }])
}

/**
 * Ends the stage. A completed one leads to the next of the journey, where the turn is `r(j,k) = e`, the moment of
 * entering, shifted as before; the last one, or a rejection, ends the visit.
 */
export const decideFinish = (state: State, command: SealedOf<'Finish'>, sender: Sender, at: number): Decision => {
  const hand = ticketInHand(state, sender, command.ticketId, 'serving')
  if ('status' in hand) return hand
  const { ticket } = hand
  const journey = state.office?.services.find(({ id }) => id === ticket.service)?.journey ?? []
  const next = command.outcome === 'completed' ? journey[journey.indexOf(ticket.stage) + 1] : undefined
  return take([
    {
      type: 'StageFinished',
      ticketId: ticket.ticketId,
      counter: hand.number,
      stage: ticket.stage,
      outcome: command.outcome,
      next: next === undefined ? null : { stage: next, turnAt: at + ticket.shiftMin * MINUTE },
    },
  ])
}

/**
 * Did not come. Put back by some minutes and not called before, so that an empty hall does not call an absent person
 * again at once; after the last time the ticket waits for a new scan.
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

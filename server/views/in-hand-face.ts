import type { Office } from '../../protocol/office.ts'
import type { CounterView } from '../../protocol/views.ts'
import { familyKeptAt } from '../rules/dispatch.ts'
import { nextStageOf } from '../rules/journey.ts'
import type { State } from '../rules/state.ts'
import type { Ticket } from '../rules/ticket.ts'
import { termsOf, ticketFace } from './faces.ts'

/** The ticket in hand as its counter sees it; null for one that is not in hand. */
export const inHandFace = (state: State, office: Office, ticket: Ticket | undefined): CounterView['inHand'] => {
  if (ticket === undefined) return null
  const { standing } = ticket
  if (standing.status !== 'called' && standing.status !== 'serving') return null
  const nextId = nextStageOf(office, ticket)
  const { recallSec, recalls } = office.noShow
  return {
    ...ticketFace(office, ticket),
    ticketId: ticket.ticketId,
    step: standing.status,
    calledAt: standing.calledAt,
    lastCalledAt: standing.lastCalledAt,
    times: standing.times,
    startedAt: standing.status === 'serving' ? standing.startedAt : null,
    standardMin: termsOf(office, ticket).stage?.standardMin ?? 10,
    nextStage: office.stages.find(({ id }) => id === nextId)?.name ?? null,
    recallFromAt: standing.lastCalledAt + recallSec * 1000,
    recallsLeft: Math.max(0, recalls + 1 - standing.times),
    asked: ticket.asked.map(
      (code) => office.reasons.extraDocument.find(({ id }) => id === code)?.name ?? { id: code, en: code },
    ),
    together: familyKeptAt(state, ticket, standing.counter).map(({ number }) => number),
  }
}

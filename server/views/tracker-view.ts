import type { Office } from '../../protocol/office.ts'
import type { TrackerView } from '../../protocol/views.ts'
import { byTurn, waitingFor } from '../rules/dispatch.ts'
import type { State } from '../rules/state.ts'
import { type Frame, headOf, queuedFace, ticketFace } from './faces.ts'

/**
 * The status page of one ticket, on its owner's phone: number, place in the queue and where to go. Null when the ticket
 * is not of this day any more.
 */
export const trackerView = (state: State, office: Office, ticketId: string, frame: Frame): TrackerView | null => {
  const ticket = state.tickets[ticketId]
  if (ticket === undefined) return null
  const { standing } = ticket
  const waiting = standing.status === 'waiting'
  const held = waiting && queuedFace(office, ticket, frame.at).condition === 'held'
  const { number, lane, window, checkedInAt, turnAt, callableFromAt, stage, waitAt, documents } = ticketFace(
    office,
    ticket,
  )
  return {
    role: 'tracker',
    ...headOf(state, office, frame),
    number,
    lane,
    status: held ? 'held' : standing.status,
    ahead: waiting ? waitingFor(state, [ticket.stage]).filter((other) => byTurn(other, ticket) < 0).length : null,
    window,
    checkedInAt,
    turnAt,
    callableFromAt,
    stage,
    waitAt,
    documents,
    counter: standing.status === 'called' || standing.status === 'serving' ? standing.counter : null,
  }
}

import type { Office } from '../../protocol/office.ts'
import type { TrackerView } from '../../protocol/views.ts'
import { waitingFor } from '../rules/dispatch.ts'
import type { State } from '../rules/state.ts'
import { asksThrough, openInvitation } from '../rules/survey.ts'
import { byTurn, counterOf, ticketBy } from '../rules/tickets.ts'
import { type Frame, headOf, queuedFace, termsOf, ticketFace } from './faces.ts'
import { hoursFace } from './hours-face.ts'

const surveyOf = (state: State, ticketId: string): TrackerView['survey'] => {
  if (!asksThrough(state, 'phone')) return null
  const status = state.survey.settled[ticketId] ?? (openInvitation(state, ticketId) && 'open')
  return status === undefined ? null : { ticketId, status }
}

/**
 * The status page of one ticket, on its owner's phone: number, place in the queue and where to go. Null when the ticket
 * is not of this day any more. With the close of the day the page is over, also for those who were served.
 */
export const trackerView = (state: State, office: Office, ticketId: string, frame: Frame): TrackerView | null => {
  const ticket = ticketBy(state.tickets, ticketId)
  if (ticket === undefined) return null
  const { standing } = ticket
  const waiting = standing.status === 'waiting'
  const held = waiting && queuedFace(state, office, ticket, frame.at).condition === 'held'
  const { number, lane, window, checkedInAt, turnAt, callableFromAt, range, stage, waitAt, documents } = ticketFace(
    office,
    ticket,
  )
  const journey = termsOf(office, ticket).service?.journey ?? [ticket.stage]
  return {
    role: 'tracker',
    ...headOf(state, office, frame),
    number,
    lane,
    status: state.day?.status === 'closed' ? 'ended' : held ? 'held' : standing.status,
    ahead: waiting ? waitingFor(state, [ticket.stage]).filter((other) => byTurn(other, ticket) < 0).length : null,
    window,
    checkedInAt,
    turnAt,
    callableFromAt,
    range,
    stage,
    step: { no: Math.max(0, journey.indexOf(ticket.stage)) + 1, of: journey.length },
    waitAt,
    documents,
    counter: counterOf(ticket),
    survey: surveyOf(state, ticketId),
    hours: hoursFace(state, office, frame.at),
    outage: state.outage,
  }
}

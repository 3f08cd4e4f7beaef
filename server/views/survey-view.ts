import type { Office } from '../../protocol/office.ts'
import { counterOfScreen } from '../../protocol/survey.ts'
import type { SurveyView } from '../../protocol/views.ts'
import type { State } from '../rules/state.ts'
import { asksThrough, invitationsAt } from '../rules/survey.ts'
import { ticketBy } from '../rules/tickets.ts'
import { type Frame, headOf } from './faces.ts'

/** What a survey screen shows: whom it may ask now. Who has answered is off it at once. */
export const surveyView = (state: State, office: Office, place: string, frame: Frame): SurveyView => {
  const counter = counterOfScreen(place)
  const asks = asksThrough(state, counter === null ? 'exit' : 'counter') && state.day?.status === 'open'
  return {
    role: 'survey',
    ...headOf(state, office, frame),
    place,
    counter,
    asks,
    languages: office.survey.languages,
    invited: (asks ? invitationsAt(state, place, frame.at) : []).flatMap(({ ticketId }) => {
      const number = ticketBy(state.tickets, ticketId)?.number
      return number === undefined ? [] : [{ ticketId, number }]
    }),
  }
}

import type { Instant } from '../../protocol/ids.ts'
import type { MonthCounts, MonthStamp } from '../../protocol/survey-results.ts'
import type { OfficeEvent } from './events.ts'
import type { State, Survey } from './state.ts'
import { ticketBy } from './tickets.ts'

const NOTHING: MonthCounts = { served: 0, invited: 0, answered: 0, declined: 0, expired: 0 }

const count = (survey: Survey, month: MonthStamp, change: Partial<MonthCounts>): Survey => {
  const counts = { ...(survey.months[month] ?? NOTHING) }
  for (const key of ['served', 'invited', 'answered', 'declined', 'expired'] as const) counts[key] += change[key] ?? 0
  return { ...survey, months: { ...survey.months, [month]: counts } }
}

/**
 * The survey after one event, `state` being the one before. Counts of a month never fall but where an end of a visit is taken
 * back: then the visit was none yet, and an invitation that nobody answered goes with it and is due again.
 */
export const evolveSurvey = (state: State, event: OfficeEvent, at: Instant): Survey => {
  const { survey } = state
  const month = state.day?.day.slice(0, 7) ?? ''
  switch (event.type) {
    case 'StageFinished':
      if (event.next !== null) return survey
      return { ...count(survey, month, { served: 1 }), sinceInvited: survey.sinceInvited + 1 }
    case 'SurveyInvited': {
      const { ticketId, counter, everyKth } = event
      // After a pause of the survey, or a larger k before, one invitation is due and not many in a row.
      const sinceInvited = Math.min(survey.sinceInvited - everyKth, everyKth - 1)
      const open = [...survey.open, { ticketId, counter, at, everyKth }]
      return { ...count(survey, month, { invited: 1 }), sinceInvited, open }
    }
    case 'InvitationSettled': {
      const { ticketId, how } = event
      const open = survey.open.filter((invitation) => invitation.ticketId !== ticketId)
      return { ...count(survey, month, { [how]: 1 }), open, settled: { ...survey.settled, [ticketId]: how } }
    }
    case 'Undone': {
      const { act, ticketId } = event
      if (act !== 'finish' || ticketBy(state.tickets, ticketId)?.standing.status !== 'done') return survey
      const taken = survey.open.find((invitation) => invitation.ticketId === ticketId)
      const before = count(survey, month, { served: -1, invited: taken === undefined ? 0 : -1 })
      return {
        ...before,
        sinceInvited: survey.sinceInvited - 1 + (taken?.everyKth ?? 0),
        open: survey.open.filter((invitation) => invitation !== taken),
      }
    }
    case 'DayClosed': {
      const expired = survey.open.length
      return { ...(expired === 0 ? survey : count(survey, month, { expired })), open: [] }
    }
    case 'DayOpened':
      return { ...survey, open: [], settled: {} }
    default:
      return survey
  }
}

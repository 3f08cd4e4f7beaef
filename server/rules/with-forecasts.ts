import type { Instant, TicketId } from '../../protocol/ids.ts'
import { type Decision, take } from './decision.ts'
import { forecastTicket, forecastWaiting, outdatedOf } from './estimate/forecast.ts'
import type { OfficeEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { State } from './state.ts'

/** Events after which every shown range is held against the new situation: capacity came back, or went for good. */
const CHANGES_ALL: readonly OfficeEvent['type'][] = ['OutageEnded', 'CounterClosed', 'HoursSet']

/** Events that tell somebody a likely call, or change one. What is not among them costs nothing here. */
const TELLING: readonly OfficeEvent['type'][] = [
  ...CHANGES_ALL,
  'CheckedIn',
  'StageFinished',
  'Transferred',
  'Returned',
  'Shifted',
  'Missed',
]

/** A ticket whose turn or stage was changed by an event that itself carries no likely call. */
const changedTicket = (event: OfficeEvent): TicketId | null => {
  switch (event.type) {
    case 'Transferred':
    case 'Returned':
    case 'Shifted':
      return event.ticketId
    case 'Missed':
      return event.again === null ? null : event.ticketId
    default:
      return null
  }
}

const withForecast = (event: OfficeEvent, after: State, at: Instant): OfficeEvent => {
  if (event.type === 'CheckedIn') return { ...event, forecast: forecastTicket(after, event.ticketId, at) }
  if (event.type === 'StageFinished' && event.next !== null)
    return { ...event, next: { ...event.next, forecast: forecastTicket(after, event.ticketId, at) } }
  return event
}

/**
 * A decision with the likely calls that follow from it: told to whoever gets a number, enters the next stage or has a new
 * turn, and to everybody when capacity changes. During an outage ranges that are shown stand. An office without estimates
 * (`estimate.runs` 0) tells none.
 */
export const withForecasts = (state: State, decision: Decision, at: Instant): Decision => {
  if (decision.status === 'refused' || (state.office?.estimate.runs ?? 0) === 0) return decision
  if (!decision.events.some(({ type }) => TELLING.includes(type))) return decision
  // Whoever was served on paper is told no likely call.
  if (decision.events.some(({ type }) => type === 'ServedOnPaper')) return decision
  let now = state
  const events = decision.events.map((event) => {
    const told = withForecast(event, evolve(now, event, at), at)
    now = evolve(now, told, at)
    return told
  })
  if (now.outage !== null) return { ...decision, events }
  if (events.some(({ type }) => CHANGES_ALL.includes(type))) {
    const shown = outdatedOf(now, forecastWaiting(now, at))
    return { ...decision, events: shown === null ? events : [...events, shown] }
  }
  const forecasts = events.flatMap((event) => {
    const ticketId = changedTicket(event)
    const forecast = ticketId === null ? null : forecastTicket(now, ticketId, at)
    return ticketId === null || forecast === null ? [] : [{ ticketId, ...forecast }]
  })
  return forecasts.length === 0
    ? { ...decision, events }
    : { ...decision, events: [...events, { type: 'ForecastsShown', forecasts }] }
}

/** A minute has passed: the ranges that are outdated are shown anew; none of them during an outage. */
export const decideRefresh = (state: State, at: Instant): Decision => {
  if (state.day?.status !== 'open' || state.outage !== null) return take([])
  const shown = outdatedOf(state, forecastWaiting(state, at))
  return take(shown === null ? [] : [shown])
}

import type { Instant } from '../../protocol/ids.ts'
import { turningPoints } from './calendar.ts'
import { numberHours } from './lanes.ts'
import { riskPoints } from './percepatan.ts'
import { MINUTE, type State } from './state.ts'
import { COUNTER_SHOWS_MS } from './survey.ts'
import { ticketBy } from './tickets.ts'

/** How long a call stays live on the displays: after a minute without answer the turmeric goes out (screens `quiet`). */
export const CALL_LIVE_MS = MINUTE

/** When the lanes begin and stop to give numbers to people without a booking. */
const laneTurns = (state: State): Instant[] =>
  (state.office?.lanes ?? []).flatMap((lane) => {
    const hours = numberHours(state, lane)
    return hours === null ? [] : [hours.startAt, hours.endAt]
  })

/**
 * The next instant after `at` at which something falls due without anybody asking: a ticket becomes callable, a window
 * starts or ends, a call stops being live, the office or a lane opens, pauses or closes, a deadline is in
 * danger, an invitation leaves the second screen of its counter. Null
 * when nothing will.
 */
export const nextDueAt = (state: State, at: Instant): Instant | null => {
  let next = Number.POSITIVE_INFINITY
  const due = (instant: Instant): void => {
    if (instant > at && instant < next) next = instant
  }
  const { callableFrom, inHand } = state.tickets
  for (const times of Object.values(callableFrom)) for (const time of times) due(time)
  for (const ticketId of Object.values(inHand)) {
    const standing = ticketBy(state.tickets, ticketId)?.standing
    if (standing?.status === 'called') due(standing.lastCalledAt + CALL_LIVE_MS)
  }
  for (const invitation of state.survey.open) due(invitation.at + COUNTER_SHOWS_MS)
  for (const { window, day } of Object.values(state.bookings))
    if (day === state.day?.day) {
      due(window.startAt)
      due(window.endAt)
    }
  for (const instant of [...turningPoints(state), ...laneTurns(state), ...riskPoints(state)]) due(instant)
  return Number.isFinite(next) ? next : null
}

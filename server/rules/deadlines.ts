import type { Instant } from '../../protocol/ids.ts'
import { MINUTE, type State } from './state.ts'

/** How long a call stays live on the displays: after a minute without answer the turmeric goes out (screens `quiet`). */
export const CALL_LIVE_MS = MINUTE

/**
 * The next instant after `at` at which something falls due without anybody asking: a ticket becomes callable, a window
 * starts or ends, a call stops being live. Null when nothing will.
 */
export const nextDueAt = (state: State, at: Instant): Instant | null => {
  const due: Instant[] = []
  for (const ticket of Object.values(state.tickets)) {
    if (ticket.standing.status === 'called') due.push(ticket.standing.lastCalledAt + CALL_LIVE_MS)
    if (ticket.standing.status === 'waiting') due.push(ticket.callableFromAt)
  }
  for (const { window, day } of Object.values(state.bookings))
    if (day === state.day?.day) due.push(window.startAt, window.endAt)
  const next = due.filter((instant) => instant > at).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  return Number.isFinite(next) ? next : null
}

import type { Instant, Window } from '../../protocol/ids.ts'
import type { State } from './state.ts'
import type { Ticket } from './ticket.ts'
import { everyTicket } from './tickets.ts'

/** People who came in time for their window, are not called yet, and are likely called after its end. */
export type InDanger = { window: Window; tickets: readonly Ticket[] }

const KEPT: readonly Ticket['arrival'][] = ['early', 'on-time']

/** When a ticket is likely called: the median of its forecast; the end of the window is over already when there is none. */
const likelyAt = ({ forecast }: Ticket, at: Instant): Instant => Math.max(forecast?.medianAt ?? at, at)

/** The promises that are about to break, or broke while their people still wait, by window in the order of their starts. */
export const promisesInDanger = (state: State, at: Instant): InDanger[] => {
  const byWindow = new Map<number, { window: Window; tickets: Ticket[] }>()
  for (const ticket of everyTicket(state.tickets)) {
    const { window, arrival, standing, done } = ticket
    if (window === null || standing.status !== 'waiting' || done.length > 0 || !KEPT.includes(arrival)) continue
    if (likelyAt(ticket, at) < window.endAt) continue
    const known = byWindow.get(window.startAt) ?? { window, tickets: [] }
    known.tickets.push(ticket)
    byWindow.set(window.startAt, known)
  }
  return [...byWindow.values()]
    .map(({ window, tickets }) => ({
      window,
      tickets: tickets.sort((a, b) => a.turnAt - b.turnAt || a.order - b.order),
    }))
    .sort((a, b) => a.window.startAt - b.window.startAt)
}

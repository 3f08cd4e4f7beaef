import type { Instant, Slug, Window } from '../../protocol/ids.ts'
import { MINUTE, type State } from './state.ts'
import type { Ticket } from './ticket.ts'
import { everyTicket, ticketIdOf } from './tickets.ts'

/**
 * Somebody whom an outage touched; `ticket` null: booked for a window that lay in it and not here, `expected` while the window
 * runs and `absent` after it.
 */
export type Touched = {
  ticket: Ticket | null
  service: Slug
  window: Window | null
  bookingNo: number | null
  heldUpMin: number
  status: 'expected' | 'absent' | 'here' | 'served' | 'left'
}

const overAt = ({ standing }: Ticket): Instant | null => {
  if (standing.status === 'done') return standing.doneAt
  return standing.status === 'ended' ? standing.endedAt : null
}

const statusOf = ({ standing }: Ticket): Touched['status'] => {
  if (standing.status === 'ended') return 'left'
  if (standing.status !== 'done') return 'here'
  return standing.outcome === 'completed' ? 'served' : 'left'
}

/**
 * Everybody whom an outage of today touched, `[sinceAt, untilAt)`: who was in the office in it, longest held up first, then who
 * was booked for a window that lay in it and has not come by `at`. The evidence for a special reschedule (domain section 3).
 */
export const affectedBy = (
  state: State,
  { sinceAt, untilAt }: { sinceAt: Instant; untilAt: Instant },
  at: Instant,
): Touched[] => {
  const overlap = (from: Instant, to: Instant): number => Math.min(to, untilAt) - Math.max(from, sinceAt)
  const bookingNoOf = (key: string | null) => (key === null ? null : (state.bookings[key]?.bookingNo ?? null))
  const here = everyTicket(state.tickets)
    .map((ticket) => ({ ticket, ms: overlap(ticket.checkedInAt, overAt(ticket) ?? untilAt) }))
    .filter(({ ms }) => ms > 0)
    .sort((a, b) => b.ms - a.ms || a.ticket.order - b.ticket.order)
    .map(
      ({ ticket, ms }): Touched => ({
        ...{ ticket, service: ticket.service, window: ticket.window, bookingNo: bookingNoOf(ticket.key) },
        ...{ heldUpMin: Math.round(ms / MINUTE), status: statusOf(ticket) },
      }),
    )
  const absent = Object.values(state.bookings)
    .filter(
      ({ key, day, status }) =>
        day === state.day?.day && status === 'booked' && ticketIdOf(state.tickets, key) === undefined,
    )
    .filter(({ window }) => overlap(window.startAt, window.endAt) > 0)
    .sort((a, b) => a.window.startAt - b.window.startAt || (a.bookingNo ?? 0) - (b.bookingNo ?? 0))
    .map(
      ({ service, window, bookingNo }): Touched => ({
        ...{ ticket: null, service, window, bookingNo: bookingNo ?? null, heldUpMin: 0 },
        status: at < window.endAt ? 'expected' : 'absent',
      }),
    )
  return [...here, ...absent]
}

import { diffAgenda } from './agenda-diff.ts'
import { DAY, midnightOf } from './civil.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import { serviceOf } from './lanes.ts'
import type { State } from './state.ts'

/**
 * Changes one booking that the office knows; what it does not name (family, booking number) stays. A ticket that was given
 * for it keeps its turn. `unknown-booking` where no list has the code, `time-impossible` for a window that is not of its day.
 */
export const decideChangeBooking = (state: State, command: SealedOf<'ChangeBooking'>): Decision => {
  const { office } = state
  if (office === null) return refuse('office-not-ready')
  const { presented, day, window, service, status, priority } = command
  const known = presented.status === 'code' ? state.bookings[presented.key] : undefined
  if (known === undefined) return refuse('unknown-booking')
  if (serviceOf(office, service) === undefined) return refuse('unknown-service')
  const midnight = midnightOf(day, office.zone)
  if (window.startAt < midnight || window.endAt > midnight + DAY) return refuse('time-impossible')
  const { changed, unchanged } = diffAgenda(state.bookings, [{ ...known, day, window, service, status, priority }])
  const bookings = changed.map(({ after }) => after)
  const result = { kind: 'agenda', added: 0, changed: bookings.length, unchanged } as const
  return take(bookings.length === 0 ? [] : [{ type: 'AgendaImported', bookings }], result)
}

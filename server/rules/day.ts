import { diffAgenda } from './agenda-diff.ts'
import { dayAfter } from './civil.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import type { State } from './state.ts'
import type { Ticket } from './ticket.ts'
import { everyTicket } from './tickets.ts'

/**
 * Opens a business day. A day is opened once, and only after the last one, so a clock that jumps back can neither reset
 * nor reuse a number. An open day has to be closed first.
 */
export const decideOpenDay = (state: State, command: SealedOf<'OpenDay'>): Decision => {
  if (state.office === null) return refuse('office-not-ready')
  if (state.day !== null && (state.day.status === 'open' || command.day <= state.day.day))
    return refuse('day-not-after')
  return take([{ type: 'DayOpened', day: command.day }])
}

/**
 * Closes the day that is open. The rule for who is left: every ticket that is not done ends with the day, whether it waits,
 * is called or served, was set aside or missed its calls; none goes over into the next day, where its code counts anew. Each
 * is recorded, and how many stood where.
 */
export const decideCloseDay = (state: State, command: SealedOf<'CloseDay'>): Decision => {
  if (state.day?.status !== 'open' || state.day.day !== command.day) return refuse('day-not-open')
  const left = everyTicket(state.tickets).filter(({ standing }) => standing.status !== 'done')
  const count = (...of: Ticket['standing']['status'][]) =>
    left.filter(({ standing }) => of.includes(standing.status)).length
  return take([
    {
      type: 'DayClosed',
      day: command.day,
      unserved: left.map(({ ticketId }) => ticketId),
      leftovers: {
        waiting: count('waiting'),
        inHand: count('called', 'serving'),
        parked: count('parked'),
        missed: count('missed'),
      },
      bookingsFrom: dayAfter(command.day, 1 - (state.office?.retention.bookingDays ?? 1)),
    },
  ])
}

/**
 * Sets other hours for one day, with effect at once, also on a day that is open: kiosks, promises and estimates follow. Null
 * closes it. Numbers that are out stay. The same hours again record nothing.
 */
export const decideSetHours = (state: State, { day, opening }: SealedOf<'SetHours'>): Decision => {
  if (state.office === null) return refuse('office-not-ready')
  const known = state.exceptions[day]
  if (known !== undefined && JSON.stringify(known) === JSON.stringify(opening)) return take([])
  return take([{ type: 'HoursSet', day, opening }])
}

/**
 * Takes a list of bookings, all or none. Bookings that the list does not mention stay: a list may cover one lane only,
 * and a cancellation is said by its status. The same list twice records nothing.
 */
export const decideImportAgenda = (state: State, command: SealedOf<'ImportAgenda'>): Decision => {
  if (state.office === null) return refuse('office-not-ready')
  const services = new Set(state.office.services.map(({ id }) => id))
  if (command.bookings.some(({ service }) => !services.has(service))) return refuse('unknown-service')
  const { added, changed, unchanged } = diffAgenda(state.bookings, command.bookings)
  const bookings = [...added, ...changed.map(({ after }) => after)]
  return take(bookings.length > 0 ? [{ type: 'AgendaImported', bookings }] : [], {
    kind: 'agenda',
    added: added.length,
    changed: changed.length,
    unchanged,
  })
}

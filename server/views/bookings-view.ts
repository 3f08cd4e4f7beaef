import {
  type BookingsDay,
  CHANGES_SHOWN,
  type DayPreview,
  type ReadPreview,
  type ShownChange,
  type WindowPreview,
} from '../../protocol/desk/bookings.ts'
import type { BookingKey, DayStamp, Instant, Window } from '../../protocol/ids.ts'
import type { BadLine } from '../../protocol/problem.ts'
import { type BookingChange, diffAgenda } from '../rules/agenda-diff.ts'
import { loadsOfDay, wholeCapacity } from '../rules/capacity.ts'
import type { Booking } from '../rules/events.ts'
import type { State } from '../rules/state.ts'
import { ticketIdOf } from '../rules/tickets.ts'

const sameWindow = (a: Window, b: Window): boolean => a.startAt === b.startAt && a.endAt === b.endAt

const bookingsDay = (state: State, day: DayStamp, bookings: readonly Booking[], at: Instant): BookingsDay => {
  const standing = bookings.filter(({ status }) => status === 'booked')
  const came = standing.filter(({ key }) => state.day?.day === day && ticketIdOf(state.tickets, key) !== undefined)
  return {
    day,
    windows: loadsOfDay(state, day, at).map((load) => ({
      window: load.window,
      booked: load.booked,
      came: came.filter(({ window }) => sameWindow(window, load.window)).length,
      capacity: wholeCapacity(load),
    })),
    booked: standing.length,
    came: came.length,
    off: bookings.length - standing.length,
  }
}

const byDay = (bookings: readonly Booking[]): Map<DayStamp, Booking[]> => {
  const days = new Map<DayStamp, Booking[]>()
  for (const booking of bookings) {
    const day = days.get(booking.day)
    if (day === undefined) days.set(booking.day, [booking])
    else day.push(booking)
  }
  return days
}

/** Today and the days to come that have bookings, window by window. */
export const bookingsDays = (state: State, today: DayStamp, at: Instant): BookingsDay[] => {
  const days = byDay(Object.values(state.bookings))
  const coming = [...days.keys()].filter((day) => day > today).sort()
  return [today, ...coming].map((day) => bookingsDay(state, day, days.get(day) ?? [], at))
}

const shownChange = ({ before, after, fields }: BookingChange): ShownChange[] =>
  fields.map((field): ShownChange => {
    switch (field) {
      case 'day':
        return { field, from: before.day, to: after.day }
      case 'window':
        return { field, from: before.window, to: after.window }
      case 'service':
        return { field, from: before.service, to: after.service }
      case 'status':
        return { field, from: before.status, to: after.status }
      case 'priority':
        return { field, from: before.priority, to: after.priority }
      default:
        return { field }
    }
  })

/** Windows of a day before and after, those of either side, in the order of their starts. */
const windowPreviews = (before: State, after: State, day: DayStamp, at: Instant): WindowPreview[] => {
  const then = loadsOfDay(before, day, at)
  const now = loadsOfDay(after, day, at)
  const gone = then.filter((old) => !now.some(({ window }) => sameWindow(window, old.window)))
  return [
    ...now.map((load) => ({
      window: load.window,
      before: then.find(({ window }) => sameWindow(window, load.window))?.booked ?? 0,
      after: load.booked,
      capacity: wholeCapacity(load),
    })),
    ...gone.map(({ window, booked }) => ({ window, before: booked, after: 0, capacity: null })),
  ].sort((a, b) => a.window.startAt - b.window.startAt)
}

/**
 * What a list would do to the office as it is now: window by window, booking by booking, told by the line of the file and
 * never by its code. `lines` are the lines of `bookings`, in their order. Bookings that the list does not mention stay.
 */
export const previewAgenda = (
  state: State,
  { bookings, lines, bad }: { bookings: readonly Booking[]; lines: readonly number[]; bad: readonly BadLine[] },
  at: Instant,
): Omit<ReadPreview, 'id'> => {
  const { added, changed, unchanged } = diffAgenda(state.bookings, bookings)
  const lineOf = new Map<BookingKey, number>(bookings.map(({ key }, i) => [key, lines[i] ?? 1]))
  const entered: Record<BookingKey, Booking> = { ...state.bookings }
  for (const booking of bookings) entered[booking.key] = booking
  const after = { ...state, bookings: entered }
  const known = Object.values(state.bookings)
  // A booking that moves to another day takes from the one and gives to the other.
  const days = [...new Set([...bookings.map(({ day }) => day), ...changed.map(({ before }) => before.day)])].sort()
  return {
    status: 'read',
    good: bookings.length,
    added: added.length,
    changed: changed.length,
    unchanged,
    changes: changed
      .slice(0, CHANGES_SHOWN)
      .map((change) => ({ line: lineOf.get(change.after.key) ?? 1, what: shownChange(change) })),
    days: days.map(
      (day): DayPreview => ({
        day,
        added: added.filter((each) => each.day === day).length,
        changed: changed.filter(({ before, after: now }) => before.day === day || now.day === day).length,
        unmentioned: known.filter((each) => each.day === day && !lineOf.has(each.key)).length,
        windows: windowPreviews(state, after, day, at),
      }),
    ),
    bad: [...bad],
  }
}

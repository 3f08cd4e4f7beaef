import type { BookingKey } from '../../protocol/ids.ts'
import type { Booking } from './events.ts'

/** What of a booking a list can change. */
export type BookingField = Exclude<keyof Booking, 'key'>

/** A booking that a list says otherwise of, and in what. */
export type BookingChange = { before: Booking; after: Booking; fields: BookingField[] }

/** What a list would do to the bookings that are known: bookings that it does not mention stay. */
export type AgendaDiff = { added: Booking[]; changed: BookingChange[]; unchanged: number }

const FIELDS = ['day', 'window', 'service', 'status', 'priority', 'party', 'bookingNo'] as const

const isSame = (a: Booking, b: Booking, field: BookingField): boolean =>
  field === 'window'
    ? a.window.startAt === b.window.startAt && a.window.endAt === b.window.endAt
    : a[field] === b[field]

/** Holds a list against what is known. Each key at most once in the list, as `parseAgenda` sees to. */
export const diffAgenda = (known: Readonly<Record<BookingKey, Booking>>, bookings: readonly Booking[]): AgendaDiff => {
  const diff: AgendaDiff = { added: [], changed: [], unchanged: 0 }
  for (const after of bookings) {
    const before = known[after.key]
    if (before === undefined) diff.added.push(after)
    else {
      const fields = FIELDS.filter((field) => !isSame(before, after, field))
      if (fields.length > 0) diff.changed.push({ before, after, fields })
      else diff.unchanged += 1
    }
  }
  return diff
}

import type { OutageScope } from '../../protocol/commands.ts'
import type { Opening } from '../../protocol/hours.ts'
import type { BookingKey, DayStamp, Instant, Place, Slug, TicketId } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { CounterDay, EventCounts } from './day-page.ts'
import type { Visit } from './visit.ts'

/** A counter that is open. A pause that was pressed during a case begins when the case ends. */
export type OpenStretch = {
  openedAt: Instant
  paused: { reason: Slug; fromAt: Instant } | null
  inHand: TicketId | null
}

/** A booking that stands or not, known by its hash until its day is closed. */
export type KnownBooking = { day: DayStamp; booked: boolean }

/** A stretch of an outage within one day. `began`: on that day. */
export type OutageStretch = { scope: OutageScope; began: boolean; sinceAt: Instant; untilAt: Instant }

/** What goes over from one day into the next; the rest of a book is its day's alone. */
export type Carried = {
  office: Pick<Office, 'zone' | 'hours' | 'example'> | null
  /** Hours that were set at short notice, by day; null closes it. */
  exceptions: Record<DayStamp, Opening | null>
  bookings: Record<BookingKey, KnownBooking>
  outage: Omit<OutageStretch, 'untilAt'> | null
  /** Printers that wait for a person. */
  stopped: Place[]
}

/** The business day that is being written: changed in place, event by event, by `writeEvent` alone. */
export type Book = Carried & {
  /** Null before the first day. */
  day: DayStamp | null
  visits: Map<TicketId, Visit>
  /** By counter: the ticket that its last act was about, as it stood before. */
  before: Map<number, { ticketId: TicketId; visit: Visit }>
  open: Map<number, OpenStretch>
  counters: Record<string, CounterDay>
  /** Bookings that got a number today. */
  came: Set<BookingKey>
  counts: EventCounts
  putOff: number
  /** Those that are over. */
  outages: OutageStretch[]
  closed: { at: Instant; booked: number; noShows: number } | null
}

/** Before anything was written. */
export const NOTHING_CARRIED: Carried = { office: null, exceptions: {}, bookings: {}, outage: null, stopped: [] }

/** The empty book of a day, with what goes over into it. */
export const newBook = (day: DayStamp | null, carried: Carried): Book => ({
  ...carried,
  exceptions: { ...carried.exceptions },
  bookings: { ...carried.bookings },
  stopped: [...carried.stopped],
  day,
  visits: new Map(),
  before: new Map(),
  open: new Map(),
  counters: {},
  came: new Set(),
  counts: {
    ...{ turnedAway: {}, documents: {}, overrides: {} },
    ...{ papers: {}, reports: {}, troubles: {} },
  },
  putOff: 0,
  outages: [],
  closed: null,
})

/** What a book leaves to the next one, when its day is over `at`. */
export const carriedOf = ({ day, office, exceptions, bookings, outage, stopped }: Book, at: Instant): Carried => ({
  office,
  exceptions: Object.fromEntries(Object.entries(exceptions).filter(([of]) => day === null || of > day)),
  bookings,
  outage: outage && { ...outage, sinceAt: at, began: false },
  stopped,
})

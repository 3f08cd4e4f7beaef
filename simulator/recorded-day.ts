import type { DayStamp, Instant } from '../protocol/ids.ts'
import type { Office } from '../protocol/office.ts'
import { midnightOf } from '../server/rules/civil.ts'
import type { Booking, OfficeEvent } from '../server/rules/events.ts'
import { MINUTE } from '../server/rules/state.ts'
import type { Day, DayFrame } from './day-file.ts'
import { type CounterBook, newCounterBook } from './recorded-counter.ts'
import { newTicketBook, type TicketBook } from './recorded-ticket.ts'

/** One event of the journal and when it was recorded. */
export type RecordedEvent = { at: Instant; event: OfficeEvent }

/** A day of the journal as a day file has it, and what the file cannot say. Minutes. */
export type RecordedDay = {
  day: Day
  /** Mean wait to the first call of those who came inside their window, as it really was. */
  inWindowMean: number
  /** Tickets left out, because their journey does not begin with the first stage of the longest one. */
  leftOut: number
}

/** The office's own days, oldest first, in one frame, and the office as it was configured last. */
export type RecordedDays = { office: Office; frame: DayFrame; days: RecordedDay[] }

const longestJourney = ({ services }: Office): string[] =>
  services.map(({ journey }) => journey).reduce((a, b) => (b.length > a.length ? b : a), [])

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length

/** One business day while its events are read. */
type OpenBook = {
  stamp: DayStamp
  midnightAt: Instant
  tickets: Map<string, TicketBook>
  counters: Map<number, CounterBook>
}

const closeBook = (
  book: OpenBook,
  office: Office,
  bookings: ReadonlyMap<string, Booking>,
): (RecordedDay & { open: number; end: number; journey: string }) | null => {
  const journey = longestJourney(office)
  const tickets = [...book.tickets.values()]
  const told = tickets.filter(({ stage }) => stage === journey[0])
  const spent = (stage: string) => told.flatMap((ticket) => ticket.minutesAt(stage) ?? [])
  const usual = journey.map((stage) => mean(spent(stage)))
  const counters = [...book.counters.values()].flatMap((counter) => counter.asCounter(journey) ?? [])
  const end = Math.max(0, ...tickets.map(({ lastMin }) => lastMin))
  if (told.length === 0 || counters.length === 0) return null
  const came = new Set(tickets.map(({ key }) => key))
  const open = Math.min(...counters.map(({ openMin }) => openMin))
  const applicants = told.map((ticket) => ticket.asApplicant(journey, usual)).sort((a, b) => a.arrive - b.arrive)
  const waits = told.flatMap(({ inWindowWait }) => inWindowWait() ?? [])
  const minutes = (at: Instant) => (at - book.midnightAt) / MINUTE
  return {
    open,
    end,
    journey: journey.join(' '),
    inWindowMean: mean(waits),
    leftOut: tickets.length - told.length,
    day: {
      id: book.stamp,
      friday: false,
      applicants,
      counters: counters.map(({ asDay }) => asDay(end)),
      noShows: [...bookings.values()]
        .filter(({ day, status, key }) => day === book.stamp && status === 'booked' && !came.has(key))
        .map(({ window, priority }) => ({
          window: [minutes(window.startAt), minutes(window.endAt)],
          priority,
          kind: 0,
        })),
    },
  }
}

/**
 * The office's days as the journal tells them: who came when and with which window, how long a counter was taken by each
 * case (from the call on), who was sent for papers, and when each counter was open, paused or closed. Days that are still
 * open are told as far as they went; days without a ticket or a counter are not told, null where none is left. Events
 * carry no personal data, and nothing here adds any.
 */
export const recordedDays = (events: Iterable<RecordedEvent>): RecordedDays | null => {
  let office: Office | null = null
  let book: OpenBook | null = null
  const bookings = new Map<string, Booking>()
  const days: (RecordedDay & { open: number; end: number; journey: string })[] = []
  const close = () => {
    const day = book === null || office === null ? null : closeBook(book, office, bookings)
    if (day !== null) days.push(day)
    book = null
  }

  for (const { at, event } of events) {
    if (event.type === 'OfficeConfigured') office = event.office
    if (event.type === 'AgendaImported') for (const booking of event.bookings) bookings.set(booking.key, booking)
    if (event.type === 'DayOpened' && office !== null) {
      close()
      book = {
        stamp: event.day,
        midnightAt: midnightOf(event.day, office.zone),
        tickets: new Map(),
        counters: new Map(),
      }
    }
    if (book === null) continue
    const now = (at - book.midnightAt) / MINUTE
    if (event.type === 'CheckedIn') book.tickets.set(event.ticketId, newTicketBook(event, now, book.midnightAt))
    if ('ticketId' in event) book.tickets.get(event.ticketId)?.take(event, now)
    if ('counter' in event) {
      const counter = book.counters.get(event.counter) ?? newCounterBook(event.counter)
      book.counters.set(event.counter, counter)
      counter.take(event, now)
    }
    if (event.type === 'DayClosed') close()
  }
  close()
  if (office === null) return null
  const journey = longestJourney(office)
  // A day of other stages cannot stand in one frame with those of today.
  const alike = days.filter((day) => day.journey === journey.join(' '))
  if (alike.length === 0) return null
  const { stages } = office
  return {
    office,
    frame: {
      open: Math.min(...alike.map(({ open }) => open)),
      planClose: Math.max(...alike.map(({ end }) => Math.ceil(end / 5) * 5)),
      stages: journey.map((id) => stages.find((one) => one.id === id)?.name.id ?? id),
    },
    days: alike.map(({ day, inWindowMean, leftOut }) => ({ day, inWindowMean, leftOut })),
  }
}

import type { Instant } from '../../protocol/ids.ts'
import type { EventOf } from './events.ts'
import { NO_PAPERS } from './papers.ts'
import type { State } from './state.ts'
import { NO_TICKETS, putTicket, ticketBy } from './tickets.ts'

/** A new day: series, counters, kiosks and papers start anew; the office, its bookings and its printers stay. */
export const evolveDayOpened = (state: State, event: EventOf<'DayOpened'>): State => ({
  ...state,
  day: { day: event.day, status: 'open' },
  tickets: NO_TICKETS,
  lastNumber: {},
  checkIns: 0,
  counters: {},
  kiosks: {},
  papers: NO_PAPERS,
  devices: Object.fromEntries(
    Object.entries(state.devices).map(([place, device]) => [place, { ...device, troublesToday: 0 }]),
  ),
  calls: [],
  turnedAway: {},
  exceptions: Object.fromEntries(Object.entries(state.exceptions).filter(([day]) => day >= event.day)),
  outages: [],
  overrides: [],
  documentsAsked: {},
})

/** The day is over: whoever was not served ends with it. */
export const evolveDayClosed = (state: State, event: EventOf<'DayClosed'>, at: Instant): State => {
  const tickets = event.unserved.reduce((now, ticketId) => {
    const ticket = ticketBy(now, ticketId)
    return ticket === undefined ? now : putTicket(now, { ...ticket, standing: { status: 'ended', endedAt: at } })
  }, state.tickets)
  // Bookings are deleted at the close of the next day (domain section 7), unless the office set another one.
  const from = event.bookingsFrom ?? event.day
  const bookings = Object.fromEntries(Object.entries(state.bookings).filter(([, b]) => b.day >= from))
  return {
    ...state,
    day: { day: event.day, status: 'closed' },
    tickets,
    bookings,
    announcement: null,
    counters: {},
    papers: NO_PAPERS,
    kiosks: {},
  }
}

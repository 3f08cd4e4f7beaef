import type { Instant } from '../../protocol/ids.ts'
import type { EventOf, OfficeEvent } from './events.ts'
import type { Call, Kiosk, State, Ticket } from './state.ts'

const NO_KIOSK: Kiosk = { visit: null, staffCalledAt: null }
const CALLS_KEPT = 12

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> => {
  const { [key]: _, ...rest } = record
  return rest
}

/** A replay of a journal that another version wrote must not fail, so a ticket that is not known changes nothing. */
const withTicket = (state: State, ticketId: string, change: (ticket: Ticket) => Partial<Ticket>): State => {
  const ticket = state.tickets[ticketId]
  if (ticket === undefined) return state
  return { ...state, tickets: { ...state.tickets, [ticketId]: { ...ticket, ...change(ticket) } } }
}

const withKiosk = (state: State, kiosk: string, change: Partial<Kiosk>): State => ({
  ...state,
  kiosks: { ...state.kiosks, [kiosk]: { ...(state.kiosks[kiosk] ?? NO_KIOSK), ...change } },
})

const withCall = (state: State, call: Call): State => ({
  ...state,
  callNo: call.callNo,
  calls: [call, ...state.calls].slice(0, CALLS_KEPT),
})

const evolveCheckedIn = (state: State, event: EventOf<'CheckedIn'>, at: Instant): State => {
  const { visitId, kiosk, type: _, ...given } = event
  const ticket: Ticket = {
    ...given,
    kiosk,
    checkedInAt: at,
    enteredAt: at,
    misses: 0,
    papers: 0,
    standing: { status: 'waiting' },
  }
  return withKiosk(
    {
      ...state,
      tickets: { ...state.tickets, [event.ticketId]: ticket },
      ticketOf: { ...state.ticketOf, [event.key]: event.ticketId },
      lastNumber: { ...state.lastNumber, [event.letter]: Number(event.number.slice(1)) },
      checkIns: event.order,
    },
    kiosk,
    { visit: { visitId, at, verdict: event.arrival, ticketId: event.ticketId, key: event.key, booked: null } },
  )
}

const evolveDayClosed = (state: State, event: EventOf<'DayClosed'>, at: Instant): State => {
  const tickets = { ...state.tickets }
  for (const ticketId of event.unserved) {
    const ticket = tickets[ticketId]
    if (ticket !== undefined) tickets[ticketId] = { ...ticket, standing: { status: 'ended', endedAt: at } }
  }
  // Bookings are deleted at the close of the next day (domain section 7).
  const bookings = Object.fromEntries(Object.entries(state.bookings).filter(([, b]) => b.day >= event.day))
  return {
    ...state,
    day: { day: event.day, status: 'closed' },
    tickets,
    bookings,
    counters: {},
    papers: {},
    kiosks: {},
  }
}

/**
 * The state after one event. Total: it never refuses and never throws, whatever the event. `at` is the instant at which
 * the event was recorded.
 */
export const evolve = (state: State, event: OfficeEvent, at: Instant): State => {
  switch (event.type) {
    case 'OfficeConfigured':
      return { ...state, office: event.office }
    case 'DayOpened':
      return {
        ...state,
        day: { day: event.day, status: 'open' },
        tickets: {},
        ticketOf: {},
        lastNumber: {},
        checkIns: 0,
        counters: {},
        kiosks: {},
        papers: {},
        calls: [],
        turnedAway: {},
      }
    case 'DayClosed':
      return evolveDayClosed(state, event, at)
    case 'AgendaImported':
      return {
        ...state,
        bookings: { ...state.bookings, ...Object.fromEntries(event.bookings.map((b) => [b.key, b])) },
      }
    case 'CheckedIn':
      return evolveCheckedIn(state, event, at)
    case 'TurnedAway': {
      const { visitId, kiosk, verdict, key, booked } = event
      const turnedAway = { ...state.turnedAway, [verdict]: (state.turnedAway[verdict] ?? 0) + 1 }
      return withKiosk({ ...state, turnedAway }, kiosk, {
        visit: { visitId, at, verdict, ticketId: null, key, booked },
      })
    }
    case 'CheckedInAgain': {
      const { visitId, kiosk, verdict, ticketId } = event
      return withKiosk(state, kiosk, { visit: { visitId, at, verdict, ticketId, key: null, booked: null } })
    }
    case 'Returned':
      return withTicket(state, event.ticketId, () => ({
        turnAt: event.turnAt,
        callableFromAt: at,
        misses: 0,
        standing: { status: 'waiting' },
      }))
    case 'SlipQueued': {
      const { type: _, ...paper } = event
      const papers = { ...state.papers, [event.slipId]: { ...paper, state: 'queued' as const } }
      return withTicket({ ...state, papers }, event.ticketId, (ticket) => ({ papers: ticket.papers + 1 }))
    }
    case 'SlipReported': {
      const paper = state.papers[event.slipId]
      if (paper === undefined) return state
      return { ...state, papers: { ...state.papers, [event.slipId]: { ...paper, state: event.status } } }
    }
    case 'DeviceReported':
      return { ...state, devices: { ...state.devices, [event.printer]: event.status } }
    case 'StaffCalled':
      return withKiosk(state, event.kiosk, { staffCalledAt: at })
    case 'StaffCallEnded':
      return withKiosk(state, event.kiosk, { staffCalledAt: null })
    case 'CounterOpened': {
      const { staff, stages, helps } = event
      return { ...state, counters: { ...state.counters, [event.counter]: { staff, stages, helps, openedAt: at } } }
    }
    case 'CounterClosed':
      return { ...state, counters: without(state.counters, String(event.counter)) }
    case 'Called': {
      const { callNo, ticketId, counter } = event
      return withCall(
        withTicket(state, ticketId, () => ({
          standing: { status: 'called', counter, calledAt: at, lastCalledAt: at, times: 1 },
        })),
        { callNo, ticketId, counter, at, times: 1 },
      )
    }
    case 'Recalled': {
      const standing = state.tickets[event.ticketId]?.standing
      if (standing?.status !== 'called') return state
      const times = standing.times + 1
      return withCall(
        withTicket(state, event.ticketId, () => ({ standing: { ...standing, lastCalledAt: at, times } })),
        { callNo: event.callNo, ticketId: event.ticketId, counter: event.counter, at, times },
      )
    }
    case 'Started':
      return withTicket(state, event.ticketId, ({ standing }) =>
        standing.status === 'called' ? { standing: { ...standing, status: 'serving', startedAt: at } } : {},
      )
    case 'StageFinished':
      return withTicket(state, event.ticketId, () =>
        event.next === null
          ? { standing: { status: 'done', outcome: event.outcome, doneAt: at } }
          : { ...event.next, enteredAt: at, callableFromAt: at, misses: 0, standing: { status: 'waiting' } },
      )
    case 'Missed':
      return withTicket(state, event.ticketId, (ticket) =>
        event.again === null
          ? { misses: ticket.misses + 1, standing: { status: 'missed', sinceAt: at } }
          : { ...event.again, misses: ticket.misses + 1, standing: { status: 'waiting' } },
      )
  }
}

import type { TicketId } from '../../protocol/ids.ts'
import type { EventOf, OfficeEvent } from '../rules/events.ts'

/** Who did it is nothing that a hub is told. */
const NOBODY = '00'

const A_VISIT = 'told-to-the-hub-'
/** An override is counted by its act and reason; whose it was stays at home. */
const noTicket = (ticketId: TicketId): TicketId => `${ticketId.slice(0, 11)}A000`

const asItIs = <E>(event: E): E => event

/**
 * What the hub is told: these kinds of events and no others, each with what its figures need. A booking's key is a random one that leads
 * to nobody; it goes along so that a hub can tell who came of those who booked. Staff numbers, families, priorities and why somebody is
 * called before whom stay at home; the office's document goes as it is.
 */
const TOLD: { [T in OfficeEvent['type']]?: (event: EventOf<T>) => EventOf<T> } = {
  OfficeConfigured: asItIs,
  DayOpened: asItIs,
  DayClosed: ({ type, day }) => ({ type, day, unserved: [] }),
  HoursSet: asItIs,
  OutageStarted: asItIs,
  OutageEnded: asItIs,
  AgendaImported: ({ type, bookings }) => ({
    type,
    bookings: bookings.map(({ key, day, window, service, status }) => ({
      ...{ key, day, window, service, status, priority: false },
    })),
  }),
  CheckedIn: ({ type, kiosk, ticketId, number, order, letter, service, key, window, arrival, stage, ...event }) => ({
    ...{ type, kiosk, ticketId, number, order, letter, service, key, window, arrival, stage },
    ...{ visitId: A_VISIT, priority: false, shiftMin: 0, turnAt: 0, callableFromAt: 0 },
    ...(event.walkInReason === undefined ? {} : { walkInReason: event.walkInReason }),
    ...(event.incomplete === undefined ? {} : { incomplete: event.incomplete }),
    ...(event.cameAt === undefined ? {} : { cameAt: event.cameAt }),
    ...(event.forecast === undefined ? {} : { forecast: event.forecast }),
  }),
  ServedOnPaper: asItIs,
  TurnedAway: ({ type, kiosk, verdict }) => ({ type, visitId: A_VISIT, kiosk, verdict, key: null, booked: null }),
  PutOff: asItIs,
  Returned: ({ type, ticketId, turnAt }) => ({ type, ticketId, turnAt }),
  SlipQueued: asItIs,
  SlipReported: asItIs,
  DeviceReported: asItIs,
  CounterOpened: ({ type, counter, stages, helps }) => ({ type, counter, staff: NOBODY, stages, helps }),
  CounterClosed: asItIs,
  CounterPaused: asItIs,
  CounterResumed: asItIs,
  Called: ({ type, callNo, ticketId, counter, stage, helping }) => ({
    ...{ type, callNo, ticketId, counter, stage, helping, turnAt: 0, shiftMin: 0, runnerUp: null },
  }),
  Recalled: asItIs,
  Started: asItIs,
  StageFinished: asItIs,
  Missed: asItIs,
  Parked: asItIs,
  Resumed: asItIs,
  DocumentAsked: asItIs,
  Transferred: asItIs,
  Undone: asItIs,
  Reassigned: asItIs,
  TicketCancelled: asItIs,
  TakenOver: asItIs,
  Overridden: ({ type, act, ticketId, reason }) => ({ type, act, ticketId: noTicket(ticketId), staff: NOBODY, reason }),
}

/** The table's row of a kind belongs to events of that kind; TypeScript cannot see that through a union. */
const tell = <T extends OfficeEvent['type']>(event: EventOf<T> & { type: T }): OfficeEvent | null => {
  const row: ((event: EventOf<T>) => EventOf<T>) | undefined = TOLD[event.type]
  return row === undefined ? null : row(event)
}

/** What the hub is told of an event, null where it is none of its business. The same event always tells the same. */
export const toldOf = (event: OfficeEvent): OfficeEvent | null => tell(event)

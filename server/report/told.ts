import type { EventOf, OfficeEvent } from '../rules/events.ts'

/** Who did it is nothing that a hub is told. */
const NOBODY = '00'

const asItIs = <E>(event: E): E => event

/**
 * What the hub is told: these kinds of events and no others, each with what its figures need. A booking's key is a random one that leads
 * to nobody; it goes along so that a hub can tell who came of those who booked. Staff numbers, families and why somebody is called before
 * whom stay at home.
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
  CheckedIn: ({ party: _family, tie: _tie, by: _by, ...event }) => event,
  ServedOnPaper: asItIs,
  TurnedAway: (event) => ({ ...event, key: null, booked: null }),
  PutOff: asItIs,
  Returned: ({ type, ticketId, turnAt }) => ({ type, ticketId, turnAt }),
  SlipQueued: asItIs,
  SlipReported: asItIs,
  DeviceReported: asItIs,
  CounterOpened: (event) => ({ ...event, staff: NOBODY }),
  CounterClosed: asItIs,
  CounterPaused: asItIs,
  CounterResumed: asItIs,
  Called: ({ together: _family, ...event }) => ({ ...event, runnerUp: null }),
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
  Overridden: (event) => ({ ...event, staff: NOBODY }),
}

/** The table's row of a kind belongs to events of that kind; TypeScript cannot see that through a union. */
const tell = <T extends OfficeEvent['type']>(event: EventOf<T> & { type: T }): OfficeEvent | null => {
  const row: ((event: EventOf<T>) => EventOf<T>) | undefined = TOLD[event.type]
  return row === undefined ? null : row(event)
}

/** What the hub is told of an event, null where it is none of its business. The same event always tells the same. */
export const toldOf = (event: OfficeEvent): OfficeEvent | null => tell(event)

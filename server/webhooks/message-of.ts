import type { WebhookEventName, WebhookMessage } from '../../protocol/webhook-messages.ts'
import type { Recorded } from '../journal/journal.ts'
import type { EventOf, OfficeEvent } from '../rules/events.ts'

type Content = { [T in WebhookEventName]: Omit<Extract<WebhookMessage, { type: T }>, 'timestamp'> }[WebhookEventName]

const ticketOf = (ticketId: string) => ({ day: ticketId.slice(0, 10), number: ticketId.slice(11) })

/** What each kind of event tells outside; those that are missing tell nothing. */
const TELLS: { [T in OfficeEvent['type']]?: (event: EventOf<T>) => Content } = {
  DayOpened: ({ day }) => ({ type: 'day.opened', data: { day } }),
  DayClosed: ({ day, unserved }) => ({ type: 'day.closed', data: { day, unserved: unserved.length } }),
  CheckedIn: ({ ticketId, letter, service, window, arrival, stage }) => ({
    type: 'ticket.checked-in',
    data: { ...ticketOf(ticketId), lane: letter, service, window, arrival, stage },
  }),
  Called: ({ ticketId, counter, stage }) => ({
    type: 'ticket.called',
    data: { ...ticketOf(ticketId), counter, stage },
  }),
  Recalled: ({ ticketId, counter }) => ({ type: 'ticket.recalled', data: { ...ticketOf(ticketId), counter } }),
  Started: ({ ticketId, counter }) => ({ type: 'ticket.started', data: { ...ticketOf(ticketId), counter } }),
  StageFinished: ({ ticketId, counter, stage, outcome, next }) => ({
    type: 'ticket.finished',
    data: { ...ticketOf(ticketId), counter, stage, outcome, next: next?.stage ?? null },
  }),
  Missed: ({ ticketId, counter }) => ({ type: 'ticket.missed', data: { ...ticketOf(ticketId), counter } }),
  CounterOpened: ({ counter, stages }) => ({ type: 'counter.opened', data: { counter, stages } }),
  CounterClosed: ({ counter }) => ({ type: 'counter.closed', data: { counter } }),
  CounterPaused: ({ counter }) => ({ type: 'counter.paused', data: { counter } }),
  CounterResumed: ({ counter }) => ({ type: 'counter.resumed', data: { counter } }),
  OutageStarted: ({ scope }) => ({ type: 'outage.started', data: { scope } }),
  OutageEnded: () => ({ type: 'outage.ended', data: {} }),
  HoursSet: ({ day, opening }) => ({ type: 'hours.set', data: { day, open: opening !== null } }),
  AgendaImported: ({ bookings }) => ({ type: 'agenda.imported', data: { bookings: bookings.length } }),
  OfficeConfigured: () => ({ type: 'office.configured', data: {} }),
  DeviceReported: ({ printer, status }) => ({ type: 'device.reported', data: { printer, status } }),
}

/** The table's row of a kind belongs to events of that kind; TypeScript cannot see that through a union. */
const tell = <T extends OfficeEvent['type']>(event: EventOf<T> & { type: T }): Content | null => {
  const row: ((event: EventOf<T>) => Content) | undefined = TELLS[event.type]
  return row === undefined ? null : row(event)
}

/** What a recorded event tells receivers outside, null when it tells nothing. The same event always tells the same. */
export const messageOf = ({ at, event }: Pick<Recorded, 'at' | 'event'>): WebhookMessage | null => {
  const content = tell(event)
  return content === null ? null : { ...content, timestamp: new Date(at).toISOString() }
}

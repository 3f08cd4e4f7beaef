import { z } from 'zod'
import { DeviceStatus, OutageScope, Outcome } from './commands.ts'
import { Arrival } from './faces.ts'
import { DayStamp, LaneLetter, Place, Slug, TicketNumber, Window } from './ids.ts'

/*
 * What a receiver outside is told. Each message is an allow-list of its own: numbers, lanes, windows, stages, counters and
 * instants; never a code, a key, a reason or a member of staff. The envelope is Standard Webhooks': type, timestamp, data.
 */

const Ticket = { day: DayStamp, number: TicketNumber }
const Counter = z.int().min(1).max(99)

/** What each event carries, by its name. Instants in epoch ms. */
export const WEBHOOK_DATA = {
  'day.opened': z.strictObject({ day: DayStamp }),
  'day.closed': z.strictObject({ day: DayStamp, unserved: z.int().min(0) }),
  'ticket.checked-in': z.strictObject({
    ...Ticket,
    lane: LaneLetter,
    service: Slug,
    /** Null without an appointment. */
    window: Window.nullable(),
    arrival: Arrival,
    stage: Slug,
  }),
  'ticket.called': z.strictObject({ ...Ticket, counter: Counter, stage: Slug }),
  'ticket.recalled': z.strictObject({ ...Ticket, counter: Counter }),
  'ticket.started': z.strictObject({ ...Ticket, counter: Counter }),
  /** A stage is over; `next` is the one that follows, null when the visit ends. */
  'ticket.finished': z.strictObject({
    ...Ticket,
    counter: Counter,
    stage: Slug,
    outcome: Outcome,
    next: Slug.nullable(),
  }),
  'ticket.missed': z.strictObject({ ...Ticket, counter: Counter }),
  'counter.opened': z.strictObject({ counter: Counter, stages: z.array(Slug) }),
  'counter.closed': z.strictObject({ counter: Counter }),
  'counter.paused': z.strictObject({ counter: Counter }),
  'counter.resumed': z.strictObject({ counter: Counter }),
  'outage.started': z.strictObject({ scope: OutageScope }),
  'outage.ended': z.strictObject({}),
  'hours.set': z.strictObject({ day: DayStamp, open: z.boolean() }),
  'agenda.imported': z.strictObject({ bookings: z.int().min(0) }),
  'office.configured': z.strictObject({}),
  'device.reported': z.strictObject({ printer: Place, status: DeviceStatus }),
  /** Sent by hand, to see whether the receiver is there. */
  test: z.strictObject({}),
} as const satisfies Record<string, z.ZodType>

/** The name of an event as receivers know it. */
export type WebhookEventName = keyof typeof WEBHOOK_DATA

const NAMES = Object.keys(WEBHOOK_DATA) as WebhookEventName[]
/** Names that a webhook may be subscribed to: all but the test, which comes when it is asked for. */
export const WebhookEvent = z.enum(NAMES.filter((name) => name !== 'test') as Exclude<WebhookEventName, 'test'>[])
export type WebhookEvent = z.infer<typeof WebhookEvent>

/** A message as its body is sent, JSON: what happened, when, and what there is to know. */
export type WebhookMessage = {
  [T in WebhookEventName]: { type: T; timestamp: string; data: z.infer<(typeof WEBHOOK_DATA)[T]> }
}[WebhookEventName]

/** The body of one event, for the description. `timestamp` is the event's own, ISO 8601 in UTC. */
export const webhookSchemaOf = (name: WebhookEventName) =>
  z.strictObject({ type: z.literal(name), timestamp: z.iso.datetime(), data: WEBHOOK_DATA[name] })

import type { z } from 'zod'
import { WebhookEvent, type WebhookEventName, webhookSchemaOf } from '../../protocol/webhook-messages.ts'

const SUMMARIES: Record<WebhookEventName, string> = {
  'day.opened': 'A business day was opened; number series begin anew',
  'day.closed': 'A business day was closed; `unserved` numbers ended with it',
  'ticket.checked-in': 'A number was given',
  'ticket.called': 'A number was called to a counter',
  'ticket.recalled': 'A number was called again',
  'ticket.started': 'Its case was begun',
  'ticket.finished': 'A stage is over',
  'ticket.missed': 'Nobody came to a call',
  'counter.opened': 'A counter was opened for stages',
  'counter.closed': 'A counter was closed',
  'counter.paused': 'A counter pauses',
  'counter.resumed': 'A counter serves again',
  'outage.started': 'An outage was recorded',
  'outage.ended': 'The outage is over',
  'hours.set': 'Other hours were set for one day, or it was closed',
  'agenda.imported': 'Bookings were entered or changed, how many',
  'office.configured': "The office's document was changed",
  'device.reported': 'A printer said how it is',
  test: 'Sent by hand, to see whether the receiver is there',
}

const NAMES: readonly WebhookEventName[] = [...WebhookEvent.options, 'test']
const schemaName = (name: WebhookEventName): string =>
  `Webhook-${name}`.replaceAll(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())

/** The bodies that receivers get, by their names in the description. */
export const WEBHOOK_SCHEMAS: Record<string, z.ZodType> = Object.fromEntries(
  NAMES.map((name) => [schemaName(name), webhookSchemaOf(name)]),
)

const HEADERS = [
  ['webhook-id', 'The same for every try of one message: what was seen with this id is seen'],
  ['webhook-timestamp', 'Seconds since 1970 of this try; older than five minutes is to be refused'],
  [
    'webhook-signature',
    '`v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, keyed by the secret behind `whsec_`',
  ],
] as const

/** What is sent to receivers outside, event by event (OpenAPI 3.1, `webhooks`; signed as Standard Webhooks 1.0.0 has it). */
export const describeWebhooks = (reference: (name: string) => object) =>
  Object.fromEntries(
    NAMES.map((name) => [
      name,
      {
        post: {
          summary: SUMMARIES[name],
          parameters: HEADERS.map(([header, description]) => ({
            ...{ name: header, in: 'header', required: true, description },
            schema: { type: 'string' },
          })),
          requestBody: { required: true, content: { 'application/json': { schema: reference(schemaName(name)) } } },
          responses: {
            '2XX': { description: 'Taken; anything else is tried again, in order, for three days' },
            '410': { description: 'Gone for good: the office stops at once' },
          },
        },
      },
    ]),
  )

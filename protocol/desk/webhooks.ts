import { z } from 'zod'
import { HookId } from '../house-facts.ts'
import { Instant } from '../ids.ts'
import { WebhookEvent } from '../webhook-messages.ts'

/** A receiver's address, `https://…` or, within the office's own network, `http://…`. What is refused says `AddressTrouble`. */
export const HookUrl = z.string().min(8).max(500)

/**
 * Why an address is not taken. `no-address`: no http(s) address, or one with a password or fragment in it; `needs-https`:
 * plain http leads outside of the office's own network; `forbidden`: it leads to this machine itself, to link-local or
 * metadata addresses, or to none at all.
 */
export const AddressTrouble = z.enum(['no-address', 'needs-https', 'forbidden'])
export type AddressTrouble = z.infer<typeof AddressTrouble>

/**
 * What became of one delivery. `status` is the receiver's answer; a name else: it took too long, was not reached, sent us
 * elsewhere, or its address leads where none may.
 */
export const DeliveryResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delivered'), status: z.int() }),
  z.strictObject({ kind: z.literal('answered'), status: z.int() }),
  z.strictObject({ kind: z.literal('timed-out') }),
  z.strictObject({ kind: z.literal('unreachable'), code: z.string() }),
  z.strictObject({ kind: z.literal('refused'), trouble: AddressTrouble }),
])
export type DeliveryResult = z.infer<typeof DeliveryResult>

/** One try. `seq` is the event's place in the journal, 0 for a test; `tookMs` until the answer or the end of patience. */
export const Try = z.strictObject({
  hook: HookId,
  seq: z.int().min(0),
  type: z.string(),
  at: Instant,
  attempt: z.int().min(1),
  tookMs: z.int().min(0),
  result: DeliveryResult,
})
export type Try = z.infer<typeof Try>

/** A webhook as the page shows it, without its secret. */
export const HookFace = z.strictObject({
  id: HookId,
  url: HookUrl,
  events: z.array(WebhookEvent),
  /** `stopped`: its receiver did not answer for days; switched on again it goes on where it stopped. */
  state: z.enum(['on', 'off', 'stopped']),
  /** Events of the journal that it has still to look through, and since when the oldest message fails; null: none does. */
  backlog: z.int().min(0),
  failingSinceAt: Instant.nullable(),
  nextTryAt: Instant.nullable(),
  last: Try.nullable(),
})
export type HookFace = z.infer<typeof HookFace>

/** The page: every webhook, and the last 50 tries of all. */
export const WebhooksPage = z.strictObject({
  hooks: z.array(HookFace),
  tries: z.array(Try),
  /** Whether this machine itself may be a receiver: only in an office to try things with. */
  example: z.boolean(),
})
export type WebhooksPage = z.infer<typeof WebhooksPage>

/** A new webhook. */
export const NewHook = z.strictObject({ url: HookUrl, events: z.array(WebhookEvent).min(1) })
export type NewHook = z.infer<typeof NewHook>

/** What is to be changed of a webhook. */
export const HookChange = z.strictObject({
  url: HookUrl.optional(),
  events: z.array(WebhookEvent).min(1).optional(),
  on: z.boolean().optional(),
})
export type HookChange = z.infer<typeof HookChange>

/** A webhook was added; `secret` (`whsec_…`) signs its messages and is shown here and never again. */
export const HookAdded = z.strictObject({ id: HookId, secret: z.string() })
export type HookAdded = z.infer<typeof HookAdded>

/** What came of a change: done, no such webhook, too many of them, or an address that is not taken. */
export type HookOutcome<T> =
  | { status: 'done'; value: T }
  | { status: 'unknown' }
  | { status: 'full' }
  | { status: 'address'; trouble: AddressTrouble }

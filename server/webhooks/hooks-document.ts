import { z } from 'zod'
import { HookUrl } from '../../protocol/desk/webhooks.ts'
import { HookId } from '../../protocol/house-facts.ts'
import { Instant } from '../../protocol/ids.ts'
import { WebhookEvent } from '../../protocol/webhook-messages.ts'

/** More receivers than an office has: each is a line to the outside that somebody has to know of. */
export const HOOKS_MAX = 20

const Hook = z.strictObject({
  id: HookId,
  url: HookUrl,
  /** Signs its messages, so it lies here in clear; the file is the office's own alone (mode 0600). */
  secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/),
  events: z.array(WebhookEvent).min(1),
  /** `stopped`: by the office, because its receiver did not answer for days. */
  state: z.enum(['on', 'off', 'stopped']),
  addedAt: Instant,
})
/** A receiver of events. */
export type Hook = z.infer<typeof Hook>

/** The document of all receivers, `webhooks.json`. */
export const Hooks = z.strictObject({ version: z.literal(1), hooks: z.array(Hook).max(HOOKS_MAX) })
export type Hooks = z.infer<typeof Hooks>

/** What a fresh office starts with: nothing is told to anybody. */
export const NO_HOOKS: Hooks = { version: 1, hooks: [] }

import { z } from 'zod'
import { Place, StaffNumber } from './ids.ts'
import { Role } from './roles.ts'

/** Who had something done to the house: a supervisor at the desk, the console, staff at a counter, or its own clock. */
export const Doer = z.strictObject({ role: Role, staff: StaffNumber.nullable() })
export type Doer = z.infer<typeof Doer>

/**
 * What happened to the keys of the house. `sign-in-locked`: too many wrong tries, nobody is let in with this number for a
 * while. Single wrong tries are counted with the next right one (`failed`), not recorded one by one.
 */
export const AccessAct = z.enum([
  'paired',
  'revoked',
  'pin-set',
  'rank-set',
  'staff-removed',
  'unlocked',
  'desk-signed-in',
  'desk-signed-out',
  'sign-in-locked',
])
export type AccessAct = z.infer<typeof AccessAct>

/** Kinds of data that are deleted on schedule, in the order in which a run deletes them. */
export const RetentionPart = z.enum([
  'booking-codes',
  'agenda-files',
  'command-answers',
  'revoked-pairings',
  'strange-numbers',
  'ended-sessions',
  'webhook-tries',
])
export type RetentionPart = z.infer<typeof RetentionPart>

/** What one run deleted of one kind; counts alone. */
export const RetentionResult = z.strictObject({ part: RetentionPart, deleted: z.int().min(0) })
export type RetentionResult = z.infer<typeof RetentionResult>

/** A webhook's own id, made here. */
export const HookId = z.string().regex(/^[A-Za-z0-9_-]{8}$/)

/** What happened to a webhook; `stopped`: its receiver did not answer for days. */
export const WebhookAct = z.enum(['added', 'changed', 'switched-on', 'switched-off', 'removed', 'stopped'])
export type WebhookAct = z.infer<typeof WebhookAct>

/**
 * Facts of the house beside its queue: they are recorded after they are on disk elsewhere, so that the hash chain covers
 * them and the audit needs one source. Told by the server to itself; no screen and no program may say them.
 */
export const HOUSE_FACTS = [
  z.strictObject({
    type: z.literal('AccessChanged'),
    act: AccessAct,
    by: Doer,
    /** Of what was paired or revoked, and where somebody signed in. */
    role: Role.nullable(),
    place: Place.nullable(),
    /** Whose PIN, rank or sign-in. */
    staff: StaffNumber.nullable(),
    rank: z.enum(['staff', 'supervisor']).nullable(),
    /** Wrong tries just before. */
    failed: z.int().min(0),
  }),
  z.strictObject({ type: z.literal('RetentionRun'), by: Doer, parts: z.array(RetentionResult) }),
  z.strictObject({ type: z.literal('WebhookChanged'), act: WebhookAct, by: Doer, hook: HookId }),
] as const

/** One of them. */
export const HouseFact = z.discriminatedUnion('type', HOUSE_FACTS)
export type HouseFact = z.infer<typeof HouseFact>

import { z } from 'zod'
import { DayStamp, Instant, StaffNumber, TicketNumber } from '../ids.ts'
import { Role } from '../roles.ts'

/** What the audit is sorted by: rules set aside, the office's document, hours, outages and so on. */
export const AuditKind = z.enum([
  'override',
  'case',
  'counter',
  'office',
  'hours',
  'outage',
  'announcement',
  'agenda',
  'day',
  'access',
  'retention',
  'webhook',
])
export type AuditKind = z.infer<typeof AuditKind>

/** One line of the audit. `seq` is its event's place in the journal; `words` say what happened, in both languages. */
export const AuditLine = z.strictObject({
  seq: z.int().min(1),
  at: Instant,
  /** The office's day on which it happened. */
  day: DayStamp,
  kind: AuditKind,
  /** Who asked for it. */
  role: Role,
  staff: StaffNumber.nullable(),
  counter: z.int().nullable(),
  number: TicketNumber.nullable(),
  words: z.strictObject({ id: z.string(), en: z.string() }),
  /** What changed in the office's document, `windows.graceMin: 15 → 20`; empty elsewhere. */
  changes: z.array(z.string()),
})
export type AuditLine = z.infer<typeof AuditLine>

/** What is looked for; all that is given must hold. Days are the office's own, both included. */
export const AuditFilter = z.strictObject({
  from: DayStamp.optional(),
  until: DayStamp.optional(),
  kind: AuditKind.optional(),
  staff: StaffNumber.optional(),
  counter: z.coerce.number().int().min(1).max(99).optional(),
  number: TicketNumber.optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** One page of the audit is asked for with the place of the last line of the page before. */
export const AuditQuery = AuditFilter.extend({ before: z.coerce.number().int().min(1).optional() })
export type AuditQuery = z.infer<typeof AuditQuery>

/** Lines, newest first. `total` counts all that fit; `more` is where the next page goes on, null at the end. */
export const AuditPage = z.strictObject({
  lines: z.array(AuditLine),
  total: z.int().min(0),
  more: z.int().min(1).nullable(),
  /** False while the audit is still catching up with the journal after a start. */
  complete: z.boolean(),
})
export type AuditPage = z.infer<typeof AuditPage>

/** What following the hash chain over the whole journal found. `tookMs` in milliseconds. */
export const ChainReport = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('sound'),
    events: z.int().min(0),
    lastLink: z.string().nullable(),
    tookMs: z.int().min(0),
  }),
  z.strictObject({
    status: z.literal('damaged'),
    seq: z.int().min(1),
    reason: z.string(),
    tookMs: z.int().min(0),
  }),
])
export type ChainReport = z.infer<typeof ChainReport>

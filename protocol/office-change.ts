import { z } from 'zod'
import { Instant, Slug, TicketNumber, Window } from './ids.ts'

/** Who or what stands in the way of a changed office document while a day is open. */
export const Blocker = z.discriminatedUnion('kind', [
  /** A ticket of today that would lose its service, its stage or the counter that has it. */
  z.strictObject({
    kind: z.literal('ticket'),
    number: TicketNumber,
    stage: Slug,
    lost: z.enum(['service', 'stage', 'counter']),
  }),
  /** A counter that is open now. */
  z.strictObject({ kind: z.literal('counter'), counter: z.int() }),
  /** The zone: the hours of the open day are reckoned in it. */
  z.strictObject({ kind: z.literal('zone') }),
])
export type Blocker = z.infer<typeof Blocker>

/**
 * One difference between two office documents. `path` names settings, and entries of a list by their letter, id, number,
 * place or day (by their place in the list where they have none): `['lanes', 'A', 'cap']`. `order`: the same entries
 * in another order, `from` and `to` their names.
 */
export const Change = z.strictObject({
  path: z.array(z.string()),
  kind: z.enum(['changed', 'added', 'removed', 'order']),
  from: z.unknown(),
  to: z.unknown(),
})
export type Change = z.infer<typeof Change>

/** What is wrong with a field. `min` and `max` with `too-small` and `too-big`, in the unit of the field or its `count`. */
export const FieldProblem = z.strictObject({
  /** As in the document, lists by index: `['windows', 'graceMin']`; empty for the whole. */
  path: z.array(z.union([z.string(), z.int()])),
  /** Where it stands in the file, from 1; null when it did not come from one. */
  line: z.int().min(1).nullable(),
  code: z.enum([
    'missing',
    'wrong-kind',
    'too-small',
    'too-big',
    'not-offered',
    'wrong-form',
    'unknown-setting',
    'twice',
    'no-such',
    'must-be-later',
    'outside-hours',
    'over-late-limit',
    'under-late-set-back',
    'one-walk-in-lane',
    'own-stage',
    'own-printer',
    'no-json',
    'no-file',
    'other',
  ]),
  min: z.number().optional(),
  max: z.number().optional(),
  count: z.enum(['characters', 'entries']).optional(),
  /** What is not there, or stands twice: `documents`, `7`. */
  name: z.string().max(200).optional(),
})
export type FieldProblem = z.infer<typeof FieldProblem>

/** What a change would bring about, worked out before it is entered. */
export const Consequences = z.strictObject({
  /** Nothing is entered while there is one. */
  blockers: z.array(Blocker),
  /** People who wait now, in lanes whose rules change: their turn stays, the rules are for those who come from now on. */
  waiting: z.int(),
  /** Windows of today that would be fuller or emptier; booked ÷ capacity, null when nobody serves. */
  loads: z.array(
    z.strictObject({ window: Window, booked: z.int(), before: z.number().nullable(), after: z.number().nullable() }),
  ),
  /** Bookings that go, because the office ends being an example. */
  forgotten: z.int(),
})
export type Consequences = z.infer<typeof Consequences>

/** One version of the office document: how many were before it and one, when, and by whom. */
export const OfficeVersion = z.strictObject({
  no: z.int().min(1),
  at: Instant,
  /** `console`: the server's machine or its file; a supervisor has a staff number. */
  by: z.strictObject({ role: z.string(), staff: z.string().nullable() }),
})
export type OfficeVersion = z.infer<typeof OfficeVersion>

import { z } from 'zod'
import { CommandId, TicketId, TicketNumber } from './ids.ts'
import { Refusal } from './refusals.ts'

/**
 * What a presented code turned out to be. With a ticket: early, on-time, late-grace (late within the grace), late,
 * walk-in (a number without a valid appointment), already-in. Without: the others. `window-needed`: an office without a
 * list asks for the hour on the letter; `checklist`: the originals are asked about first; `closed`: outside of the hours in
 * which numbers are given.
 */
export const Verdict = z.enum([
  'early',
  'on-time',
  'late-grace',
  'late',
  'walk-in',
  'already-in',
  'too-late',
  'wrong-day',
  'wrong-office',
  'window-needed',
  'checklist',
  'cancelled',
  'moved',
  'closed',
  'unpaid',
  'unknown',
  'billing-code',
  'ended',
])
export type Verdict = z.infer<typeof Verdict>

/** What a command brought about, for the one who sent it. */
export const Result = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({
    kind: z.literal('check-in'),
    visitId: CommandId,
    verdict: Verdict,
    number: TicketNumber.nullable(),
  }),
  z.strictObject({ kind: z.literal('call'), ticketId: TicketId, number: TicketNumber }),
  z.strictObject({ kind: z.literal('agenda'), added: z.int(), changed: z.int(), unchanged: z.int() }),
])
export type Result = z.infer<typeof Result>

/** One mistake in a message: where, and in words. */
export const Issue = z.strictObject({ path: z.string(), message: z.string() })
export type Issue = z.infer<typeof Issue>

/**
 * The answer to a command. `taken`: it is on disk. `refused`: understood, not done. `invalid`: not a command at all;
 * nothing was recorded.
 */
export const Answer = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('taken'), result: Result }),
  z.strictObject({ status: z.literal('refused'), refusal: Refusal }),
  z.strictObject({ status: z.literal('invalid'), issues: z.array(Issue) }),
])
export type Answer = z.infer<typeof Answer>

/** Whether the office's disk took nothing: the same may be asked again, under a new id, and be done when there is room. */
export const isUntaken = (answer: Answer): boolean =>
  answer.status === 'refused' && (answer.refusal.code === 'disk-refuses' || answer.refusal.code === 'disk-full')

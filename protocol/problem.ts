import { z } from 'zod'
import { Issue } from './answers.ts'
import { Refusal } from './refusals.ts'

/** An HTTP error as RFC 9457 asks for it, sent as `application/problem+json`. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  refusal: Refusal.optional(),
  issues: z.array(Issue).optional(),
})
export type Problem = z.infer<typeof Problem>

/** One line of an agenda file that cannot enter. `line` counts from 1 with the heading as line 1. */
export const BadLine = z.strictObject({ line: z.int().min(1), column: z.string(), reason: z.string() })
export type BadLine = z.infer<typeof BadLine>

/**
 * What became of an agenda file. `entered`: the good rows are in the journal. `set-aside`: some lines are bad and
 * nobody said to take the good ones, so nothing changed.
 */
export const AgendaReport = z.strictObject({
  status: z.enum(['entered', 'set-aside']),
  good: z.int(),
  bad: z.array(BadLine),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
})
export type AgendaReport = z.infer<typeof AgendaReport>

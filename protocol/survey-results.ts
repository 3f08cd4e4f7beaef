import { z } from 'zod'
import { SurveyChannel, SurveyElement, SurveyWeight } from './survey.ts'

/** A month of the office's calendar, `2026-11`. */
export const MonthStamp = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export type MonthStamp = z.infer<typeof MonthStamp>

/** What a value of the 25–100 scale is called: A very good, B good, C poor, D bad (PermenPANRB 14/2017). */
export const Band = z.enum(['A', 'B', 'C', 'D'])
export type Band = z.infer<typeof Band>

/**
 * One element: how many answered it, their mean (1–4), the same on the scale of 25–100 with its band; null where nobody did.
 * Each is rounded once, half up to two decimals, from the exact mean: `value` is not 25 times the rounded `mean`.
 */
export const ElementResult = z.strictObject({
  element: SurveyElement,
  n: z.int().min(0),
  mean: z.number().min(1).max(4).nullable(),
  value: z.number().min(25).max(100).nullable(),
  band: Band.nullable(),
})
export type ElementResult = z.infer<typeof ElementResult>

/** What the journal counts in a month: visits that ended at a counter, and what became of the invitations. */
export type MonthCounts = { served: number; invited: number; answered: number; declined: number; expired: number }

const Index = { n: z.int().min(0), ikm: z.number().nullable(), band: Band.nullable() }

/** Fewest answers that are ever shown, or shown apart: fewer could be guessed to be somebody's. */
export const SMALLEST_GROUP = 5

/**
 * The survey of whole months, first and last included. Answers of a day join the results after its close, and together with at
 * least four others. `ikm` null: an element was answered by nobody.
 */
export const SurveyResults = z.strictObject({
  office: z.string(),
  from: MonthStamp,
  until: MonthStamp,
  weight: SurveyWeight,
  ...Index,
  elements: z.array(ElementResult),
  /** The three lowest elements, lowest first; `alsoAsLow` are as low as the third and come after it in the regulation. */
  lowest: z.array(SurveyElement),
  alsoAsLow: z.array(SurveyElement),
  /** Visits that ended at a counter, and how many answers are enough for so many. */
  population: z.int().min(0),
  sample: z.int().min(0),
  reached: z.boolean(),
  /** What became of the invitations; `open` still can be answered today. */
  invitations: z.strictObject({
    invited: z.int().min(0),
    answered: z.int().min(0),
    declined: z.int().min(0),
    expired: z.int().min(0),
    open: z.int().min(0),
  }),
  /** By where it was answered; null while one of them has fewer than `SMALLEST_GROUP` answers. */
  channels: z.array(z.strictObject({ channel: SurveyChannel, ...Index })).nullable(),
  /** Every month of the span, oldest first. */
  months: z.array(z.strictObject({ month: MonthStamp, ...Index })),
})
export type SurveyResults = z.infer<typeof SurveyResults>

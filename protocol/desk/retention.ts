import { z } from 'zod'
import { Doer, RetentionResult } from '../house-facts.ts'
import { Instant } from '../ids.ts'
import { Retention } from '../office-retention.ts'

/** What one run deleted: counts, no content. */
export const RetentionReport = z.strictObject({ at: Instant, by: Doer, parts: z.array(RetentionResult) })
export type RetentionReport = z.infer<typeof RetentionReport>

/** The page: the office's periods, the last run, and when the next one is at the latest. */
export const RetentionPage = z.strictObject({
  settings: Retention,
  /** Null until the first run after a start is over. */
  last: RetentionReport.nullable(),
  /** The next opening of a day. */
  nextAt: Instant,
})
export type RetentionPage = z.infer<typeof RetentionPage>

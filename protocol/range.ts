import { z } from 'zod'
import { Instant } from './ids.ts'

/**
 * When a waiting ticket is likely called, as it is shown: `[fromAt, untilAt]`, both on whole five minutes. `latest` on
 * paper is `untilAt`.
 */
export const Range = z.strictObject({ fromAt: Instant, untilAt: Instant })
export type Range = z.infer<typeof Range>

import { z } from 'zod'
import { DayStamp, StaffNumber } from '../ids.ts'

/** Number and PIN, as typed at the supervisor's desk. */
export const DeskSignIn = z.strictObject({ staff: StaffNumber, pin: z.string().regex(/^\d{6}$/) })
export type DeskSignIn = z.infer<typeof DeskSignIn>

/** Who sits at the desk and whose office it is. `zone` is its IANA zone; the browser's own is never used. */
export const DeskOverview = z.strictObject({
  staff: StaffNumber,
  office: z.string(),
  zone: z.string(),
  /** The business day that is open, between days the calendar's by the server's clock. */
  day: DayStamp,
  /** An office to try things with: nobody has set up a real one yet. */
  example: z.boolean(),
})
export type DeskOverview = z.infer<typeof DeskOverview>

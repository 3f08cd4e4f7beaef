import { z } from 'zod'
import { Head } from './faces.ts'
import { Place, TicketId, TicketNumber } from './ids.ts'

/** What a survey screen may see: the numbers that are asked to answer at it, and nothing of what was answered. */
export const SurveyView = z.strictObject({
  role: z.literal('survey'),
  ...Head,
  place: Place,
  /** The counter whose second screen it is, null for a tablet at the exit. */
  counter: z.int().nullable(),
  /** Whether the office asks here now. */
  asks: z.boolean(),
  /** Languages it offers, the first is what it starts in. */
  languages: z.array(z.enum(['id', 'en'])).min(1),
  /** Newest first; at a counter one at most. */
  invited: z.array(z.strictObject({ ticketId: TicketId, number: TicketNumber })).max(6),
})
export type SurveyView = z.infer<typeof SurveyView>

import { z } from 'zod'
import { REPEAT_HOURS } from './socket.ts'

/**
 * How long what could lead to a person is kept (UU PDP 27/2022, domain section 7). The journal itself stays: it holds
 * numbers, counters and instants, and of a booking only a random key that nothing leads to once its code is deleted.
 */
export const Retention = z.strictObject({
  /** Closes of a day after the booking's own after which its code is forgotten: 1 is the close of the next day. */
  bookingDays: z.int().min(0).max(7).default(1),
  /** Agenda files that were taken or set aside. */
  agendaFileHours: z.int().min(1).max(720).default(48),
  /** Ids and answers of commands. Less would give a second ticket to a kiosk that asks again. */
  answerHours: z.int().min(REPEAT_HOURS).max(720).default(REPEAT_HOURS),
  /** Pairings that were revoked. */
  pairingDays: z.int().min(1).max(3650).default(90),
  /** Numbers that somebody tried and nobody has. */
  strangerDays: z.int().min(1).max(365).default(7),
  /** What was said to receivers of webhooks and what they answered. */
  webhookTryDays: z.int().min(1).max(365).default(30),
})
export type Retention = z.infer<typeof Retention>

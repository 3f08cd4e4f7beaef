import { z } from 'zod'

/** Why a command that was understood is not done. The words for people live in `ui/texts`. */
export const RefusalCode = z.enum([
  /** The sender's role may not ask for this. */
  'not-permitted',
  /** Nobody is signed in at this counter. */
  'staff-needed',
  /** The id was used before, with another content. */
  'command-id-reused',
  /** The server's disk is full or takes no writing: nothing was done, and it may be tried again. */
  'disk-refuses',
  /** No office is configured yet. */
  'office-not-ready',
  /** It was under way for so long that nobody waits for it any more; it is not done later. */
  'too-old',
  /** The disk is all but full: no number is given, and calling goes on. */
  'disk-full',
  /** The changed document would take the place of somebody who is here today. */
  'office-in-use',
  /** No day is open. */
  'day-not-open',
  /** A day can only be opened after the last one: numbers are never given twice. */
  'day-not-after',
  /** The kiosk, counter or printer is not in the office's document. */
  'unknown-place',
  'unknown-stage',
  'unknown-service',
  'unknown-ticket',
  'unknown-slip',
  'counter-closed',
  'counter-open',
  /** A ticket is still in hand at this counter. */
  'counter-busy',
  /** Nobody who may be called now is waiting for the stages of this counter. */
  'nobody-callable',
  /** The ticket is not, or no longer, at this counter: the screen was behind. */
  'not-in-hand',
  /** Not in this step: starting a case twice, calling again what is being served. */
  'wrong-step',
  /** The counter pauses. */
  'counter-paused',
  /** Called a moment ago; `retryInSec` says when again. */
  'recall-too-soon',
  /** Recalled as often as the office does: "did not come" or "start" are left. */
  'recall-limit',
  /** Nothing of this counter can be taken back any more. */
  'nothing-to-undo',
  /** The ticket is not waiting, so it cannot be called or shifted. */
  'not-waiting',
  /** Not set aside at this counter. */
  'not-parked-here',
  /** No other open counter serves this stage, or the named counter is closed or the sender's own. */
  'counter-not-open',
  /** Not one of the office's reasons. */
  'unknown-reason',
  /** The lane has given all its numbers for today; staff may help. */
  'lane-full',
  /** The lane gives numbers at other hours. */
  'lane-closed',
  /** Numbers of this lane are given by staff. */
  'staff-grant-needed',
  /** Nothing to set aside: the rule holds for this ticket already. */
  'nothing-to-override',
  /** An outage is already recorded, or none is. */
  'outage-known',
  /** No list has this code, or it is none. */
  'unknown-booking',
  /** Times out of their order, of another day, or in the future. */
  'time-impossible',
  /** The kiosk has given its reprints; staff may help. */
  'reprint-limit',
  /** Nothing at this kiosk waits for a yes. */
  'nothing-offered',
  /** Nobody asks this ticket to answer the survey, or no longer. */
  'not-invited',
  /** The wrong staff number or PIN; the same for both. */
  'sign-in-failed',
  /** Too many tries; `retryInSec` says when again. */
  'sign-in-locked',
  /** Somebody else is signed in at this counter. */
  'signed-in-elsewhere',
])
export type RefusalCode = z.infer<typeof RefusalCode>

/** A refusal as it travels; `retryInSec` only with `sign-in-locked` and `recall-too-soon`. */
export const Refusal = z.strictObject({ code: RefusalCode, retryInSec: z.int().min(0).optional() })
export type Refusal = z.infer<typeof Refusal>

import type { Answer } from '../protocol/answers.ts'
import type { Instant } from '../protocol/ids.ts'
import { COMMAND_AGE_MS } from '../protocol/socket.ts'

/** Copies of a command come for so long; later it may be asked for again under the same id. */
const KEPT_MS = COMMAND_AGE_MS.others

/** What was asked for under a command id, as a digest, and what was answered. */
type Told = { digest: string; answer: Answer; at: Instant }

/**
 * Remembers for a minute what the disk did not take: a second copy of a command that comes when there is room again must not
 * do what its sender was told to be refused.
 */
export const rememberUntaken = () => {
  const told = new Map<string, Told>()
  return {
    /** What was told about a command; null where it was not refused here, or long ago. */
    answerOf(commandId: string, now: Instant): Told | null {
      for (const [id, { at }] of told) if (now - at > KEPT_MS) told.delete(id)
      return told.get(commandId) ?? null
    },
    /** The refusal, remembered. */
    refuse(commandId: string, digest: string, code: 'disk-full' | 'disk-refuses', at: Instant): Answer {
      const answer: Answer = { status: 'refused', refusal: { code } }
      told.set(commandId, { digest, answer, at })
      return answer
    },
  }
}

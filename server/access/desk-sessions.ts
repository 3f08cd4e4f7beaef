import type { Document } from '../../config/document.ts'
import type { StaffNumber } from '../../protocol/ids.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { Devices, StaffList } from './documents.ts'
import { hashToken, makeToken, type Random } from './secrets.ts'
import type { TryPin } from './sign-in.ts'

/** A working day of a supervisor: after it they sign in again (ASVS 7.3.2). */
const SESSION_MS = 12 * 3_600_000
/** A desk that asked for nothing for so long is over, also where its page was closed and could not sign out (ASVS 7.3.1). */
const IDLE_MS = 30 * 60_000

/** The supervisor's desk as something to sign in to, from any browser that may open the office's pages. */
export type DeskSessions = {
  /**
   * Signs a supervisor in; the token (256 bits, base64url) is told here and never again. `from` is where they sit, an
   * address, so that one who guesses holds up nobody else. Refused: `sign-in-failed` (the same for number and PIN),
   * `sign-in-locked`, and `not-permitted` when number and PIN are right and no supervisor's.
   */
  signInAtDesk(
    who: { staff: string; pin: string },
    from: string,
  ): Promise<{ status: 'opened'; token: string } | { status: 'refused'; refusal: Refusal }>
  /** Ends the session of this token, if there is one. */
  signOutOfDesk(token: string): Promise<void>
  /** The supervisor that holds this token; null when it is unknown or over, or they are no supervisor any more. */
  deskSenderOf(token: string): Sender | null
}

/** Opens the desk's sessions over access's two documents. `tell` says that somebody came or went. */
export const makeDeskSessions = (options: {
  devices: Document<Devices>
  staff: Document<StaffList>
  tryPin: TryPin
  now: () => number
  random: Random
  tell: () => void
}): DeskSessions => {
  const { devices, staff, tryPin, now, random, tell } = options
  /** When a session last asked, by its token's hash. Kept in memory: a restart gives half an hour more, no write for each asking. */
  const seenAt = new Map<string, number>()
  const isSupervisor = (number: StaffNumber): boolean =>
    staff.read().staff.some((one) => one.number === number && one.pin !== null && one.rank === 'supervisor')
  return {
    async signInAtDesk(who, from) {
      const refusal = await tryPin({ kind: 'desk', key: from }, who.staff, who.pin)
      if (refusal !== null) return { status: 'refused', refusal }
      if (!isSupervisor(who.staff)) return { status: 'refused', refusal: { code: 'not-permitted' } }
      const token = makeToken(random)
      const session = { tokenHash: hashToken(token), staff: who.staff, expiresAt: now() + SESSION_MS }
      await devices.change((all) => ({
        ...all,
        deskSessions: [...all.deskSessions.filter((one) => one.expiresAt > now()), session],
      }))
      return { status: 'opened', token }
    },
    async signOutOfDesk(token) {
      const tokenHash = hashToken(token)
      seenAt.delete(tokenHash)
      await devices.change((all) => ({
        ...all,
        deskSessions: all.deskSessions.filter((one) => one.tokenHash !== tokenHash),
      }))
      tell()
    },
    deskSenderOf(token) {
      const tokenHash = hashToken(token)
      const session = devices.read().deskSessions.find((one) => one.tokenHash === tokenHash)
      if (session === undefined || session.expiresAt <= now() || !isSupervisor(session.staff)) return null
      if (now() - (seenAt.get(tokenHash) ?? now()) > IDLE_MS) return null
      seenAt.set(tokenHash, now())
      return { role: 'supervisor', device: `desk-${tokenHash.slice(0, 8)}`, place: 'desk', staff: session.staff }
    },
  }
}

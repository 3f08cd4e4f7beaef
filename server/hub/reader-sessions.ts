import { hashToken, makeToken, systemRandom } from '../access/secrets.ts'

/** As long as a desk's: a working day. */
const SESSION_MS = 12 * 3_600_000

/** Who is signed in at the hub, in memory alone: after a restart everybody types the key once more. `now` is epoch ms. */
export const makeReaderSessions = (now: () => number) => {
  const sessions = new Map<string, { keyHash: string; endsAt: number }>()
  return {
    /** Opens a session for who showed the key of this hash, and returns its token. */
    open(keyHash: string): string {
      for (const [hash, { endsAt }] of sessions) if (endsAt <= now()) sessions.delete(hash)
      const token = makeToken(systemRandom)
      sessions.set(hashToken(token), { keyHash, endsAt: now() + SESSION_MS })
      return token
    },
    /** The hash of the key that opened a session, null where there is none or it ended. */
    keyHashOf(token: string): string | null {
      const session = sessions.get(hashToken(token))
      return session === undefined || session.endsAt <= now() ? null : session.keyHash
    },
    close: (token: string): void => void sessions.delete(hashToken(token)),
  }
}

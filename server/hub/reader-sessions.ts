import { hashToken, makeToken, systemRandom } from '../access/secrets.ts'

/** As long as a desk's: a working day. */
const SESSION_MS = 12 * 3_600_000

/** Who is signed in at the hub, in memory alone: after a restart everybody types the key once more. `now` is epoch ms. */
export const makeReaderSessions = (now: () => number) => {
  const sessions = new Map<string, { reader: string; endsAt: number }>()
  return {
    /** Opens a session and returns its token. */
    open(reader: string): string {
      for (const [hash, { endsAt }] of sessions) if (endsAt <= now()) sessions.delete(hash)
      const token = makeToken(systemRandom)
      sessions.set(hashToken(token), { reader, endsAt: now() + SESSION_MS })
      return token
    },
    /** Whose session it is, null where there is none or it ended. */
    readerOf(token: string): string | null {
      const session = sessions.get(hashToken(token))
      return session === undefined || session.endsAt <= now() ? null : session.reader
    },
    close: (token: string): void => void sessions.delete(hashToken(token)),
  }
}

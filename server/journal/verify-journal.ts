import { JournalDamage } from './journal.ts'
import { openForReading, readLinks } from './sqlite-journal.ts'

/** What a look through a whole journal found. */
export type Verified =
  | { status: 'sound'; events: number; lastLink: string | null }
  | { status: 'damaged'; seq: number; reason: string }

/**
 * Follows the hash chain of a journal file from its first event to its last. Changes nothing; a server may be running, and
 * with `pauseMs` of rest between some hundred events hardly notices. `isStopped` ends the look early, as far as it was.
 */
export const verifyJournal = async (
  file: string,
  { pauseMs = 0, isStopped = () => false }: { pauseMs?: number; isStopped?: () => boolean } = {},
): Promise<Verified> => {
  const { db, close } = openForReading(file)
  try {
    let events = 0
    let lastLink: string | null = null
    for await (const row of readLinks(db, 0, pauseMs)) {
      events += 1
      lastLink = row.link
      if (isStopped()) break
    }
    return { status: 'sound', events, lastLink }
  } catch (cause) {
    if (cause instanceof JournalDamage) return { status: 'damaged', seq: cause.seq, reason: cause.message }
    throw cause
  } finally {
    await close()
  }
}

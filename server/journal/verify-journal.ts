import { JournalDamage } from './journal.ts'
import { openForReading, readChain } from './sqlite-journal.ts'

/** What a look through a whole journal found. */
export type Verified =
  | { status: 'sound'; events: number; lastLink: string | null }
  | { status: 'damaged'; seq: number; reason: string }

/** Follows the hash chain of a journal file from its first event to its last. Changes nothing; a server may be running. */
export const verifyJournal = async (file: string): Promise<Verified> => {
  const { db, close } = openForReading(file)
  try {
    let events = 0
    let lastLink: string | null = null
    for await (const recorded of readChain(db)) {
      events += 1
      lastLink = recorded.link
    }
    return { status: 'sound', events, lastLink }
  } catch (cause) {
    if (cause instanceof JournalDamage) return { status: 'damaged', seq: cause.seq, reason: cause.message }
    throw cause
  } finally {
    await close()
  }
}

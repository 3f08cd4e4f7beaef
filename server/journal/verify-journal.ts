import { JournalDamage } from './journal.ts'
import { type Links, readLinks } from './read-chain.ts'
import { openForReading } from './sqlite-journal.ts'

/** What a look through a whole journal found. */
export type Verified =
  | { status: 'sound'; events: number; lastLink: string | null }
  | { status: 'damaged'; seq: number; reason: string }

/** `pauseMs`: rest between some hundred events; `isStopped` ends the look early, as far as it was. */
export type Pace = { pauseMs?: number; isStopped?: () => boolean }

/** Follows the hash chain of a journal from its first event to its last. Changes nothing. */
export const verifyLinks = async (
  links: Links,
  { pauseMs = 0, isStopped = () => false }: Pace = {},
): Promise<Verified> => {
  try {
    let events = 0
    let lastLink: string | null = null
    for await (const row of readLinks(links, 0, pauseMs)) {
      events += 1
      lastLink = row.link
      if (isStopped()) break
    }
    return { status: 'sound', events, lastLink }
  } catch (cause) {
    if (cause instanceof JournalDamage) return { status: 'damaged', seq: cause.seq, reason: cause.message }
    throw cause
  }
}

/** The same of a journal file; a server may be running, and with some rest hardly notices. */
export const verifyJournal = async (file: string, pace: Pace = {}): Promise<Verified> => {
  const { links, close } = openForReading(file)
  try {
    return await verifyLinks(links, pace)
  } finally {
    await close()
  }
}

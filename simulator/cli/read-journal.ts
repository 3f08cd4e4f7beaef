import { existsSync } from 'node:fs'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { JournalDamage } from '../../server/journal/journal.ts'
import { readChain } from '../../server/journal/read-chain.ts'
import { openForReading } from '../../server/journal/sqlite-journal.ts'
import type { RecordedEvent } from '../recorded-day.ts'

/**
 * All events of the office in a data folder, oldest first; a server may be running. Throws one sentence where there is no
 * journal or it is damaged.
 */
export const readJournal = async (dataDir: string): Promise<RecordedEvent[]> => {
  const file = journalFile(dataDir)
  if (!existsSync(file)) throw new Error(`${file}: there is no journal; ANTREAN_DATA names the office's data folder`)
  const { links, close } = openForReading(file)
  try {
    const events: RecordedEvent[] = []
    for await (const { at, event } of readChain(links)) events.push({ at, event })
    return events
  } catch (cause) {
    if (cause instanceof JournalDamage) throw new Error(`${file}: ${cause.message}`, { cause })
    throw cause
  } finally {
    await close()
  }
}

import { closeSync, constants, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { JournalUnsound } from './journal.ts'

/** The witness of a journal file. */
export const witnessFile = (journal: string): string => `${journal}.seen`

const SEEN = /^ *(\d+) ([0-9a-f]{64})\n$/

const readSeen = (file: string): { seq: number; link: string } | null => {
  try {
    const [, seq, link = ''] = SEEN.exec(readFileSync(file, 'latin1')) ?? []
    return seq === undefined ? null : { seq: Number(seq), link }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  }
}

/**
 * A journal that lost its end, or was exchanged for an older one, is a sound journal by itself: its chain fits. So the last
 * event is noted once more, in a file beside it, after it is on disk there. Nothing waits for this note, so a power cut may
 * leave an older one; it never says more than the journal held. Throws `JournalUnsound` when the journal, asked by
 * `linkAt`, does not hold the event that the file names.
 */
export const openWitness = (
  file: string,
  linkAt: (seq: number) => string | null,
): { note(last: { seq: number; link: string }): void; close(): void } => {
  const seen = readSeen(file)
  if (seen !== null && seen.seq > 0) {
    const link = linkAt(seen.seq)
    if (link === null) throw new JournalUnsound(`event ${seen.seq} was on disk already and is gone`)
    if (link !== seen.link) throw new JournalUnsound(`event ${seen.seq} is another one than was on disk before`)
  }
  const handle = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600)
  return {
    note({ seq, link }) {
      try {
        // One sector, written over in place: never half an old one and half a new one.
        writeSync(handle, `${String(seq).padStart(15)} ${link}\n`, 0, 'latin1')
      } catch {
        // The event is on disk all the same, and an older note is no wrong one. A disk that fails tells with the next event.
      }
    },
    close() {
      fdatasyncSync(handle)
      closeSync(handle)
    },
  }
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type DocumentLog, type Mirror, readFileIfThere } from '../config/document.ts'
import { writeDurably } from '../config/durable-file.ts'
import type { Journal } from './journal/journal.ts'
import type { KeptVersion } from './keep-office.ts'
import type { Folded } from './office.ts'
import type { Seal } from './seal.ts'

/** What a start reads instead of all events: the state as a day was opened, and the versions of the office until then. */
export type Snapshot = Folded & { versions: readonly KeptVersion[] }

/** Where the snapshot of a data folder lies. */
export const snapshotFile = (dataDir: string): string => join(dataDir, 'snapshot')

const STAMP = fileURLToPath(new URL('../.antrean-sources', import.meta.url))

/** The hash of all sources of this program; null when it runs from the sources themselves, where they change under it. */
export const readBuild = (): string | null => {
  try {
    return readFileSync(STAMP, 'utf8')
  } catch {
    return null
  }
}

const Head = z.strictObject({ build: z.string(), seq: z.int(), at: z.int(), link: z.string() })

/** What a snapshot is bound to: the office's key, the program that folds, and the chain up to its event. */
type Bound = {
  file: string
  build: string
  seal: Pick<Seal, 'digest'>
  journal: Pick<Journal, 'linkAt'>
  mirror?: Mirror | undefined
}

const digestOf = ({ seal }: Pick<Bound, 'seal'>, head: string, body: string): string =>
  seal.digest(`snapshot\n${head}\n${createHash('sha256').update(body).digest('hex')}`)

/**
 * The snapshot of a data folder; null where there is none, and where it is torn, altered, of another program or of another
 * journal. Everything can be folded anew, so whatever does not fit is as good as missing.
 */
export const readSnapshot = async (bound: Bound): Promise<Snapshot | null> => {
  const [digest, head = '', body = ''] = ((await readFileIfThere(bound.file)) ?? '').split('\n')
  if (digest !== digestOf(bound, head, body)) return null
  const { build, seq, at, link } = Head.parse(JSON.parse(head))
  if (build !== bound.build || link !== (await bound.journal.linkAt(seq))) return null
  // What this very program wrote, and nobody changed, needs no second look.
  const { state, versions }: Pick<Snapshot, 'state' | 'versions'> = JSON.parse(body)
  return { seq, at, state, versions }
}

const writeSnapshot = async (bound: Bound, { seq, at, state, versions }: Snapshot): Promise<void> => {
  const head = JSON.stringify({ build: bound.build, seq, at, link: await bound.journal.linkAt(seq) })
  const body = JSON.stringify({ state, versions })
  const text = `${digestOf(bound, head, body)}\n${head}\n${body}`
  await bound.mirror?.(bound.file, text)
  await writeDurably(bound.file, text)
}

/**
 * Keeps the snapshot of a data folder at the opening of the day before: a start that reads it follows the chain of yesterday
 * and today (reliability D6) and folds no more than these. `read` is the one that this start began from. Nothing is written
 * before `start`; after it with every day that is opened, beside the work. A snapshot that cannot be written costs the next
 * start its time and nothing else.
 */
export const keepSnapshots = (bound: Bound, read: Snapshot | null, log: DocumentLog) => {
  let [before, latest]: (Snapshot | null)[] = [null, read]
  let [isStarted, writtenSeq] = [false, read?.seq]
  let writing: Promise<void> = Promise.resolve()
  const write = async (): Promise<void> => {
    if (before == null || before.seq === writtenSeq) return
    writtenSeq = before.seq
    await writeSnapshot(bound, before).catch((trouble: unknown) =>
      log.warn({ trouble: String(trouble) }, 'the snapshot was not written; the next start takes longer'),
    )
  }
  const later = (): void => {
    writing = writing.then(write)
  }
  return {
    opened(next: Snapshot): void {
      ;[before, latest] = [latest, next]
      if (isStarted) later()
    },
    start(): void {
      isStarted = true
      later()
    },
    stop: () => writing,
  }
}

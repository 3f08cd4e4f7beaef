import { setImmediate, setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { Role } from '../../protocol/roles.ts'
import { OfficeEvent } from '../rules/events.ts'
import { CHAIN_START, type Linked, nextLink } from './chain.ts'
import { JournalDamage, type Recorded } from './journal.ts'

/** The rows of a journal, whatever engine keeps them. */
export type Links = {
  /** The link of one event, null where there is none. */
  linkAt(seq: number): Promise<string | null>
  /** At most `limit` rows from one event on, in order. */
  rowsFrom(firstSeq: number, limit: number): Promise<Linked[]>
}

const By = z.strictObject({ role: Role, place: z.string(), staff: z.string().nullable() })

/** JSON that does not parse is damage, not a fault of ours. */
const parseStored = <T>(schema: z.ZodType<T>, text: string, seq: number): T => {
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new JournalDamage(seq, cause instanceof Error ? cause.message : 'unreadable')
  }
}

/** Events read in one go: some milliseconds, after which whoever waits at the Door is served. */
const SLICE = 500

/**
 * The rows after one, each checked against the chain. Read in slices, with no statement open between them and `pauseMs` of
 * rest: a reader neither holds up the office, however long the journal is, nor keeps the log from being folded in. Throws a
 * `JournalDamage` at the first that does not fit.
 */
export async function* readLinks(links: Links, afterSeq = 0, pauseMs = 0): AsyncGenerator<Linked> {
  const before = await links.linkAt(afterSeq)
  if (before === null && afterSeq > 0) return
  let link = before ?? CHAIN_START
  let expected = afterSeq + 1
  for (;;) {
    const slice = await links.rowsFrom(expected, SLICE)
    for (const row of slice) {
      if (row.seq !== expected) throw new JournalDamage(expected, 'is missing')
      link = nextLink(link, row)
      if (link !== row.link) throw new JournalDamage(row.seq, 'does not fit the chain')
      yield row
      expected += 1
    }
    if (slice.length < SLICE) return
    await (pauseMs === 0 ? setImmediate() : setTimeout(pauseMs))
  }
}

/** The events after one, each checked against the chain, in slices as `readLinks` has them. */
export async function* readChain(links: Links, afterSeq = 0): AsyncGenerator<Recorded> {
  for await (const { seq, at, by, event } of readLinks(links, afterSeq))
    yield { seq, at, by: parseStored(By, by, seq), event: parseStored(OfficeEvent, event, seq) }
}

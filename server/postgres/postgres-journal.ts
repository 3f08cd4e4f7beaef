import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { Answer } from '../../protocol/answers.ts'
import { CHAIN_START, proofOf } from '../journal/chain.ts'
import { DiskRefused, type Entry, type Journal, JournalUnsound } from '../journal/journal.ts'
import { type Links, readChain } from '../journal/read-chain.ts'
import { type End, type Rows, rowsOf } from '../journal/rows.ts'
import { heldBy } from './fenced.ts'
import type { Lease } from './lease.ts'
import type { Tables } from './tables.ts'
import { codeOf, isInTheWay, isLost, mayPass, tookNothing } from './trouble.ts'
import { untilThere } from './until-there.ts'

/** Longer than this nobody waits for an answer: what was not recorded by then is refused, ms. */
const PATIENCE_MS = 4_000

const Held = z.object({ held: z.int() })

/** The rows of an office's chain in a database; anybody may read them. A store that does not answer is waited for. */
export const linksOf = (db: Kysely<Tables>, office: string): Links => ({
  linkAt: (seq) =>
    untilThere(async () => {
      const one = db.selectFrom('events').select('link').where('office', '=', office).where('seq', '=', seq)
      return (await one.executeTakeFirst())?.link ?? null
    }),
  rowsFrom: (firstSeq, limit) =>
    untilThere(() =>
      db
        .selectFrom('events')
        .select(['seq', 'at', 'by', 'command_id', 'event', 'link'])
        .where('office', '=', office)
        .where('seq', '>=', firstSeq)
        .orderBy('seq')
        .limit(limit)
        .execute(),
    ),
})

/** Rows beside the chain, each with its proof: what was altered in them is found at the start. */
const expectProven = async (db: Kysely<Tables>, office: string): Promise<void> => {
  const commands = await db.selectFrom('commands').selectAll().where('office', '=', office).execute()
  for (const { command_id, at, digest, answer, proof } of commands)
    if (proofOf(command_id, at, digest, answer) !== proof) throw new JournalUnsound('a row of commands was altered')
  const codes = await db.selectFrom('codes').selectAll().where('office', '=', office).execute()
  for (const { hash, key, day, proof } of codes)
    if (proofOf(hash, key, day) !== proof) throw new JournalUnsound('a row of codes was altered')
}

/** A list of rows as one list per column, which PostgreSQL turns back into rows. */
const columns = <R extends Record<string, unknown>, K extends keyof R>(rows: readonly R[], names: readonly K[]) =>
  names.map((name) => rows.map((row) => row[name]))

/** One statement, one transaction, one way there and back. */
const record = async (db: Kysely<Tables>, lease: Lease, rows: readonly Rows[]): Promise<boolean> => {
  const events = rows.flatMap((row) => row.events)
  const [seq, at, by, commandId, event, link] = columns(events, ['seq', 'at', 'by', 'command_id', 'event', 'link'])
  const ids = [0, 1, 2, 3, 4].map((at) => rows.map(({ command }) => command[at]))
  // The last word about a code holds, and no row may be changed twice by one statement.
  const kept = [...new Map(rows.flatMap(({ codes }) => codes.map((code) => [code[0], code]))).values()]
  const codes = [0, 1, 2, 3].map((at) => kept.map((code) => code[at]))
  const { rows: found } = await sql`
    WITH ${heldBy(lease)},
      happened AS (INSERT INTO events (office, seq, at, by, command_id, event, link)
        SELECT held.office, row.* FROM held, unnest(${seq}::bigint[], ${at}::bigint[], ${by}::text[],
          ${commandId}::text[], ${event}::text[], ${link}::text[]) AS row),
      asked AS (INSERT INTO commands (office, command_id, at, digest, answer, proof)
        SELECT held.office, row.* FROM held, unnest(${ids[0]}::text[], ${ids[1]}::bigint[], ${ids[2]}::text[],
          ${ids[3]}::text[], ${ids[4]}::text[]) AS row),
      kept AS (INSERT INTO codes (office, hash, key, day, proof)
        SELECT held.office, row.* FROM held, unnest(${codes[0]}::text[], ${codes[1]}::text[], ${codes[2]}::text[],
          ${codes[3]}::text[]) AS row
        ON CONFLICT (office, hash) DO UPDATE SET day = excluded.day, proof = excluded.proof)
    SELECT count(*)::int AS held FROM held`.execute(db)
  return Held.parse(found[0]).held === 1
}

/**
 * The journal of one office in PostgreSQL, under a lease of it. What is recorded carries the lease's number, so a server that
 * lost the lease without noticing records nothing (`Fenced`). Where a connection breaks in the middle, the lease is
 * renumbered and the store is asked what it has: an entry is recorded once or refused, never neither. Throws `JournalUnsound` when a
 * row beside the chain was altered.
 */
export const openPostgresJournal = async (options: {
  db: Kysely<Tables>
  lease: Lease
}): Promise<Journal & { appendAll(entries: readonly Entry[]): Promise<number> }> => {
  const { db, lease } = options
  const { office } = lease
  const links = linksOf(db, office)
  await expectProven(db, office)
  const newest = await db
    .selectFrom('events')
    .select(({ fn }) => fn.coalesce(fn.max('seq'), sql<number>`0`).as('seq'))
    .where('office', '=', office)
    .executeTakeFirstOrThrow()
  let last: End = { seq: newest.seq, link: (await links.linkAt(newest.seq)) ?? CHAIN_START }

  /** An answer while somebody waits for it; after that, as with a disk that refuses, nothing was recorded. */
  const asking = <T>(question: () => Promise<T>): Promise<T> =>
    untilThere(question, PATIENCE_MS).catch((trouble: unknown) => {
      throw mayPass(trouble) ? new DiskRefused(String(trouble)) : trouble
    })

  const isThere = async (row: Rows): Promise<boolean> => {
    const [id, , , , proof] = row.command
    const found = await db
      .selectFrom('commands')
      .select('proof')
      .where('office', '=', office)
      .where('command_id', '=', id)
      .executeTakeFirst()
    return found?.proof === proof
  }

  /** Whether what was on its way when the connection broke has arrived; known once the store answers again. */
  const arrived = (row: Rows): Promise<boolean> =>
    untilThere(async () => {
      await lease.renumber()
      return isThere(row)
    })

  const appendAll = async (entries: readonly Entry[]): Promise<number> => {
    const { rows, end } = rowsOf(entries, last)
    const [final] = rows.slice(-1)
    if (final === undefined) return last.seq
    const startedMs = performance.now()
    for (;;) {
      try {
        if (await record(db, lease, rows)) break
        // Throws, because another server has the lease.
        await lease.renumber()
      } catch (trouble) {
        if (tookNothing(trouble)) throw new DiskRefused(codeOf(trouble))
        const isDoubtful = isLost(trouble)
        if (!isDoubtful && !isInTheWay(trouble)) throw trouble
        if (isDoubtful && (await arrived(final))) break
      }
      if (performance.now() - startedMs > PATIENCE_MS) throw new DiskRefused('the store did not answer')
    }
    last = end
    return end.seq
  }

  return {
    read: (afterSeq) => readChain(links, afterSeq),
    lastSeq: () => last.seq,
    linkAt: links.linkAt,
    async answerOf(commandId) {
      const one = db.selectFrom('commands').select(['digest', 'answer']).where('office', '=', office)
      const found = await asking(() => one.where('command_id', '=', commandId).executeTakeFirst())
      return found === undefined ? null : { digest: found.digest, answer: Answer.parse(JSON.parse(found.answer)) }
    },
    append: (entry) => appendAll([entry]),
    appendAll,
    async codeOf(hash) {
      const one = db.selectFrom('codes').select(['hash', 'key', 'day']).where('office', '=', office)
      return (await asking(() => one.where('hash', '=', hash).executeTakeFirst())) ?? null
    },
    async forgetCommands(beforeAt) {
      const old = db.deleteFrom('commands').where('office', '=', office).where('at', '<', beforeAt)
      return Number((await asking(() => old.executeTakeFirst())).numDeletedRows)
    },
    async forgetCodes(day) {
      const old = db.deleteFrom('codes').where('office', '=', office).where('day', '<', day)
      return Number((await asking(() => old.executeTakeFirst())).numDeletedRows)
    },
    async close() {
      await lease.release()
      await db.destroy()
    },
  }
}

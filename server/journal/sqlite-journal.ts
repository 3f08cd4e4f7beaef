import { setImmediate, setTimeout } from 'node:timers/promises'
import { Kysely, SqliteDialect, sql } from 'kysely'
import Database from 'libsql'
import { z } from 'zod'
import { Answer } from '../../protocol/answers.ts'
import { Role } from '../../protocol/roles.ts'
import { OfficeEvent } from '../rules/events.ts'
import { CHAIN_START, type Link, nextLink } from './chain.ts'
import {
  DiskRefused,
  type Entry,
  type Journal,
  JournalDamage,
  JournalUnsound,
  type KeptCode,
  type Recorded,
} from './journal.ts'
import { openTables, proofOf, readPragma, type Tables, textOf } from './tables.ts'
import { codeOf, inTransaction, isDamage, tookNothing } from './transaction.ts'
import { openWitness, witnessFile } from './witness.ts'

const Text = z.unknown().transform(textOf)
const Kept = z.object({ digest: Text, answer: Text })
const Newest = z.object({ seq: z.int() })
const Linked = z.object({ link: Text })
const Code = z.object({ hash: Text, key: Text, day: Text })
const By = z.strictObject({ role: Role, place: z.string(), staff: z.string().nullable() })

/** JSON that does not parse is damage, not a fault of ours. */
const parseStored = <T>(schema: z.ZodType<T>, text: string, seq: number): T => {
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new JournalDamage(seq, cause instanceof Error ? cause.message : 'unreadable')
  }
}

const asBytes = <T extends 'by' | 'command_id' | 'event' | 'link'>(column: T) =>
  sql<unknown>`CAST(${sql.ref(column)} AS BLOB)`.as(column)
const asWhole = (column: 'at') => sql<number>`CAST(${sql.ref(column)} AS INTEGER)`.as(column)

/** Events read in one go: some milliseconds, after which whoever waits at the Door is served. */
const SLICE = 500

/**
 * The rows after one, each checked against the chain. Read in slices, with no statement open between them and `pauseMs` of
 * rest: a reader neither holds up the office, however long the journal is, nor keeps the log from being folded in.
 */
export async function* readLinks(
  db: Kysely<Tables>,
  afterSeq = 0,
  pauseMs = 0,
): AsyncGenerator<Link & { link: string }> {
  const before = await db.selectFrom('events').select(asBytes('link')).where('seq', '=', afterSeq).executeTakeFirst()
  let link = before === undefined ? CHAIN_START : textOf(before.link)
  if (before === undefined && afterSeq > 0) return
  let expected = afterSeq + 1
  for (;;) {
    const slice = await db
      .selectFrom('events')
      .select(['seq', asWhole('at'), asBytes('by'), asBytes('command_id'), asBytes('event'), asBytes('link')])
      .where('seq', '>=', expected)
      .orderBy('seq')
      .limit(SLICE)
      .execute()
    for (const { seq, at, ...bytes } of slice) {
      const [by, command_id, event] = [textOf(bytes.by), textOf(bytes.command_id), textOf(bytes.event)]
      const row = { seq, at, by, command_id, event, link: textOf(bytes.link) }
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
export async function* readChain(db: Kysely<Tables>, afterSeq = 0): AsyncGenerator<Recorded> {
  for await (const { seq, at, by, event } of readLinks(db, afterSeq))
    yield { seq, at, by: parseStored(By, by, seq), event: parseStored(OfficeEvent, event, seq) }
}

/** Commands after which the log is folded into the file: some MB. */
const FOLD_AFTER = 250

/** Opens the tables of a journal file for reading the chain only. */
export const openForReading = (file: string): { db: Kysely<Tables>; close(): Promise<void> } => {
  const raw = new Database(file, { readonly: true })
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) })
  return { db, close: () => db.destroy() }
}

/**
 * The journal in one SQLite file. WAL with `synchronous=FULL`, read back and asserted: FULL lost nothing in 492 simulated
 * power cuts, NORMAL lost acknowledged tickets in 188 of 552 (reliability). Throws `JournalUnsound` when the file is
 * damaged or not the one that was here before, and other errors when it is of a newer version or the pragmas do not hold. `appendAll` records many commands in one transaction, for a seeded history.
 */
export const openSqliteJournal = async (
  file: string,
): Promise<Journal & { appendAll(entries: readonly Entry[]): Promise<number> }> => {
  const raw = new Database(file)
  try {
    return await openJournal(raw, file)
  } catch (trouble) {
    raw.close()
    if (isDamage(trouble)) throw new JournalUnsound(`SQLite says ${codeOf(trouble)}`)
    throw trouble
  }
}

const openJournal = async (raw: Database.Database, file: string): ReturnType<typeof openSqliteJournal> => {
  raw.exec('PRAGMA journal_mode = WAL')
  raw.exec('PRAGMA synchronous = FULL')
  // What is forgotten is overwritten, not only marked as free.
  raw.exec('PRAGMA secure_delete = ON')
  if (readPragma(raw, 'journal_mode') !== 'wal') throw new Error(`${file}: journal_mode is not WAL`)
  if (readPragma(raw, 'synchronous') !== 2) throw new Error(`${file}: synchronous is not FULL`)
  // Folded in by us: SQLite says nothing when a sync fails while it does so, and the next one would find nothing to write.
  raw.exec('PRAGMA wal_autocheckpoint = 0')
  const sound = readPragma(raw, 'quick_check')
  if (sound !== 'ok') throw new JournalUnsound(`SQLite says ${String(sound)}`)
  const db = await openTables(raw)
  const findLink = raw.prepare('SELECT CAST(link AS BLOB) AS link FROM events WHERE seq = ?')
  const linkAt = (seq: number): string | null => {
    const found: unknown = findLink.get(seq)
    return found === undefined ? null : Linked.parse(found).link
  }
  const { seq: lastSeq } = Newest.parse(raw.prepare('SELECT coalesce(max(seq), 0) AS seq FROM events').get())
  let last = { seq: lastSeq, link: linkAt(lastSeq) ?? CHAIN_START }

  // Prepared once and run in one go: a query builder would take as long as the disk.
  const addEvent = raw.prepare('INSERT INTO events (seq, at, by, command_id, event, link) VALUES (?, ?, ?, ?, ?, ?)')
  const addCommand = raw.prepare('INSERT INTO commands (command_id, at, digest, answer, proof) VALUES (?, ?, ?, ?, ?)')
  const findCommand = raw.prepare(
    'SELECT CAST(digest AS BLOB) AS digest, CAST(answer AS BLOB) AS answer FROM commands WHERE command_id = ?',
  )
  const findCode = raw.prepare(
    'SELECT CAST(hash AS BLOB) AS hash, CAST(key AS BLOB) AS key, CAST(day AS BLOB) AS day FROM codes WHERE hash = ?',
  )
  const addCode = raw.prepare(
    'INSERT INTO codes (hash, key, day, proof) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE SET day = excluded.day, proof = excluded.proof',
  )
  type Rows = {
    events: readonly (Link & { link: string })[]
    command: readonly [id: string, at: number, digest: string, answer: string, proof: string]
    codes: readonly KeptCode[]
  }
  const keep = ({ events, command, codes }: Rows): void => {
    for (const { seq, at, by, command_id, event, link } of events) addEvent.run(seq, at, by, command_id, event, link)
    addCommand.run(...command)
    for (const { hash, key, day } of codes) addCode.run(hash, key, day, proofOf(hash, key, day))
  }
  const witness = openWitness(witnessFile(file), linkAt)
  let notFolded = 0
  /** Where the disk has no room the log goes on growing and is folded in later. */
  const fold = (): void => {
    try {
      raw.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()
      notFolded = 0
    } catch (trouble) {
      if (!tookNothing(trouble)) throw trouble
    }
  }

  const appendAll = async (entries: readonly Entry[]): Promise<number> => {
    let { seq, link } = last
    const all = entries.map(({ at, by, commandId, digest, answer, events, codes = [] }): Rows => {
      const rows = events.map((event) => {
        seq += 1
        const row = { seq, at, by: JSON.stringify(by), command_id: commandId, event: JSON.stringify(event) }
        link = nextLink(link, row)
        return { ...row, link }
      })
      const command = [commandId, at, digest, JSON.stringify(answer)] as const
      return { events: rows, command: [...command, proofOf(...command)], codes }
    })
    try {
      inTransaction(raw, () => all.forEach(keep))
    } catch (trouble) {
      if (tookNothing(trouble)) throw new DiskRefused(codeOf(trouble))
      throw trouble
    }
    last = { seq, link }
    witness.note(last)
    notFolded += entries.length
    if (notFolded >= FOLD_AFTER) fold()
    return seq
  }

  return {
    read: (afterSeq) => readChain(db, afterSeq),
    lastSeq: () => last.seq,
    linkAt,
    async answerOf(commandId) {
      const found: unknown = findCommand.get(commandId)
      const row = found === undefined ? undefined : Kept.parse(found)
      return row === undefined ? null : { digest: row.digest, answer: Answer.parse(JSON.parse(row.answer)) }
    },
    append: (entry) => appendAll([entry]),
    appendAll,
    async codeOf(hash) {
      const found: unknown = findCode.get(hash)
      return found === undefined ? null : Code.parse(found)
    },
    async forgetCommands(beforeAt) {
      return raw.prepare('DELETE FROM commands WHERE at < ?').run(beforeAt).changes
    },
    async forgetCodes(day) {
      const { changes } = raw.prepare('DELETE FROM codes WHERE day < ?').run(day)
      // The log beside the file still holds the pages as they were.
      if (changes > 0) raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      return changes
    },
    async close() {
      // One whole file is left behind, which a person may copy.
      raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      witness.close()
      await db.destroy()
    },
  }
}

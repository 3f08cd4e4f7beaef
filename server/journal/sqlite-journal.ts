import { setImmediate, setTimeout } from 'node:timers/promises'
import { type Generated, Kysely, SqliteDialect, sql } from 'kysely'
import Database from 'libsql'
import { z } from 'zod'
import { Answer } from '../../protocol/answers.ts'
import { Role } from '../../protocol/roles.ts'
import { OfficeEvent } from '../rules/events.ts'
import { CHAIN_START, type Link, nextLink } from './chain.ts'
import { DiskRefused, type Entry, type Journal, JournalDamage, JournalUnsound, type Recorded } from './journal.ts'
import { openWitness, witnessFile } from './witness.ts'

/** Version of the tables below; a newer one on disk stops the start politely. */
const SCHEMA_VERSION = 2

type Tables = {
  events: { seq: Generated<number>; at: number; by: string; command_id: string; event: string; link: string }
  commands: { command_id: string; at: number; digest: string; answer: string }
  codes: { hash: string; key: string; day: string }
}

const Kept = z.object({ digest: z.string(), answer: z.string() })
const Linked = z.object({ link: z.string() })
const Code = z.object({ hash: z.string(), key: z.string(), day: z.string() })
const By = z.strictObject({ role: Role, place: z.string(), staff: z.string().nullable() })

const readPragma = (raw: Database.Database, name: string): unknown => {
  const row: unknown = raw.prepare(`PRAGMA ${name}`).get()
  return typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined
}

const openTables = async (raw: Database.Database): Promise<Kysely<Tables>> => {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) })
  const found = Number(readPragma(raw, 'user_version'))
  if (found > SCHEMA_VERSION)
    throw new Error(`the journal has version ${found}; this program knows ${SCHEMA_VERSION}: please update Antrean`)
  await db.schema
    .createTable('events')
    .ifNotExists()
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('link', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('commands')
    .ifNotExists()
    .addColumn('command_id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('codes')
    .ifNotExists()
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .execute()
  await sql.raw(`PRAGMA user_version = ${SCHEMA_VERSION}`).execute(db)
  return db
}

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
 * rest: a reader neither holds up the office, however long the journal is, nor keeps the log from being folded in.
 */
export async function* readLinks(
  db: Kysely<Tables>,
  afterSeq = 0,
  pauseMs = 0,
): AsyncGenerator<Link & { link: string }> {
  const before = await db.selectFrom('events').select('link').where('seq', '=', afterSeq).executeTakeFirst()
  let link = before?.link ?? CHAIN_START
  if (before === undefined && afterSeq > 0) return
  let expected = afterSeq + 1
  for (;;) {
    const slice = await db
      .selectFrom('events')
      .selectAll()
      .where('seq', '>=', expected)
      .orderBy('seq')
      .limit(SLICE)
      .execute()
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
export async function* readChain(db: Kysely<Tables>, afterSeq = 0): AsyncGenerator<Recorded> {
  for await (const { seq, at, by, event } of readLinks(db, afterSeq))
    yield { seq, at, by: parseStored(By, by, seq), event: parseStored(OfficeEvent, event, seq) }
}

const codeOf = (trouble: unknown): string => (trouble instanceof Error && 'code' in trouble ? String(trouble.code) : '')

/** Nothing of a transaction is on disk after these. After any other, a failed sync above all, nobody knows what is. */
const TOOK_NOTHING = /^SQLITE_(FULL|READONLY.*|IOERR_WRITE)$/
/** What SQLite says of a file that is damaged or none of its own. */
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/

/**
 * Runs `work` as one transaction and passes on what went wrong in it. libsql's own `transaction` hides that: SQLite has
 * already taken back what the disk refused, and its second attempt to do so fails with other words.
 */
const inTransaction = (raw: Database.Database, work: () => void): void => {
  raw.exec('BEGIN IMMEDIATE')
  try {
    work()
    raw.exec('COMMIT')
  } catch (trouble) {
    if (raw.inTransaction) raw.exec('ROLLBACK')
    throw trouble
  }
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
    if (DAMAGE.test(codeOf(trouble))) throw new JournalUnsound(`SQLite says ${codeOf(trouble)}`)
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
  const newest = await db
    .selectFrom('events')
    .select(['seq', 'link'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  let last = newest ?? { seq: 0, link: CHAIN_START }

  // Prepared once and run in one go: a query builder would take as long as the disk.
  const addEvent = raw.prepare('INSERT INTO events (seq, at, by, command_id, event, link) VALUES (?, ?, ?, ?, ?, ?)')
  const addCommand = raw.prepare('INSERT INTO commands (command_id, at, digest, answer) VALUES (?, ?, ?, ?)')
  const findCommand = raw.prepare('SELECT digest, answer FROM commands WHERE command_id = ?')
  const findCode = raw.prepare('SELECT hash, key, day FROM codes WHERE hash = ?')
  const addCode = raw.prepare(
    'INSERT INTO codes (hash, key, day) VALUES (?, ?, ?) ON CONFLICT (hash) DO UPDATE SET day = excluded.day',
  )
  type Rows = {
    events: readonly (Link & { link: string })[]
    command: Tables['commands']
    codes: readonly Tables['codes'][]
  }
  const keep = ({ events, command, codes }: Rows): void => {
    for (const { seq, at, by, command_id, event, link } of events) addEvent.run(seq, at, by, command_id, event, link)
    addCommand.run(command.command_id, command.at, command.digest, command.answer)
    for (const { hash, key, day } of codes) addCode.run(hash, key, day)
  }
  const findLink = raw.prepare('SELECT link FROM events WHERE seq = ?')
  const linkAt = (seq: number): string | null => {
    const found: unknown = findLink.get(seq)
    return found === undefined ? null : Linked.parse(found).link
  }
  const witness = openWitness(witnessFile(file), linkAt)
  let notFolded = 0
  /** Where the disk has no room the log goes on growing and is folded in later. */
  const fold = (): void => {
    try {
      raw.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()
      notFolded = 0
    } catch (trouble) {
      if (!TOOK_NOTHING.test(codeOf(trouble))) throw trouble
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
      const command = { command_id: commandId, at, digest, answer: JSON.stringify(answer) }
      return { events: rows, command, codes }
    })
    try {
      inTransaction(raw, () => all.forEach(keep))
    } catch (trouble) {
      if (TOOK_NOTHING.test(codeOf(trouble))) throw new DiskRefused(codeOf(trouble))
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

import { type Generated, Kysely, SqliteDialect } from 'kysely'
import type Database from 'libsql'
import { z } from 'zod'
import { proofOf } from './chain.ts'
import { JournalUnsound, NewerData } from './journal.ts'
import { inTransaction } from './transaction.ts'

/** Version of the tables below; a newer one on disk stops the start politely. */
const SCHEMA_VERSION = 3

/** The rows of a journal. */
export type Tables = {
  events: { seq: Generated<number>; at: number; by: string; command_id: string; event: string; link: string }
  commands: { command_id: string; at: number; digest: string; answer: string; proof: string }
  codes: { hash: string; key: string; day: string; proof: string }
}

/** The value of a pragma. */
export const readPragma = (raw: Database.Database, name: string): unknown => {
  const row: unknown = raw.prepare(`PRAGMA ${name}`).get()
  return typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined
}

/** Tables whose rows do not stand in the chain, because they are forgotten one by one: each row carries a proof of its own. */
const PROVEN = ['commands', 'codes'] as const
const PROVEN_COLUMNS = { commands: ['command_id', 'at', 'digest', 'answer'], codes: ['hash', 'key', 'day'] }

/**
 * The text of a column that was read as bytes, empty where there is none. libsql ends the whole process over a text that is
 * no UTF-8, which one flipped bit makes; read as bytes it is damage like any other.
 */
export const textOf = (bytes: unknown): string => {
  if (bytes instanceof Uint8Array) return Buffer.from(bytes).toString()
  return bytes instanceof ArrayBuffer ? Buffer.from(bytes).toString() : ''
}

/** Rows of a table as lists, the proof last. */
const provenRows = (raw: Database.Database, table: (typeof PROVEN)[number]): unknown[][] => {
  const columns = [...PROVEN_COLUMNS[table], 'proof'].map(
    (name) => `CAST(${name} AS ${name === 'at' ? 'INTEGER' : 'BLOB'})`,
  )
  const rows: unknown = raw.prepare(`SELECT ${columns.join()} FROM ${table}`).raw(true).all()
  return z
    .array(z.array(z.unknown().transform((value) => (typeof value === 'number' ? value : textOf(value)))))
    .parse(rows)
}

const expectProven = (raw: Database.Database, table: (typeof PROVEN)[number]): void => {
  for (const row of provenRows(raw, table))
    if (proofOf(...row.slice(0, -1)) !== row.at(-1)) throw new JournalUnsound(`a row of ${table} was altered`)
}

/** Brings tables of an older version to this one, whole or not at all. Rows of version 2 had no proof. */
const upgrade = (raw: Database.Database, found: number): void => {
  if (found === SCHEMA_VERSION) return
  inTransaction(raw, () => {
    for (const table of PROVEN) {
      const columns = raw.prepare(`SELECT name FROM pragma_table_info('${table}')`).raw(true).all().flat()
      if (columns.includes('proof')) continue
      raw.exec(`ALTER TABLE ${table} ADD COLUMN proof TEXT NOT NULL DEFAULT ''`)
      const [key] = PROVEN_COLUMNS[table]
      const prove = raw.prepare(`UPDATE ${table} SET proof = ? WHERE ${key} = ?`)
      for (const row of provenRows(raw, table)) prove.run(proofOf(...row.slice(0, -1)), row[0])
    }
    raw.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`)
  })
}

/**
 * Opens the tables of a journal, making or upgrading them. Throws `JournalUnsound` when a row beside the chain was altered, and
 * `NewerData`.
 */
export const openTables = async (raw: Database.Database): Promise<Kysely<Tables>> => {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) })
  const found = Number(readPragma(raw, 'user_version'))
  if (found > SCHEMA_VERSION) throw new NewerData(found, SCHEMA_VERSION)
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
    .addColumn('proof', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('codes')
    .ifNotExists()
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('proof', 'text', (column) => column.notNull())
    .execute()
  upgrade(raw, found)
  for (const table of PROVEN) expectProven(raw, table)
  return db
}

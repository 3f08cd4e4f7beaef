import Database from 'libsql'
import { z } from 'zod'
import type { Linked } from './chain.ts'
import type { Links } from './read-chain.ts'
import type { Rows } from './rows.ts'
import { openForReading } from './sqlite-journal.ts'
import { openTables, textOf } from './tables.ts'

/** The row of one command, columns in the order of their table. */
export type CommandRow = Rows['command']
/** The row of one code, the same way. */
export type CodeRow = Rows['codes'][number]

/** All rows of a journal, as they are stored, whatever engine keeps them. */
export type WholeJournal = { links: Links; commands(): Promise<CommandRow[]>; codes(): Promise<CodeRow[]> }

const Text = z.unknown().transform(textOf)
const Commands = z.array(z.tuple([Text, z.int(), Text, Text, Text]))
const Codes = z.array(z.tuple([Text, Text, Text, Text]))

const blobs = (...names: readonly string[]): string => names.map((name) => `CAST(${name} AS BLOB)`).join()

/** Opens the rows of a journal file. */
export const readWhole = (file: string): WholeJournal & { close(): Promise<void> } => {
  const { links, close } = openForReading(file)
  const rowsOf = (query: string): unknown => {
    const raw = new Database(file, { readonly: true })
    try {
      return raw.prepare(query).raw(true).all()
    } finally {
      raw.close()
    }
  }
  return {
    links,
    commands: async () =>
      Commands.parse(
        rowsOf(
          `SELECT ${blobs('command_id')}, CAST(at AS INTEGER), ${blobs('digest', 'answer', 'proof')} FROM commands`,
        ),
      ),
    codes: async () => Codes.parse(rowsOf(`SELECT ${blobs('hash', 'key', 'day', 'proof')} FROM codes`)),
    close,
  }
}

/** Writes rows into a new journal file, whole or not at all. `events` come in order and are not looked at. */
export const writeWhole = async (
  file: string,
  rows: { events: AsyncIterable<Linked>; commands: readonly CommandRow[]; codes: readonly CodeRow[] },
): Promise<void> => {
  const raw = new Database(file)
  try {
    raw.exec('PRAGMA synchronous = FULL')
    await openTables(raw)
    const addEvent = raw.prepare('INSERT INTO events (seq, at, by, command_id, event, link) VALUES (?, ?, ?, ?, ?, ?)')
    const addCommand = raw.prepare(
      'INSERT INTO commands (command_id, at, digest, answer, proof) VALUES (?, ?, ?, ?, ?)',
    )
    const addCode = raw.prepare('INSERT INTO codes (hash, key, day, proof) VALUES (?, ?, ?, ?)')
    raw.exec('BEGIN IMMEDIATE')
    for await (const { seq, at, by, command_id, event, link } of rows.events)
      addEvent.run(seq, at, by, command_id, event, link)
    for (const row of rows.commands) addCommand.run(...row)
    for (const row of rows.codes) addCode.run(...row)
    raw.exec('COMMIT')
  } finally {
    raw.close()
  }
}

import { join } from 'node:path'
import Database from 'libsql'

/**
 * SQLite with nothing around it, the yardstick of a durable answer: WAL, `synchronous=FULL`, one transaction with one row
 * of `bytes` bytes. Returns one commit.
 */
export const openBareCommit = (folder: string, bytes: number) => {
  const database = new Database(join(folder, 'bare.db'))
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('CREATE TABLE bare (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO bare (body) VALUES (?)')
  const body = 'x'.repeat(bytes)
  return {
    commit(): void {
      database.exec('BEGIN')
      insert.run(body)
      database.exec('COMMIT')
    },
    close: () => database.close(),
  }
}

import Database from 'libsql'
import { z } from 'zod'
import { DeliveryResult, Try } from '../../protocol/desk/webhooks.ts'

/**
 * How far a webhook is in the journal: everything up to event `seq`, recorded at `at`, is delivered or none of its business.
 * `attempts` at the next message failed, since `failingSinceAt`; it is tried again at `nextTryAt`.
 */
export const Position = z.object({
  seq: z.int(),
  at: z.int(),
  attempts: z.int(),
  failingSinceAt: z.int().nullable(),
  nextTryAt: z.int().nullable(),
})
export type Position = z.infer<typeof Position>

/** Where webhooks stand, and what was tried; on disk, so that a kill costs a delivery twice and never none. */
export type DeliveryStore = {
  /** Null for a webhook that has no place yet. */
  position(hook: string): Position | null
  setPosition(hook: string, position: Position): void
  note(tried: Try): void
  /** The last tries, newest first; of one webhook or of all. */
  tries(limit: number, hook?: string): Try[]
  /** Forgets a webhook with its tries. */
  remove(hook: string): void
  /** Forgets tries older than `beforeAt`; how many there were. */
  forgetTries(beforeAt: number): number
  close(): void
}

const TryRow = z.object({ ...Try.shape, result: z.string() })

/** Opens the store in `file`, making it where there is none. */
export const openDeliveryStore = (file: string): DeliveryStore => {
  const db = new Database(file)
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS positions (hook TEXT PRIMARY KEY, seq INTEGER NOT NULL, at INTEGER NOT NULL,
      attempts INTEGER NOT NULL, failingSinceAt INTEGER, nextTryAt INTEGER);
    CREATE TABLE IF NOT EXISTS tries (no INTEGER PRIMARY KEY, hook TEXT NOT NULL, seq INTEGER NOT NULL,
      type TEXT NOT NULL, at INTEGER NOT NULL, attempt INTEGER NOT NULL, tookMs INTEGER NOT NULL, result TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS tries_hook ON tries (hook, no)`)
  const findPosition = db.prepare('SELECT * FROM positions WHERE hook = ?')
  const putPosition = db.prepare('INSERT OR REPLACE INTO positions VALUES (?, ?, ?, ?, ?, ?)')
  const addTry = db.prepare(
    'INSERT INTO tries (hook, seq, type, at, attempt, tookMs, result) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const COLUMNS = 'hook, seq, type, at, attempt, tookMs, result'
  const lastOfAll = db.prepare(`SELECT ${COLUMNS} FROM tries ORDER BY no DESC LIMIT ?`)
  const lastOfOne = db.prepare(`SELECT ${COLUMNS} FROM tries WHERE hook = ? ORDER BY no DESC LIMIT ?`)
  return {
    position(hook) {
      const row: unknown = findPosition.get(hook)
      return row === undefined ? null : Position.parse(row)
    },
    setPosition(hook, { seq, at, attempts, failingSinceAt, nextTryAt }) {
      putPosition.run(hook, seq, at, attempts, failingSinceAt, nextTryAt)
    },
    note({ hook, seq, type, at, attempt, tookMs, result }) {
      addTry.run(hook, seq, type, at, attempt, tookMs, JSON.stringify(result))
    },
    tries(limit, hook) {
      const rows: unknown = hook === undefined ? lastOfAll.all(limit) : lastOfOne.all(hook, limit)
      return z
        .array(TryRow)
        .parse(rows)
        .map((row) => ({ ...row, result: DeliveryResult.parse(JSON.parse(row.result)) }))
    },
    remove(hook) {
      db.prepare('DELETE FROM positions WHERE hook = ?').run(hook)
      db.prepare('DELETE FROM tries WHERE hook = ?').run(hook)
    },
    forgetTries: (beforeAt) => db.prepare('DELETE FROM tries WHERE at < ?').run(beforeAt).changes,
    close: () => void db.close(),
  }
}

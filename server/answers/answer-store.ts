import { randomBytes } from 'node:crypto'
import Database from 'libsql'
import { z } from 'zod'
import { SurveyAnswers, SurveyChannel } from '../../protocol/survey.ts'
import { MonthStamp, SMALLEST_GROUP } from '../../protocol/survey-results.ts'

/** Version of the tables below; a newer one on disk stops the start politely. */
const SCHEMA_VERSION = 1

/** Answers, apart from everything else. What a call changed is on disk when it resolves. */
export type AnswerStore = {
  /** Keeps the answers under the key of a ticket of today; those that are there already stand. */
  keep(key: string, channel: SurveyChannel, answers: SurveyAnswers): Promise<void>
  /** The keys of today's answers, in no order. */
  keys(): Promise<string[]>
  /** Forgets what is kept under a key of today. */
  drop(key: string): Promise<void>
  /**
   * The day is over: cuts today's answers from their keys. They join the results as of `month` once at least
   * `SMALLEST_GROUP` wait to. In one step: after a power cut all of it happened, or nothing.
   */
  release(month: MonthStamp): Promise<void>
  /** The answers that joined the results, in no order. */
  released(): Promise<{ month: MonthStamp; channel: SurveyChannel; answers: SurveyAnswers }[]>
  close(): Promise<void>
}

const Row = z.strictObject({ month: MonthStamp, channel: SurveyChannel, answers: z.string() })
const Today = z.strictObject({ key: z.string(), channel: z.string(), answers: z.string() })

const readPragma = (raw: Database.Database, name: string): unknown => {
  const row: unknown = raw.prepare(`PRAGMA ${name}`).get()
  return typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined
}

/**
 * Opens the answers in one SQLite file, with the promises of the journal's (WAL, `synchronous=FULL`, read back). `secure_delete`
 * leaves nothing of a key in the file; an answer that was cut from it lies by a random id, without a time and without an order.
 * Throws when the file is not sound or of a newer version.
 */
export const openAnswerStore = (file: string): AnswerStore => {
  const raw = new Database(file)
  raw.exec('PRAGMA journal_mode = WAL')
  raw.exec('PRAGMA synchronous = FULL')
  raw.exec('PRAGMA secure_delete = ON')
  if (readPragma(raw, 'synchronous') !== 2) throw new Error(`${file}: synchronous is not FULL`)
  if (readPragma(raw, 'secure_delete') !== 1) throw new Error(`${file}: secure_delete is not on`)
  const sound = readPragma(raw, 'quick_check')
  if (sound !== 'ok') throw new Error(`${file}: SQLite says ${String(sound)}`)
  const found = Number(readPragma(raw, 'user_version'))
  if (found > SCHEMA_VERSION)
    throw new Error(`${file} has version ${found}; this program knows ${SCHEMA_VERSION}: please update Antrean`)
  raw.exec(
    `CREATE TABLE IF NOT EXISTS today (key TEXT PRIMARY KEY, channel TEXT NOT NULL, answers TEXT NOT NULL) WITHOUT ROWID`,
  )
  raw.exec(
    `CREATE TABLE IF NOT EXISTS answers (id TEXT PRIMARY KEY, month TEXT, channel TEXT NOT NULL, answers TEXT NOT NULL) WITHOUT ROWID`,
  )
  raw.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`)

  const keep = raw.prepare('INSERT OR IGNORE INTO today (key, channel, answers) VALUES (?, ?, ?)')
  const drop = raw.prepare('DELETE FROM today WHERE key = ?')
  const today = raw.prepare('SELECT key, channel, answers FROM today')
  const cut = raw.prepare('INSERT INTO answers (id, month, channel, answers) VALUES (?, NULL, ?, ?)')
  const empty = raw.prepare('DELETE FROM today')
  const waiting = raw.prepare('SELECT id FROM answers WHERE month IS NULL')
  const join = raw.prepare('UPDATE answers SET month = ? WHERE month IS NULL')
  const readToday = () => z.array(Today).parse(today.all())
  const release = raw.transaction((month: MonthStamp) => {
    for (const { channel, answers } of readToday()) cut.run(randomBytes(16).toString('base64url'), channel, answers)
    empty.run()
    if (waiting.all().length >= SMALLEST_GROUP) join.run(month)
  })

  return {
    async keep(key, channel, answers) {
      keep.run(key, channel, JSON.stringify(answers))
    },
    keys: async () => readToday().map(({ key }) => key),
    async drop(key) {
      drop.run(key)
    },
    async release(month) {
      release(month)
      // The log still holds what was cut.
      raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    released: async () =>
      z
        .array(Row)
        .parse(raw.prepare('SELECT month, channel, answers FROM answers WHERE month IS NOT NULL').all())
        .map((row) => ({ ...row, answers: SurveyAnswers.parse(JSON.parse(row.answers)) })),
    async close() {
      raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      raw.close()
    },
  }
}

import { setImmediate } from 'node:timers/promises'
import Database from 'libsql'
import { z } from 'zod'
import { type AuditFilter, AuditLine, type AuditPage, type AuditQuery } from '../../protocol/desk/audit.ts'
import { Office } from '../../protocol/office.ts'
import { type Before, NOTHING_BEFORE } from './audit-line.ts'

/** Another shape or other words of the lines: what was projected before is made anew. */
const VERSION = 1
/** Lines of one page of the desk. */
export const PAGE_LINES = 50
/** Lines that are read in one go: some hundredths of a second with the words that are made of them. */
const SLICE = 500

/** How far the journal was read: number and instant of the last event, and the office as it was then. */
export type Mark = { seq: number; at: number; before: Before }

const MARK_AT_START: Mark = { seq: 0, at: 0, before: NOTHING_BEFORE }
const StoredMark = z.object({
  seq: z.int(),
  at: z.int(),
  before: z.object({ office: Office.nullable(), version: z.int() }),
})
const Row = z.object({ line: z.string() })
const Count = z.object({ n: z.int() })
const Version = z.object({ user_version: z.int() })

/** The audit as an index beside the journal: it can be thrown away, the journal makes it anew. */
export type AuditStore = {
  mark(): Mark
  /** Adds lines and moves the mark on, together. */
  add(lines: readonly AuditLine[], mark: Mark): void
  /** Forgets everything: the journal is another one than the one it was made from. */
  clear(): void
  page(query: AuditQuery): Omit<AuditPage, 'complete'>
  /** All lines that fit, newest first, at most `limit`, in slices between which others have their turn; none any more once it was closed. */
  slices(filter: AuditFilter, limit: number): AsyncGenerator<AuditLine[]>
  close(): void
}

const CONDITIONS: Record<keyof AuditQuery, string> = {
  from: 'day >= ?',
  until: 'day <= ?',
  kind: 'kind = ?',
  staff: 'staff = ?',
  counter: 'counter = ?',
  number: 'number = ?',
  before: 'seq < ?',
}

const conditionsOf = (query: AuditQuery): { where: string; values: (string | number)[] } => {
  const given = Object.entries(CONDITIONS).flatMap(([name, condition]) => {
    const value = query[name as keyof AuditQuery]
    return value === undefined ? [] : [{ condition, value }]
  })
  return {
    where: given.length === 0 ? '' : `WHERE ${given.map(({ condition }) => condition).join(' AND ')}`,
    values: given.map(({ value }) => value),
  }
}

/** Opens the index in `file`, empty where there is none or an older one. */
export const openAuditStore = (file: string): AuditStore => {
  const db = new Database(file)
  // It can be made anew from the journal, so a power cut may cost its newest lines.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  const { user_version: found } = Version.parse(db.prepare('PRAGMA user_version').get())
  if (found !== VERSION) db.exec('DROP TABLE IF EXISTS lines; DROP TABLE IF EXISTS mark')
  db.exec(`
    CREATE TABLE IF NOT EXISTS lines (seq INTEGER PRIMARY KEY, day TEXT NOT NULL, kind TEXT NOT NULL,
      staff TEXT, counter INTEGER, number TEXT, line TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS lines_day ON lines (day, seq);
    CREATE INDEX IF NOT EXISTS lines_kind ON lines (kind, seq);
    CREATE INDEX IF NOT EXISTS lines_staff ON lines (staff, seq);
    CREATE INDEX IF NOT EXISTS lines_counter ON lines (counter, seq);
    CREATE INDEX IF NOT EXISTS lines_number ON lines (number, seq);
    CREATE TABLE IF NOT EXISTS mark (one INTEGER PRIMARY KEY CHECK (one = 1), line TEXT NOT NULL);
    PRAGMA user_version = ${VERSION}`)
  const addLine = db.prepare('INSERT OR REPLACE INTO lines VALUES (?, ?, ?, ?, ?, ?, ?)')
  const setMark = db.prepare('INSERT OR REPLACE INTO mark VALUES (1, ?)')
  const add = db.transaction((lines: readonly AuditLine[], mark: Mark) => {
    for (const line of lines) {
      const { seq, day, kind, staff, counter, number } = line
      addLine.run(seq, day, kind, staff, counter, number, JSON.stringify(line))
    }
    setMark.run(JSON.stringify(mark))
  })
  const read = (query: AuditQuery, limit: number): AuditLine[] => {
    const { where, values } = conditionsOf(query)
    const rows = db.prepare(`SELECT line FROM lines ${where} ORDER BY seq DESC LIMIT ?`).all(...values, limit)
    return z
      .array(Row)
      .parse(rows)
      .map(({ line }) => AuditLine.parse(JSON.parse(line)))
  }
  return {
    mark() {
      const found = db.prepare('SELECT line FROM mark').get()
      return found === undefined ? MARK_AT_START : StoredMark.parse(JSON.parse(Row.parse(found).line))
    },
    add: (lines, mark) => add(lines, mark),
    clear: () => void db.exec('DELETE FROM lines; DELETE FROM mark'),
    page(query) {
      const { before: _, ...filter } = query
      const { where, values } = conditionsOf(filter)
      const { n } = Count.parse(db.prepare(`SELECT count(*) AS n FROM lines ${where}`).get(...values))
      const found = read(query, PAGE_LINES + 1)
      const lines = found.slice(0, PAGE_LINES)
      return { lines, total: n, more: found.length > PAGE_LINES ? (lines.at(-1)?.seq ?? null) : null }
    },
    async *slices(filter, limit) {
      let before: number | undefined
      for (let left = limit; left > 0 && db.open; left -= SLICE) {
        const lines = read({ ...filter, ...(before !== undefined && { before }) }, Math.min(left, SLICE))
        if (lines.length === 0) return
        yield lines
        before = lines.at(-1)?.seq
        await setImmediate()
      }
    },
    close: () => void db.close(),
  }
}

import { rmSync } from 'node:fs'
import Database from 'libsql'
import { z } from 'zod'
import { DayStamp, type Instant } from '../../protocol/ids.ts'
import type { Recorded } from '../journal/journal.ts'
import { type Carried, carriedOf, NOTHING_CARRIED, newBook } from './book.ts'
import type { DayPage } from './day-page.ts'
import { pageOf } from './page-of.ts'
import { writeEvent } from './write-event.ts'

/** Version of the tables and of what a page holds: a file of another version is thrown away and written anew. */
export const HISTORY_VERSION = 2

/**
 * The pages of all days, written from the journal and never a truth of their own. The day that is lived is kept in memory;
 * its page goes to the file when the next day begins, so nothing is written while people wait.
 */
export type History = {
  /** Takes an event; one that it knows already is passed over. Throws when one before it is missing. */
  take(recorded: Recorded): void
  /** Number of the last event that it knows, 0 before the first. */
  seq(): number
  /** The event with which the day that is lived began, null before the first day: the journal must have it. */
  began(): { seq: number; at: Instant } | null
  /** Forgets everything, to be written anew. */
  clear(): void
  /** Days that have a page, oldest first; the one that is lived is among them. */
  days(): DayStamp[]
  /** Pages of the days from `from` to `until`, both included, oldest first; the day that is lived as it stands at `at`. */
  pages(from: DayStamp, until: DayStamp, at: Instant): DayPage[]
  close(): void
}

const Place = z.object({ seq: z.int(), at: z.int(), day: DayStamp, carried: z.string() })
const Row = z.object({ page: z.string() })
const Day = z.object({ day: DayStamp })

const openTables = (file: string): Database.Database => {
  const db = new Database(file)
  try {
    // All of it can be written anew, so it need not outlive a power cut.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF')
    const found: unknown = db.prepare('PRAGMA user_version').raw(true).get()
    if (!Array.isArray(found) || found[0] !== HISTORY_VERSION)
      db.exec('DROP TABLE IF EXISTS days; DROP TABLE IF EXISTS place')
    db.exec('CREATE TABLE IF NOT EXISTS days (day TEXT PRIMARY KEY, page TEXT NOT NULL) WITHOUT ROWID')
    db.exec('CREATE TABLE IF NOT EXISTS place (seq INTEGER, at INTEGER, day TEXT, carried TEXT)')
    db.exec(`PRAGMA user_version = ${HISTORY_VERSION}`)
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

/** The file's tables; a file that is damaged, or no database at all, is replaced by an empty one. */
const openOrReplace = (file: string): Database.Database => {
  try {
    return openTables(file)
  } catch {
    for (const tail of ['', '-wal', '-shm']) rmSync(`${file}${tail}`, { force: true })
    return openTables(file)
  }
}

/** Opens the history in one SQLite file, as far as it was written. */
export const openHistory = (file: string): History => {
  const db = openOrReplace(file)
  const placed: unknown = db.prepare('SELECT seq, at, day, carried FROM place').get()
  const place = placed === undefined ? null : Place.parse(placed)
  // What this version of the program wrote needs no second look; another version's file was thrown away.
  const carried: Carried = place === null ? NOTHING_CARRIED : JSON.parse(place.carried)
  let book = newBook(place?.day ?? null, carried)
  let began = place && { seq: place.seq, at: place.at }
  let seq = place?.seq ?? 0

  const addPage = db.prepare('INSERT OR REPLACE INTO days VALUES (?, ?)')
  const addPlace = db.prepare('INSERT INTO place VALUES (?, ?, ?, ?)')
  const selectPages = db.prepare('SELECT page FROM days WHERE day BETWEEN ? AND ? ORDER BY day')
  const selectDays = db.prepare('SELECT day FROM days ORDER BY day')
  const turn = db.transaction(
    (page: DayPage | null, next: { seq: number; at: Instant; day: DayStamp }, left: Carried) => {
      if (page !== null) addPage.run(page.day, JSON.stringify(page))
      db.exec('DELETE FROM place')
      addPlace.run(next.seq, next.at, next.day, JSON.stringify(left))
    },
  )

  return {
    take(recorded) {
      if (recorded.seq <= seq) return
      if (recorded.seq !== seq + 1) throw new Error(`history: event ${seq + 1} is missing before ${recorded.seq}`)
      const { event, at } = recorded
      if (event.type === 'DayOpened') {
        const left = carriedOf(book, at)
        turn(pageOf(book, at), { seq: recorded.seq, at, day: event.day }, left)
        book = newBook(event.day, left)
        began = { seq: recorded.seq, at }
      } else writeEvent(book, event, at)
      seq = recorded.seq
    },
    seq: () => seq,
    began: () => began,
    clear() {
      db.exec('DELETE FROM days; DELETE FROM place')
      book = newBook(null, NOTHING_CARRIED)
      began = null
      seq = 0
    },
    days() {
      const written = selectDays.all().map((row) => Day.parse(row).day)
      return book.day === null ? written : [...written, book.day]
    },
    pages(from, until, at) {
      const written = selectPages.all(from, until).map((row): DayPage => JSON.parse(Row.parse(row).page))
      const lived = book.day === null || book.day < from || book.day > until ? null : pageOf(book, at)
      return lived === null ? written : [...written, lived]
    },
    close: () => void db.close(),
  }
}

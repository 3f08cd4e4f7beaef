import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Instant } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { summaryOf } from '../figures/summary.ts'
import { type Book, type Carried, carriedOf, NOTHING_CARRIED, newBook } from '../history/book.ts'
import type { DayPage } from '../history/day-page.ts'
import { HISTORY_VERSION } from '../history/history.ts'
import { pageOf } from '../history/page-of.ts'
import { writeEvent } from '../history/write-event.ts'
import { CHAIN_START } from '../journal/chain.ts'
import { goesOn } from '../journal/told-link.ts'
import { OfficeEvent } from '../rules/events.ts'
import type { HubTables } from './hub-tables.ts'

/** Events that are read in one go: some tens of milliseconds, after which whoever waits is served. */
const SLICE = 1_000

/** One office's events as far as they follow each other, folded into the pages of its days. */
export type OfficeBook = {
  /** The last event that was folded, all zero before the first. */
  place: { seq: number; at: Instant; link: string }
  /** Its document as last told; null before. */
  document: Office | null
  book: Book
}

const startOf = (): OfficeBook => ({
  place: { seq: 0, at: 0, link: CHAIN_START },
  document: null,
  book: newBook(null, NOTHING_CARRIED),
})

/** The page of the day that is lived, as it stood at the last event; null where none is. */
export const livedPage = ({ book, place }: OfficeBook): DayPage | null => pageOf(book, place.at)

/** Where one office's book was put down when its day began. */
const openBook = async (db: Kysely<HubTables>, office: string): Promise<OfficeBook> => {
  const row = await db
    .selectFrom('hub_offices')
    .select(['seq', 'at', 'link', 'day', 'carried', 'document', 'pages'])
    .where('office', '=', office)
    .executeTakeFirst()
  // Pages of another version of the program are written anew, from the first event on.
  if (row === undefined || row.pages !== HISTORY_VERSION || row.carried === null) return startOf()
  // What this very program wrote needs no second look.
  const carried: Carried = JSON.parse(row.carried)
  const document: Office | null = row.document === null ? null : JSON.parse(row.document)
  return { place: { seq: row.seq, at: row.at, link: row.link }, document, book: newBook(row.day, carried) }
}

/** Puts the day that is over, and where the next one begins, into the tables in one step. */
const turnPage = async (
  db: Kysely<HubTables>,
  office: string,
  page: DayPage | null,
  next: OfficeBook & { carried: Carried },
): Promise<void> => {
  const { place, document, book, carried } = next
  await db.transaction().execute(async (all) => {
    if (page !== null) {
      const texts = { page: JSON.stringify(page), summary: JSON.stringify(summaryOf(page)) }
      await all
        .insertInto('hub_pages')
        .values({ office, day: page.day, ...texts })
        .onConflict((same) => same.columns(['office', 'day']).doUpdateSet(texts))
        .execute()
    }
    await all
      .updateTable('hub_offices')
      .set({
        ...{ ...place, day: book.day, carried: JSON.stringify(carried), pages: HISTORY_VERSION },
        document: document && JSON.stringify(document),
      })
      .where('office', '=', office)
      .execute()
  })
}

/**
 * Folds every event of an office that lies there without a gap before it. Stops at the first that is missing, that is not on the chain, or
 * that this program does not know: it goes on there the next time. Rejects when the database cannot be asked; then nothing of the slice
 * counts that was not folded.
 */
const goOn = async (db: Kysely<HubTables>, office: string, kept: OfficeBook): Promise<void> => {
  for (;;) {
    const rows = await db
      .selectFrom('hub_events')
      .select(['seq', 'before', 'at', 'event', 'link'])
      .where('office', '=', office)
      .where('seq', '>', kept.place.seq)
      .orderBy('seq')
      .limit(SLICE)
      .execute()
    for (const row of rows) {
      if (!goesOn(kept.place, row)) return
      const read = OfficeEvent.safeParse(JSON.parse(row.event))
      if (!read.success) return
      const event = read.data
      const place = { seq: row.seq, at: row.at, link: row.link }
      if (event.type === 'DayOpened') {
        const carried = carriedOf(kept.book, row.at)
        const next = { place, document: kept.document, book: newBook(event.day, carried), carried }
        await turnPage(db, office, pageOf(kept.book, row.at), next)
        kept.book = next.book
      } else writeEvent(kept.book, event, row.at)
      if (event.type === 'OfficeConfigured') kept.document = event.office
      kept.place = place
    }
    if (rows.length < SLICE) return
    await setImmediate()
  }
}

/** The books of all offices. Each is opened when it is first asked for, and stays in memory with its day. */
export type Books = {
  /** Takes up what came, and returns the book as it stands then; at the start for an office that the hub does not know. */
  follow(office: string): Promise<OfficeBook>
  /** Forgets a book, to be opened anew. */
  drop(office: string): Promise<void>
}

/** Opens the books over the tables of a hub. */
export const openBooks = (db: Kysely<HubTables>): Books => {
  const books = new Map<string, OfficeBook>()
  const lines = new Map<string, Promise<unknown>>()
  /** One after the other: a book is changed in place. */
  const inLine = <T>(office: string, work: () => Promise<T>): Promise<T> => {
    const done = (lines.get(office) ?? Promise.resolve()).then(work)
    lines.set(
      office,
      done.catch(() => undefined),
    )
    return done
  }
  return {
    follow: (office) =>
      inLine(office, async () => {
        const kept = books.get(office) ?? (await openBook(db, office))
        books.set(office, kept)
        await goOn(db, office, kept)
        return kept
      }),
    drop: (office) => inLine(office, async () => void books.delete(office)),
  }
}

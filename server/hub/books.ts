import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Instant } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { type Summary, summaryOf, sumOf } from '../figures/summary.ts'
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
  /** How often what was told had been forgotten when the book was opened. */
  forgotten: number
}

const startOf = (forgotten: number): OfficeBook => ({
  place: { seq: 0, at: 0, link: CHAIN_START },
  document: null,
  book: newBook(null, NOTHING_CARRIED),
  forgotten,
})

/** The page of the day that is lived, as it stood at the last event; null where none is. */
export const livedPage = ({ book, place }: OfficeBook): DayPage | null => pageOf(book, place.at)

/** Where one office's book was put down when its day began. */
const openBook = async (db: Kysely<HubTables>, office: string): Promise<OfficeBook> => {
  const row = await db
    .selectFrom('hub_offices')
    .select(['seq', 'at', 'link', 'day', 'carried', 'document', 'pages', 'forgotten'])
    .where('office', '=', office)
    .executeTakeFirst()
  if (row === undefined || row.carried === null) return startOf(row?.forgotten ?? 0)
  if (row.pages !== HISTORY_VERSION) {
    // Pages of another version of the program are written anew, from the first event on.
    for (const table of ['hub_pages', 'hub_months'] as const)
      await db.deleteFrom(table).where('office', '=', office).execute()
    return startOf(row.forgotten)
  }
  // What this very program wrote needs no second look.
  const carried: Carried = JSON.parse(row.carried)
  const document: Office | null = row.document === null ? null : JSON.parse(row.document)
  const { seq, at, link, forgotten } = row
  return { place: { seq, at, link }, document, book: newBook(row.day, carried), forgotten }
}

/** Puts a page that is done into the tables, and what its month comes to with it. */
const putPage = async (db: Kysely<HubTables>, office: string, page: DayPage): Promise<void> => {
  const month = page.day.slice(0, 7)
  const texts = { page: JSON.stringify(page), summary: JSON.stringify(summaryOf(page)) }
  await db
    .insertInto('hub_pages')
    .values({ office, day: page.day, ...texts })
    .onConflict((same) => same.columns(['office', 'day']).doUpdateSet(texts))
    .execute()
  const days = await db
    .selectFrom('hub_pages')
    .select('summary')
    .where('office', '=', office)
    .where('day', '>=', `${month}-01`)
    .where('day', '<=', `${month}-31`)
    .execute()
  const summary = JSON.stringify(sumOf(days.map((day): Summary => JSON.parse(day.summary))))
  await db
    .insertInto('hub_months')
    .values({ office, month, summary })
    .onConflict((same) => same.columns(['office', 'month']).doUpdateSet({ summary }))
    .execute()
}

/** Puts the day that is over, and where the next one begins, into the tables in one step; nothing of what was forgotten since. */
const turnPage = async (
  db: Kysely<HubTables>,
  office: string,
  page: DayPage | null,
  next: OfficeBook & { carried: Carried },
): Promise<void> => {
  const { place, document, book, carried, forgotten } = next
  await db.transaction().execute(async (all) => {
    const { numUpdatedRows } = await all
      .updateTable('hub_offices')
      .set({
        ...{ ...place, day: book.day, carried: JSON.stringify(carried), pages: HISTORY_VERSION },
        document: document && JSON.stringify(document),
      })
      .where('office', '=', office)
      .where('forgotten', '=', forgotten)
      .executeTakeFirst()
    if (numUpdatedRows > 0n && page !== null) await putPage(all, office, page)
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
        const next = { ...kept, place, book: newBook(event.day, carried), carried }
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
  /**
   * Takes up what came, and returns the book as it stands then. One that a person had forgotten is opened anew, and one of an office that
   * the hub does not know is at the start.
   */
  follow(office: string): Promise<OfficeBook>
  /** The same, for reading the tables beside the book: it does not go on before `work` is done. */
  read<T>(office: string, work: (kept: OfficeBook) => Promise<T>): Promise<T>
  /** A book as far as it was folded, null before it was opened; what came since is taken up behind it. */
  seen(office: string): OfficeBook | null
}

const isForgotten = async (db: Kysely<HubTables>, office: string, { forgotten }: OfficeBook): Promise<boolean> => {
  const row = db.selectFrom('hub_offices').select('forgotten').where('office', '=', office)
  return (await row.executeTakeFirst())?.forgotten !== forgotten
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
  const follow = async (office: string): Promise<OfficeBook> => {
    const known = books.get(office)
    const kept = known === undefined || (await isForgotten(db, office, known)) ? await openBook(db, office) : known
    books.set(office, kept)
    await goOn(db, office, kept)
    return kept
  }
  const busy = new Set<string>()
  return {
    follow: (office) => inLine(office, () => follow(office)),
    read: (office, work) => inLine(office, async () => work(await follow(office))),
    seen(office) {
      if (!busy.has(office)) {
        busy.add(office)
        inLine(office, () => follow(office))
          // Whoever needs it asks again, and hears of it then.
          .catch(() => undefined)
          .finally(() => busy.delete(office))
      }
      return books.get(office) ?? null
    },
  }
}

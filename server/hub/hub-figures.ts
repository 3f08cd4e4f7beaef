import type { Kysely } from 'kysely'
import type { Figures, FigureTable, Span } from '../../protocol/desk/figures.ts'
import type { HubFigures } from '../../protocol/hub/board.ts'
import type { Office } from '../../protocol/office.ts'
import { figuresOfMerged } from '../figures/figures-of.ts'
import { addPage, type Merged, nothingMerged } from '../figures/merge-pages.ts'
import { spanBefore } from '../figures/span-before.ts'
import { tablesOf } from '../figures/tables.ts'
import { LIMIT_MIN } from '../figures/waits.ts'
import type { DayPage } from '../history/day-page.ts'
import { type Books, livedPage, type OfficeBook } from './books.ts'
import type { KnownOffice } from './hub-store.ts'
import type { HubTables } from './hub-tables.ts'

/** The most pages that are laid together in one go: five years of one office, or a month of 200. */
export const PAGES_MAX = 6_000

const isIn = (day: string, { from, until }: Span): boolean => from <= day && day <= until

/** Lays the pages of an office together: of days that are over, and of the one that is lived as it stood at its last event. */
const layDown = async (
  db: Kysely<HubTables>,
  office: string,
  kept: OfficeBook,
  span: Span,
  merged: Merged,
): Promise<number> => {
  const rows = await db
    .selectFrom('hub_pages')
    .select('page')
    .where('office', '=', office)
    .where('day', '>=', span.from)
    .where('day', '<=', span.until)
    .execute()
  const lived = livedPage(kept)
  // Written by this very program: needs no second look.
  const pages = rows.map(({ page }): DayPage => JSON.parse(page))
  if (lived !== null && isIn(lived.day, span)) pages.push(lived)
  for (const page of pages) addPage(merged, page)
  return pages.length
}

const sinceOf = async (db: Kysely<HubTables>, office: string, kept: OfficeBook): Promise<string | null> => {
  const first = db.selectFrom('hub_pages').select('day').where('office', '=', office).orderBy('day').limit(1)
  return (await first.executeTakeFirst())?.day ?? kept.book.day
}

const countPages = async (
  db: Kysely<HubTables>,
  offices: readonly string[],
  { from, until }: Span,
): Promise<number> => {
  const { n } = await db
    .selectFrom('hub_pages')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('office', 'in', [...offices, ''])
    .where('day', '>=', from)
    .where('day', '<=', until)
    .executeTakeFirstOrThrow()
  return n
}

const regularOf = (documents: readonly Office[]): string[] =>
  documents.flatMap(({ lanes }) => lanes.filter(({ kind }) => kind === 'regular').map(({ letter }) => letter))

/** Of several offices nothing is said of single counters: counter 1 of two offices is not one counter. */
const withoutCounters = (figures: Figures, tables: FigureTable[]) => ({
  figures: { ...figures, counters: [] },
  tables: tables.filter(({ id }) => id !== 'counters' && id !== 'cases'),
})

/**
 * The figures of some offices in a span, as each reckons its own: of the same pages, by the same arithmetic. `too-long` where they would be
 * more than `PAGES_MAX` pages.
 */
export const readFigures = async (
  { db, books }: { db: Kysely<HubTables>; books: Books },
  scope: readonly KnownOffice[],
  span: Span,
  lang: 'id' | 'en',
): Promise<HubFigures | 'too-long'> => {
  const before = spanBefore(span)
  const ids = scope.map(({ office }) => office)
  if ((await countPages(db, ids, { from: before.from, until: span.until })) > PAGES_MAX) return 'too-long'
  const [merged, earlier] = [nothingMerged(), nothingMerged()]
  const documents: Office[] = []
  let [offices, earlierPages]: [number, number] = [0, 0]
  let since: string | null = null
  // Office by office: between two of them others have their turn.
  for (const office of ids) {
    const first = await books.read(office, async (kept) => {
      if ((await layDown(db, office, kept, span, merged)) > 0) offices += 1
      earlierPages += await layDown(db, office, kept, before, earlier)
      if (kept.document !== null) documents.push(kept.document)
      return sinceOf(db, office, kept)
    })
    if (first !== null && (since === null || first < since)) since = first
  }
  const [document] = documents
  const figures = figuresOfMerged({
    ...{ span, merged, since, regular: regularOf(documents) },
    before: { ...before, merged: earlierPages === 0 ? null : earlier },
  })
  const tables = document === undefined ? [] : tablesOf(figures, document, lang)
  return {
    ...(ids.length === 1 ? { figures, tables } : withoutCounters(figures, tables)),
    offices,
    limitMin: LIMIT_MIN,
  }
}

import type { Kysely } from 'kysely'
import type { Figures, FigureTable, Span } from '../../protocol/desk/figures.ts'
import type { HubCompare, HubFigures, HubOfficeLine, HubSurvey } from '../../protocol/hub/board.ts'
import type { Office } from '../../protocol/office.ts'
import { figuresOf } from '../figures/figures-of.ts'
import { spanBefore } from '../figures/span-before.ts'
import { type DaySummary, lineOf, summaryOf } from '../figures/summary.ts'
import { tablesOf } from '../figures/tables.ts'
import type { DayPage } from '../history/day-page.ts'
import { elementResults, indexOf, type Tally, tallyOf } from '../survey/ikm.ts'
import { type Books, livedPage, type OfficeBook } from './books.ts'
import { heardPulses, type KnownOffice, type OfficeMonth, surveyMonths } from './hub-store.ts'
import type { HubTables } from './hub-tables.ts'

/** The most pages that are laid together in one go: five years of one office, or a month of 200. */
export const PAGES_MAX = 6_000

/** What one office has of a span. */
type OfficePages = { known: KnownOffice; kept: OfficeBook; pages: DayPage[]; before: DayPage[]; since: string | null }

const isIn = (day: string, { from, until }: Span): boolean => from <= day && day <= until

/** What a day's row has, of the days that are over. */
const rowsOf = <C extends 'page' | 'summary'>(db: Kysely<HubTables>, office: string, column: C, span: Span) =>
  db
    .selectFrom('hub_pages')
    .select(column)
    .where('office', '=', office)
    .where('day', '>=', span.from)
    .where('day', '<=', span.until)
    .orderBy('day')
    .execute()

/** The pages of an office: of days that are over, and of the one that is lived as it stood at its last event. */
const pagesOf = async (db: Kysely<HubTables>, office: string, kept: OfficeBook, span: Span): Promise<DayPage[]> => {
  const rows = await rowsOf(db, office, 'page', span)
  const lived = livedPage(kept)
  // Written by this very program: needs no second look.
  const pages = rows.map(({ page }): DayPage => JSON.parse(page))
  return lived !== null && isIn(lived.day, span) ? [...pages.filter(({ day }) => day !== lived.day), lived] : pages
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
  const read: OfficePages[] = []
  for (const known of scope) {
    const { office } = known
    const kept = await books.follow(office)
    read.push({
      ...{ known, kept, pages: await pagesOf(db, office, kept, span) },
      ...{ before: await pagesOf(db, office, kept, before), since: await sinceOf(db, office, kept) },
    })
  }
  const documents = read.flatMap(({ kept }) => kept.document ?? [])
  const [document] = documents
  const figures = figuresOf({
    ...{ span, pages: read.flatMap(({ pages }) => pages), regular: regularOf(documents) },
    before: { ...before, pages: read.flatMap((one) => one.before) },
    since: read.flatMap(({ since }) => since ?? []).sort()[0] ?? null,
  })
  const tables = document === undefined ? [] : tablesOf(figures, document, lang)
  const offices = read.filter(({ pages }) => pages.length > 0).length
  return { ...(scope.length === 1 ? { figures, tables } : withoutCounters(figures, tables)), offices }
}

/** Each office's line of a span, of the summaries of its days; minutes to a tenth. */
export const compareOffices = async (
  { db, books }: { db: Kysely<HubTables>; books: Books },
  scope: readonly KnownOffice[],
  span: Span,
): Promise<HubCompare> => {
  const names = await heardPulses(db)
  const offices: HubOfficeLine[] = []
  for (const { office, region } of scope) {
    const kept = await books.follow(office)
    const rows = await rowsOf(db, office, 'summary', span)
    const lived = livedPage(kept)
    const days = rows.map(({ summary }): DaySummary => JSON.parse(summary))
    const line = lineOf(lived !== null && isIn(lived.day, span) ? [...days, summaryOf(lived)] : days)
    offices.push({ office, region, name: names.get(office)?.pulse.name ?? office, ...line })
  }
  return { ...span, offices }
}

const addTallies = (months: readonly OfficeMonth[]): Tally =>
  tallyOf([]).map(({ element }) => {
    const of = months.flatMap(({ tally }) => tally.filter((one) => one.element === element))
    return { element, n: of.reduce((sum, { n }) => sum + n, 0), sum: of.reduce((sum, one) => sum + one.sum, 0) }
  })

const surveyLine = (months: readonly OfficeMonth[]) => {
  const index = indexOf(addTallies(months), months.at(-1)?.weight ?? '1/9')
  return { n: months.reduce((sum, { n }) => sum + n, 0), ikm: index?.ikm ?? null, band: index?.band ?? null }
}

/** The survey of some offices in whole months: all answers together, and each office by itself. */
export const readSurvey = async (
  db: Kysely<HubTables>,
  scope: readonly KnownOffice[],
  span: { from: string; until: string },
): Promise<HubSurvey> => {
  const ids = scope.map(({ office }) => office)
  const [months, names] = [await surveyMonths(db, ids, span), await heardPulses(db)]
  const byOffice = scope
    .map(({ office }) => ({ office, own: months.filter((month) => month.office === office) }))
    .filter(({ own }) => own.length > 0)
  return {
    ...span,
    ...surveyLine(months),
    elements: elementResults(addTallies(months)),
    offices: byOffice.map(({ office, own }) => ({
      ...{ office, name: names.get(office)?.pulse.name ?? office },
      ...surveyLine(own.sort((a, b) => (a.month < b.month ? -1 : 1))),
    })),
  }
}

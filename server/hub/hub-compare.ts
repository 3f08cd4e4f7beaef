import type { Kysely } from 'kysely'
import type { Span } from '../../protocol/desk/figures.ts'
import type { HubCompare, HubOfficeLine } from '../../protocol/hub/board.ts'
import { lineOf, type Summary, summaryOf, sumOf } from '../figures/summary.ts'
import { dayAfter } from '../rules/civil.ts'
import { type Books, livedPage } from './books.ts'
import { heardBulletins, type KnownOffice } from './hub-store.ts'
import type { HubTables } from './hub-tables.ts'

const monthOf = (day: string): string => day.slice(0, 7)

/** The first day of the month after that of a day. */
const monthAfter = (day: string): string => `${monthOf(dayAfter(`${monthOf(day)}-01`, 31))}-01`

/**
 * A span as whole months and the days before and after them. `months` null: there is none in it. Both ends of each are included.
 */
export const inMonths = ({ from, until }: Span): { months: Span | null; days: Span[] } => {
  const first = from.endsWith('-01') ? from : monthAfter(from)
  const end = monthAfter(until) === dayAfter(until, 1) ? dayAfter(until, 1) : `${monthOf(until)}-01`
  if (first >= end) return { months: null, days: [{ from, until }] }
  const edges = [
    { from, until: dayAfter(first, -1) },
    { from: end, until },
  ]
  return {
    months: { from: monthOf(first), until: monthOf(dayAfter(end, -1)) },
    days: edges.filter((edge) => edge.from <= edge.until),
  }
}

const summariesOf = async (db: Kysely<HubTables>, office: string, span: Span): Promise<Summary[]> => {
  const { months, days } = inMonths(span)
  const rows: { summary: string }[] = []
  if (months !== null)
    rows.push(
      ...(await db
        .selectFrom('hub_months')
        .select('summary')
        .where('office', '=', office)
        .where('month', '>=', months.from)
        .where('month', '<=', months.until)
        .execute()),
    )
  for (const { from, until } of days)
    rows.push(
      ...(await db
        .selectFrom('hub_pages')
        .select('summary')
        .where('office', '=', office)
        .where('day', '>=', from)
        .where('day', '<=', until)
        .execute()),
    )
  // Written by this very program: needs no second look.
  return rows.map(({ summary }) => JSON.parse(summary))
}

/** Each office's line of a span of any length, and all of them together; of the summaries of months and days. */
export const compareOffices = async (
  { db, books }: { db: Kysely<HubTables>; books: Books },
  scope: readonly KnownOffice[],
  span: Span,
): Promise<HubCompare> => {
  const names = await heardBulletins(db)
  const [offices, sums]: [HubOfficeLine[], Summary[]] = [[], []]
  for (const { office, region } of scope) {
    const known = await books.read(office, async (kept) => {
      const [lived, over] = [livedPage(kept), await summariesOf(db, office, span)]
      return lived !== null && span.from <= lived.day && lived.day <= span.until ? [...over, summaryOf(lived)] : over
    })
    const sum = sumOf(known)
    sums.push(sum)
    offices.push({ office, region, name: names.get(office)?.bulletin.name ?? office, ...lineOf(sum) })
  }
  return { ...span, offices, all: lineOf(sumOf(sums)) }
}

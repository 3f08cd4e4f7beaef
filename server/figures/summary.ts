import type { Headline } from '../../protocol/desk/figures.ts'
import type { DayPage } from '../history/day-page.ts'
import { mergePages } from './merge-pages.ts'
import { quantileOf } from './quantile.ts'
import { keptOf } from './waits.ts'

/** Tenths of a minute, each with how many. */
type Tenths = [tenth: number, n: number][]

/**
 * What is compared between offices of one day: counts, and waits rounded to a tenth of a minute. Rounding keeps the order, so a quantile
 * of them is the exact one, rounded as it is shown; those over 30 and 60 minutes are counted before.
 */
export type DaySummary = Pick<Headline, 'days' | 'visits' | 'kept' | 'promises' | 'booked' | 'noShows'> & {
  over30: number
  over60: number
  wait: Tenths
  queued: Tenths
}

const TENTH_MS = 6_000
const [LONG_MS, TOO_LONG_MS] = [30 * 60_000, 60 * 60_000]

const tenthsOf = (values: readonly number[]): Tenths => {
  const counts = new Map<number, number>()
  for (const ms of values) {
    const tenth = Math.round(ms / TENTH_MS)
    counts.set(tenth, (counts.get(tenth) ?? 0) + 1)
  }
  return [...counts]
}

/** The summary of a day. */
export const summaryOf = (page: DayPage): DaySummary => {
  const merged = mergePages([page])
  const people = [...merged.alike.values()]
  const waits = people.flatMap(({ wait }) => wait)
  const { days, promises, booked, noShows } = merged
  return {
    days,
    visits: waits.length + people.reduce((sum, { uncalled }) => sum + uncalled, 0),
    kept: keptOf(people),
    ...{ promises, booked, noShows },
    over30: waits.filter((ms) => ms > LONG_MS).length,
    over60: waits.filter((ms) => ms > TOO_LONG_MS).length,
    wait: tenthsOf(waits),
    queued: tenthsOf(people.flatMap(({ queued }) => queued)),
  }
}

const addTenths = (into: Map<number, number>, more: Tenths): void => {
  for (const [tenth, n] of more) into.set(tenth, (into.get(tenth) ?? 0) + n)
}

const minutesOf = (counts: ReadonlyMap<number, number>, q: number): number | null => {
  const tenth = quantileOf(counts, q)
  return tenth === null ? null : tenth / 10
}

/** The summaries of several days as one line; minutes to a tenth. */
export const lineOf = (summaries: readonly DaySummary[]): Omit<Headline, 'officeMin'> => {
  const [wait, queued] = [new Map<number, number>(), new Map<number, number>()]
  const line = {
    ...{ days: 0, visits: 0, booked: 0, noShows: 0 },
    kept: { n: 0, within: 0, upTo30: 0, later: 0, uncalled: 0 },
    promises: { inside: 0, before: 0, after: 0 },
  }
  let [over30, over60] = [0, 0]
  for (const day of summaries) {
    for (const key of ['days', 'visits', 'booked', 'noShows'] as const) line[key] += day[key]
    for (const key of ['n', 'within', 'upTo30', 'later', 'uncalled'] as const) line.kept[key] += day.kept[key]
    for (const key of ['inside', 'before', 'after'] as const) line.promises[key] += day.promises[key]
    over30 += day.over30
    over60 += day.over60
    addTenths(wait, day.wait)
    addTenths(queued, day.queued)
  }
  const n = [...wait.values()].reduce((sum, one) => sum + one, 0)
  const share = (many: number): number | null => (n === 0 ? null : many / n)
  return {
    ...line,
    waits: {
      ...{ n, medianMin: minutesOf(wait, 0.5), p90Min: minutesOf(wait, 0.9) },
      ...{ over30: share(over30), over60: share(over60), queuedMin: minutesOf(queued, 0.5) },
    },
  }
}

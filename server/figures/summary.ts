import type { Headline } from '../../protocol/desk/figures.ts'
import type { DayPage } from '../history/day-page.ts'
import { mergePages } from './merge-pages.ts'
import { quantileOf } from './quantile.ts'
import { keptOf, LONG_MS, TOO_LONG_MS } from './waits.ts'

/** Tenths of a minute, each with how many. */
type Tenths = [tenth: number, n: number][]

/**
 * What is compared between offices, of one day or of several together: counts, and waits rounded to a tenth of a minute. Rounding
 * keeps the order, so a quantile of them is the exact one, rounded as it is shown; those over 30 and 60 minutes are counted before.
 */
export type Summary = Pick<Headline, 'days' | 'visits' | 'kept' | 'promises' | 'booked' | 'noShows'> & {
  over30: number
  over60: number
  wait: Tenths
  queued: Tenths
}

const TENTH_MS = 6_000

const tenthsOf = (values: readonly number[]): Tenths => {
  const counts = new Map<number, number>()
  for (const ms of values) {
    const tenth = Math.round(ms / TENTH_MS)
    counts.set(tenth, (counts.get(tenth) ?? 0) + 1)
  }
  return [...counts]
}

/** The summary of a day. */
export const summaryOf = (page: DayPage): Summary => {
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

/** Several summaries, of days or of months, as one. */
export const sumOf = (summaries: readonly Summary[]): Summary => {
  const [wait, queued] = [new Map<number, number>(), new Map<number, number>()]
  const sum = {
    ...{ days: 0, visits: 0, booked: 0, noShows: 0, over30: 0, over60: 0 },
    kept: { n: 0, within: 0, upTo30: 0, later: 0, uncalled: 0 },
    promises: { inside: 0, before: 0, after: 0 },
  }
  for (const one of summaries) {
    for (const key of ['days', 'visits', 'booked', 'noShows', 'over30', 'over60'] as const) sum[key] += one[key]
    for (const key of ['n', 'within', 'upTo30', 'later', 'uncalled'] as const) sum.kept[key] += one.kept[key]
    for (const key of ['inside', 'before', 'after'] as const) sum.promises[key] += one.promises[key]
    addTenths(wait, one.wait)
    addTenths(queued, one.queued)
  }
  return { ...sum, wait: [...wait], queued: [...queued] }
}

/** A summary as it is shown; minutes to a tenth. */
export const lineOf = ({ over30, over60, wait, queued, ...counts }: Summary): Omit<Headline, 'officeMin'> => {
  const [waits, stays] = [new Map(wait), new Map(queued)]
  const n = wait.reduce((sum, [, often]) => sum + often, 0)
  const share = (many: number): number | null => (n === 0 ? null : many / n)
  return {
    ...counts,
    waits: {
      ...{ n, medianMin: minutesOf(waits, 0.5), p90Min: minutesOf(waits, 0.9) },
      ...{ over30: share(over30), over60: share(over60), queuedMin: minutesOf(stays, 0.5) },
    },
  }
}

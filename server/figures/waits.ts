import type { Kept, Waits, WaitsOf } from '../../protocol/desk/figures.ts'
import type { AlikeOfSpan } from './merge-pages.ts'
import { quantile } from './quantile.ts'

const MINUTE_MS = 60_000
/** What counts as a long wait, minutes: the dotted line of the charts. */
export const LIMIT_MIN = 30
/** The limits of the figures, ms (the complaint of domain.md section 1 begins at the second). */
export const [LONG_MS, TOO_LONG_MS] = [LIMIT_MIN * MINUTE_MS, 60 * MINUTE_MS]

/** All values of some lists, ascending. */
export const sortedOf = (lists: readonly (readonly number[])[]): Float64Array => {
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all.sort()
}

/** How many of ascending values are greater than a limit: by bisection. */
const countOver = (sorted: Float64Array, limit: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) > limit) high = middle
    else low = middle + 1
  }
  return sorted.length - low
}

/** A quantile in minutes. */
export const minutesAt = (sorted: Float64Array, q: number): number | null => {
  const ms = quantile(sorted, q)
  return ms === null ? null : ms / MINUTE_MS
}

/** Waits without those at the other stages, of ascending milliseconds. */
export const plainWaits = (sorted: Float64Array): Omit<Waits, 'queuedMin'> => {
  const n = sorted.length
  return {
    n,
    medianMin: minutesAt(sorted, 0.5),
    p90Min: minutesAt(sorted, 0.9),
    over30: n === 0 ? null : countOver(sorted, LONG_MS) / n,
    over60: n === 0 ? null : countOver(sorted, TOO_LONG_MS) / n,
  }
}

/** The waits of people who are alike in something. */
export const waitsOf = (people: readonly AlikeOfSpan[]): Waits => ({
  ...plainWaits(sortedOf(people.map(({ wait }) => wait))),
  queuedMin: minutesAt(sortedOf(people.map(({ queued }) => queued)), 0.5),
})

/** People by what `keyOf` says of them; those of whom it says nothing (the empty text) are in no group. */
export const groupsOf = (
  people: readonly AlikeOfSpan[],
  keyOf: (one: AlikeOfSpan) => string,
): [key: string, people: AlikeOfSpan[]][] => {
  const groups = new Map<string, AlikeOfSpan[]>()
  for (const one of people) {
    const key = keyOf(one)
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups]
}

const firstNumber = (key: string): number => Number.parseInt(key, 10)

/** Waits by what `keyOf` says, in the order of numbers where the keys begin with one, else of the alphabet. */
export const waitsBy = (people: readonly AlikeOfSpan[], keyOf: (one: AlikeOfSpan) => string): WaitsOf[] =>
  groupsOf(people, keyOf)
    .map(([key, group]) => ({ key, ...waitsOf(group) }))
    .sort(byKey)

/** The order of keys: by the number they begin with, then as text. */
export const byKey = (a: { key: string }, b: { key: string }): number =>
  firstNumber(a.key) - firstNumber(b.key) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** Whether somebody had a booking and was there before its window ended: only to them can the window be kept. */
export const isPunctual = ({ arrival }: AlikeOfSpan): boolean => arrival === 'early' || arrival === 'on-time'

/** Whether the windows of punctual people were kept: not to those who went home uncalled when their day closed. */
export const keptOf = (people: readonly AlikeOfSpan[]): Kept => {
  const punctual = people.filter(isPunctual)
  const past = sortedOf(punctual.map((one) => one.past))
  const uncalled = punctual.reduce((sum, { never }) => sum + never, 0)
  // The window's end no longer belongs to it.
  const within = past.findIndex((ms) => ms >= 0)
  const late = within < 0 ? 0 : past.length - within
  const long = countOver(past, LONG_MS)
  return {
    ...{ n: past.length + uncalled, within: past.length - late, upTo30: late - long },
    ...{ later: long + uncalled, uncalled },
  }
}

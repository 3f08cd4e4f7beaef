import { type AlikeKey, type Counts, type DayPage, readAlikeKey } from '../history/day-page.ts'

/** Visits that are alike, of all days of a span. */
export type AlikeOfSpan = AlikeKey &
  Record<'wait' | 'queued' | 'office' | 'came' | 'past', number[]> & {
    uncalled: number
    /** Those of them whose day is closed, so that nobody will call them. */
    never: number
  }

/** One stage in a span. */
export type StageOfSpan = { wait: number[] } & Record<'calls' | 'helped' | 'recalls' | 'misses' | 'parks', number>

/** One counter in a span, in milliseconds. */
export type CounterOfSpan = { openMs: number; pausedMs: Counts; cases: Map<string, number[]> }

/** The pages of a span laid together: sums are summed, lists follow each other. The order of the days means nothing. */
export type Merged = {
  /** Days on which somebody came. */
  days: number
  alike: Map<string, AlikeOfSpan>
  stages: Map<string, StageOfSpan>
  counters: Map<string, CounterOfSpan>
  promises: DayPage['promises']
  counts: DayPage['counts']
  incomplete: number
  putOff: number
  outages: DayPage['outages']
  booked: number
  noShows: number
}

const LISTS = ['wait', 'queued', 'office', 'came', 'past'] as const
const STAGE_SUMS = ['calls', 'helped', 'recalls', 'misses', 'parks'] as const
const COUNTS = [
  ...(['walkIns', 'outcomes', 'turnedAway', 'documents'] as const),
  ...(['overrides', 'papers', 'reports', 'troubles'] as const),
]

const known = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}

/** One by one: spreading a long list would be too many arguments. */
const add = (into: number[], more: readonly number[]): void => {
  for (const value of more) into.push(value)
}

const addCounts = (into: Counts, more: Counts): void => {
  for (const [name, n] of Object.entries(more)) into[name] = (into[name] ?? 0) + n
}

/** Lays one more page to those that are laid together. */
export const addPage = (merged: Merged, page: DayPage): void => {
  if (Object.keys(page.alike).length > 0) merged.days += 1
  for (const [key, alike] of Object.entries(page.alike)) {
    const of = known(merged.alike, key, () => ({
      ...readAlikeKey(key),
      ...{ wait: [], queued: [], office: [], came: [], past: [], uncalled: 0, never: 0 },
    }))
    for (const list of LISTS) add(of[list], alike[list])
    of.uncalled += alike.uncalled
    if (page.bookings !== null) of.never += alike.uncalled
  }
  for (const [stage, day] of Object.entries(page.stages)) {
    const of = known(merged.stages, stage, () => ({
      ...{ wait: [], calls: 0, helped: 0, recalls: 0, misses: 0, parks: 0 },
    }))
    add(of.wait, day.wait)
    for (const sum of STAGE_SUMS) of[sum] += day[sum]
  }
  for (const [counter, day] of Object.entries(page.counters)) {
    const of = known(merged.counters, counter, () => ({ openMs: 0, pausedMs: {}, cases: new Map() }))
    of.openMs += day.openMs
    addCounts(of.pausedMs, day.pausedMs)
    for (const [stage, cases] of Object.entries(day.cases))
      add(
        known(of.cases, stage, (): number[] => []),
        cases,
      )
  }
  for (const end of ['inside', 'before', 'after'] as const) merged.promises[end] += page.promises[end]
  for (const name of COUNTS) addCounts(merged.counts[name], page.counts[name])
  merged.incomplete += page.incomplete
  merged.putOff += page.putOff
  for (const [scope, { began, ms }] of Object.entries(page.outages)) {
    const before = merged.outages[scope] ?? { began: 0, ms: 0 }
    merged.outages[scope] = { began: before.began + began, ms: before.ms + ms }
  }
  merged.booked += page.bookings?.booked ?? 0
  merged.noShows += page.bookings?.noShows ?? 0
}

/** No page yet. */
export const nothingMerged = (): Merged => ({
  days: 0,
  ...{ alike: new Map(), stages: new Map(), counters: new Map() },
  promises: { inside: 0, before: 0, after: 0 },
  counts: {
    ...{ walkIns: {}, outcomes: {}, turnedAway: {}, documents: {} },
    ...{ overrides: {}, papers: {}, reports: {}, troubles: {} },
  },
  ...{ incomplete: 0, putOff: 0, outages: {}, booked: 0, noShows: 0 },
})

/** Pages laid together. */
export const mergePages = (pages: readonly DayPage[]): Merged => {
  const merged = nothingMerged()
  for (const page of pages) addPage(merged, page)
  return merged
}

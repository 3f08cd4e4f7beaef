import type { Slug } from '../../../protocol/ids.ts'
import { addMoments, type DayMeasured, type Ends, type Moments, NO_CASES, NO_ENDS } from '../measured.ts'
import { MINUTE } from '../state.ts'

/** The days before, put together for the estimate. Lists are in ascending order; times in ms. */
export type Past = {
  days: readonly DayMeasured[]
  cases: Readonly<Record<Slug, Readonly<Record<Slug, Moments>>>>
  again: Readonly<Record<Slug, Moments>>
  ends: Readonly<Record<Slug, Ends>>
  /** For how long people who were set aside were away; empty before the first. */
  backAfter: readonly number[]
  /** Arrival minus window start. */
  offsets: readonly number[]
  /** Share of booked people who come. */
  comes: number
  /** Numbers without a booking on one day, by quarter hour after midnight: of priority, and of the others. */
  walkIns: { priority: readonly number[]; other: readonly number[] }
  /** Services of those without a booking, as often as they came. */
  walkInServices: readonly Slug[]
}

/** Fewer days than this are a short history (queue-rules section 3). */
export const SHORT_HISTORY = 5

/** A quarter of an hour, in minutes. */
export const QUARTER = 15

/** So many points describe how punctual people are. */
const POINTS = 512

/** Share of no-shows before anything was measured (queue-rules section 6: base). */
const FIRST_NO_SHOW = 0.11

/**
 * Punctuality before anything was measured, from the base scenario of queue-rules section 6: 40 % early by 38 minutes in the
 * mean, half within the window of an hour and rather at its beginning, 10 % late by 28 minutes in the mean.
 */
const FIRST_OFFSETS: readonly number[] = Array.from({ length: 200 }, (_, i) => {
  const share = (i + 0.5) / 200
  if (share < 0.4) return 38 * Math.log(share / 0.4) * MINUTE
  if (share < 0.9) return 60 * (1 - (1 - (share - 0.4) / 0.5) ** 0.6) * MINUTE
  return (60 - 28 * Math.log((1 - share) / 0.1)) * MINUTE
})

/** The days before as the estimate needs them. Worked out once for each list of days, which never changes. */
export const pastOf = (days: readonly DayMeasured[]): Past => {
  const known = PASTS.get(days)
  if (known !== undefined) return known
  const past = putTogether(days)
  PASTS.set(days, past)
  return past
}

const PASTS = new WeakMap<readonly DayMeasured[], Past>()

const putTogether = (days: readonly DayMeasured[]): Past => {
  const came = days.reduce((sum, { offsets }) => sum + offsets.length, 0)
  const noShows = days.reduce((sum, day) => sum + day.noShows, 0)
  const walkIns = days.flatMap((day) => day.walkIns)
  const rates = (priority: boolean): number[] => {
    const quarters = Array.from({ length: 96 }, () => 0)
    for (const walkIn of walkIns) {
      const quarter = Math.floor(walkIn.min / QUARTER)
      if (walkIn.priority === priority) quarters[quarter] = (quarters[quarter] ?? 0) + 1 / days.length
    }
    return quarters
  }
  return {
    days,
    cases: merge(
      days.map(({ cases }) => cases),
      (a, b) => merge([a, b], addMoments, NO_CASES),
      {},
    ),
    again: merge(
      days.map(({ again }) => again),
      addMoments,
      NO_CASES,
    ),
    ends: merge(
      days.map(({ ends }) => ends),
      addEnds,
      NO_ENDS,
    ),
    backAfter: ascending(days.flatMap(({ backAfter }) => backAfter)).map((minutes) => minutes * MINUTE),
    offsets:
      came < POINTS / 10
        ? FIRST_OFFSETS
        : thin(ascending(days.flatMap(({ offsets }) => offsets))).map((m) => m * MINUTE),
    comes: (came + 100 * (1 - FIRST_NO_SHOW)) / (came + noShows + 100),
    walkIns: { priority: rates(true), other: rates(false) },
    walkInServices: walkIns.map(({ service }) => service),
  }
}

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

/** At most `POINTS` of an ascending list, evenly. */
const thin = (values: readonly number[]): readonly number[] =>
  values.length <= POINTS
    ? values
    : Array.from({ length: POINTS }, (_, i) => values[Math.floor(((i + 0.5) * values.length) / POINTS)] ?? 0)

const merge = <T>(
  records: readonly Readonly<Record<string, T>>[],
  add: (a: T, b: T) => T,
  none: T,
): Record<string, T> => {
  const sum: Record<string, T> = {}
  for (const record of records)
    for (const [key, value] of Object.entries(record)) sum[key] = add(sum[key] ?? none, value)
  return sum
}

const addEnds = (a: Ends, b: Ends): Ends => ({
  moved: a.moved + b.moved,
  parked: a.parked + b.parked,
  over: a.over + b.over,
  calls: a.calls + b.calls,
  missed: a.missed + b.missed,
  lostMin: a.lostMin + b.lostMin,
})

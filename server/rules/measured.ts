import type { Instant, Slug, TicketId } from '../../protocol/ids.ts'

/** How long something took, so that mean and spread can be told: count, Σ minutes, Σ ln minutes, Σ (ln minutes)². */
export type Moments = { n: number; sum: number; sumLog: number; sumLog2: number }

/** An absence of a counter that was open, in minutes after the office's midnight: `[fromMin, untilMin)`. */
export type Absence = { fromMin: number; untilMin: number; reason: Slug }

/**
 * One counter on one day, in minutes after midnight: when it first opened, when it did not serve after that, and since
 * when it is closed again, null while open.
 */
export type Attendance = { openMin: number; away: readonly Absence[]; closedMin: number | null }

/** How the first cases of a stage ended, and its calls: `lostMin` are the minutes in which counters called in vain. */
export type Ends = { moved: number; parked: number; over: number; calls: number; missed: number; lostMin: number }

/** Shown ranges that came to a first call: how many, inside (ends included), and called after the upper end. */
export type Coverage = { shown: number; inside: number; above: number }

/** What one day taught. Everything is counted from events as they came, so nothing of it is known before it happened. */
export type DayMeasured = {
  /** When counters serve by the calendar, as text: days of one shape are alike. */
  shape: string
  /** Cases per stage and service, without those of people who came back with papers. */
  cases: Readonly<Record<Slug, Readonly<Record<Slug, Moments>>>>
  /** Cases per stage of people who came back with papers. */
  again: Readonly<Record<Slug, Moments>>
  ends: Readonly<Record<Slug, Ends>>
  /** Minutes for which people who were set aside were away. */
  backAfter: readonly number[]
  /** Arrival minus window start, in minutes, of everybody who came with a booking of the day. */
  offsets: readonly number[]
  /** Bookings of the day that never came; counted when it closes. */
  noShows: number
  /** Numbers without a booking: when, in minutes after midnight, and of what kind. */
  walkIns: readonly { min: number; priority: boolean; service: Slug }[]
  /** By counter number. */
  counters: Readonly<Record<string, Attendance>>
  /** In minutes after midnight. */
  outages: readonly { fromMin: number; untilMin: number }[]
  /** By stage: outcomes against the raw estimate, as `scoreOf` says. */
  scores: Readonly<Record<Slug, readonly number[]>>
  coverage: Coverage
}

/** One case as it was measured; `again`: of somebody who came back with papers. `readyAt` was the counter's before it. */
export type MeasuredCase = {
  stage: Slug
  service: Slug
  minutes: number
  again: boolean
  end: 'moved' | 'parked' | 'over'
  readyAt: Instant
}

/** How far the ends of the estimate of a stage are moved: multiples of the distance from the median, per side. */
export type Margins = { low: number; high: number }

/** What was measured of the office: the basis of every estimate. */
export type Measured = {
  today: DayMeasured
  /** The days before, newest first, at most twenty. */
  days: readonly DayMeasured[]
  /** What the past days say, by stage; absent: nothing yet. */
  margins: Readonly<Record<Slug, Margins>>
  /** By how much today widened them, at least 1, by stage; absent: not at all. */
  widened: Readonly<Record<Slug, Margins>>
  /** When a counter was last ready for the next case, by its number: opened, back, or done with a case. */
  readyAt: Readonly<Record<string, Instant>>
  /** What the last case of a counter added, by its number, so that a finish that is taken back was not measured. */
  lastCase: Readonly<Record<string, MeasuredCase>>
  /** Who came back with papers today, and to which stage. */
  returned: Readonly<Record<TicketId, Slug>>
}

/** A day of which nothing is known yet. */
export const NEW_DAY: DayMeasured = {
  shape: '',
  cases: {},
  again: {},
  ends: {},
  backAfter: [],
  offsets: [],
  noShows: 0,
  walkIns: [],
  counters: {},
  outages: [],
  scores: {},
  coverage: { shown: 0, inside: 0, above: 0 },
}

/** Before anything was measured. */
export const NOTHING_MEASURED: Measured = {
  today: NEW_DAY,
  days: [],
  margins: {},
  widened: {},
  readyAt: {},
  lastCase: {},
  returned: {},
}

/** Days that are remembered (queue-rules section 3: rolling 20 working days). */
export const DAYS_KEPT = 20

/** Nothing of its kind so far. */
export const NO_CASES: Moments = { n: 0, sum: 0, sumLog: 0, sumLog2: 0 }
/** No case ended so far. */
export const NO_ENDS: Ends = { moved: 0, parked: 0, over: 0, calls: 0, missed: 0, lostMin: 0 }

/** One more that took `minutes`, or with `sign` −1 one less; none that took no time at all: that is a mistaken press. */
export const addMinutes = (moments: Moments, minutes: number, sign: 1 | -1 = 1): Moments => {
  if (minutes <= 0) return moments
  const { n, sum, sumLog, sumLog2 } = moments
  const log = sign * Math.log(minutes)
  return { n: n + sign, sum: sum + sign * minutes, sumLog: sumLog + log, sumLog2: sumLog2 + sign * log * log }
}

/** Both together. */
export const addMoments = (a: Moments, b: Moments): Moments => ({
  n: a.n + b.n,
  sum: a.sum + b.sum,
  sumLog: a.sumLog + b.sumLog,
  sumLog2: a.sumLog2 + b.sumLog2,
})

/** All first cases of a stage on these days, of every service together. */
export const casesOf = (days: readonly DayMeasured[], stage: Slug): Moments =>
  days.flatMap(({ cases }) => Object.values(cases[stage] ?? {})).reduce(addMoments, NO_CASES)

/** Ranges shown on these days and how they came out, together. */
export const coverageOf = (days: readonly DayMeasured[]): Coverage =>
  days.reduce(
    (sum, { coverage }) => ({
      shown: sum.shown + coverage.shown,
      inside: sum.inside + coverage.inside,
      above: sum.above + coverage.above,
    }),
    { shown: 0, inside: 0, above: 0 },
  )

import type { Instant, Slug } from '../../../protocol/ids.ts'
import type { Forecast } from '../events.ts'
import type { DayMeasured, Margins, Measured } from '../measured.ts'

/**
 * Calibration. The raw interval of the roll-forward is too narrow, because it knows the office only from what was measured.
 * Its ends are moved by multiples of their distance from the median, one per side: the conformal quantiles of the past
 * days' scores, and during the day, after every first call, a step that only widens what the past days say.
 */

/** Share of outcomes that may lie beyond each end of the nominal 80 % interval. */
const BEYOND = 0.1

/** Before anything was measured: the reference's raw intervals cover 72 % where they should cover 80 (queue-rules section 3). */
const FIRST_MARGINS: Margins = { low: 1.2, high: 1.2 }

/** What a day begins with. */
const UNCHANGED: Margins = { low: 1, high: 1 }

/** Distances below this are taken as this, in ms: whoever is next has hardly any spread of their own. */
const LEAST_MS = 60_000

/** How fast margins follow the day: an end passed ten times in a row moves out by a third. */
const STEP = 0.03

/** Margins stay within these, whatever happens. */
const [SMALLEST, LARGEST] = [0.5, 4]

/** Scores from fewer outcomes say too little to be a quantile. */
const ENOUGH = 60

const within = (value: number): number => Math.min(LARGEST, Math.max(SMALLEST, value))

/** The quantiles of a likely call, raw or calibrated. */
export type Interval = Pick<Forecast, 'lowAt' | 'medianAt' | 'highAt'>

const spreadOf = ({ lowAt, medianAt, highAt }: Interval) => ({
  low: Math.max(LEAST_MS, medianAt - lowAt),
  high: Math.max(LEAST_MS, highAt - medianAt),
})

/** The margins of a stage as they are now. */
export const marginsOf = ({ margins, widened }: Pick<Measured, 'margins' | 'widened'>, stage: Slug): Margins => {
  const [base, today] = [margins[stage] ?? FIRST_MARGINS, widened[stage] ?? UNCHANGED]
  return { low: within(base.low * today.low), high: within(base.high * today.high) }
}

/** A raw estimate with its ends moved by these margins: the nominal 80 % interval. It never begins before `at`. */
export const calibrated = (raw: Interval, margins: Margins, at: Instant): Interval => {
  const { low, high } = spreadOf(raw)
  return {
    lowAt: Math.max(at, Math.round(raw.medianAt - margins.low * low)),
    medianAt: raw.medianAt,
    highAt: Math.round(raw.medianAt + margins.high * high),
  }
}

/** An outcome against a raw estimate: how many times the distance of that side's end it lies from the median, signed. */
export const scoreOf = (raw: Interval, calledAt: Instant): number => {
  const { low, high } = spreadOf(raw)
  const late = calledAt - raw.medianAt
  return late > 0 ? late / high : late / low
}

/** Today's widening of a stage after one more outcome: an end that was passed moves out, one that held comes back a little. */
export const widenedBy = (measured: Pick<Measured, 'margins' | 'widened'>, stage: Slug, score: number): Margins => {
  const now = marginsOf(measured, stage)
  const today = measured.widened[stage] ?? UNCHANGED
  const step = (value: number, isPassed: boolean): number =>
    Math.min(LARGEST, Math.max(1, value * Math.exp(STEP * ((isPassed ? 1 : 0) - BEYOND))))
  return { low: step(today.low, score < -now.low), high: step(today.high, score > now.high) }
}

/**
 * The margins with which the next day begins: for each stage the quantiles of the past days' scores (split conformal: of n
 * scores the ⌈(n + 1)(1 − share)⌉-th smallest holds at least `1 − share` of the next), or as they are while there are few.
 */
export const closeMargins = (margins: Measured['margins'], days: readonly DayMeasured[]): Measured['margins'] => {
  const stages = new Set(days.flatMap(({ scores }) => Object.keys(scores)))
  const closed = [...stages].flatMap((stage): [Slug, Margins][] => {
    const scores = days.flatMap((day) => day.scores[stage] ?? []).sort((a, b) => a - b)
    if (scores.length < ENOUGH) return []
    const rank = Math.ceil((scores.length + 1) * (1 - BEYOND)) - 1
    const high = scores[rank] ?? LARGEST
    const low = -(scores[scores.length - 1 - rank] ?? -LARGEST)
    return [[stage, { low: within(low), high: within(high) }]]
  })
  return { ...margins, ...Object.fromEntries(closed) }
}

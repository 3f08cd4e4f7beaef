import type { Instant, Slug } from '../../../protocol/ids.ts'
import type { Forecast } from '../events.ts'
import type { DayMeasured, Margins } from '../measured.ts'

/**
 * Calibration: the raw interval of the roll-forward is too narrow, because it knows the office only from what was measured.
 * Its ends are moved by multiples of their distance from the median, one per side: first the conformal quantiles of the
 * past days' scores, then, within the day, a step after every first call.
 */

/** Share of outcomes that may lie beyond each end of the nominal 80 % interval. */
const BEYOND = 0.1

/**
 * Before anything was measured. The reference's raw intervals cover 72 % where they should cover 80 (queue-rules section 3),
 * hence 1.2; and what an office does not know of itself yet, its breaks, pauses and outages, all makes people wait longer.
 */
export const FIRST_MARGINS: Margins = { low: 1.2, high: 1.6 }

/** Distances below this are taken as this, in ms: whoever is next has hardly any spread of their own. */
const LEAST_MS = 60_000

/** How fast margins follow the day. With about ten waiting per hour and counter they settle within half an hour's calls. */
const STEP = 0.06

/** Margins stay within these, whatever happens. */
const [SMALLEST, LARGEST] = [0.5, 4]

/** Scores from fewer outcomes say too little to be a quantile. */
const ENOUGH = 60

const within = (value: number): number => Math.min(LARGEST, Math.max(SMALLEST, value))

/** The distances of the raw ends from the median, in ms, at least `LEAST_MS`. */
export const spreadOf = ({ lowAt, medianAt, highAt }: Pick<Forecast, 'lowAt' | 'medianAt' | 'highAt'>) => ({
  low: Math.max(LEAST_MS, medianAt - lowAt),
  high: Math.max(LEAST_MS, highAt - medianAt),
})

/** An outcome against a raw estimate: how many times the distance of that side's end it lies from the median, signed. */
export const scoreOf = (forecast: Pick<Forecast, 'lowAt' | 'medianAt' | 'highAt'>, calledAt: Instant): number => {
  const { low, high } = spreadOf(forecast)
  const late = calledAt - forecast.medianAt
  return late > 0 ? late / high : late / low
}

/** The margins after one more outcome: an end that was passed moves out by much, one that held moves in by little. */
export const nudgeMargins = (margins: Margins = FIRST_MARGINS, score: number): Margins => ({
  low: within(margins.low * Math.exp(STEP * ((score < -margins.low ? 1 : 0) - BEYOND))),
  high: within(margins.high * Math.exp(STEP * ((score > margins.high ? 1 : 0) - BEYOND))),
})

/**
 * The margins with which the next day begins: for each stage the quantiles of the past days' scores (split conformal: of n
 * scores the ⌈(n + 1)(1 − share)⌉-th smallest holds at least `1 − share` of the next), or as they are when there are few.
 */
export const closeMargins = (
  margins: Readonly<Record<Slug, Margins>>,
  days: readonly DayMeasured[],
): Readonly<Record<Slug, Margins>> => {
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

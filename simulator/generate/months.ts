import { changeScenario, type Scenario } from '../scenarios.ts'
import { drawsOf } from './draws.ts'

/** Applications per month at Denpasar, January first (domain section 1). */
export const APPLICATIONS = {
  2022: [94, 572, 1999, 357, 913, 3792, 4189, 4402, 3391, 2744, 3172, 2771],
  2024: [3678, 2278, 2090, 2285, 2471, 2396, 3477, 3940, 2646, 3714, 3218, 3224],
} as const

/** One working day and how many applications are filed on it. `day` as in `2024-08-01`. */
export type Volume = { day: string; friday: boolean; applications: number }

/** Working days of one month differ by so much (assumed; the field has monthly figures only). */
const DAY_CV = 0.1

/**
 * A year's applications on its working days, Monday to Friday without `holidays` (days as in `2024-08-01`). Every month
 * has exactly its applications; a Friday has as much less as it has fewer windows. Throws for a month without a working
 * day.
 */
export const volumesOf = (
  year: keyof typeof APPLICATIONS,
  scenario: Scenario,
  seed: number,
  holidays: readonly string[] = [],
): Volume[] =>
  APPLICATIONS[year].flatMap((applications, month) => {
    const days = workingDays(year, month).filter(({ day }) => !holidays.includes(day))
    if (days.length === 0) throw new RangeError(`no working day in month ${month + 1} of ${year}`)
    const fridayShare = scenario.friday.windows.length / scenario.windows.length
    const weights = days.map(
      ({ day, friday }) => (friday ? fridayShare : 1) * drawsOf(seed, 'volume', day).lognormal(1, DAY_CV),
    )
    const counts = divide(applications, weights)
    return days.map((day, k) => ({ ...day, applications: counts[k] ?? 0 }))
  })

/**
 * The scenario of an ordinary (not Friday) day on which about so many apply: quota and walk-ins scaled alike, walk-ins
 * taking up what the quota's rounding leaves.
 */
export const scenarioOfVolume = (scenario: Scenario, applications: number): Scenario => {
  const perQuota = scenario.windows.length * scenario.fill.mean * (1 - scenario.noShow.mean)
  const factor = applications / (perQuota * scenario.quota + scenario.walkin.mean)
  const quota = Math.min(Math.round(scenario.quota * factor), Math.floor(applications / perQuota))
  const changed = changeScenario(scenario, { quota, walkin: { mean: applications - quota * perQuota } })
  if ('mistake' in changed) throw new RangeError(changed.mistake)
  return changed.scenario
}

const workingDays = (year: number, month: number): Omit<Volume, 'applications'>[] => {
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Array.from({ length }, (_, k) => new Date(Date.UTC(year, month, k + 1)))
    .filter((date) => date.getUTCDay() >= 1 && date.getUTCDay() <= 5)
    .map((date) => ({ day: date.toISOString().slice(0, 10), friday: date.getUTCDay() === 5 }))
}

/** A whole number in parts by weight: rounded down, and the largest remainders get one more. */
const divide = (whole: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const exact = weights.map((weight) => (whole * weight) / sum)
  const left = whole - exact.reduce((total, part) => total + Math.floor(part), 0)
  const ranks = exact.map((part, k) => ({ k, rest: part - Math.floor(part) })).sort((a, b) => b.rest - a.rest)
  const lucky = new Set(ranks.slice(0, left).map(({ k }) => k))
  return exact.map((part, k) => Math.floor(part) + (lucky.has(k) ? 1 : 0))
}

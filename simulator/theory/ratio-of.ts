import type { Interval } from '../statistics.ts'

/** What one day adds to a figure: the sum over its people, and how many they are. */
export type DaySum = { sum: number; count: number }

/** Two-sided 95 % of the normal law; the validations have days enough for it. */
const Z95 = 1.96

/**
 * A mean per person over independent days with its 95 % interval. Days differ in how many come, so it is a ratio, and its
 * spread is that of the days' deviations from it.
 */
export const ratioOf = (days: readonly DaySum[]): Interval => {
  const people = days.reduce((total, { count }) => total + count, 0)
  const mean = days.reduce((total, { sum }) => total + sum, 0) / people
  const squares = days.reduce((total, { sum, count }) => total + (sum - mean * count) ** 2, 0)
  const half = (Z95 * Math.sqrt((squares * days.length) / (days.length - 1))) / people
  return { mean, low: mean - half, high: mean + half }
}

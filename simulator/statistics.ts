/** The mean, null of nothing. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length

/** The value below which a share of the values lies, between two of them in proportion; null of nothing. */
export const quantile = (values: readonly number[], share: number): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place))
}

/** A mean with the ends of its 95 % interval. */
export type Interval = { mean: number; low: number; high: number }

const Z = 1.959964

/** The 97.5 % quantile of Student's t: exact to 0.1 % by its expansion in 1/n, and as tabled for one and two. */
export const studentT = (freedom: number): number => {
  if (freedom <= 2) return freedom === 2 ? 4.303 : 12.706
  const n = freedom
  const terms = [
    (Z ** 3 + Z) / 4,
    (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96,
    (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384,
    (79 * Z ** 9 + 776 * Z ** 7 + 1482 * Z ** 5 - 1920 * Z ** 3 - 945 * Z) / 92_160,
  ]
  return terms.reduce((t, term, k) => t + term / n ** (k + 1), Z)
}

/** Mean of some numbers with its 95 % interval by Student's t; null for fewer than two. */
export const intervalOf = (values: readonly number[]): Interval | null => {
  const centre = mean(values)
  if (centre === null || values.length < 2) return null
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
  const half = studentT(values.length - 1) * Math.sqrt(variance / values.length)
  return { mean: centre, low: centre - half, high: centre + half }
}

/** Evenly distributed in [0, 1). */
export type Chance = () => number

/**
 * A stream of chances that the seed fixes: mulberry32 (T. Ettinger, public domain), 32 bits of state, which is plenty for
 * the some ten thousand draws of one estimate. An estimate is made again from the journal, so chance must be, too.
 */
export const chanceOf = (seed: number): Chance => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A seed from a name and a number: FNV-1a over the characters of both. */
export const seedOf = (name: string, number: number): number => {
  let hash = 0x811c9dc5
  for (const text of [name, String(number)])
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

const [A1, A2, A3, A4, A5, A6] = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
] as const
const [B1, B2, B3, B4, B5] = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
] as const
const [C1, C2, C3, C4, C5, C6] = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const
const [D1, D2, D3, D4] = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416] as const

const tail = (share: number): number => {
  const q = Math.sqrt(-2 * Math.log(share))
  return (((((C1 * q + C2) * q + C3) * q + C4) * q + C5) * q + C6) / ((((D1 * q + D2) * q + D3) * q + D4) * q + 1)
}

/**
 * The standard normal quantile, by P. Acklam's rational approximation (relative error below 1.2e-9). `share` is kept
 * within [1e-12, 1 − 1e-12].
 */
export const normalQuantile = (share: number): number => {
  const p = Math.min(1 - 1e-12, Math.max(1e-12, share))
  if (p < 0.02425) return tail(p)
  if (p > 1 - 0.02425) return -tail(1 - p)
  const q = p - 0.5
  const r = q * q
  return (
    ((((((A1 * r + A2) * r + A3) * r + A4) * r + A5) * r + A6) * q) /
    (((((B1 * r + B2) * r + B3) * r + B4) * r + B5) * r + 1)
  )
}

/** The standard normal distribution function: Abramowitz and Stegun 26.2.17, absolute error below 7.5e-8. */
export const normalShare = (z: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const upper = 0.3989422804014327 * Math.exp((-z * z) / 2) * poly
  return z > 0 ? 1 - upper : upper
}

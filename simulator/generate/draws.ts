/** Chance with a name: the same seed and names give the same draws, whatever else is drawn. */
export type Draws = {
  /** Between `from` and `to`, `to` excluded. */
  uniform(from: number, to: number): number
  chance(probability: number): boolean
  /** The value of one row of `[value, probability]`; the last one takes what rounding leaves. */
  oneOf<T>(rows: readonly [first: readonly [T, number], ...more: (readonly [T, number])[]]): T
  normal(mean: number, sd: number): number
  exponential(mean: number): number
  /** Lognormal by its own mean and coefficient of variation; the mean itself when `cv` is 0. */
  lognormal(mean: number, cv: number): number
  gamma(shape: number): number
  /** Between 0 and 1. */
  beta(a: number, b: number): number
  poisson(mean: number): number
}

/**
 * A stream of its own for every name (`drawsOf(7, 3, 'counter', '2-1')`), so that one more counter, or one more draw for
 * somebody, shifts nobody else's. The generator is sfc32, seeded with a hash of the names.
 */
export const drawsOf = (...names: readonly (string | number)[]): Draws => {
  const next = sfc32(names.join('/'))
  const uniform = (from: number, to: number) => from + (to - from) * next()
  // 1 − u lies in (0, 1], where the logarithm is finite.
  const exponential = (mean: number) => -mean * Math.log(1 - next())
  const normal = (mean: number, sd: number) =>
    mean + sd * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - next()) ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal(0, 1)
      const v = (1 + c * x) ** 3
      if (v > 0 && Math.log(1 - next()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v
    }
  }
  return {
    uniform,
    exponential,
    normal,
    gamma,
    chance: (probability) => next() < probability,
    oneOf: ([first, ...more]) => {
      let [left, chosen] = [next() - first[1], first[0]]
      for (const [value, probability] of more) {
        if (left < 0) break
        left -= probability
        chosen = value
      }
      return chosen
    },
    lognormal: (mean, cv) => {
      const variance = Math.log(1 + cv * cv)
      return mean * Math.exp(normal(-variance / 2, Math.sqrt(variance)))
    },
    beta: (a, b) => {
      const [x, y] = [gamma(a), gamma(b)]
      return x / (x + y)
    },
    poisson: (mean) => {
      let count = 0
      for (let left = exponential(1); left < mean; left += exponential(1)) count++
      return count
    },
  }
}

/** Chris Doty-Humphrey's sfc32, in [0, 1). */
const sfc32 = (name: string): (() => number) => {
  let [a, b, c, count] = hash128(name)
  const next = (): number => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  // Names that differ in one bit begin alike; a dozen rounds later they have nothing in common.
  for (let round = 0; round < 12; round++) next()
  return next
}

/** Four words of a text, FNV-1a with four offsets. */
const hash128 = (text: string): [number, number, number, number] => {
  const hash = (offset: number): number => {
    let h = offset
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16_777_619)
    return h ^ (h >>> 15)
  }
  return [hash(-2_128_831_035), hash(-1_640_531_535), hash(668_265_263), 1]
}

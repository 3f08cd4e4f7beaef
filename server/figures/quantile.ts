/**
 * The q-quantile by nearest rank: of n values the ⌈q·n⌉-th smallest (the first for q = 0), so that it is always a value that
 * somebody had, and "9 of 10 waited at most so long" is true to the letter. `sorted` is ascending; null of none.
 */
export const quantile = (sorted: ArrayLike<number>, q: number): number | null =>
  sorted.length === 0 ? null : (sorted[Math.max(0, Math.ceil(q * sorted.length - 1e-9) - 1)] ?? null)

/** Numbers in ascending order, as a list of its own. */
export const ascending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort()

/** The same of values that are given by how often each occurs; null of none. */
export const quantileOf = (counts: ReadonlyMap<number, number>, q: number): number | null => {
  const n = [...counts.values()].reduce((sum, one) => sum + one, 0)
  let left = Math.max(1, Math.ceil(q * n - 1e-9))
  for (const [value, often] of [...counts].sort(([a], [b]) => a - b)) {
    left -= often
    if (left <= 0) return value
  }
  return null
}

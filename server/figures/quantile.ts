/**
 * The q-quantile by nearest rank: of n values the ⌈q·n⌉-th smallest (the first for q = 0), so that it is always a value that
 * somebody had, and "9 of 10 waited at most so long" is true to the letter. `sorted` is ascending; null of none.
 */
export const quantile = (sorted: ArrayLike<number>, q: number): number | null =>
  sorted.length === 0 ? null : (sorted[Math.max(0, Math.ceil(q * sorted.length - 1e-9) - 1)] ?? null)

/** Numbers in ascending order, as a list of its own. */
export const ascending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort()

/** What is still to come, in the order of time; of equal moments the one that was added first. */
export type Moments<T> = { add(at: number, what: T): void; next(): { at: number; what: T } | undefined; peek(): number }

type Entry<T> = { at: number; rank: number; what: T }

const before = <T>(a: Entry<T>, b: Entry<T>): boolean => a.at < b.at || (a.at === b.at && a.rank < b.rank)

/** An empty calendar of moments: a binary heap. `peek` is the next moment, infinity when nothing will happen any more. */
export const newMoments = <T>(): Moments<T> => {
  const heap: Entry<T>[] = []
  let ranks = 0
  const swap = (i: number, k: number): void => {
    const [a, b] = [heap[i], heap[k]]
    if (a === undefined || b === undefined) return
    heap[i] = b
    heap[k] = a
  }
  const isBefore = (i: number, k: number): boolean => {
    const [a, b] = [heap[i], heap[k]]
    return a !== undefined && b !== undefined && before(a, b)
  }
  return {
    add(at, what) {
      heap.push({ at, rank: ranks++, what })
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1
        if (!isBefore(i, parent)) break
        swap(i, parent)
        i = parent
      }
    },
    next() {
      const [first] = heap
      const last = heap.pop()
      if (heap.length === 0 || last === undefined) return first
      heap[0] = last
      for (let i = 0; ; ) {
        const [left, right] = [2 * i + 1, 2 * i + 2]
        const smaller = isBefore(right, left) ? right : left
        if (!isBefore(smaller, i)) break
        swap(i, smaller)
        i = smaller
      }
      return first
    },
    peek: () => heap[0]?.at ?? Number.POSITIVE_INFINITY,
  }
}

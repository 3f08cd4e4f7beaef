/** Rows that are written in one statement. */
const AT_ONCE = 2_000

/** Rows in lists that one statement can take. */
export async function* inSlices<T>(rows: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T[]> {
  let slice: T[] = []
  for await (const row of rows) {
    slice.push(row)
    if (slice.length < AT_ONCE) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}

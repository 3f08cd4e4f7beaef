/** Which way a column is sorted, in the words of `aria-sort`. */
export type Direction = 'ascending' | 'descending'

/** What a row is sorted by in a column; null: it has nothing there. */
export type SortKey = string | number | null

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'id', { numeric: true })

/**
 * Rows by a key of theirs. Those without one come last both ways: a column that is turned round must not begin with nothing. Rows
 * that are alike keep their order.
 */
export const chooseOrder = <Row>(rows: readonly Row[], keyOf: (row: Row) => SortKey, direction: Direction): Row[] =>
  rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
      return direction === 'ascending' ? compare(a.key, b.key) : compare(b.key, a.key)
    })
    .map(({ row }) => row)

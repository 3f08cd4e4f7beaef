import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { TEXTS } from '../texts.ts'
import { chooseOrder, type Direction, type SortKey } from './choose-order.ts'

/** A column that can be sorted by. `first`: which way at the first press, from the smallest unless it says so. */
export type SortColumn<Row> = {
  id: string
  head: string
  by: (row: Row) => SortKey
  cell: (row: Row) => ComponentChildren
  /** Its cells are figures, which stand to the right. */
  figure?: boolean
  first?: Direction
  /** Left out where the table is narrow. */
  wide?: boolean
}

/**
 * A table whose heads sort it, with the keyboard as well. The first column is the heading of its rows. `foot`: cells of a last row,
 * one for each column. `chosen`: the key of the row that is looked at.
 */
export function SortTable<Row>(props: {
  label: string
  columns: readonly SortColumn<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  start: { id: string; direction: Direction }
  empty: string
  lang: Lang
  chosen?: string | null
  foot?: readonly ComponentChildren[]
}) {
  const { label, columns, rows, keyOf, start, empty, lang, chosen = null, foot } = props
  const [order, setOrder] = useState(start)
  const sorted = columns.find(({ id }) => id === order.id)
  const shown = sorted === undefined ? rows : chooseOrder(rows, sorted.by, order.direction)
  const classOf = ({ figure, wide }: SortColumn<Row>): string | undefined =>
    [figure ? 'angka' : '', wide ? 'luas' : ''].filter((name) => name !== '').join(' ') || undefined
  const press = ({ id, first = 'ascending' }: SortColumn<Row>): void => {
    const other = order.direction === 'ascending' ? 'descending' : 'ascending'
    setOrder({ id, direction: order.id === id ? other : first })
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
    <section class="gulung urut" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => {
              const isSorted = column.id === order.id
              return (
                <th
                  key={column.id}
                  scope="col"
                  class={classOf(column)}
                  aria-sort={isSorted ? order.direction : undefined}
                >
                  <button
                    type="button"
                    class="urutkan"
                    title={fill(say(TEXTS.sortHint, lang), { kolom: column.head })}
                    onClick={() => press(column)}
                  >
                    {column.head}
                    <span class={isSorted ? `panah ${order.direction}` : 'panah'}>
                      {isSorted && <Icon name="bawah" />}
                    </span>
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const key = keyOf(row)
            return (
              <tr key={key} class={key === chosen ? 'dipilih' : undefined}>
                {columns.map((column, i) =>
                  i === 0 ? (
                    <th key={column.id} scope="row" class={classOf(column)}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} class={classOf(column)}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            )
          })}
        </tbody>
        {foot !== undefined && rows.length > 0 && (
          <tfoot>
            <tr>
              {columns.map((column, i) =>
                i === 0 ? (
                  <th key={column.id} scope="row" class={classOf(column)}>
                    {foot[i]}
                  </th>
                ) : (
                  <td key={column.id} class={classOf(column)}>
                    {foot[i]}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
      {rows.length === 0 && <p class="kosong">{empty}</p>}
    </section>
  )
}

import type { ComponentChildren } from 'preact'

/** A column: its heading, and whether its cells are figures, which stand to the right. */
export type Column = { head: ComponentChildren; figure?: boolean }

/**
 * A table of the desk: hairlines, figures to the right, the first cell of a row its heading. `label` names it for those who
 * cannot see it. `empty` is said where there are no rows.
 */
export function DataTable(props: {
  label: string
  columns: readonly Column[]
  rows: readonly { key: string; cells: readonly ComponentChildren[] }[]
  empty: string
}) {
  const { label, columns, rows, empty } = props
  if (rows.length === 0) return <p class="kosong">{empty}</p>
  const kind = (i: number) => (columns[i]?.figure ? 'angka' : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
    <section class="gulung" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col" class={kind(i)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, i) =>
                i === 0 ? (
                  <th key={i} scope="row" class={kind(i)}>
                    {cell}
                  </th>
                ) : (
                  <td key={i} class={kind(i)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

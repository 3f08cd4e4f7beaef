import { useState } from 'preact/hooks'
import type { CellShape, FileColumn } from '../../protocol/desk/bookings.ts'
import { AgendaColumn, type AgendaColumns } from '../../protocol/office-rules.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { BOOKINGS, COLUMNS } from './texts.ts'

const NEEDED: readonly AgendaColumn[] = ['code', 'day', 'window', 'service']

const shapeText = ({ kind, length }: CellShape, lang: Lang): string => {
  const words = {
    empty: BOOKINGS.shapeEmpty,
    date: BOOKINGS.shapeDate,
    clock: BOOKINGS.shapeClock,
    digits: BOOKINGS.shapeDigits,
    text: BOOKINGS.shapeText,
  }[kind]
  return fill(say(words, lang), { n: length })
}

/** Asks once which heading of a file is which column. A column without a heading cannot be remembered, so it is not asked about. */
export function ColumnsCard(props: {
  columns: readonly FileColumn[]
  lang: Lang
  busy: boolean
  onSay: (columns: AgendaColumns) => void
  onDrop: () => void
}) {
  const { columns, lang, busy, onSay, onDrop } = props
  const [said, setSaid] = useState<readonly (AgendaColumn | null)[]>(columns.map(({ column }) => column))
  const missing = NEEDED.filter((column) => !said.includes(column))
  const submit = (): void =>
    onSay(
      Object.fromEntries(
        columns.flatMap(({ heading }, i) => {
          const column = said[i]
          return heading === null || column === null || column === undefined ? [] : [[column, heading]]
        }),
      ),
    )
  return (
    <Card id="kolom" head={say(BOOKINGS.columnsHead, lang)}>
      <p>{say(BOOKINGS.columnsSub, lang)}</p>
      <div class="formulir">
        <DataTable
          label={say(BOOKINGS.columnsHead, lang)}
          columns={[BOOKINGS.headingOf, BOOKINGS.looks, BOOKINGS.means].map((words) => ({ head: say(words, lang) }))}
          rows={columns.map(({ heading, shapes }, i) => {
            const name = heading ?? fill(say(BOOKINGS.noHeading, lang), { n: i + 1 })
            return {
              key: String(i),
              cells: [
                name,
                [...new Set(shapes.map((shape) => shapeText(shape, lang)))].join(', '),
                <select
                  key="s"
                  aria-label={`${say(BOOKINGS.means, lang)}: ${name}`}
                  disabled={heading === null}
                  value={said[i] ?? ''}
                  onChange={(event) => {
                    const column = AgendaColumn.safeParse(event.currentTarget.value).data ?? null
                    setSaid((now) => now.map((each, k) => (k === i ? column : each === column ? null : each)))
                  }}
                >
                  <option value="">{say(BOOKINGS.notUsed, lang)}</option>
                  {AgendaColumn.options.map((column) => (
                    <option key={column} value={column}>
                      {say(COLUMNS[column], lang)}
                    </option>
                  ))}
                </select>,
              ],
            }
          })}
          empty=""
        />
        {missing.length > 0 && (
          <p>
            {fill(say(BOOKINGS.columnsMissing, lang), {
              kolom: missing.map((column) => say(COLUMNS[column], lang)).join(', '),
            })}
          </p>
        )}
        <p class="tindakan">
          <button type="button" class="tombol utama" disabled={busy || missing.length > 0} onClick={submit}>
            {say(BOOKINGS.remember, lang)}
          </button>
          <button type="button" class="tombol" onClick={onDrop}>
            {say(BOOKINGS.drop, lang)}
          </button>
        </p>
      </div>
    </Card>
  )
}

import type { ComponentChildren } from 'preact'
import type { FigureTable } from '../../protocol/desk/figures.ts'
import type { LaneFace } from '../../protocol/faces.ts'
import { Card } from '../desk/Card.tsx'
import { DataTable } from '../desk/DataTable.tsx'
import { LaneBadge } from '../parts/LaneBadge.tsx'
import { type Lang, say } from '../texts.ts'
import { cellText } from './numbers.ts'
import { FIGURES } from './texts.ts'

/** What stands in a table beside its cells: the lane of its k-th row where it is one, and what is under its rows. */
export type TableExtras = {
  laneOf?: ((id: string, k: number) => LaneFace | undefined) | undefined
  foot?: ((table: FigureTable) => ComponentChildren) | undefined
}

function OneTable({ table, lang, laneOf, foot }: { table: FigureTable; lang: Lang } & TableExtras) {
  const { id, name, about, columns, rows } = table
  return (
    <Card id={`tabel-${id}`} head={say(name, lang)} aside={say(about, lang)} wide>
      <DataTable
        label={say(name, lang)}
        columns={columns.map((column) => ({ head: say(column.name, lang), figure: column.unit !== 'text' }))}
        rows={rows.map((row, k) => {
          const lane = laneOf?.(id, k)
          return {
            key: String(k),
            cells: row.map((cell, i) =>
              i === 0 && lane !== undefined ? (
                <span class="nama-jalur">
                  <LaneBadge lane={lane} />
                  {say(lane.name, lang)}
                </span>
              ) : (
                cellText(cell, columns[i]?.unit ?? 'text', lang)
              ),
            ),
          }
        })}
        empty={say(FIGURES.nothing, lang)}
      />
      {rows.length > 0 && foot?.(table)}
    </Card>
  )
}

/** Tables of figures, one below the other. */
export function FigureTables({
  tables,
  lang,
  laneOf,
  foot,
}: { tables: readonly FigureTable[]; lang: Lang } & TableExtras) {
  return (
    <>
      {tables.map((table) => (
        <OneTable key={table.id} {...{ table, lang, laneOf, foot }} />
      ))}
    </>
  )
}

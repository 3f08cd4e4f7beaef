import type { Figures, FiguresPage, FigureTable } from '../../protocol/desk/figures.ts'
import { LaneBadge } from '../../ui/parts/LaneBadge.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import { Card } from '../parts/Card.tsx'
import { DataTable } from '../parts/DataTable.tsx'
import { Downloads } from '../parts/Downloads.tsx'
import { cellText } from './numbers.ts'
import { FIGURES } from './texts.ts'

/** The address of an export of these figures, but for format and language; without a table that of all of them. */
export const exportPath = ({ from, until }: Figures, table?: string): string =>
  `/api/desk/figures/export?from=${from}&until=${until}${table === undefined ? '' : `&table=${table}`}`

function OneTable({ table, page, lang, plain }: { table: FigureTable; page: FiguresPage; lang: Lang; plain: boolean }) {
  const { id, name, about, columns, rows } = table
  const laneOf = (k: number) =>
    page.lanes.find(({ letter }) => id === 'lanes' && letter === page.figures.byLane[k]?.key)
  return (
    <Card id={`tabel-${id}`} head={say(name, lang)} aside={say(about, lang)} wide>
      <DataTable
        label={say(name, lang)}
        columns={columns.map((column) => ({ head: say(column.name, lang), figure: column.unit !== 'text' }))}
        rows={rows.map((row, k) => {
          const lane = laneOf(k)
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
      {!plain && rows.length > 0 && (
        <p class="unduhan">
          <Downloads path={exportPath(page.figures, id)} lang={lang} of={say(name, lang)} />
        </p>
      )}
    </Card>
  )
}

/** Tables of the figures, one below the other; `plain` without downloads, as on paper. */
export function FigureTables(props: {
  page: FiguresPage
  lang: Lang
  plain?: boolean
  only?: (id: string) => boolean
}) {
  const { page, lang, plain = false, only = () => true } = props
  return (
    <>
      {page.tables
        .filter(({ id }) => only(id))
        .map((table) => (
          <OneTable key={table.id} table={table} page={page} lang={lang} plain={plain} />
        ))}
    </>
  )
}

import type { Figures, FiguresPage } from '../../protocol/desk/figures.ts'
import { FigureTables as Tables } from '../../ui/figures/FigureTables.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import { Downloads } from '../parts/Downloads.tsx'

/** The address of an export of these figures, but for format and language; without a table that of all of them. */
export const exportPath = ({ from, until }: Figures, table?: string): string =>
  `/api/desk/figures/export?from=${from}&until=${until}${table === undefined ? '' : `&table=${table}`}`

/** Tables of the figures, one below the other; `plain` without downloads, as on paper. */
export function FigureTables(props: {
  page: FiguresPage
  lang: Lang
  plain?: boolean
  only?: (id: string) => boolean
}) {
  const { page, lang, plain = false, only = () => true } = props
  return (
    <Tables
      tables={page.tables.filter(({ id }) => only(id))}
      lang={lang}
      laneOf={(id, k) => page.lanes.find(({ letter }) => id === 'lanes' && letter === page.figures.byLane[k]?.key)}
      foot={
        plain
          ? undefined
          : ({ id, name }) => (
              <p class="unduhan">
                <Downloads path={exportPath(page.figures, id)} lang={lang} of={say(name, lang)} />
              </p>
            )
      }
    />
  )
}

import type { FiguresPage } from '../../protocol/desk/figures.ts'
import { Overview } from '../../ui/figures/Overview.tsx'
import { FIGURES } from '../../ui/figures/texts.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'

/** The figures at the head of an office's page; the chart names the regular lane whose waits it shows. */
export function PageOverview({ page, lang }: { page: FiguresPage; lang: Lang }) {
  const { figures, lanes, limitMin } = page
  const regular = lanes.filter(({ letter }) => figures.byLane.some(({ key }) => key === letter)).slice(0, 1)
  const about = fill(say(FIGURES.waitsChartAside, lang), { jalur: regular.map(({ name }) => name[lang]).join(', ') })
  return <Overview {...{ figures, limitMin, about, lang }} />
}

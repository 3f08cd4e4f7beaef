import type { FiguresPage } from '../../protocol/desk/figures.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { Card } from '../parts/Card.tsx'
import { chooseHeadlines } from './choose-headlines.ts'
import { KeptChart } from './KeptChart.tsx'
import { FIGURES } from './texts.ts'
import { WaitsChart } from './WaitsChart.tsx'

/** The five figures and the two charts that say at a glance whether the promise was kept. */
export function Overview({ page, lang }: { page: FiguresPage; lang: Lang }) {
  const { figures, lanes, limitMin } = page
  const regular = lanes.filter(({ letter }) => figures.byLane.some(({ key }) => key === letter)).slice(0, 1)
  const nothing = <p class="kosong">{say(FIGURES.nothing, lang)}</p>
  return (
    <>
      <dl class="pokok">
        {chooseHeadlines(figures, lang).map(({ name, value, unit, about, before }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>
                {value}
                <small>&nbsp;{unit}</small>
              </b>
              <span>{about}</span>
              <span>{before}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div class="dua-grafik">
        <Card
          id="tunggu"
          head={say(FIGURES.waitsChart, lang)}
          aside={fill(say(FIGURES.waitsChartAside, lang), { jalur: regular.map(({ name }) => name[lang]).join(', ') })}
        >
          {figures.punctualByHour.length === 0 ? (
            nothing
          ) : (
            <WaitsChart rows={figures.punctualByHour} limitMin={limitMin} lang={lang} />
          )}
        </Card>
        <Card id="janji" head={say(FIGURES.keptChart, lang)} aside={say(FIGURES.keptChartAside, lang)}>
          {figures.keptByWindow.length === 0 ? nothing : <KeptChart rows={figures.keptByWindow} lang={lang} />}
        </Card>
      </div>
    </>
  )
}

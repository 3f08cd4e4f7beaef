import type { Figures } from '../../protocol/desk/figures.ts'
import { Card } from '../desk/Card.tsx'
import { type Lang, say } from '../texts.ts'
import { chooseHeadlines } from './choose-headlines.ts'
import { KeptChart } from './KeptChart.tsx'
import { FIGURES } from './texts.ts'
import { WaitsChart } from './WaitsChart.tsx'

/**
 * The five figures and the two charts that say at a glance whether the promise was kept. `limitMin`: the service standard that
 * the chart draws; `about`: whose waits it shows, in a few words.
 */
export function Overview(props: { figures: Figures; limitMin: number; about: string; lang: Lang }) {
  const { figures, limitMin, about, lang } = props
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
        <Card id="tunggu" head={say(FIGURES.waitsChart, lang)} aside={about}>
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

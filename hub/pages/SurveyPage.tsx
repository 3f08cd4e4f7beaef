import { useState } from 'preact/hooks'
import type { HubSurvey } from '../../protocol/hub/board.ts'
import { Band } from '../../protocol/survey-results.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { Head } from '../../ui/desk/Head.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { chooseSpan, type SpanName } from '../../ui/results/choose-span.ts'
import { ElementsChart } from '../../ui/results/ElementsChart.tsx'
import { ElementsTable } from '../../ui/results/ElementsTable.tsx'
import { figure, spanText } from '../../ui/results/figures.ts'
import { MonthsPicker } from '../../ui/results/MonthsPicker.tsx'
import { BAND_WORDS, RESULTS } from '../../ui/results/results-texts.ts'
import { IkmTile, Tile } from '../../ui/results/Tile.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import type { PageProps } from '../page.ts'
import { Loading } from '../parts/Loading.tsx'
import { ScopePicker } from '../parts/ScopePicker.tsx'
import { type SortColumn, SortTable } from '../parts/SortTable.tsx'
import { TEXTS } from '../texts.ts'
import { PAGE } from './page-texts.ts'
import { scopeOf, scopeQuery, scopeText } from './scope.ts'
import { todayOf } from './use-span.ts'

type Line = HubSurvey['offices'][number]

const bandText = (band: Band | null, lang: Lang): string => (band === null ? '–' : say(BAND_WORDS[band], lang))

/** What the scope comes to: the index with its band, answers, the offices in each band, the highest and the lowest. */
function Tiles({ survey, lang }: { survey: HubSurvey; lang: Lang }) {
  const { ikm, band, n, offices } = survey
  const known = offices.flatMap((line) => (line.ikm === null ? [] : [{ ...line, ikm: line.ikm }]))
  known.sort((a, b) => b.ikm - a.ikm)
  const end = (words: (typeof PAGE)['best'], line: (typeof known)[number] | undefined) => (
    <Tile
      head={say(words, lang)}
      value={figure(line?.ikm ?? null, lang, 2)}
      note={line?.name ?? say(PAGE.noBand, lang)}
    />
  )
  const about = fill(say(PAGE.compareAbout, lang), { rentang: spanText(survey, lang), n: offices.length })
  return (
    <dl class="petak-petak">
      <IkmTile ikm={ikm} band={band} lang={lang} />
      <Tile head={say(RESULTS.answers, lang)} value={figure(n, lang)} note={about} />
      {offices.length > 1 && (
        <>
          <div>
            <dt>{say(PAGE.bands, lang)}</dt>
            <dd>
              <ul class="mutu">
                {Band.options.map((one) => (
                  <li key={one}>
                    <b>{offices.filter((line) => line.band === one).length}</b> {say(BAND_WORDS[one], lang)}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
          {end(PAGE.best, known[0])}
          {end(PAGE.worst, known.at(-1))}
        </>
      )}
    </dl>
  )
}

const columnsOf = (lang: Lang): SortColumn<Line>[] => [
  { id: 'name', head: say(TEXTS.office, lang), by: ({ name }) => name, cell: ({ name }) => name },
  {
    ...{ id: 'n', head: say(RESULTS.answers, lang), by: ({ n }) => n, cell: ({ n }) => figure(n, lang) },
    ...{ figure: true, first: 'descending' },
  },
  {
    ...{ id: 'ikm', head: say(RESULTS.ikm, lang), by: ({ ikm }) => ikm, cell: ({ ikm }) => figure(ikm, lang, 2) },
    figure: true,
  },
  {
    ...{ id: 'band', head: say(RESULTS.band, lang), by: ({ band }) => band, cell: ({ band }) => bandText(band, lang) },
    first: 'descending',
  },
]

/** The satisfaction survey of an office, a region or all of them in whole months. */
export function SurveyPage({ api, board, lang, query, onQuery }: PageProps) {
  const [name, setName] = useState<SpanName>('half')
  const [back, setBack] = useState(0)
  const span = chooseSpan(name, todayOf(board), back)
  const scope = scopeOf(query, board)
  const wanted = `from=${span.from}&until=${span.until}${scopeQuery(scope)}`
  const loaded = useAsked(() => api.survey(wanted), wanted)
  const survey = loaded.value
  const about = fill(say(PAGE.surveyAbout, lang), {
    ...{ rentang: spanText(span, lang), n: figure(survey?.n ?? null, lang) },
  })
  return (
    <>
      <Head name={say(PAGE.surveyHead, lang)} about={about}>
        <ScopePicker {...{ board, scope, lang }} onChoose={(next) => onQuery({ ...next })} />
        <MonthsPicker
          {...{ name, back, lang }}
          onChoose={(nextName, nextBack) => {
            setName(nextName)
            setBack(nextBack)
          }}
        />
      </Head>
      <Loading loaded={loaded} lang={lang} />
      {survey !== null && (
        <>
          <h2 class="judul-cakupan">{scopeText(scope, board, lang)}</h2>
          <Tiles survey={survey} lang={lang} />
          {survey.n === 0 && <p class="kosong">{say(PAGE.surveyEmpty, lang)}</p>}
          <div class="dua-bagan">
            <div class="kolom">
              <Card id="bagan-unsur" head={say(RESULTS.perElement, lang)} aside={say(RESULTS.scale, lang)}>
                <ElementsChart elements={survey.elements} lowest={survey.lowest} lang={lang} />
              </Card>
              <Card id="unsur" head={say(RESULTS.tableElements, lang)}>
                <ElementsTable elements={survey.elements} lang={lang} />
              </Card>
            </div>
            <Card id="kantor" head={say(PAGE.byOffice, lang)} aside={say(PAGE.byOfficeAside, lang)} wide>
              <SortTable
                label={say(PAGE.byOffice, lang)}
                columns={columnsOf(lang)}
                rows={survey.offices}
                keyOf={({ office }) => office}
                start={{ id: 'ikm', direction: 'ascending' }}
                empty={say(PAGE.surveyEmpty, lang)}
                lang={lang}
              />
            </Card>
          </div>
        </>
      )}
    </>
  )
}

import { useState } from 'preact/hooks'
import type { SurveySheet } from '../../protocol/desk/survey.ts'
import { SurveyResults } from '../../protocol/survey-results.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { Head } from '../../ui/desk/Head.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { chooseSpan, type SpanName } from '../../ui/results/choose-span.ts'
import { ElementsChart } from '../../ui/results/ElementsChart.tsx'
import { ElementsTable } from '../../ui/results/ElementsTable.tsx'
import { figure, monthText, spanText } from '../../ui/results/figures.ts'
import { MonthsPicker } from '../../ui/results/MonthsPicker.tsx'
import { BAND_WORDS, RESULTS } from '../../ui/results/results-texts.ts'
import { fill, say } from '../../ui/texts.ts'
import type { PageProps } from '../page.ts'
import { Downloads } from '../parts/Downloads.tsx'
import { Loading } from '../parts/Loading.tsx'
import '../../ui/results/results.css'
import { CHANNEL_WORDS, SURVEY } from './survey-texts.ts'
import { Tiles } from './Tiles.tsx'
import { TrendChart } from './TrendChart.tsx'

/** The satisfaction survey: what it comes to, whether there are enough answers, and where to do better first. */
export function SurveyPage({ api, overview, lang }: PageProps) {
  const [name, setName] = useState<SpanName>('half')
  const [back, setBack] = useState(0)
  const { day } = overview
  const span = chooseSpan(name, day, back)
  const query = `from=${span.from}&until=${span.until}`
  const loaded = useAsked(() => api.get(`/survey?${query}`, SurveyResults), query)
  const results = loaded.value
  const exportOf = (sheet: SurveySheet, of: string) => (
    <Downloads path={`/api/desk/survey/export?${query}&sheet=${sheet}`} lang={lang} of={of} />
  )
  const index = [
    { head: say(RESULTS.answers, lang), figure: true },
    { head: say(RESULTS.ikm, lang), figure: true },
    { head: say(RESULTS.band, lang) },
  ]
  const bandText = (band: SurveyResults['band']): string => (band === null ? '–' : say(BAND_WORDS[band], lang))
  const about = fill(say(SURVEY.about, lang), { rentang: spanText(span, lang), n: figure(results?.n ?? null, lang) })
  return (
    <>
      <Head name={say(SURVEY.head, lang)} about={about}>
        <MonthsPicker
          {...{ name, back, lang }}
          onChoose={(nextName, nextBack) => {
            setName(nextName)
            setBack(nextBack)
          }}
        />
      </Head>
      <Loading loaded={loaded} lang={lang} />
      {results !== null && (
        <>
          <Tiles results={results} lang={lang} />
          {results.n === 0 && <p class="kosong">{say(SURVEY.empty, lang)}</p>}
          <div class="dua-bagan">
            <Card id="bagan-unsur" head={say(RESULTS.perElement, lang)} aside={say(RESULTS.scale, lang)}>
              <ElementsChart elements={results.elements} lowest={results.lowest} lang={lang} />
            </Card>
            <Card id="bagan-bulan" head={say(SURVEY.trend, lang)} aside={say(SURVEY.trendKey, lang)}>
              <TrendChart results={results} lang={lang} />
            </Card>
          </div>
          <Card
            id="unsur"
            head={say(RESULTS.tableElements, lang)}
            aside={exportOf('elements', say(RESULTS.tableElements, lang))}
          >
            <ElementsTable elements={results.elements} lang={lang} />
          </Card>
          <div class="dua-bagan">
            <Card
              id="bulan"
              head={say(SURVEY.tableMonths, lang)}
              aside={exportOf('months', say(SURVEY.tableMonths, lang))}
            >
              <DataTable
                label={say(SURVEY.tableMonths, lang)}
                empty=""
                columns={[{ head: say(SURVEY.month, lang) }, ...index]}
                rows={results.months.map(({ month, n, ikm, band }) => ({
                  key: month,
                  cells: [monthText(month, lang), figure(n, lang), figure(ikm, lang, 2), bandText(band)],
                }))}
              />
            </Card>
            <div class="kolom">
              <Card
                id="tempat"
                head={say(SURVEY.tableChannels, lang)}
                aside={exportOf('channels', say(SURVEY.tableChannels, lang))}
              >
                <DataTable
                  label={say(SURVEY.tableChannels, lang)}
                  empty={say(results.channels === null ? SURVEY.tooFew : SURVEY.empty, lang)}
                  columns={[{ head: say(SURVEY.channel, lang) }, ...index]}
                  rows={(results.channels ?? []).map(({ channel, n, ikm, band }) => ({
                    key: channel,
                    cells: [say(CHANNEL_WORDS[channel], lang), figure(n, lang), figure(ikm, lang, 2), bandText(band)],
                  }))}
                />
              </Card>
              <Card
                id="responden"
                head={say(SURVEY.respondents, lang)}
                aside={exportOf('respondents', say(SURVEY.respondents, lang))}
              >
                <p>{say(SURVEY.respondentsBody, lang)}</p>
              </Card>
            </div>
          </div>
        </>
      )}
    </>
  )
}

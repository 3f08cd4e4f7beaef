import { useState } from 'preact/hooks'
import type { SurveySheet } from '../../protocol/desk/survey.ts'
import { QUESTIONS } from '../../protocol/survey-questions.ts'
import { SurveyResults } from '../../protocol/survey-results.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import type { PageProps } from '../page.ts'
import { Card } from '../parts/Card.tsx'
import { DataTable } from '../parts/DataTable.tsx'
import { Downloads } from '../parts/Downloads.tsx'
import { Head } from '../parts/Head.tsx'
import { Loading } from '../parts/Loading.tsx'
import { useAsked } from '../use-asked.ts'
import { chooseSpan, SPANS, type SpanName } from './choose-span.ts'
import { ElementsChart } from './ElementsChart.tsx'
import { figure, monthText, spanText } from './figures.ts'
import './survey.css'
import { BAND_WORDS, CHANNEL_WORDS, SPAN_WORDS, SURVEY } from './survey-texts.ts'
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
    { head: say(SURVEY.answers, lang), figure: true },
    { head: say(SURVEY.ikm, lang), figure: true },
    { head: say(SURVEY.band, lang) },
  ]
  const bandText = (band: SurveyResults['band']): string => (band === null ? '–' : say(BAND_WORDS[band], lang))
  const about = fill(say(SURVEY.about, lang), { rentang: spanText(span, lang), n: figure(results?.n ?? null, lang) })
  return (
    <>
      <Head name={say(SURVEY.head, lang)} about={about}>
        <fieldset class="pilah">
          <legend class="sembunyi">{say(SURVEY.span, lang)}</legend>
          {SPANS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === name}
              onClick={() => {
                setName(one)
                setBack(0)
              }}
            >
              {say(SPAN_WORDS[one], lang)}
            </button>
          ))}
        </fieldset>
        <button type="button" class="tombol" onClick={() => setBack(back + 1)}>
          <Icon name="kiri" />
          {say(SURVEY.earlier, lang)}
        </button>
        <button type="button" class="tombol" disabled={back === 0} onClick={() => setBack(back - 1)}>
          {say(SURVEY.later, lang)}
          <Icon name="kanan" />
        </button>
      </Head>
      <Loading loaded={loaded} lang={lang} />
      {results !== null && (
        <>
          <Tiles results={results} lang={lang} />
          {results.n === 0 && <p class="kosong">{say(SURVEY.empty, lang)}</p>}
          <div class="dua-bagan">
            <Card id="bagan-unsur" head={say(SURVEY.perElement, lang)} aside={say(SURVEY.scale, lang)}>
              <ElementsChart results={results} lang={lang} />
            </Card>
            <Card id="bagan-bulan" head={say(SURVEY.trend, lang)} aside={say(SURVEY.trendKey, lang)}>
              <TrendChart results={results} lang={lang} />
            </Card>
          </div>
          <Card
            id="unsur"
            head={say(SURVEY.tableElements, lang)}
            aside={exportOf('elements', say(SURVEY.tableElements, lang))}
          >
            <DataTable
              label={say(SURVEY.tableElements, lang)}
              empty=""
              columns={[
                { head: say(SURVEY.element, lang) },
                { head: say(SURVEY.answers, lang), figure: true },
                { head: say(SURVEY.mean, lang), figure: true },
                { head: say(SURVEY.band, lang) },
              ]}
              rows={results.elements.map(({ element, n, mean, band }, i) => ({
                key: element,
                cells: [
                  `U${i + 1} ${say(QUESTIONS[element].name, lang)}`,
                  figure(n, lang),
                  figure(mean, lang, 2),
                  bandText(band),
                ],
              }))}
            />
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

import { QUESTIONS } from '../../protocol/survey-questions.ts'
import type { SurveyResults } from '../../protocol/survey-results.ts'
import { figure } from '../../ui/results/figures.ts'
import { RESULTS } from '../../ui/results/results-texts.ts'
import { IkmTile, Tile } from '../../ui/results/Tile.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { SURVEY } from './survey-texts.ts'

/** What the survey comes to, in five figures, each with what it is measured against. */
export function Tiles({ results, lang }: { results: SurveyResults; lang: Lang }) {
  const { ikm, band, n, population, sample, reached, invitations, lowest, alsoAsLow } = results
  const nameOf = (element: (typeof lowest)[number]): string => say(QUESTIONS[element].name, lang)
  const { invited, answered, declined, expired, open } = invitations
  const became = fill(say(SURVEY.became, lang), {
    ya: figure(answered, lang),
    tidak: figure(declined, lang),
    diam: figure(expired, lang),
  })
  const openNow = open > 0 ? `; ${fill(say(SURVEY.openNow, lang), { n: open })}` : ''
  const short = fill(say(SURVEY.missing, lang), { n: figure(Math.max(0, sample - n), lang) })
  return (
    <dl class="petak-petak">
      <IkmTile ikm={ikm} band={band} lang={lang} />
      <Tile
        head={say(RESULTS.answers, lang)}
        value={figure(n, lang)}
        note={fill(say(SURVEY.answersOf, lang), { n: figure(population, lang) })}
      />
      <Tile
        head={say(SURVEY.sample, lang)}
        value={figure(sample, lang)}
        note={reached ? say(SURVEY.reached, lang) : short}
      />
      <Tile head={say(SURVEY.invited, lang)} value={figure(invited, lang)} note={`${became}${openNow}`} />
      <div>
        <dt>{say(SURVEY.lowest, lang)}</dt>
        <dd>
          {lowest.length === 0 ? (
            <span>{say(SURVEY.noLowest, lang)}</span>
          ) : (
            <ol>
              {lowest.map((element) => (
                <li key={element}>{nameOf(element)}</li>
              ))}
            </ol>
          )}
          {alsoAsLow.length > 0 && (
            <span>{fill(say(SURVEY.alsoAsLow, lang), { unsur: alsoAsLow.map(nameOf).join(', ') })}</span>
          )}
        </dd>
      </div>
    </dl>
  )
}

import { QUESTIONS } from '../../protocol/survey-questions.ts'
import type { ElementResult } from '../../protocol/survey-results.ts'
import { DataTable } from '../desk/DataTable.tsx'
import { type Lang, say } from '../texts.ts'
import { figure } from './figures.ts'
import { BAND_WORDS, RESULTS } from './results-texts.ts'

/** The nine elements with their answers, mean and band, in the regulation's order. */
export function ElementsTable({ elements, lang }: { elements: readonly ElementResult[]; lang: Lang }) {
  return (
    <DataTable
      label={say(RESULTS.tableElements, lang)}
      empty=""
      columns={[
        { head: say(RESULTS.element, lang) },
        { head: say(RESULTS.answers, lang), figure: true },
        { head: say(RESULTS.mean, lang), figure: true },
        { head: say(RESULTS.band, lang) },
      ]}
      rows={elements.map(({ element, n, mean, band }, i) => ({
        key: element,
        cells: [
          `U${i + 1} ${say(QUESTIONS[element].name, lang)}`,
          figure(n, lang),
          figure(mean, lang, 2),
          band === null ? '–' : say(BAND_WORDS[band], lang),
        ],
      }))}
    />
  )
}

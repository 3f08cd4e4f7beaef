import type { SurveyElement } from '../../protocol/survey.ts'
import { QUESTIONS } from '../../protocol/survey-questions.ts'
import type { ElementResult } from '../../protocol/survey-results.ts'
import { fill, type Lang, say } from '../texts.ts'
import { figure } from './figures.ts'
import { RESULTS } from './results-texts.ts'

const ROW = 34
const LEFT = 180
const WIDTH = 270
const BEST = 4

/** A bar for each element from zero to four, its mean at the end; the `lowest` are hatched and say so. */
export function ElementsChart(props: {
  elements: readonly ElementResult[]
  lowest: readonly SurveyElement[]
  lang: Lang
}) {
  const { elements, lowest, lang } = props
  const rows = elements.map((row) => ({ ...row, name: say(QUESTIONS[row.element].name, lang) }))
  const told = rows.map(({ name, mean }) => `${name} ${figure(mean, lang, 2)}`).join(', ')
  return (
    <svg
      class="bagan"
      viewBox={`0 0 580 ${rows.length * ROW + 8}`}
      role="img"
      aria-label={fill(say(RESULTS.elementsChart, lang), { isi: told })}
    >
      <defs>
        <pattern id="arsir-unsur" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="dasar" width="7" height="7" />
          <line y2="7" />
        </pattern>
      </defs>
      {rows.map(({ element, name, mean }, i) => {
        const y = i * ROW + 4
        const width = ((mean ?? 0) / BEST) * WIDTH
        const isLow = lowest.includes(element)
        return (
          <g key={element}>
            <text x={LEFT - 10} y={y + 18} class="nama">
              {name}
            </text>
            <line class="skala" x1={LEFT + WIDTH} x2={LEFT + WIDTH} y1={y} y2={y + 24} />
            <rect class={isLow ? 'balok rendah' : 'balok'} x={LEFT} y={y} width={width} height="24" />
            <text x={LEFT + WIDTH + 8} y={y + 18} class="nilai-bagan">
              {figure(mean, lang, 2)}
              {isLow ? ` ${say(RESULTS.low, lang)}` : ''}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

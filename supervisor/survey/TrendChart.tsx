import type { SurveyResults } from '../../protocol/survey-results.ts'
import { figure, monthText } from '../../ui/results/figures.ts'
import { RESULTS } from '../../ui/results/results-texts.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { SURVEY } from './survey-texts.ts'

const [LEFT, RIGHT, TOP, BOTTOM] = [34, 540, 16, 250]
/** Where a better band begins (PermenPANRB 14/2017). */
const BANDS = [
  { from: 65, name: 'C' },
  { from: 76.61, name: 'B' },
  { from: 88.31, name: 'A' },
]
/** A label for each month fits up to here; a longer trend names every second, third … */
const MOST_LABELS = 6

const yOf = (ikm: number): number => BOTTOM - (ikm / 100) * (BOTTOM - TOP)

/** A dot for the IKM of each month that has one, from zero to a hundred, with the borders of the bands. */
export function TrendChart({ results, lang }: { results: SurveyResults; lang: Lang }) {
  const { months } = results
  const xOf = (i: number): number =>
    months.length === 1 ? (LEFT + RIGHT) / 2 : LEFT + 24 + (i / (months.length - 1)) * (RIGHT - LEFT - 60)
  const every = Math.ceil(months.length / MOST_LABELS)
  const dots = months.flatMap(({ month, ikm }, i) => (ikm === null ? [] : [{ month, ikm, x: xOf(i), y: yOf(ikm) }]))
  const told = dots.map(({ month, ikm }) => `${monthText(month, lang)} ${figure(ikm, lang, 2)}`).join(', ')
  return (
    <svg
      class="bagan"
      viewBox="0 0 580 300"
      role="img"
      aria-label={fill(say(SURVEY.trendChart, lang), { isi: told === '' ? say(RESULTS.noIkm, lang) : told })}
    >
      {[0, 25, 50, 75, 100].map((value) => (
        <g key={value}>
          <line class="skala" x1={LEFT} x2={RIGHT} y1={yOf(value)} y2={yOf(value)} />
          <text class="nama" x={LEFT - 6} y={yOf(value) + 5}>
            {value}
          </text>
        </g>
      ))}
      {BANDS.map(({ from, name }) => (
        <g key={name}>
          <line class="batas" x1={LEFT} x2={RIGHT} y1={yOf(from)} y2={yOf(from)} />
          <text class="nilai-bagan" x={RIGHT + 8} y={yOf(from) + 2}>
            {name}
          </text>
        </g>
      ))}
      <polyline class="jalan" points={dots.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {dots.map(({ month, ikm, x, y }) => (
        <g key={month}>
          <circle class="titik" cx={x} cy={y} r="6" />
          <text class="nilai-bagan tengah" x={x} y={y + 24}>
            {figure(ikm, lang, 1)}
          </text>
        </g>
      ))}
      {months.map(
        ({ month }, i) =>
          i % every === 0 && (
            <text key={month} class="tengah" x={xOf(i)} y={BOTTOM + 24}>
              {monthText(month, lang).slice(0, 3)} {month.slice(2, 4)}
            </text>
          ),
      )}
    </svg>
  )
}

import type { WaitsOf } from '../../protocol/desk/figures.ts'
import { fill, type Lang, say } from '../texts.ts'
import { minutesText } from './numbers.ts'
import { FIGURES } from './texts.ts'

const WIDTH = 560
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 552, 30, 250]
const STEP_MIN = 15
/** A bar shorter than this lies behind its dot, and its value behind the other. */
const CLOSE = 14
/** Lines that the eye still counts. */
const MOST_LINES = 5

const hourText = (key: string): string => `${key.padStart(2, '0')}.00`

/** Waits by hour (screens.md section 8): dot = median, bar up to what 9 of 10 waited at most, dotted line = the limit. */
export function WaitsChart({ rows, limitMin, lang }: { rows: readonly WaitsOf[]; limitMin: number; lang: Lang }) {
  const highest = Math.max(limitMin, ...rows.map(({ p90Min }) => p90Min ?? 0))
  const step = STEP_MIN * Math.ceil(highest / STEP_MIN / MOST_LINES)
  const top = step * Math.ceil(highest / step)
  const y = (minutes: number): number => BOTTOM - ((BOTTOM - TOP) * minutes) / top
  const x = (i: number): number => LEFT + ((RIGHT - LEFT) * (i + 0.5)) / rows.length
  const isApart = (median: number | null, p90: number | null): boolean => y(median ?? 0) - y(p90 ?? 0) > CLOSE
  const lines = Array.from({ length: top / step + 1 }, (_, k) => k * step)
  const points = rows.map(({ key, medianMin, p90Min }) =>
    fill(say(FIGURES.waitsPointSays, lang), {
      ...{ jam: hourText(key), a: minutesText(medianMin, lang), b: minutesText(p90Min, lang) },
    }),
  )
  const says = fill(say(FIGURES.waitsChartSays, lang), { titik: points.join('; '), batas: limitMin })
  return (
    <svg class="grafik-angka" viewBox={`0 0 ${WIDTH} 306`} role="img" aria-label={says}>
      {lines.map((line) => (
        <g key={line}>
          <path class="garis" d={`M${LEFT} ${y(line)}H${RIGHT}`} />
          <text class="samar" x={LEFT - 10} y={y(line) + 5} text-anchor="end">
            {line}
          </text>
        </g>
      ))}
      <path class="batas" d={`M${LEFT} ${y(limitMin)}H${RIGHT}`} />
      <text x={LEFT + 6} y={y(limitMin) - 8} class="kecil">
        {fill(say(FIGURES.limit, lang), { n: limitMin })}
      </text>
      {rows.map(({ key, medianMin, p90Min }, i) => (
        <g key={key}>
          {isApart(medianMin, p90Min) && (
            <path class="palang" d={`M${x(i)} ${y(medianMin ?? 0)}V${y(p90Min ?? 0)}m-11 0h22`} />
          )}
          <circle class="titik" cx={x(i)} cy={y(medianMin ?? 0)} r="8" />
          <text class="tebal" x={x(i) + 14} y={y(medianMin ?? 0) + 5}>
            {minutesText(medianMin, lang)}
          </text>
          {p90Min !== null && isApart(medianMin, p90Min) && (
            <text class={p90Min > limitMin ? 'lewat' : 'samar'} x={x(i) + 16} y={y(p90Min) + 5}>
              {minutesText(p90Min, lang)}
            </text>
          )}
          <text x={x(i)} y={BOTTOM + 27} text-anchor="middle">
            {hourText(key)}
          </text>
        </g>
      ))}
      <text class="samar kecil" x={LEFT} y="298">
        {say(FIGURES.waitsKey, lang)}
      </text>
    </svg>
  )
}

import type { Words } from '../../protocol/ids.ts'
import { axisFor } from './axis.ts'
import { drawKey } from './draw-key.ts'
import { type Html, html } from './html.ts'
import { numberText } from './numbers.ts'
import type { LaneMark, Waits } from './report-data.ts'

const WIDTH = 760
const LEFT = 48
const TOP = 16
const FLOOR = 262
const KEY = 344

/** One place on the axis: a window or a lane, and the waits before and after. */
export type WaitsAt = { label: string; lane: LaneMark | null; before: Waits; after: Waits | null }

const OUTLINES = {
  circle: html`<circle cx="24" cy="24" r="21.5"/>`,
  diamond: html`<path d="M24 1.5 46.5 24 24 46.5 1.5 24z"/>`,
  square: html`<rect x="4" y="4" width="40" height="40"/>`,
} as const

/** A lane's letter in its outline, always ink. */
export const drawLane = ({ letter, shape }: LaneMark, place: Html = html``): Html => html`<svg class="lane" ${place}
  viewBox="0 0 48 48" width="28" height="28" role="img" aria-label="Jalur ${letter}">${OUTLINES[shape]}<text x="24" y="32.5">${letter}</text></svg>`

/**
 * Waits as marks: a dot for the one in the middle, a bar up to nine of ten, the limit dotted, and what is above it bold.
 * Before is ink with an open dot, after is green with a full one. `sentence` says the chart in words.
 */
export const drawWaits = (what: {
  places: readonly WaitsAt[]
  limitMin: number
  names: { before: string; after: string | null }
  sentence: Words
}): Html => {
  const { places, limitMin, names, sentence } = what
  const shown = places.flatMap(({ before, after }) => (after === null ? [before] : [before, after]))
  const axis = axisFor([limitMin, ...shown.map(({ p90 }) => p90)])
  const y = (minutes: number) => FLOOR - ((FLOOR - TOP) * minutes) / axis.max
  const step = (WIDTH - LEFT) / Math.max(1, places.length)

  /** Numbers stand outside of the pair: left of before, right of after. */
  const mark = (x: number, { n, median, p90 }: Waits, kind: 'before' | 'after'): Html => {
    if (n === 0) return html``
    const [textX, side] = kind === 'before' ? [x - 13, 'end'] : [x + 13, '']
    const text = (minutes: number, style: string) =>
      html`<text class="${style} ${side}" x="${textX}" y="${y(minutes) + 5}">${numberText(minutes)}</text>`
    // Two numbers at one height cannot be read: the median gives way, the table below has it.
    const isClear = y(median) - y(p90) >= 16
    return html`<g class="${kind}"><path d="M${x} ${y(median)}V${y(p90)}M${x - 9} ${y(p90)}h18"/><circle cx="${x}" cy="${y(median)}" r="7"/>
${text(p90, p90 > limitMin ? 'over' : 'p90')}${isClear ? text(median, 'median') : null}</g>`
  }

  return html`<svg class="chart" viewBox="0 0 ${WIDTH} 352" role="img" aria-label="${sentence.id}">
${axis.ticks.map((tick) => html`<path class="grid" d="M${LEFT} ${y(tick)}H${WIDTH}"/><text class="tick" x="${LEFT - 10}" y="${y(tick) + 5}">${numberText(tick)}</text>`)}
<path class="limit" d="M${LEFT} ${y(limitMin)}H${WIDTH}"/>
${places.map(({ label, lane, before, after }, k) => {
  const middle = LEFT + step * (k + 0.5)
  const apart = after === null ? 0 : Math.min(20, step * 0.16)
  return html`${mark(middle - apart, before, 'before')}${after === null ? null : mark(middle + apart, after, 'after')}${
    lane === null ? null : drawLane(lane, html`x="${middle - 14}" y="${FLOOR + 8}"`)
  }<text class="place" x="${middle}" y="${FLOOR + (lane === null ? 24 : 52)}">${label}</text>`
})}
${drawKey(LEFT, KEY, names)}
<path class="limit" d="M${LEFT + 500} ${KEY - 5}h24"/><text class="note" x="${LEFT + 532}" y="${KEY}">batas layanan ${numberText(limitMin)} menit</text>
</svg>`
}

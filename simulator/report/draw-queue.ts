import type { Words } from '../../protocol/ids.ts'
import { clockText } from '../clock-words.ts'
import { axisFor } from './axis.ts'
import { drawKey } from './draw-key.ts'
import { type Html, html } from './html.ts'
import { numberText } from './numbers.ts'
import type { Story } from './report-data.ts'

const WIDTH = 760
const LEFT = 48
const TOP = 22
const FLOOR = 262

/** People waiting over the day, a line for each policy, its highest point written. Ink before, green after. */
export const drawQueue = (what: {
  lines: readonly { name: string; queue: Story['queue'] }[]
  sentence: Words
}): Html => {
  const { lines, sentence } = what
  const from = Math.min(...lines.map(({ queue }) => queue.fromMin))
  const until = Math.max(...lines.map(({ queue }) => queue.fromMin + queue.stepMin * (queue.people.length - 1)))
  const axis = axisFor(lines.flatMap(({ queue }) => queue.people))
  const x = (minute: number) => LEFT + ((WIDTH - LEFT - 8) * (minute - from)) / Math.max(1, until - from)
  const y = (people: number) => FLOOR - ((FLOOR - TOP) * people) / axis.max
  const hours = Array.from(
    { length: Math.floor(until / 60) - Math.ceil(from / 60) + 1 },
    (_, k) => (Math.ceil(from / 60) + k) * 60,
  )

  const drawn = lines.map(({ queue }, k) => {
    const points = queue.people.map(
      (people, i) => `${x(queue.fromMin + i * queue.stepMin).toFixed(1)} ${y(people).toFixed(1)}`,
    )
    const most = Math.max(...queue.people)
    const at = x(queue.fromMin + queue.stepMin * queue.people.indexOf(most))
    return html`<g class="${k === 0 ? 'before' : 'after'}"><path d="M${points.join('L')}"/><circle cx="${at}" cy="${y(most)}" r="5"/>
<text class="median end" x="${at - 9}" y="${y(most) - 4}">${numberText(most)}</text></g>`
  })
  const [before, after] = lines.map(({ name }) => name)
  return html`<svg class="chart lines" viewBox="0 0 ${WIDTH} 330" role="img" aria-label="${sentence.id}">
${axis.ticks.map((tick) => html`<path class="grid" d="M${LEFT} ${y(tick)}H${WIDTH}"/><text class="tick" x="${LEFT - 10}" y="${y(tick) + 5}">${numberText(tick)}</text>`)}
${hours.map((minute) => html`<text class="place" x="${x(minute)}" y="${FLOOR + 24}">${clockText(minute)}</text>`)}
${drawn}${drawKey(LEFT, 322, { before: before ?? '', after: after ?? null })}
</svg>`
}

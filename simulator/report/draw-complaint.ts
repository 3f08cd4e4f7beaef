import { clockText } from '../clock-words.ts'
import { both, drawTable } from './draw-table.ts'
import { type Html, html } from './html.ts'
import { numberText, windowText } from './numbers.ts'
import type { Complaint } from './report-data.ts'

const WIDTH = 760
const LEFT = 232
const ROW = 44

/** What one person lives through, a line for each policy: the window as a block, the wait as a line to the call. */
export const drawComplaint = ({ window, arriveAt, lives }: Complaint): Html => {
  const [start, end] = window
  const from = Math.floor(Math.min(arriveAt, start) / 60) * 60
  const until = Math.ceil(Math.max(end, ...lives.map(({ calledAt }) => calledAt)) / 60) * 60 + 30
  const x = (minute: number) => LEFT + ((WIDTH - LEFT - 20) * (minute - from)) / (until - from)
  const floor = lives.length * ROW + 8
  const hours = Array.from({ length: Math.floor((until - from) / 60) + 1 }, (_, k) => from + k * 60)
  const waitOf = (calledAt: number) => Math.max(0, calledAt - Math.max(arriveAt, start))
  const title = {
    id: `Keluhan: jam ${windowText(window)}, datang ${clockText(arriveAt)}`,
    en: `The complaint: window ${windowText(window)}, came at ${clockText(arriveAt)}`,
  }
  return html`<section><h2>${both(title)}</h2>
<svg class="chart" viewBox="0 0 ${WIDTH} ${floor + 32}" role="img" aria-label="${title.id}: kapan dipanggil menurut tiap aturan">
<rect class="kept" x="${x(start)}" y="0" width="${x(end) - x(start)}" height="${floor}" opacity="0.14"/>
${hours.map((minute) => html`<path class="grid" d="M${x(minute)} 0V${floor}"/><text class="place" x="${x(minute)}" y="${floor + 22}">${clockText(minute)}</text>`)}
${lives.map(({ name, calledAt }, k) => {
  const y = k * ROW + 26
  return html`<text class="tick" x="${LEFT - 12}" y="${y + 5}">${name.id}</text><g class="${calledAt < end ? 'after' : 'before'}"><path d="M${x(arriveAt)} ${y}H${x(calledAt)}"/><circle cx="${x(calledAt)}" cy="${y}" r="7"/></g>
<text class="${calledAt < end ? 'name' : 'over'}" x="${x(calledAt) + 13}" y="${y + 5}">${clockText(calledAt)}</text>`
})}
</svg>
${drawTable(
  [
    both({ id: 'Aturan', en: 'Rule' }),
    both({ id: 'Dipanggil', en: 'Called' }),
    both({ id: 'Menunggu, menit', en: 'Wait, minutes' }),
    both({ id: 'Menit lewat jamnya', en: 'Minutes past the window' }),
    both({ id: 'Didahului', en: 'Passed by' }),
    both({ id: 'Selesai', en: 'Done' }),
  ],
  lives.map(({ name, calledAt, endAt, passedBy }) => [
    both(name),
    html`<b>${clockText(calledAt)}</b>`,
    numberText(waitOf(calledAt)),
    numberText(Math.max(0, calledAt - end)),
    numberText(passedBy),
    endAt === null ? '–' : clockText(endAt),
  ]),
)}</section>`
}

import type { Words } from '../../protocol/ids.ts'
import { clockText } from '../clock-words.ts'
import { drawPromises, shareOf } from './draw-promises.ts'
import { drawQueue } from './draw-queue.ts'
import { both, drawTable } from './draw-table.ts'
import { drawLane, drawWaits, type WaitsAt } from './draw-waits.ts'
import { type Html, html, type Piece } from './html.ts'
import { numberText, shareText } from './numbers.ts'
import type { Chapter, LaneMark, Story, Waits } from './report-data.ts'

/** Letters that fit beside a bar. */
const LONGEST = 30
const NOBODY: Waits = { n: 0, median: 0, p90: 0, allStages: 0 }

const WAIT_HEAD = [
  { id: 'Pemohon', en: 'People' },
  { id: 'Nilai tengah', en: 'Median' },
  { id: '9 dari 10', en: '9 of 10' },
  { id: 'Seluruh tahap', en: 'All stages' },
]

const waitCells = ({ n, median, p90, allStages }: Waits): string[] =>
  [n, ...(n === 0 ? [Number.NaN, Number.NaN, Number.NaN] : [median, p90, allStages])].map((value) => numberText(value))

const drawPart = (title: Words, chart: Html, head: readonly Words[], lines: readonly (readonly Piece[])[]): Html =>
  html`<section><h3>${both(title)}</h3>${chart}${drawTable(head.map(both), lines)}</section>`

/** One row per place and story, waits in the cells. */
const drawWaitsPart = (
  title: Words,
  first: Words,
  limitMin: number,
  pair: readonly Story[],
  places: readonly { label: string; lane: LaneMark | null; waits: readonly Waits[] }[],
): Html => {
  const [before, after] = pair
  const drawn = places.map(
    ({ label, lane, waits: [one = NOBODY, other] }): WaitsAt => ({
      // Under the axis the start of a window says enough.
      label: label.split('–')[0] ?? label,
      lane,
      before: one,
      after: other ?? null,
    }),
  )
  const chart = drawWaits({
    places: drawn,
    limitMin,
    names: { before: before?.name.id ?? '', after: after?.name.id ?? null },
    sentence: { id: `${title.id}: titik nilai tengah, palang sampai 9 dari 10 orang, dalam menit`, en: title.en },
  })
  return drawPart(
    title,
    chart,
    [first, { id: 'Aturan', en: 'Rule' }, ...WAIT_HEAD],
    places.flatMap(({ label, lane, waits }) =>
      waits.map((one, k): Piece[] => [
        html`${lane === null ? null : drawLane(lane)}${label}`,
        pair[k]?.name.id ?? '',
        ...waitCells(one),
      ]),
    ),
  )
}

const drawPromisesPart = (pair: readonly Story[], windows: readonly string[]): Html => {
  const title = {
    id: 'Janji ditepati bagi mereka yang tidak terlambat, per jam janji',
    en: 'Promise kept to those who were not late, per window',
  }
  const rowsOf = (window: string) =>
    pair.map(({ name, byWindow }) => ({
      name: name.id,
      kept: byWindow.find((one) => one.window === window)?.kept ?? { within: 0, upTo30: 0, later: 0 },
    }))
  const places = windows.map((label) => ({ label, rows: rowsOf(label) }))
  return drawPart(
    title,
    drawPromises({ places, sentence: { id: `${title.id}: bagian pemohon yang dipanggil dalam jamnya`, en: title.en } }),
    [
      { id: 'Jam janji', en: 'Window' },
      { id: 'Aturan', en: 'Rule' },
      { id: 'Dalam jamnya', en: 'Within' },
      { id: 'Lewat s.d. 30 menit', en: 'Up to 30 min past' },
      { id: 'Lewat lebih', en: 'Later' },
    ],
    places.flatMap(({ label, rows }) =>
      rows.map(({ name, kept }) => [
        label,
        name,
        ...[kept.within, kept.upTo30, kept.later].map((part) => shareText(shareOf(part, kept), 1)),
      ]),
    ),
  )
}

const drawQueuePart = (pair: readonly Story[]): Html => {
  const title = { id: 'Panjang antrean sepanjang hari', en: 'Queue length over the day' }
  const queue = pair[0]?.queue ?? { fromMin: 0, stepMin: 60, people: [] }
  const every = Math.max(1, Math.round(60 / queue.stepMin))
  const moments = queue.people.flatMap((_, k) => (k % every === 0 ? [k] : []))
  return drawPart(
    title,
    drawQueue({
      lines: pair.map((story) => ({ name: story.name.id, queue: story.queue })),
      sentence: { id: `${title.id}: rata-rata orang yang menunggu, semua tahap`, en: title.en },
    }),
    [{ id: 'Pukul', en: 'Time' }, ...pair.map(({ name }) => name)],
    moments.map((k) => [
      clockText(queue.fromMin + k * queue.stepMin),
      ...pair.map((story) => numberText(story.queue.people[k] ?? 0, 1)),
    ]),
  )
}

/** A name that is too long for an axis is "before" or "after" there; the heading has it whole. */
const shortName = (name: Words, k: number): Words => {
  if (name.id.length <= LONGEST) return name
  return k === 0 ? { id: 'Sebelum', en: 'Before' } : { id: 'Sesudah', en: 'After' }
}

const drawPair = (limitMin: number, stories: readonly Story[]): Html => {
  const [before, after] = stories
  const pair = stories.map((story, k) => ({ ...story, name: shortName(story.name, k) }))
  if (before === undefined) return html``
  const windows = before.byWindow.map(({ window }) => window)
  const heading: Words =
    after === undefined
      ? before.name
      : {
          id: `Sebelum: ${before.name.id}. Sesudah: ${after.name.id}`,
          en: `Before: ${before.name.en}. After: ${after.name.en}`,
        }
  return html`<h2>${both(heading)}</h2>
${drawWaitsPart(
  {
    id: 'Lama menunggu mereka yang datang pada jamnya, per jam janji',
    en: 'Waits of those who came in their window, by window',
  },
  { id: 'Jam janji', en: 'Window' },
  limitMin,
  pair,
  windows.map((label) => ({
    label,
    lane: null,
    waits: pair.map(({ byWindow }) => byWindow.find(({ window }) => window === label)?.waits ?? NOBODY),
  })),
)}
${drawWaitsPart(
  { id: 'Lama menunggu, per jalur', en: 'Waits, by lane' },
  { id: 'Jalur', en: 'Lane' },
  limitMin,
  pair,
  before.byLane.map(({ lane, name }) => ({
    label: name.id,
    lane,
    waits: pair.map(({ byLane }) => byLane.find((one) => one.lane.letter === lane.letter)?.waits ?? NOBODY),
  })),
)}
${drawPromisesPart(pair, windows)}
${drawQueuePart(pair)}`
}

/** The charts, each with its table: the first policy alone, or beside each of the others as before and after. */
export const drawStories = ({ stories: [before, ...others] }: Chapter, limitMin: number): Html[] => {
  if (before === undefined) return []
  if (others.length === 0) return [drawPair(limitMin, [before])]
  return others.map((after) => drawPair(limitMin, [before, after]))
}

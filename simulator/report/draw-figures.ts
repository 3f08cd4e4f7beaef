import { both, drawTable } from './draw-table.ts'
import { type Html, html } from './html.ts'
import { numberText, shareText, signedText } from './numbers.ts'
import type { Chapter, Compared, FigureRow } from './report-data.ts'

const DECIMALS = { minutes: 1, count: 2 } as const

const valueText = (value: number | null, unit: FigureRow['unit']): string => {
  if (value === null) return '–'
  return unit === 'share' ? shareText(value, 1) : numberText(value, Number.isInteger(value) ? 0 : DECIMALS[unit])
}

const pointsText = (value: number, unit: FigureRow['unit']): string =>
  unit === 'share' ? signedText(value * 100) : signedText(value, DECIMALS[unit])

const drawCell = (compared: Compared, base: number | null, unit: FigureRow['unit']): Html => {
  const { value, difference } = compared
  const shown = html`<b>${valueText(value, unit)}</b>`
  if (difference === null) return shown
  const { mean, low, high } = difference
  const ratio =
    value === null || base === null || base === 0 ? null : html`<small>${numberText(value / base, 2)} ×</small>`
  return html`${shown}${ratio}<small>${pointsText(mean, unit)} (${pointsText(low, unit)} s.d. ${pointsText(high, unit)})</small>`
}

/** The table of figures: the value, its ratio to the first policy, and the paired difference with its 95 % interval. */
export const drawFigures = ({
  figures,
  stories,
}: Chapter): Html => html`<section><h3>${both({ id: 'Angka', en: 'Figures' })}</h3>
<p>${both({
  id: 'Di bawah nilai: perbandingan dengan kolom pertama, lalu selisih rata-rata per hari dan rentang 95 %.',
  en: 'Below each value: the ratio to the first column, then the mean difference per day and its 95 % interval.',
})}</p>
${drawTable(
  [both({ id: 'Ukuran', en: 'Measure' }), ...stories.map(({ name }) => both(name))],
  figures.map(({ name, unit, values }) => {
    const base = values[0]?.value ?? null
    return [both(name), ...values.map((compared) => drawCell(compared, base, unit))]
  }),
)}</section>`

import { expect, test } from 'vitest'
import { chooseTicker, PAGE_MS } from '../../display/choose-ticker.ts'
import { TEXTS } from '../../display/texts.ts'
import type { DisplayView } from '../../protocol/views.ts'
import { AT_10_24, viewOf } from './sample-views.ts'

const KTP = { id: 'Siapkan e-KTP', en: 'Have your ID card ready' }
const WIFI = { id: 'Wi-Fi: TAMU', en: 'Wi-Fi: TAMU' }
const OUTAGE = { scope: 'national', sinceAt: AT_10_24 } as const
const ROUND = Math.ceil(AT_10_24 / (PAGE_MS * 5040)) * PAGE_MS * 5040

const pages = (count: number, more: Partial<DisplayView>) =>
  Array.from({ length: count }, (_, page) => chooseTicker(viewOf(more), ROUND + page * PAGE_MS))
const texts = (count: number, more: Partial<DisplayView>) => pages(count, more).map(({ text }) => text)

test("the product's line and the office's take turns, eight seconds each, first Indonesian, then English", () => {
  const { id, en } = TEXTS.ticker
  expect(texts(5, { ticker: [KTP] })).toEqual([id, en, KTP.id, KTP.en, id])
  expect(pages(2, {}).map(({ lang }) => lang)).toEqual(['id', 'en'])
})

test('a page stands for its eight seconds', () => {
  const view = viewOf({ ticker: [KTP] })
  expect(chooseTicker(view, ROUND + PAGE_MS - 1)).toEqual(chooseTicker(view, ROUND))
  expect(chooseTicker(view, ROUND + PAGE_MS)).not.toEqual(chooseTicker(view, ROUND))
})

test('a line that reads the same in both languages stands once', () => {
  expect(texts(4, { ticker: [WIFI] })).toEqual([TEXTS.ticker.id, TEXTS.ticker.en, WIFI.id, TEXTS.ticker.id])
})

test('an outage comes first, and again before every other line, with the time it began', () => {
  const outage = {
    id: TEXTS.outageLine.id.replace('{jam}', '10.24'),
    en: TEXTS.outageLine.en.replace('{jam}', '10.24'),
  }
  const { id, en } = TEXTS.ticker
  expect(texts(8, { ticker: [KTP], outage: OUTAGE })).toEqual([
    ...[outage.id, outage.en, id, en],
    ...[outage.id, outage.en, KTP.id, KTP.en],
  ])
  expect(pages(1, { outage: OUTAGE })).toMatchObject([{ notice: 'outage' }])
})

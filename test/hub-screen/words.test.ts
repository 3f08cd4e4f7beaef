import { describe, expect, test } from 'vitest'
import { BOARD, DETAIL } from '../../hub/board/board-texts.ts'
import { chooseBlocks, LEGEND, MAP_COLS, MAP_ROWS, shortName } from '../../hub/board/choose-blocks.ts'
import { agoText, zoneText } from '../../hub/clock.ts'
import { PAGE } from '../../hub/pages/page-texts.ts'
import { PAGES } from '../../hub/pages.ts'
import { STATES, TEXTS } from '../../hub/texts.ts'
import { REGIONS } from '../../protocol/hub/regions.ts'
import type { Words } from '../../protocol/ids.ts'

const ALL: [name: string, words: Words][] = [
  ...Object.entries({ ...TEXTS, ...BOARD, ...DETAIL, ...PAGE }),
  ...Object.entries(STATES).map(([name, { words }]): [string, Words] => [name, words]),
  ...PAGES.map(({ slug, name }): [string, Words] => [slug, name]),
]
const blanks = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([blank]) => blank).sort()

test.each(ALL)('%s is there in both languages, with the same blanks', (_name, { id, en }) => {
  expect(id.trim()).not.toBe('')
  expect(en.trim()).not.toBe('')
  expect(blanks(en)).toEqual(blanks(id))
})

describe('the map', () => {
  const cells = chooseBlocks(REGIONS).flatMap(({ region, col, fromRow, row }) =>
    [...new Set([fromRow, row])].map((at) => ({ id: region.id, col, row: at })),
  )
  test('has every province in it, and no two in one place', () => {
    expect(new Set(cells.map(({ id }) => id)).size).toBe(38)
    expect(new Set(cells.map(({ col, row }) => `${col} ${row}`)).size).toBe(cells.length)
    expect(cells.filter(({ col, row }) => col > MAP_COLS || row > MAP_ROWS)).toEqual([])
  })

  test('has room for its key', () => {
    const inside = (n: number, [from, to]: readonly [number, number]) => from <= n && n < to
    expect(cells.filter(({ col, row }) => inside(col, LEGEND.cols) && inside(row, LEGEND.rows))).toEqual([])
  })

  test('names provinces shortly and apart', () => {
    const names = REGIONS.map(shortName)
    expect(names.filter((name) => name.length > 9)).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })
})

test.each([
  [0, '0 detik lalu'],
  [-5_000, '0 detik lalu'],
  [59_999, '59 detik lalu'],
  [60_000, '1 menit lalu'],
  [119 * 60_000, '119 menit lalu'],
  [2 * 3_600_000, '2 jam lalu'],
  [49 * 3_600_000, '2 hari lalu'],
])('%i ms are said as %s', (ms, words) => {
  expect(agoText(ms, 'id')).toBe(words)
})

test('zones are called as people call them', () => {
  expect(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Kuala_Lumpur'].map(zoneText)).toEqual([
    ...['WIB', 'WITA', 'WIT', 'Asia/Kuala_Lumpur'],
  ])
})

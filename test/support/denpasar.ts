import { readFileSync } from 'node:fs'
import { Office } from '../../protocol/office.ts'

/** The example office as it ships. */
export const SHIPPED: Office = Office.parse(
  JSON.parse(readFileSync(new URL('../../config/offices/denpasar.json', import.meta.url), 'utf8')),
)

/**
 * The office of the tests: the example without the question about the originals, so that a code brings its number at once.
 */
export const DENPASAR: Office = { ...SHIPPED, checklist: false }

/** The day that the tests play: Tuesday 24 November 2026. */
export const TODAY = '2026-11-24'

/** The instant at which it is `clock` ("10.07") on `day` in Denpasar, which is eight hours ahead of UTC all year. */
export const at = (clock: string, day: string = TODAY): number => {
  const [hour = 0, minute = 0, second = 0] = clock.split('.').map(Number)
  return Date.parse(`${day}T00:00:00+08:00`) + ((hour * 60 + minute) * 60 + second) * 1000
}

/** A window written as on the letter, "10.00-11.00". */
export const window = (text: string, day: string = TODAY): { startAt: number; endAt: number } => {
  const [start = '', end = ''] = text.split('-')
  return { startAt: at(start, day), endAt: at(end, day) }
}

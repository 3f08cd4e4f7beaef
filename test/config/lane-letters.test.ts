import { expect, test } from 'vitest'
import { LaneLetter } from '../../protocol/ids.ts'
import { Office } from '../../protocol/office.ts'
import { DENPASAR } from '../support/denpasar.ts'

/** The office with the letter of its first lane changed. */
const withLetter = (letter: string) => {
  const [first, ...rest] = DENPASAR.lanes
  return Office.safeParse({ ...DENPASAR, lanes: [{ ...first, letter }, ...rest] }).success
}

test('a lane has one capital letter that no digit looks like', { tags: ['X3'] }, () => {
  for (let unit = 0; unit < 0x250; unit++) {
    const letter = String.fromCharCode(unit)
    expect([letter, LaneLetter.safeParse(letter).success]).toEqual([letter, /[A-HJ-NP-Z]/.test(letter)])
  }
  for (const letters of ['', 'AB', 'BABI', 'a', 'Α', 'А', 'Ａ', '1', 'I', 'O']) expect(withLetter(letters)).toBe(false)
  expect(withLetter(DENPASAR.lanes[0]?.letter ?? '')).toBe(true)
})

test('two lanes never have the same letter', { tags: ['X3'] }, () => {
  for (const { letter } of DENPASAR.lanes.slice(1)) expect(withLetter(letter)).toBe(false)
})

import { expect, test } from 'vitest'
import { Office } from '../../protocol/office.ts'
import { DENPASAR } from '../support/denpasar.ts'

const [LANE] = DENPASAR.lanes
const isOffice = (letter: string): boolean =>
  Office.safeParse({ ...DENPASAR, lanes: [...DENPASAR.lanes, { ...LANE, letter }] }).success

test.each(['I', 'O', 'a', 'AB', '1', 'É', ''])(
  'a lane is not called "%s": it would be read as a digit, or as no letter',
  { tags: ['X3'] },
  (letter) => {
    expect(isOffice(letter)).toBe(false)
  },
)

test('two lanes have no letter in common, and other letters are free', { tags: ['X3'] }, () => {
  expect(isOffice(LANE?.letter ?? '')).toBe(false)
  expect(isOffice('Z')).toBe(true)
})

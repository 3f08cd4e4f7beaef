import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ELEMENTS, type Mark, type SurveyAnswers, SurveyWeight } from '../../protocol/survey.ts'
import { bandOf, elementResults, indexOf, lowestOf, tallyOf } from '../../server/survey/ikm.ts'
import { five, fromMarks } from './sample-answers.ts'

const all = (mark: Mark): SurveyAnswers => fromMarks(Array.from({ length: 9 }, () => mark))
const ikmOf = (respondents: readonly SurveyAnswers[], weight: SurveyWeight = '1/9') =>
  indexOf(tallyOf(respondents), weight)

describe('the vectors of domain section 8', () => {
  test.each([
    ['1/9', 100],
    ['0.111', 99.9],
    ['0.11', 99],
  ] as const)('the best answers by everybody are %s: %d', (weight, ikm) => {
    expect(ikmOf([all(4), all(4)], weight)).toEqual({ ikm, band: 'A' })
  })

  test('all threes are 75.00, which is C', () => {
    expect(ikmOf([all(3)])).toEqual({ ikm: 75, band: 'C' })
  })

  test.each([
    ['1/9', 83.89],
    ['0.111', 83.81],
    ['0.11', 83.05],
  ] as const)('five respondents by a weight of %s: %d, B', (weight, ikm) => {
    expect(ikmOf(five, weight)).toEqual({ ikm, band: 'B' })
  })

  test('their means, element by element', () => {
    expect(elementResults(tallyOf(five)).map(({ mean }) => mean)).toEqual([3.6, 3.4, 2.6, 3.8, 3.6, 3.4, 3.6, 3, 3.2])
    expect(
      elementResults(tallyOf(five))
        .map(({ band }) => band)
        .join(''),
    ).toBe('ABCAABACB')
  })
})

test('83.805 is rounded up, which no binary float does', () => {
  expect((30.2 * 0.111 * 25).toFixed(2)).toBe('83.80')
  expect(ikmOf(five, '0.111')?.ikm).toBe(83.81)
})

test.each([
  [64.99, 'D'],
  [65, 'C'],
  [76.6, 'C'],
  [76.61, 'B'],
  [88.3, 'B'],
  [88.31, 'A'],
  [25, 'D'],
  [24.75, 'D'],
  [100, 'A'],
] as const)('%d is %s', (value, band) => {
  expect(bandOf(value)).toBe(band)
})

test('an element is averaged over those who answered it', () => {
  const { waktu: _, ...skipped } = all(2)
  const results = elementResults(tallyOf([skipped, all(4)]))
  expect(results.find(({ element }) => element === 'waktu')).toEqual({
    element: 'waktu',
    n: 1,
    mean: 4,
    value: 100,
    band: 'A',
  })
  expect(results.find(({ element }) => element === 'biaya')).toEqual({
    element: 'biaya',
    n: 2,
    mean: 3,
    value: 75,
    band: 'C',
  })
})

test('without one element there is no IKM, and without answers none either', () => {
  expect(ikmOf([{ waktu: 4 }])).toBeNull()
  expect(ikmOf([])).toBeNull()
})

describe('the three lowest elements', () => {
  test('are those with the lowest means', () => {
    expect(lowestOf(tallyOf(five))).toEqual({ lowest: ['waktu', 'sarana', 'pengaduan'], alsoAsLow: [] })
  })

  test('are settled by the order of the regulation when several are as low, and the others are said', () => {
    expect(lowestOf(tallyOf([all(3)]))).toEqual({
      lowest: ['persyaratan', 'prosedur', 'waktu'],
      alsoAsLow: ['biaya', 'produk', 'kompetensi', 'perilaku', 'sarana', 'pengaduan'],
    })
  })

  test('are compared exactly: 2/3 of one and 2/3 of another are the same', () => {
    const respondents: SurveyAnswers[] = [
      { persyaratan: 1, prosedur: 4, waktu: 3, biaya: 1 },
      { persyaratan: 2, prosedur: 4, waktu: 3, biaya: 2 },
      { persyaratan: 2, prosedur: 4, waktu: 3, biaya: 2 },
      { prosedur: 1, biaya: 1 },
      { biaya: 2 },
      { biaya: 2 },
    ]
    expect(lowestOf(tallyOf(respondents)).lowest).toEqual(['persyaratan', 'biaya', 'waktu'])
  })

  test('are none without answers', () => {
    expect(lowestOf(tallyOf([]))).toEqual({ lowest: [], alsoAsLow: [] })
  })
})

const answers = fc
  .array(fc.constantFrom<Mark>(1, 2, 3, 4), { minLength: 9, maxLength: 9 })
  .map((marks) => fromMarks(marks))
const respondents = fc.array(answers, { minLength: 1, maxLength: 30 })

test('the order of the respondents is no matter, and twice the same people change nothing', () => {
  fc.assert(
    fc.property(respondents, fc.constantFrom(...SurveyWeight.options), (list, weight) => {
      expect(ikmOf(list.toReversed(), weight)).toEqual(ikmOf(list, weight))
      expect(ikmOf([...list, ...list], weight)).toEqual(ikmOf(list, weight))
    }),
  )
})

test('IKM lies between 25 and 100, by the shorter weights never above it', () => {
  fc.assert(
    fc.property(respondents, (list) => {
      const [exact = 0, rounded = 0, short = 0] = SurveyWeight.options.map((weight) => ikmOf(list, weight)?.ikm)
      expect(exact).toBeGreaterThanOrEqual(25)
      expect(exact).toBeLessThanOrEqual(100)
      expect(rounded).toBeLessThanOrEqual(exact)
      expect(short).toBeLessThanOrEqual(rounded)
    }),
  )
})

test('one better answer never lowers the IKM', () => {
  fc.assert(
    fc.property(respondents, fc.constantFrom(...ELEMENTS), (list, element) => {
      const better = list.map((one, i) => (i === 0 ? { ...one, [element]: 4 as const } : one))
      expect(ikmOf(better)?.ikm).toBeGreaterThanOrEqual(ikmOf(list)?.ikm ?? 0)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleSize } from '../../server/survey/sample-size.ts'

test.each([
  [100, 80],
  [500, 217],
  [1000, 278],
  [2951, 340],
  [35_417, 380],
  [1, 1],
  [0, 0],
])('of %d people %d answers are enough', (population, size) => {
  expect(sampleSize(population)).toBe(size)
})

test('more people never need fewer answers, and never more answers than there are people', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000), (population) => {
      const size = sampleSize(population)
      expect(size).toBeLessThanOrEqual(population)
      expect(size).toBeLessThanOrEqual(384)
      expect(sampleSize(population + 1)).toBeGreaterThanOrEqual(size)
    }),
  )
})

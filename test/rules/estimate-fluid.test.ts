import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectFluid } from '../../server/rules/estimate/fluid.ts'

const hall = { ahead: 0, free: 0, caseMin: 5, counters: () => 2, inflow: () => 0 }

describe('the fluid projection, by hand', () => {
  test('whoever is alone before a free counter is called at once', () => {
    expect(projectFluid({ ...hall, free: 1 })).toBe(0)
  })

  test('two free counters and one ahead: both are called at once', () => {
    expect(projectFluid({ ...hall, free: 2, ahead: 1 })).toBe(0)
  })

  test('nine ahead, two counters of five minutes: the tenth is taken after 10 × 5 ÷ 2 = 25 minutes', () => {
    expect(projectFluid({ ...hall, ahead: 9 })).toBeCloseTo(25)
  })

  test('one person every ten minutes comes before: 0.4 a minute are taken, 0.1 come, so 10 ÷ 0.3 = 33⅓ minutes', () => {
    const minutes = projectFluid({ ...hall, ahead: 9, inflow: () => 0.1 })
    // In steps of a minute: whoever comes in a minute is ahead from its beginning on.
    expect(minutes).toBeGreaterThanOrEqual(100 / 3)
    expect(minutes).toBeLessThan(100 / 3 + 1)
  })

  test('a break from the tenth to the seventieth minute: four are taken before it, six after it, in 10 + 60 + 15 minutes', () => {
    const counters = (minute: number) => (minute >= 10 && minute < 70 ? 0 : 2)
    expect(projectFluid({ ...hall, ahead: 9, counters })).toBeCloseTo(85)
  })

  test('the counters open in twenty minutes: the first in the queue waits for them and half a case more', () => {
    expect(projectFluid({ ...hall, counters: (minute) => (minute < 20 ? 0 : 2) })).toBeCloseTo(22.5)
  })

  test('where no counter serves, nobody is ever called', () => {
    expect(projectFluid({ ...hall, counters: () => 0 })).toBeNull()
  })

  test('more people ahead never wait less, more counters never longer', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 9 }), (ahead, counters) => {
        const at = (people: number, open: number) =>
          projectFluid({ ...hall, ahead: people, counters: () => open }) ?? Number.POSITIVE_INFINITY
        expect(at(ahead + 1, counters)).toBeGreaterThan(at(ahead, counters))
        expect(at(ahead, counters + 1)).toBeLessThan(at(ahead, counters))
      }),
    )
  })
})

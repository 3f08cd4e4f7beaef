import { describe, expect, test } from 'vitest'
import { caseTime, drawCase, drawRest, meanOf, sigmaOf, speedOf } from '../../server/rules/estimate/case-times.ts'
import { chanceOf, normalQuantile, normalShare, seedOf } from '../../server/rules/estimate/chance.ts'
import { NO_CASES } from '../../server/rules/measured.ts'
import { cases, usualCases } from '../support/history.ts'

const MINUTE = 60_000
const mean = (count: number, draw: () => number): number =>
  Array.from({ length: count }, draw).reduce((sum, value) => sum + value, 0) / count

describe('chance that can be repeated', () => {
  test('one seed is one stream, the next minute another', () => {
    const [a, b, c] = [chanceOf(seedOf('A001', 7)), chanceOf(seedOf('A001', 7)), chanceOf(seedOf('A001', 8))]
    const first = [a(), a(), a()]
    expect([b(), b(), b()]).toEqual(first)
    expect([c(), c(), c()]).not.toEqual(first)
  })

  test('it is even, and its normal quantile and share are each other back', () => {
    const chance = chanceOf(1)
    expect(mean(20_000, chance)).toBeCloseTo(0.5, 1)
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5)
    for (const z of [-3, -1, 0, 0.5, 2.5]) expect(normalQuantile(normalShare(z))).toBeCloseTo(z, 3)
  })
})

describe('how long a case takes', () => {
  test('in the mean as long as was asked for', () => {
    const chance = chanceOf(2)
    const time = caseTime(4.7, sigmaOf(0.5))
    expect(mean(20_000, () => drawCase(time, 0, chance)) / MINUTE).toBeCloseTo(4.7, 1)
  })

  test('a case that took long already is expected to take longer than a fresh one has left', () => {
    const chance = chanceOf(3)
    const time = caseTime(10, sigmaOf(0.5))
    const left = mean(5000, () => drawRest(time, 0, 20 * MINUTE, chance)) / MINUTE
    expect(left).toBeGreaterThan(3)
    expect(left).toBeLessThan(10)
    expect(mean(5000, () => drawRest(time, 0, 0, chance)) / MINUTE).toBeCloseTo(10, 0)
  })

  test('a few measured cases move what was believed only a little', () => {
    expect(meanOf(NO_CASES, 5)).toBe(5)
    expect(meanOf(cases(15), 5)).toBeCloseTo((15 + 10 * 5) / 11)
  })
})

describe("today's speed, (n·ratio + 10)/(n + 10)", () => {
  const expected = () => 5

  test('before the first case it is as ever', () => {
    expect(speedOf([], {}, expected, sigmaOf(0.5)).speed).toBe(1)
  })

  test('ten cases of twice the time: (10 × 2 + 10) ÷ 20', () => {
    const today = { 'passport-new': cases(...Array.from({ length: 10 }, () => 10)) }
    expect(speedOf([], today, expected, sigmaOf(0.5)).speed).toBeCloseTo(1.5)
  })

  test('an office whose days were all alike believes ten slow cases less, and is less in doubt', () => {
    const today = { 'passport-new': cases(...Array.from({ length: 10 }, () => 10)) }
    const days = Array.from({ length: 10 }, () => ({ 'passport-new': usualCases(5) }))
    const [known, unknown] = [speedOf(days, today, expected, 0.5), speedOf([], today, expected, 0.5)]
    expect(known.speed).toBeLessThan(unknown.speed)
    expect(known.doubt).toBeLessThan(unknown.doubt)
  })
})

import { describe, expect, test } from 'vitest'
import { calibrated, closeMargins, marginsOf, scoreOf, widenedBy } from '../../server/rules/estimate/margins.ts'
import { NOTHING_MEASURED } from '../../server/rules/measured.ts'
import { at } from '../support/denpasar.ts'
import { usualDay } from '../support/history.ts'

const raw = { lowAt: at('10.20'), medianAt: at('10.30'), highAt: at('10.50') }

describe('how an estimate is calibrated', () => {
  test('an outcome counts in multiples of the distance between the median and the end of its side', () => {
    expect(scoreOf(raw, at('10.30'))).toBe(0)
    expect(scoreOf(raw, at('10.50'))).toBe(1)
    expect(scoreOf(raw, at('11.00'))).toBe(1.5)
    expect(scoreOf(raw, at('10.25'))).toBe(-0.5)
  })

  test('an office without history widens the interval by a fifth on both sides', () => {
    const now = calibrated(raw, marginsOf(NOTHING_MEASURED, 'documents'), at('10.00'))
    expect(now).toEqual({ lowAt: at('10.18'), medianAt: at('10.30'), highAt: at('10.54') })
  })

  test('nobody is told a time that is past', () => {
    const { lowAt } = calibrated({ ...raw, lowAt: at('10.01') }, { low: 4, high: 1 }, at('10.00'))
    expect(lowAt).toBe(at('10.00'))
  })

  test('after a day the ends lie where nine of ten outcomes of that side held', () => {
    const scores = Array.from({ length: 99 }, (_, i) => (i - 49) / 25)
    const { documents } = closeMargins({}, [usualDay({ scores: { documents: scores } })])
    expect(documents?.high).toBeCloseTo((89 - 49) / 25)
    expect(documents?.low).toBeCloseTo((49 - 9) / 25)
  })

  test('a handful of outcomes changes nothing yet', () => {
    const known = { documents: { low: 1, high: 2 } }
    expect(closeMargins(known, [usualDay({ scores: { documents: [3, 3, 3] } })])).toEqual(known)
  })

  test('a call after the upper end moves it out at once; calls inside bring it back slowly, never below the morning', () => {
    const late = { ...NOTHING_MEASURED, widened: { documents: widenedBy(NOTHING_MEASURED, 'documents', 9) } }
    const morning = marginsOf(NOTHING_MEASURED, 'documents')
    expect(marginsOf(late, 'documents').high).toBeGreaterThan(morning.high * 1.02)
    expect(marginsOf(late, 'documents').low).toBe(morning.low)
    const calm = Array.from({ length: 50 }).reduce<typeof late>(
      (measured) => ({ ...measured, widened: { documents: widenedBy(measured, 'documents', 0) } }),
      late,
    )
    expect(marginsOf(calm, 'documents')).toEqual(morning)
  })

  test('however many calls come late, a range stays one that can be read', () => {
    const worst = Array.from({ length: 500 }).reduce<typeof NOTHING_MEASURED>(
      (measured) => ({ ...measured, widened: { documents: widenedBy(measured, 'documents', 99) } }),
      NOTHING_MEASURED,
    )
    expect(marginsOf(worst, 'documents').high).toBe(4)
  })
})

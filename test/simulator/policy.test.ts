import { describe, expect, test } from 'vitest'
import { parsePolicy, policy } from '../../simulator/policy.ts'

describe('a policy', () => {
  test('is the shipped rule with its defaults, families and same counter off', () => {
    expect(policy('window')).toMatchObject({
      ...{ name: 'window', helpers: 0, families: false, sameCounter: false, estimateRuns: 0 },
      windows: { rule: 'window', lateSetBackMin: 30, walkInSetBackMin: 60, priorityHeadStartMin: 120 },
    })
  })

  test.each([
    ['fifo', { windows: { rule: 'arrival' } }],
    ['appointment+help3', { windows: { rule: 'appointment' }, helpers: 3 }],
    ['classes+families+same', { windows: { rule: 'classes' }, families: true, sameCounter: true }],
    ['window+late45+walkin50', { windows: { lateSetBackMin: 45, walkInSetBackMin: 50 } }],
    [
      'window+priority60+early30+grace5+limit90',
      { windows: { priorityHeadStartMin: 60, earliestCallMin: 30, graceMin: 5, lateLimitMin: 90 } },
    ],
    ['window+set:lateSetBackMin=45', { windows: { lateSetBackMin: 45 } }],
    ['window+set:ties=booking', { windows: { ties: 'booking' } }],
  ])('%s is understood', (text, expected) => {
    expect(policy(text)).toMatchObject({ name: text, ...expected })
  })

  test.each([
    ['lifo', /^"lifo" is no policy: fifo \| appointment/],
    ['window+helpme', /^"helpme" in "window\+helpme" is unknown/],
    ['window+set:rule=arrival', /is unknown/],
    ['window+early5', /^window\+early5: earliestCallMin /],
    ['window+walkin10', 'window+walkin10: walkInSetBackMin must be at least lateSetBackMin'],
  ])('%s is a mistake, told in one sentence', (text, mistake) => {
    expect(parsePolicy(text)).toEqual({
      mistake: typeof mistake === 'string' ? mistake : expect.stringMatching(mistake),
    })
  })
})

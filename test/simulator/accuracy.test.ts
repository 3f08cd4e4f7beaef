import { describe, expect, test } from 'vitest'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { minuteOfDay } from '../../server/rules/measure.ts'
import type { State } from '../../server/rules/state.ts'
import { type AccuracyReport, accuracyOf } from '../../simulator/accuracy.ts'
import { accuracyReport, demandsOn } from '../../simulator/accuracy-report.ts'
import type { Day } from '../../simulator/day-file.ts'
import { generateDays } from '../../simulator/generate/generate-days.ts'
import { liveDays } from '../../simulator/live-days.ts'
import { policy } from '../../simulator/policy.ts'
import { scenarioOf } from '../../simulator/scenarios.ts'

const DAYS = generateDays(scenarioOf('D2-normal'), 4, 3)
const RUNS = 20

/** The fixed part of a report: what it costs to compute is no property of the estimate. */
const figures = ({ cost: _, ...rest }: AccuracyReport) => rest

describe('an office that lives four days in order', () => {
  const report = accuracyOf(DAYS, policy('window'), { runs: RUNS, everyMin: 30 })

  test('tells everybody who waits a range, far better than the sign at the door', () => {
    const { checkIn, naive } = report
    expect(checkIn.tickets).toBeGreaterThan(200)
    expect(checkIn.mae).toBeLessThan(0.6 * naive.peopleAhead)
    expect(checkIn.mae).toBeLessThan(0.5 * naive.lastToEnter)
    expect(checkIn.mae).toBeLessThan(naive.fluid * 1.2)
  })

  test('keeps most of what it told, and is surer the longer somebody waits', () => {
    const { checkIn, refreshedMae } = report
    expect(checkIn.shown).toBeGreaterThan(0.75)
    expect(checkIn.shown).toBeGreaterThan(checkIn.covered)
    expect(refreshedMae).toBeLessThan(checkIn.mae)
  })

  test('tells the same when it lives the days again', () => {
    const again = accuracyOf(DAYS, policy('window'), { runs: RUNS, everyMin: 30 })
    expect(figures(again)).toEqual(figures(report))
  })

  test('knows whether the demands are met, and the report says so', () => {
    const peak = { ...report, scenario: 'D1-peak', checkIn: { ...report.checkIn, mae: 6.5, above: 0.1 } }
    const held = Object.fromEntries(demandsOn(peak).map(({ name, holds }) => [name, holds]))
    expect(held).toMatchObject({ 'mean absolute error': false, 'above the upper end': true })
    const text = accuracyReport([peak], { command: 'npm run accuracy', runs: RUNS, everyMin: 30 })
    expect(text).toContain('| D1-peak | mean absolute error | ≤ 6.0 min | 6.5 min | **missed** |')
  })
})

test('with another future the office has told the very same up to then', () => {
  const now = 600
  const [first, second] = DAYS.days
  if (first === undefined || second === undefined) expect.fail('there are two days')
  const told = (day: Day): string[] => {
    const ranges: string[] = []
    const event = (event: OfficeEvent, state: State, at: number): void => {
      if (event.type !== 'CheckedIn' || minuteOfDay(state, at) > now) return
      ranges.push(`${event.ticketId} ${JSON.stringify(event.forecast)}`)
    }
    const file = { ...DAYS, days: [first, day] }
    liveDays(file, { policy: policy('window+help2'), runs: RUNS, everyMin: 0, watch: { event } })
    return ranges
  }
  const other = {
    ...second,
    // Whoever comes later comes four hours after that, and no counter is away any more.
    applicants: second.applicants.map((one) => (one.arrive > now ? { ...one, arrive: one.arrive + 240 } : one)),
    counters: second.counters.map((one) => ({ ...one, away: one.away.filter(([from]) => from <= now) })),
  }
  const here = second.applicants.filter(({ arrive }) => arrive <= now)
  expect(told(second)).toHaveLength(first.applicants.filter(({ arrive }) => arrive <= now).length + here.length)
  expect(told(other)).toEqual(told(second))
})

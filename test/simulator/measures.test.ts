import { describe, expect, test } from 'vitest'
import { compareDays } from '../../simulator/compare-days.ts'
import type { DayFile } from '../../simulator/day-file.ts'
import { policy } from '../../simulator/policy.ts'
import { resultsJson } from '../../simulator/results-json.ts'
import { resultsTable } from '../../simulator/results-table.ts'
import { intervalOf, quantile, studentT } from '../../simulator/statistics.ts'
import { dayOf, FRAME, person } from './make-day.ts'

/** A long case, an early bird, one whose hour it is, one without appointment, one with priority and one who is late. */
const people = [
  person(440, { service: [60] }),
  person(450, { window: [600, 660], service: [20] }),
  person(490, { window: [480, 540], service: [10, 7] }),
  person(495, { service: [10] }),
  person(498, { priority: true, service: [4] }),
  person(499, { window: [420, 480], service: [5] }),
]
const file: DayFile = {
  scenario: 'made',
  ...FRAME,
  days: [dayOf(people), { ...dayOf(people), id: 'made/1', friday: true }],
}
const comparison = compareDays(file, ['fifo', 'window'].map(policy))

describe('the measures', () => {
  test('count whom they say they count', () => {
    expect(comparison.results.map(({ figures }) => figures)).toMatchObject([
      // Called at 440, 500, 520, 530, 540 and 544.
      {
        inWindowMean: 30,
        onTimeMean: 15,
        calledInOwnWindow: 1,
        totalQueueMean: 15,
        walkInP95: 35,
        priorityP95: 42,
        lateP95: 45,
        unjustOvertakes: 0.5,
        served: 12,
        boundViolations: null,
      },
      // By window: priority first, then whose hour it is; the early bird after them.
      { inWindowMean: 14, unjustOvertakes: 0, priorityP95: 2, boundViolations: 0, keyViolations: 0 },
    ])
  })

  test('overtime is counted from the planned close, which is later on Fridays, and never below zero', () => {
    expect(
      compareDays({ ...file, planClose: 540 }, [policy('fifo')]).results[0]?.daily.map((day) => day.overtimeMean),
    ).toEqual([9, 0])
  })

  test('of nobody there is no figure', () => {
    const [result] = compareDays({ ...file, days: [dayOf([])] }, [policy('window')]).results
    expect(result?.figures).toMatchObject({
      inWindowMean: null,
      lateP95: null,
      unjustOvertakes: null,
      served: 0,
      overtimeMean: 0,
    })
  })
})

describe('the results', () => {
  test('have the shape of the reference, differences beside it', () => {
    const json = resultsJson([comparison, comparison])
    expect(Object.keys(json)).toEqual(['made', 'made (2)'])
    expect(json.made).toMatchObject({
      fifo: { inWindowMean: 30 },
      firstDay: {
        fifo: [
          [440, null],
          [500, null],
          [520, 530],
          [530, null],
          [540, null],
          [544, null],
        ],
      },
      days: 2,
      difference: { fifo: {}, window: { inWindowMean: { mean: -16, low: -16, high: -16 } } },
    })
  })

  test('are a table with ratios and paired differences', () => {
    const lines = resultsTable(comparison).split('\n')
    expect(lines[0]).toBe('made: 2 days, 12 applicants')
    expect(lines.find((line) => line.startsWith('inWindowMean'))).toMatch(
      /^inWindowMean \(min\) +30\.0 +14\.0 +0\.47 +−16\.0 \[−16\.0, −16\.0\] \*$/,
    )
  })
})

describe('the statistics', () => {
  test('a quantile lies between two values in proportion', () => {
    expect([quantile([4, 1, 3, 2], 0.5), quantile([1, 2], 0.95), quantile([7], 0.95), quantile([], 0.5)]).toEqual([
      2.5,
      1.95,
      7,
      null,
    ])
  })

  test.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [5, 2.571],
    [10, 2.228],
    [39, 2.023],
    [199, 1.972],
  ])("Student's t with %i degrees of freedom is %f, as tabled", (freedom, t) => {
    expect(Math.abs(studentT(freedom) / t - 1)).toBeLessThan(0.002)
  })

  test('an interval needs two values', () => {
    expect(intervalOf([3])).toBeNull()
    expect(intervalOf([1, 3])).toEqual({ mean: 2, low: 2 - 12.706, high: 2 + 12.706 })
  })
})

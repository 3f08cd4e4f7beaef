import { describe, expect, test } from 'vitest'
import { isAssured, judge } from '../../assurance/judge.ts'
import { badInputs, pageOf, summary } from '../../assurance/page.ts'
import { type ReportedTest, readReport } from '../../assurance/results.ts'
import type { Row } from '../../assurance/row.ts'
import { ROWS } from '../../assurance/rows.ts'

const ROW: Row[] = [
  { id: 'D1', priority: 'P0', says: 'An answer is on disk.' },
  { id: 'K2', priority: 'P0', says: 'No way out.', drill: { why: 'No kiosk is here.', steps: ['Press every key.'] } },
  { id: 'S4', priority: 'P2', says: 'The list is fresh.' },
]
const report = (...tests: ReportedTest[]) =>
  readReport({ testResults: [{ name: '/checkout/test/a.test.ts', assertionResults: tests }] }, '/checkout/')
const said = (status: string, ...tags: string[]): ReportedTest => ({ fullName: 'a test', status, tags })

describe('a row', () => {
  test('is shown by tests that passed, failed by one that did not, and open where none ran', () => {
    const standing = (...tests: ReportedTest[]) => judge(ROW, report(...tests)).map((one) => one.standing)
    expect(standing(said('passed', 'D1'))).toEqual(['shown', 'by-hand', 'open'])
    expect(standing(said('passed', 'D1', 'K2'), said('failed', 'D1'))).toEqual(['failed', 'shown', 'open'])
    expect(standing(said('skipped', 'D1'))).toEqual(['open', 'by-hand', 'open'])
  })

  test('that is open leaves the office unassured, save one that is merely good to have', () => {
    const assured = (...tests: ReportedTest[]) => isAssured(judge(ROW, report(...tests)))
    expect(assured(said('passed', 'D1'))).toBe(true)
    expect(assured()).toBe(false)
    expect(assured(said('passed', 'D1'), said('failed', 'S4'))).toBe(false)
  })
})

describe('the page', () => {
  const judged = judge(ROW, report({ ...said('passed', 'D1', 'S4'), meta: { figure: '60 kills', inputs: 30 } }))

  test('has a line for each row with its tests and what they measured, and the drills', () => {
    const page = pageOf(judged, '2026-11-27')
    expect(page).toContain('| D1 | P0 | An answer is on disk. | shown | `test/a.test.ts`: a test | 60 kills |')
    expect(page).toContain('- **K2** No way out. No kiosk is here.\n  1. Press every key.')
  })

  test('counts rows once by how they stand, and the inputs of a test once', () => {
    expect(summary(judged)).toBe('3 rows: 2 shown, 0 failed, 1 by hand, 0 open')
    expect(badInputs(judged)).toBe(30)
  })
})

test('every row has a name of its own', () => {
  expect(new Set(ROWS.map(({ id }) => id)).size).toBe(ROWS.length)
  expect(ROWS.length).toBeGreaterThan(110)
})

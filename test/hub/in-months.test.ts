import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inMonths } from '../../server/hub/hub-compare.ts'
import { dayAfter, daysFromTo } from '../../server/rules/civil.ts'

const daysOf = (from: string, until: string) =>
  Array.from({ length: daysFromTo(from, until) }, (_, i) => dayAfter(from, i))

test.each([
  ['2026-03-01', '2026-03-31', { months: { from: '2026-03', until: '2026-03' }, days: [] }],
  ['2026-03-02', '2026-03-31', { months: null, days: [{ from: '2026-03-02', until: '2026-03-31' }] }],
  [
    '2026-01-31',
    '2026-04-01',
    {
      months: { from: '2026-02', until: '2026-03' },
      days: [
        { from: '2026-01-31', until: '2026-01-31' },
        { from: '2026-04-01', until: '2026-04-01' },
      ],
    },
  ],
  ['2027-12-01', '2028-02-29', { months: { from: '2027-12', until: '2028-02' }, days: [] }],
])('%s to %s', (from, until, expected) => {
  expect(inMonths({ from, until })).toEqual(expected)
})

test('every day of a span is in one month or one edge, once, and no other day is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 200 }), (start, length) => {
      const from = dayAfter('2026-01-01', start)
      const until = dayAfter(from, length)
      const { months, days } = inMonths({ from, until })
      const near = daysOf(dayAfter(from, -40), dayAfter(until, 40))
      const inWhole = near.filter(
        (day) => months !== null && months.from <= day.slice(0, 7) && day.slice(0, 7) <= months.until,
      )
      const inEdges = days.flatMap((edge) => daysOf(edge.from, edge.until))
      expect([...inWhole, ...inEdges].sort()).toEqual(daysOf(from, until))
    }),
  )
})

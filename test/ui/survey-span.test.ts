import { expect, test } from 'vitest'
import { chooseSpan } from '../../ui/results/choose-span.ts'

const TODAY = '2026-11-24'

test.each([
  ['month', 0, '2026-11', '2026-11'],
  ['month', 11, '2025-12', '2025-12'],
  ['half', 0, '2026-07', '2026-11'],
  ['half', 1, '2026-01', '2026-06'],
  ['half', 2, '2025-07', '2025-12'],
  ['year', 0, '2026-01', '2026-11'],
  ['year', 1, '2025-01', '2025-12'],
] as const)('the %s %d back', (name, back, from, until) => {
  expect(chooseSpan(name, TODAY, back)).toEqual({ from, until })
})

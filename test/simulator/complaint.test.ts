import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { replayComplaint, tellComplaint } from '../../simulator/complaint.ts'
import { readDays } from '../../simulator/day-file.ts'
import { policy } from '../../simulator/policy.ts'

const read = readDays(JSON.parse(readFileSync(new URL('../../simulator/days/complaint.json', import.meta.url), 'utf8')))
const policies = ['fifo', 'window', 'window+help2'].map(policy)
const replay = 'file' in read ? replayComplaint(read.file, policy('fifo'), policies) : null

test('the window was 10.00–11.00, the person came at 10.00 and was called at 12.50; in order at 11.25, with help at 10.51', () => {
  const told = replay === null ? '' : tellComplaint(replay)
  expect(told.split('\n').filter((line) => /^\w/.test(line))).toEqual([
    'Window 10.00–11.00, arrives at 10.00 (day X-complaint/30).',
    'fifo: called at 12.50, after 2 h 50 min, 1 h 50 min past the end of the window',
    'window: called at 11.25, after 1 h 25 min, 25 min past the end of the window',
    'window+help2: called at 10.51, after 51 min, inside the window',
  ])
  expect(told).toContain('17 with a later turn went first')
})

test('under the rule by window nobody with a later turn goes first', () => {
  expect(replay?.lives.map(({ passedBy }) => passedBy)).toEqual([17, 0, 0])
})

import { describe, expect, test } from 'vitest'
import { lineOf } from '../../simulator/finding.ts'
import { playDay } from '../../simulator/play-day.ts'
import { policy } from '../../simulator/policy.ts'
import { evenDay, queueFrame } from '../../simulator/theory/queue-day.ts'
import { checkFloor } from '../../simulator/validate/check-floor.ts'
import { checkMonths } from '../../simulator/validate/check-months.ts'
import * as queues from '../../simulator/validate/check-queues.ts'

// A few of the days of `npm run simulate:validate`.
const effort = { days: 12, seed: 7, lengthMin: 300, warmMin: 0 }
const warm = { ...effort, lengthMin: 340, warmMin: 60 }

describe('the simulator does what queueing theory says', () => {
  test.each([
    ['M/M/1', () => queues.checkErlang(1, 0.8, effort)],
    ['M/M/3', () => queues.checkErlang(3, 0.7, effort)],
    ['M/M/3, ticket by ticket', () => queues.checkRecursion(3, 0.9, { ...effort, days: 3 })],
    ['cases of equal length', () => queues.checkPollaczek(0, effort)],
    ['cases of very different length', () => queues.checkPollaczek(1.2, effort)],
    ['two classes', () => queues.checkCobham(warm)],
    ['the conservation law', () => queues.checkConservation(warm)],
    ['two stages', () => queues.checkTandem(warm)],
    ['a year of Denpasar', () => checkMonths(2024, 35_417, 7)],
    ['the floor', () => checkFloor('D4-disrupted', ['fifo', 'window'], 6, 7)],
  ])('%s', (_, check) => {
    const wrong = check().filter(({ holds }) => !holds)
    expect(wrong.map((finding) => lineOf(finding, ['ok', 'FAILED']))).toEqual([])
  })
})

describe('one booth, first come first served, nobody misbehaving', () => {
  const calledAt = (perHour: number, minutes: number) => {
    const { visits } = playDay(queueFrame({ servers: [1] }), evenDay(perHour, minutes, 480, 660), policy('fifo'))
    return [600, 630, 660].map((arrive) => visits.find(({ arriveMin }) => arriveMin === arrive)?.cases[0]?.calledMin)
  }

  test('ten an hour of ten minutes each: 10.00 begins at 11.20, 10.30 at 12.10, 11.00 at 13.00', () => {
    expect(calledAt(10, 10)).toEqual([680, 730, 780])
  })

  test('eight an hour of nine minutes each: 10.24, 11.00 and 11.36', () => {
    expect(calledAt(8, 9)).toEqual([624, 660, 696])
  })
})

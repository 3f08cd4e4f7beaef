import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Applicant, Day, DayCounter } from '../../simulator/day-file.ts'
import { generateDays } from '../../simulator/generate/generate-days.ts'
import type { Play } from '../../simulator/play-day.ts'
import type { Logged } from '../../simulator/rules-desk.ts'
import { minuteOf } from '../../simulator/rules-desk.ts'
import { scenarioOf } from '../../simulator/scenarios.ts'
import { mean } from '../../simulator/statistics.ts'
import { firstDayOf, SCENARIOS } from './given-days.ts'
import { anyDay, calls, counterAt, dayOf, FRAME, onlyDay, person, play } from './make-day.ts'

const RUNS = { numRuns: 40 }
const RULES = ['fifo', 'appointment', 'classes', 'window', 'window+help2'] as const

/** Person-minutes among those whom `change` counts in (+1) and out (−1), summed over the log. */
const area = (log: readonly Logged[], change: (event: Logged['event']) => number): number => {
  let [sum, count, before] = [0, 0, 0]
  for (const { at, event } of log) {
    const now = minuteOf(at)
    sum += count * (now - before)
    before = now
    count += change(event)
  }
  return sum
}

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0)
const waitsAt = ({ visits }: Play, stage: number): number =>
  sum(
    visits.flatMap(({ cases }) =>
      cases.filter((one) => one.stage === stage).map((one) => one.calledMin - one.queuedMin),
    ),
  )

describe("Little's law holds to the last digit", () => {
  const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, a, b))

  test.each(RULES)('%s: at each stage and in the whole office', (rule) => {
    for (const scenario of SCENARIOS) {
      const played = play(onlyDay(firstDayOf(scenario)), rule)
      const stageOf = new Map<string, string>()
      for (const stage of [1, 2]) {
        const id = `stage-${stage}`
        const waiting = area(played.log, (event) => {
          if (event.type === 'CheckedIn') stageOf.set(event.ticketId, event.stage)
          if (event.type === 'CheckedIn') return Number(event.stage === id)
          if (event.type === 'Returned') return Number(id === 'stage-1')
          if (event.type === 'StageFinished') return Number(event.next?.stage === id)
          return event.type === 'Called' && event.stage === id ? -1 : 0
        })
        close(waiting, waitsAt(played, stage))
      }
      const inside = area(played.log, (event) =>
        event.type === 'CheckedIn' ? 1 : event.type === 'StageFinished' && event.next === null ? -1 : 0,
      )
      close(inside, sum(played.visits.map(({ arriveMin, leftMin }) => (leftMin ?? 0) - arriveMin)))
    }
  })
})

describe('what must not matter does not', () => {
  const shifted = (day: Day, by: number, scale = 1): Day => {
    const to = (minute: number) => minute * scale + by
    return {
      ...day,
      applicants: day.applicants.map((one) => ({
        ...one,
        arrive: to(one.arrive),
        window: one.window && [to(one.window[0]), to(one.window[1])],
        service: one.service.map((m) => m * scale),
        return: one.return && { after: one.return.after * scale, service: one.return.service * scale },
      })),
      counters: day.counters.map((one) => ({
        ...one,
        away: one.away.map(([from, until, why]): DayCounter['away'][number] => [to(from), to(until), why]),
      })),
    }
  }
  const near = (a: Play, b: Play, to: (minute: number) => number) => {
    const [before, after] = [a, b].map(({ visits }) => visits.flatMap(({ cases }) => cases.map((one) => one.calledMin)))
    expect(after?.length).toBe(before?.length)
    for (const [k, minute] of (before ?? []).entries()) expect(after?.[k]).toBeCloseTo(to(minute), 6)
  }
  const given = (['D2-normal', 'D4-disrupted'] as const).map((scenario) => onlyDay(firstDayOf(scenario)))

  test.each(RULES)('%s: the same day an hour later is the same day', (rule) => {
    for (const day of given) near(play(day, rule), play(shifted(day, 60), rule), (minute) => minute + 60)
  })

  test.each([
    ['fifo', 'fifo'],
    [
      'window+early30+grace10+late20+walkin40+priority60',
      'window+early60+grace20+late40+walkin80+priority120+limit240',
    ],
  ])('%s: twice as long everywhere is twice the wait', (rule, doubled) => {
    for (const day of given) near(play(day, rule), play(shifted(day, 0, 2), doubled), (minute) => minute * 2)
  })

  test('without windows and shifts the rule is first come first served, ticket by ticket', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const plain = { ...day, applicants: day.applicants.map((one) => ({ ...one, window: null, priority: false })) }
        expect(play(plain, 'window+late0+walkin0').visits.map(({ cases }) => cases)).toEqual(
          play(plain, 'fifo').visits.map(({ cases }) => cases),
        )
      }),
      RUNS,
    )
  })

  test.each(RULES)('%s: which of equal counters is which changes nothing', (rule) => {
    const times = ({ visits }: Play) =>
      visits.map(({ cases }) => cases.map(({ calledMin, endMin }) => [calledMin, endMin]))
    for (const day of given) {
      const equal = day.counters.map((one) => ({
        ...one,
        speed: 1,
        away: day.counters.find((c) => c.stage === one.stage)?.away ?? [],
      }))
      const [before, after] = [equal, equal.toReversed().sort((a, b) => a.stage - b.stage)].map((counters) =>
        play({ ...day, counters }, rule),
      )
      if (before === undefined || after === undefined) throw new Error('unreachable')
      expect(times(after)).toEqual(times(before))
    }
  })

  test('who comes, how long a case takes and who pauses is the same under every policy', () => {
    for (const day of given) {
      const before = JSON.stringify(day)
      const arrivals = RULES.map((rule) => play(day, rule)).map(({ log, visits }) => [
        log.flatMap(({ at, event }) => (event.type === 'CheckedIn' ? at : [])),
        visits.map(({ cases }, who) =>
          cases.map(({ stage, calledMin, endMin, counter }, k) => {
            const { service, return: papers } = day.applicants[who] ?? person(0)
            const served = papers !== null && k === 1 ? papers.service : service[stage - 1]
            return Math.abs(endMin - calledMin - (served ?? 0) * (day.counters[counter]?.speed ?? 0)) < 1e-6
          }),
        ),
      ])
      for (const other of arrivals) expect(other).toEqual(arrivals[0])
      expect(JSON.stringify(arrivals)).not.toContain('false')
      expect(JSON.stringify(day)).toBe(before)
    }
  })
})

describe('queues', () => {
  test('first come first served: nobody is called before somebody who came earlier', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const called = calls(play(day, 'fifo')).map((minute) => minute ?? 0)
        expect(called).toEqual([...called].sort((a, b) => a - b))
      }),
      RUNS,
    )
  })

  test('with equal services any order waits the same in all', () => {
    const crowd = (applicants: Applicant[]) =>
      dayOf(
        applicants.map((one) => ({ ...one, service: [7], return: null })),
        [counterAt(1), counterAt(1, { id: '1-1' })],
      )
    const total = (day: Day, rule: string) => waitsAt(play(day, rule, { ...FRAME, stages: ['all'] }), 1)
    fc.assert(
      fc.property(anyDay, ({ applicants }) => {
        const day = crowd(applicants)
        for (const rule of ['appointment', 'classes']) expect(total(day, rule)).toBeCloseTo(total(day, 'fifo'), 6)
      }),
      RUNS,
    )
  })

  test.each(['fifo', 'window'])('%s: one more counter never makes the mean wait longer', (rule) => {
    const { days } = generateDays(scenarioOf('D2-normal'), 8, 3)
    const wait = (day: Day) => {
      const played = play(day, rule)
      return waitsAt(played, 1) + waitsAt(played, 2)
    }
    const before = mean(days.map(wait)) ?? 0
    for (const stage of [1, 2])
      expect(
        mean(days.map((day) => wait({ ...day, counters: [...day.counters, counterAt(stage)] }))),
      ).toBeLessThanOrEqual(before)
  })
})

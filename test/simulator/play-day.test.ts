import { describe, expect, test } from 'vitest'
import { firstDayOf } from './given-days.ts'
import { calls, counterAt, dayOf, onlyDay, person, play } from './make-day.ts'

const one = { open: 480, planClose: 930, stages: ['all of it'] }
const startsAt = (away: [number, number, 'pause' | 'lunch' | 'closed' | 'outage'][]) =>
  calls(
    play(dayOf([person(480, { service: [30] }), person(485, { service: [5] })], [counterAt(1, { away })]), 'fifo', one),
  )[1]

describe('staff', () => {
  test.each([
    ['a pause in a case begins after it and keeps its length', [490, 500, 'pause'], 520],
    ['a lunch in a case ends when it was to end, if three quarters of it are left', [500, 560, 'lunch'], 560],
    ['a lunch in a case keeps three quarters of its length', [485, 525, 'lunch'], 540],
    ['an outage in a case keeps its end', [500, 515, 'outage'], 515],
    ['a closed counter keeps its end', [490, 505, 'closed'], 510],
  ] as const)('%s', (_, [from, to, why], expected) => {
    expect(startsAt([[from, to, why]])).toBe(expected)
  })

  test('overlapping absences are one', () => {
    expect(
      startsAt([
        [500, 520, 'pause'],
        [505, 540, 'outage'],
      ]),
    ).toBe(540)
  })

  test('the one who is idle longest takes the next ticket, of equals the first in the list', () => {
    const counters = [counterAt(1), counterAt(1, { id: '1-1' })]
    const people = [480, 481, 490, 500].map((at) => person(at, { service: [at === 480 ? 5 : 2] }))
    const took = play(dayOf(people, counters), 'fifo', one).visits.map(({ cases: [first] }) => first?.counter)
    expect(took).toEqual([0, 1, 1, 0])
  })

  test('a slow officer takes longer', () => {
    const { visits } = play(dayOf([person(480, { service: [10] })], [counterAt(1, { speed: 1.5 })]), 'fifo', one)
    expect(visits[0]?.leftMin).toBe(495)
  })
})

describe('a visit', () => {
  test.each<[string, [number, number] | null]>([
    ['with a booking', [480, 540]],
    ['without one', null],
  ])('%s: who is sent for papers comes back in the old place and then goes on', (_, window) => {
    const papers = { after: 12, service: 3 }
    const people = [person(480, { window, return: papers }), ...[481, 482, 483].map((at) => person(at))]
    const [first] = play(dayOf(people), 'fifo').visits
    expect(
      first?.cases.map(({ stage, queuedMin, calledMin, endMin }) => [stage, queuedMin, calledMin, endMin]),
    ).toEqual([
      [1, 480, 480, 485],
      [1, 497, 500, 503],
      [2, 503, 520, 530],
    ])
  })

  test('one value of service: turned down after the first stage', () => {
    const { visits, log } = play(dayOf([person(480, { service: [5] })]), 'fifo')
    expect(visits[0]).toMatchObject({ leftMin: 485, cases: [{ stage: 1 }] })
    expect(log.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ type: 'StageFinished', outcome: 'rejected' }),
    )
  })

  test('whose hour is long past is served as if without an appointment', () => {
    const [late, walkIn] = play(dayOf([person(700, { window: [480, 540] }), person(700)]), 'window').visits
    expect([late?.number, walkIn?.number]).toEqual(['W001', 'W002'])
  })

  test('an early bird is called at an idle counter from an hour before the window', () => {
    expect(calls(play(dayOf([person(480, { window: [600, 660] })]), 'window'))).toEqual([540])
    expect(calls(play(dayOf([person(480, { window: [600, 660] })]), 'window+early30'))).toEqual([570])
    expect(calls(play(dayOf([person(480, { window: [600, 660] })]), 'fifo'))).toEqual([480])
  })
})

describe('days of another structure', () => {
  test('three stages', () => {
    const frame = { ...one, stages: ['documents', 'photo', 'interview'] }
    const people = [480, 481].map((at) => person(at, { service: [5, 10, 15] }))
    const { visits, violations } = play(
      dayOf(
        people,
        [1, 2, 3].map((stage) => counterAt(stage)),
      ),
      'window',
      frame,
    )
    expect(visits.map(({ leftMin }) => leftMin)).toEqual([510, 525])
    expect(violations.keyViolations).toBe(0)
  })

  test('windows of half a day, a surge of priority, a case of hours', () => {
    const people = Array.from({ length: 60 }, (_, k) =>
      person(430 + k * 3, {
        window: k % 3 === 0 ? null : [480, 720],
        priority: k % 2 === 0,
        service: [k === 7 ? 240 : 1, 2],
      }),
    )
    const { visits, violations } = play(dayOf(people), 'window')
    expect(violations).toMatchObject({ unjustOvertakes: 0, keyViolations: 0, boundViolations: 0 })
    expect(visits.every(({ leftMin }) => leftMin !== null)).toBe(true)
  })

  test('a family is called together only where that is switched on', () => {
    const family = [480, 480.25, 481.5].map((arrive) => person(arrive, { window: [480, 540], group: 'a' }))
    const others = [480.3, 480.4].map((arrive) => person(arrive, { window: [480, 540] }))
    const people = [...family, ...others].sort((a, b) => a.arrive - b.arrive)
    const order = (rule: string) =>
      [...play(dayOf(people), rule).visits.keys()]
        .sort((a, b) => (calls(play(dayOf(people), rule))[a] ?? 0) - (calls(play(dayOf(people), rule))[b] ?? 0))
        .map((who) => people[who]?.group)
    expect(order('window')).toEqual(['a', 'a', null, null, 'a'])
    expect(order('window+families')).toEqual(['a', 'a', 'a', null, null])
  })
})

test('the same day and policy give the same log, byte for byte', () => {
  const day = onlyDay(firstDayOf('D2-normal'))
  const log = () => JSON.stringify(play(day, 'window+help2').log)
  expect(log()).toBe(log())
})

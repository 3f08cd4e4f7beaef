import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPlay } from '../../simulator/check-play.ts'
import { policy } from '../../simulator/policy.ts'
import { anyDay, dayOf, person, play } from './make-day.ts'

const GOOD = { unjustOvertakes: 0, keyViolations: 0, boundViolations: 0 }

describe('nobody is passed unjustly', () => {
  test.each([
    ['window'],
    ['window+help2'],
    ['window+help1+late60+walkin90+grace0+early15+priority30'],
    ['window+late0+walkin0+priority180'],
    ['window+families'],
    ['window+help2+families'],
  ])('%s: no key, bound or window is broken on any day, and everybody is served', (rule) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { violations, visits } = play(day, rule)
        expect(violations).toMatchObject(GOOD)
        if (!/families/.test(rule)) expect(violations.passedWhileKept).toBe(0)
        expect(visits.filter(({ leftMin }) => leftMin === null)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test.each([['fifo'], ['appointment'], ['classes'], ['fifo+help2']])(
    '%s: every call takes the smallest key',
    (rule) => {
      fc.assert(
        fc.property(anyDay, (day) => {
          expect(play(day, rule).violations).toMatchObject({ keyViolations: 0, boundViolations: null })
        }),
        { numRuns: 40 },
      )
    },
  )
})

describe('the check sees what goes wrong', () => {
  test('first come first served passes the one whose hour it is', () => {
    const early = person(470, { window: [540, 600], service: [60, 1] })
    const mine = person(500, { window: [480, 540], service: [5, 1] })
    const day = dayOf([person(460, { service: [60, 1] }), early, mine])
    expect(play(day, 'fifo').violations.unjustOvertakes).toBe(1)
    expect(play(day, 'window').violations).toMatchObject(GOOD)
  })

  test('a log in which two people changed places breaks every promise', () => {
    // One counter is busy with the first while the other two come.
    const people = [480, 485, 500].map((at) => person(at, { window: [480, 540], service: [60, 1] }))
    const { log, violations } = play(dayOf(people), 'window')
    expect(violations).toMatchObject(GOOD)
    const [, second = '', third = ''] = log.flatMap(({ event }) => (event.type === 'CheckedIn' ? event.ticketId : []))
    const swapped = log.map((entry) => {
      const { event } = entry
      if (event.type !== 'Called' || event.stage !== 'stage-1') return entry
      const ticketId = { [second]: third, [third]: second }[event.ticketId] ?? event.ticketId
      return { ...entry, event: { ...event, ticketId } }
    })
    expect(checkPlay(swapped, policy('window'))).toMatchObject({
      unjustOvertakes: 1,
      keyViolations: 1,
      boundViolations: 1,
    })
  })

  test('a head start of three hours is more than a rule of half an hour allows', () => {
    const people = [person(480, { service: [300, 1] }), person(490, { window: [480, 540] })]
    const { log, violations } = play(dayOf([...people, person(600, { priority: true })]), 'window+priority180')
    expect(violations).toMatchObject(GOOD)
    expect(checkPlay(log, policy('window+priority30')).boundViolations).toBe(1)
  })
})

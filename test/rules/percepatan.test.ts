import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextDueAt } from '../../server/rules/deadlines.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { percepatanAtRisk, shiftAtStage } from '../../server/rules/percepatan.ts'
import { MINUTE } from '../../server/rules/state.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { lanesWith, morningWith, percepatanOffice } from '../support/office-with.ts'
import { booking, counter, keyOf, rehearse } from '../support/rules.ts'

const today = (code: string, hours: string, change = {}) =>
  booking(code, hours, { service: 'passport-today', ...change })
/** Documents take 5 minutes, the interview 12, and half an hour is kept free: the turn is 10.13 for 11.00. */
const office = (finishBy = '11.00') =>
  rehearse(
    morningWith(
      percepatanOffice(finishBy),
      today('FAST', '10.00-11.00'),
      today('OLD', '10.00-11.00', { priority: true }),
      booking('ONTIME', '09.00-10.00'),
    ),
  )
const fast = '2026-11-24/H001'

describe('a lane with a deadline', () => {
  test.each([
    ['09.30', '10.00', 0, 'early enough: as anybody'],
    ['10.13', '10.13', 0, 'just early enough'],
    ['10.30', '10.13', -17, 'moved forward to where it can be met'],
    ['10.59', '10.13', -46, 'also when it hardly can'],
    ['11.05', '11.05', 0, 'not when it is past already: late within the grace'],
  ])('at %s the turn is %s, %i minutes', (clock, turn, shiftMin) => {
    const day = office()
    day.scan('FAST', clock)
    expect(day.ticket('H001')).toMatchObject({ turnAt: at(turn), shiftMin })
  })

  test('moves nobody forward by more than priority does', () => {
    const day = office('11.10')
    day.taken({ type: 'CheckIn', presented: { status: 'code', key: keyOf('FAST') } }, counter(1), '11.09')
    expect(day.ticket('H001').shiftMin).toBe(-46)
    const early = office('08.30')
    early.scan('FAST', '07.30')
    expect(early.ticket('H001')).toMatchObject({ shiftMin: -120, turnAt: at('08.00') })
  })

  test('leaves priority its head start', () => {
    const day = office()
    day.scan('OLD', '10.30')
    expect(day.ticket('H001')).toMatchObject({ letter: 'H', shiftMin: -120 })
  })

  test('works the turn out anew at the next stage', () => {
    const day = office()
    day.open(1, ['documents'])
    day.scan('FAST', '10.00')
    day.call(1, '10.20')
    day.taken({ type: 'Start', ticketId: fast }, counter(1), '10.20')
    day.taken({ type: 'Finish', ticketId: fast, outcome: 'completed' }, counter(1), '10.30')
    // 11.00 less 12 minutes of interview and the 30 kept free.
    expect(day.ticket('H001')).toMatchObject({ stage: 'interview', shiftMin: -12, turnAt: at('10.18') })
    expect(shiftAtStage(day.state(), day.ticket('H001'), 'interview', at('11.30'))).toBe(-72)
    expect(shiftAtStage(day.state(), day.ticket('H001'), 'interview', at('14.00'))).toBe(-120)
  })

  test('changes nothing for the other lanes', () => {
    const day = office()
    day.scan('ONTIME', '10.05')
    expect(shiftAtStage(day.state(), day.ticket('A001'), 'interview', at('11.30'))).toBe(0)
  })

  test('does not move anybody under another rule than the turn by window', () => {
    const windows = { ...DENPASAR.windows, rule: 'arrival' as const }
    const day = rehearse(morningWith({ ...percepatanOffice('11.00'), windows }, today('FAST', '10.00-11.00')))
    day.scan('FAST', '10.30')
    expect(day.ticket('H001')).toMatchObject({ turnAt: at('10.30'), shiftMin: 0 })
  })

  test('warns from the minute on at which the remaining stages no longer fit, and the office wakes up for it', () => {
    const day = office()
    day.scan('FAST', '10.00')
    expect(percepatanAtRisk(day.state(), at('10.42.59'))).toEqual([])
    expect(percepatanAtRisk(day.state(), at('10.43'))).toEqual([fast])
    expect(nextDueAt(day.state(), at('10.30'))).toBe(at('10.43'))
  })

  test('warns earlier when the likely call is later than that', () => {
    const day = office()
    day.scan('FAST', '10.00')
    const spread = { lowAt: at('10.30'), medianAt: at('10.38'), highAt: at('10.45') }
    const forecast = { ticketId: fast, fromAt: at('10.30'), untilAt: at('10.45'), ...spread }
    const shown = evolve(day.state(), { type: 'ForecastsShown', forecasts: [forecast] }, at('10.01'))
    expect(percepatanAtRisk(shown, at('10.01'))).toEqual([fast])
  })

  test('warns of a case that takes too long, and no more when it is done', () => {
    const day = office()
    day.open(1, ['documents'])
    day.scan('FAST', '10.00')
    day.call(1, '10.30')
    day.taken({ type: 'Start', ticketId: fast }, counter(1), '10.30')
    expect(percepatanAtRisk(day.state(), at('10.47'))).toEqual([])
    expect(percepatanAtRisk(day.state(), at('10.48'))).toEqual([fast])
    day.taken({ type: 'Finish', ticketId: fast, outcome: 'rejected' }, counter(1), '10.50')
    expect(percepatanAtRisk(day.state(), at('10.51'))).toEqual([])
  })
})

describe('the bound on overtaking, at check-in', () => {
  const { priorityHeadStartMin } = DENPASAR.windows
  const hours = fc.constantFrom('08.00-09.00', '09.00-10.00', '10.00-11.00', '11.00-12.00')
  const person = fc.record({
    hours,
    priority: fc.boolean(),
    isFast: fc.boolean(),
    party: fc.integer({ min: 0, max: 9 }),
  })
  const arrivals = fc.array(fc.tuple(person, fc.integer({ min: 0, max: 12 })), { minLength: 2, maxLength: 25 })

  test('nobody who comes more than (r − a) + h + P after somebody, and four times the joining minutes, is called before', () => {
    let overtakes = 0
    fc.assert(
      fc.property(arrivals, (people) => {
        const bookings = people.map(([{ hours: of, priority, isFast, party }], i) =>
          booking(`C${i}`, of, {
            priority,
            service: isFast ? 'passport-today' : 'passport-new',
            // A party has five members at most: one account files for five.
            ...(party > 4 ? {} : { party: keyOf(`P${party}${Math.floor(i / 5)}`) }),
          }),
        )
        const day = rehearse(morningWith(percepatanOffice('11.00'), ...bookings))
        let now = at('07.30')
        const tickets = people.flatMap(([, minutes], i) => {
          now += minutes * MINUTE
          const events = day.taken(
            { type: 'CheckIn', presented: { status: 'code', key: keyOf(`C${i}`) } },
            counter(1),
            now,
          )
          return events.flatMap((event) => (event.type === 'CheckedIn' ? [{ ...event, checkedInAt: now }] : []))
        })
        for (const [i, mine] of tickets.entries())
          for (const other of tickets.slice(i + 1)) {
            if (other.turnAt >= mine.turnAt) continue
            overtakes += 1
            const boundMs =
              mine.turnAt - mine.checkedInAt + (priorityHeadStartMin + 4 * DENPASAR.families.joinMin) * MINUTE
            expect(other.checkedInAt - mine.checkedInAt).toBeLessThanOrEqual(boundMs)
          }
      }),
      { numRuns: 300 },
    )
    expect(overtakes).toBeGreaterThan(1000)
  })
})

test('a lane that is not percepatan may have a deadline too', () => {
  const day = rehearse(morningWith({ lanes: lanesWith('A', { finishBy: '11.00' }) }, booking('C1', '10.00-11.00')))
  day.scan('C1', '10.30')
  expect(day.ticket('A001').turnAt).toBe(at('10.13'))
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Office } from '../../protocol/office.ts'
import { everyPaper } from '../../server/rules/papers.ts'
import { everyTicket } from '../../server/rules/tickets.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { lanesWith, morningWith, percepatanOffice } from '../support/office-with.ts'
import { booking, counter, KIOSK, rehearse } from '../support/rules.ts'

const TAKE = { type: 'TakeNumber', service: 'passport-new', priority: false, reason: 'app-trouble' } as const
const GRANT = {
  type: 'GrantNumber',
  service: 'passport-new',
  priority: false,
  walkInReason: 'app-trouble',
  kiosk: '1',
  reason: 'office-mistake',
} as const
const withLane = (letter: string, change: Partial<Office['lanes'][number]>, ...codes: string[]) =>
  rehearse(morningWith({ lanes: lanesWith(letter, change) }, ...codes.map((code) => booking(code, '08.00-09.00'))))
const refused = (code: string) => ({ status: 'refused', refusal: { code } })

describe('somebody without an appointment', () => {
  test('takes a number with a reason, in the lane of those who have none, and gets a paper', () => {
    const day = withLane('K', {})
    expect(day.ask(TAKE, KIOSK, '09.00')).toMatchObject({ result: { verdict: 'walk-in', number: 'K001' } })
    expect(day.ticket('K001')).toMatchObject({
      ...{ key: null, window: null, arrival: 'walk-in', walkInReason: 'app-trouble', priority: false },
      ...{ turnAt: at('10.00'), shiftMin: 60, callableFromAt: at('09.00') },
    })
    expect(everyPaper(day.state().papers)).toMatchObject([{ mark: 'original', printer: '1' }])
    expect(day.state().kiosks['1']?.visit).toMatchObject({ verdict: 'walk-in', key: null })
  })

  test('who needs priority says so, and takes a number of that lane', () => {
    const day = withLane('K', {})
    day.taken({ ...TAKE, priority: true }, KIOSK, '09.00')
    expect(day.ticket('R001')).toMatchObject({ priority: true, turnAt: at('07.00'), shiftMin: -120 })
  })

  test('of a service with a lane of its own keeps that lane', () => {
    const day = rehearse(morningWith(percepatanOffice('11.00')))
    day.taken({ ...TAKE, service: 'passport-today', priority: true }, KIOSK, '08.00')
    expect(day.ticket('H001').service).toBe('passport-today')
  })

  test.each([
    ['a reason that the office does not have', { reason: 'curious' }, 'unknown-reason'],
    ['a service that the office does not have', { service: 'visa' }, 'unknown-service'],
  ])('gets nothing for %s', (_, change, code) => {
    expect(withLane('K', {}).ask({ ...TAKE, ...change }, KIOSK, '09.00')).toEqual(refused(code))
  })

  test('gets no number when the lane has given them all, but staff may give one', () => {
    const day = withLane('K', { cap: 1 })
    day.taken(TAKE, KIOSK, '09.00')
    expect(day.ask(TAKE, KIOSK, '09.01')).toEqual(refused('lane-full'))
    day.taken(GRANT, counter(1), '09.02')
    expect(day.ticket('K002')).toMatchObject({ arrival: 'walk-in', turnAt: at('10.02') })
    expect(day.state().overrides).toMatchObject([
      { act: 'walk-in-granted', staff: '07', reason: 'office-mistake', at: at('09.02') },
    ])
  })

  test('gets no number outside of the hours of the lane', () => {
    const day = withLane('K', { numbers: { from: '08.00', until: '10.00' } })
    expect(day.ask(TAKE, KIOSK, '07.59')).toEqual(refused('lane-closed'))
    day.taken(TAKE, KIOSK, '08.00')
    expect(day.ask(TAKE, KIOSK, '10.00')).toEqual(refused('lane-closed'))
  })

  test('is sent to staff where staff give the numbers', () => {
    expect(withLane('K', { grantedBy: 'staff' }).ask(TAKE, KIOSK, '09.00')).toEqual(refused('staff-grant-needed'))
  })

  test('with a booking whose window is long past gets a number whatever the cap and the hours of the lane', () => {
    const day = withLane('K', { cap: 0, numbers: { from: '08.00', until: '08.30' }, grantedBy: 'staff' }, 'PAST')
    const { visitId } = day.scan('PAST', '11.30')
    day.taken({ type: 'TakeNumberAnyway', visitId }, KIOSK, '11.31')
    expect(day.ticket('K001').arrival).toBe('walk-in')
  })

  test('given by staff is not shown to whoever stands at the kiosk', () => {
    const day = withLane('K', {}, 'MINE')
    day.scan('MINE', '08.00')
    const before = day.state().kiosks['1']
    day.taken(GRANT, counter(1), '08.01')
    expect(day.state().kiosks['1']).toEqual(before)
    expect(everyPaper(day.state().papers)).toHaveLength(2)
  })
})

describe('the caps of lanes, whatever is pressed', () => {
  const act = fc.constantFrom('take', 'take', 'take', 'scan', 'grant', 'anyway')
  const caps = fc.record({ A: fc.nat({ max: 3 }), K: fc.nat({ max: 3 }), R: fc.nat({ max: 3 }) })

  test('hold for kiosks and people without a booking, and for nobody else', () => {
    let full = 0
    fc.assert(
      fc.property(caps, fc.array(fc.tuple(act, fc.boolean()), { maxLength: 30 }), (cap, acts) => {
        const lanes = DENPASAR.lanes.map((lane) => ({ ...lane, cap: cap[lane.letter as keyof typeof cap] }))
        const codes = acts.map((_, i) => booking(`C${i}`, '08.00-09.00', { priority: i % 4 === 0 }))
        const day = rehearse(morningWith({ lanes }, ...codes))
        for (const [i, [what, priority]] of acts.entries()) {
          const letter = priority ? 'R' : 'K'
          const given = day.state().lastNumber[letter] ?? 0
          const late = what === 'anyway'
          if (what === 'take') {
            const decision = day.ask({ ...TAKE, priority }, KIOSK, '09.00')
            if (given < cap[letter]) expect(decision.status).toBe('taken')
            else expect(decision).toEqual(refused('lane-full'))
            if (given >= cap[letter]) full += 1
          } else if (what === 'grant') day.taken({ ...GRANT, priority }, counter(1), '09.00')
          else {
            const { visitId, number } = day.scan(`C${i}`, late ? '11.30' : '08.30')
            if (late) day.taken({ type: 'TakeNumberAnyway', visitId }, KIOSK, '11.30')
            else expect(number).not.toBeNull()
          }
        }
        expect(everyTicket(day.state().tickets)).toHaveLength(day.state().checkIns)
      }),
      { numRuns: 200 },
    )
    expect(full).toBeGreaterThan(100)
  })
})

import { describe, expect, test } from 'vitest'
import type { TurnRule, Windows } from '../../protocol/office-rules.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { lanesWith, morningWith } from '../support/office-with.ts'
import { booking, KIOSK, rehearse } from '../support/rules.ts'

const windowsWith = (change: Partial<Windows>) => ({ ...DENPASAR.windows, ...change })
const bookings = [
  booking('EARLY', '11.00-12.00'),
  booking('LATE', '08.00-09.00'),
  booking('PAST', '08.00-08.30'),
  booking('OLD', '10.00-11.00', { priority: true }),
]

describe('the other rules that an office may come from', () => {
  const arriveUnder = (rule: TurnRule) => {
    const day = rehearse(morningWith({ windows: windowsWith({ rule }) }, ...bookings))
    const turn = (number: string | null) => {
      const { turnAt, callableFromAt, shiftMin, arrival } = day.ticket(number ?? '')
      expect(callableFromAt).toBe(at('10.45'))
      return { turnAt, shiftMin, arrival }
    }
    day.taken({ type: 'TakeNumber', service: 'passport-new', priority: false, reason: 'other' }, KIOSK, '10.45')
    const [early, late, past, old] = bookings.map((_, i) =>
      turn(day.scan(['EARLY', 'LATE', 'PAST', 'OLD'][i] ?? '', '10.45').number),
    )
    return { early, late, past, old, walkIn: turn('K001') }
  }

  test('first come first served: the arrival alone, nobody too late, no head start', () => {
    const turns = arriveUnder('arrival')
    for (const turn of Object.values(turns)) expect(turn).toMatchObject({ turnAt: at('10.45'), shiftMin: 0 })
    expect(turns).toMatchObject({ early: { arrival: 'early' }, late: { arrival: 'late' }, past: { arrival: 'late' } })
  })

  test('by appointment: the start of the window whenever one came, without one the arrival', () => {
    expect(arriveUnder('appointment')).toMatchObject({
      early: { turnAt: at('11.00'), shiftMin: 0 },
      late: { turnAt: at('08.00'), shiftMin: 0 },
      past: { turnAt: at('08.00'), shiftMin: 0 },
      old: { turnAt: at('10.00'), shiftMin: 0 },
      walkIn: { turnAt: at('10.45'), shiftMin: 0 },
    })
  })

  test('strict classes: priority before booked before all others, each by arrival', () => {
    const { early, late, past, old, walkIn } = arriveUnder('classes')
    for (const turn of [early, late, past]) expect(turn).toMatchObject({ turnAt: at('10.45'), shiftMin: 0 })
    expect(old).toMatchObject({ turnAt: at('10.45') - 720 * 60_000, shiftMin: -720 })
    expect(walkIn).toMatchObject({ turnAt: at('10.45') + 720 * 60_000, shiftMin: 720 })
  })
})

test('a lane may have arrival rules of its own', () => {
  const lanes = lanesWith('A', { windows: windowsWith({ graceMin: 0, lateSetBackMin: 45, walkInSetBackMin: 60 }) })
  const day = rehearse(morningWith({ lanes }, ...bookings))
  day.scan('LATE', '09.01')
  expect(day.ticket('A001')).toMatchObject({ arrival: 'late', shiftMin: 45, turnAt: at('09.46') })
})

describe('equal turns', () => {
  const early = [
    booking('FIRST', '10.00-11.00', { bookingNo: 900 }),
    booking('SECOND', '10.00-11.00', { bookingNo: 17 }),
    booking('THIRD', '10.00-11.00'),
  ]
  const order = (ties: Windows['ties']) => {
    const day = rehearse(morningWith({ windows: windowsWith({ ties, walkInSetBackMin: 30 }) }, ...early))
    day.taken({ type: 'TakeNumber', service: 'passport-new', priority: false, reason: 'other' }, KIOSK, '09.30')
    for (const code of ['FIRST', 'SECOND', 'THIRD']) day.scan(code, '09.40')
    expect(day.ticket('K001').turnAt).toBe(day.ticket('A001').turnAt)
    day.open(1, ['documents'])
    day.open(2, ['documents'])
    day.open(3, ['interview'], ['documents'])
    day.open(4, ['interview'], ['documents'])
    return [1, 2, 3, 4].map((place) => day.call(place, '10.00'))
  }

  test('go by who checked in first', () => expect(order('check-in')).toEqual(['K001', 'A001', 'A002', 'A003']))

  test('by the setting go by the number of the booking, and those without one come after', () =>
    expect(order('booking')).toEqual(['A002', 'A001', 'K001', 'A003']))
})

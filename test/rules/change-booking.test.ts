import { describe, expect, test } from 'vitest'
import type { Sender } from '../../protocol/roles.ts'
import { diffAgenda } from '../../server/rules/agenda-diff.ts'
import type { SealedOf } from '../../server/rules/decision.ts'
import { TODAY, window } from '../support/denpasar.ts'
import { booking, keyOf, morning, rehearse } from '../support/rules.ts'

const DESK: Sender = { role: 'supervisor', device: 'd', place: 'desk', staff: '21' }
type Change = Omit<SealedOf<'ChangeBooking'>, 'commandId'>
const LATER: Change = {
  ...{ type: 'ChangeBooking', presented: { status: 'code', key: keyOf('CODE1') }, day: TODAY },
  ...{ window: window('11.00-12.00'), service: 'passport-new', status: 'booked', priority: false },
}

describe('one booking that is changed at the desk', () => {
  test('has the new window and keeps its family and its number in the app', () => {
    const known = booking('CODE1', '10.00-11.00', { party: keyOf('FAMILY'), bookingNo: 7 })
    const day = rehearse(morning(known))
    day.taken(LATER, DESK, '08.00')
    expect(day.state().bookings[known.key]).toEqual({ ...known, window: window('11.00-12.00') })
    expect(day.taken(LATER, DESK, '08.01')).toEqual([])
  })

  test('that is here already keeps its ticket and its turn', () => {
    const day = rehearse(morning(booking('CODE1', '08.00-09.00')))
    day.scan('CODE1', '08.05')
    const before = day.ticket('A001')
    day.taken(LATER, DESK, '08.06')
    expect(day.ticket('A001')).toEqual(before)
  })

  test.each<[string, Partial<Change>, string]>([
    ['whose code no list has', { presented: { status: 'code', key: keyOf('OTHER') } }, 'unknown-booking'],
    ['with something that is no code', { presented: { status: 'unreadable' } }, 'unknown-booking'],
    ['to a service that nobody has', { service: 'visa' }, 'unknown-service'],
    ['to a window of another day', { window: window('10.00-11.00', '2026-11-25') }, 'time-impossible'],
  ])('%s is refused', (_what, change, code) => {
    const day = rehearse(morning(booking('CODE1', '10.00-11.00')))
    expect(day.ask({ ...LATER, ...change }, DESK, '08.00')).toEqual({ status: 'refused', refusal: { code } })
  })
})

describe('a list held against what is known', () => {
  test('tells what is new, what changes and in what, and what stays', () => {
    const [same, moved, other] = [
      booking('CODE1', '10.00-11.00'),
      booking('CODE2', '10.00-11.00'),
      booking('CODE3', '10.00-11.00'),
    ]
    const fresh = booking('CODE4', '10.00-11.00')
    const known = Object.fromEntries([same, moved, other].map((each) => [each.key, each]))
    const after = { ...moved, window: window('11.00-12.00'), priority: true }
    expect(diffAgenda(known, [{ ...same }, after, { ...other, status: 'cancelled' }, fresh])).toEqual({
      added: [fresh],
      changed: [
        { before: moved, after, fields: ['window', 'priority'] },
        { before: other, after: { ...other, status: 'cancelled' }, fields: ['status'] },
      ],
      unchanged: 1,
    })
  })
})

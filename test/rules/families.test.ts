import { describe, expect, test } from 'vitest'
import type { Booking } from '../../server/rules/events.ts'
import { queueOf } from '../../server/rules/tickets.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { morningWith } from '../support/office-with.ts'
import { booking, keyOf, rehearse } from '../support/rules.ts'

const member = (code: string, hours = '10.00-11.00', change: Partial<Booking> = {}) =>
  booking(code, hours, { party: keyOf('FAMILY'), ...change })
const house = (families = DENPASAR.families, ...more: Booking[]) =>
  rehearse(morningWith({ families }, member('MOTHER'), member('CHILD'), member('BABY'), ...more))

describe('members of a family who check in together', () => {
  test('share one turn, and nobody of the same turn comes between them', () => {
    const day = house(DENPASAR.families, booking('OTHER', '10.00-11.00'))
    day.scan('MOTHER', '09.30')
    day.scan('OTHER', '09.31')
    day.scan('CHILD', '09.34')
    for (const number of ['A001', 'A002', 'A003']) expect(day.ticket(number).turnAt).toBe(at('10.00'))
    const turns = queueOf(day.state().tickets, 'documents').map(({ number }) => number)
    expect(turns).toEqual(['A001', 'A003', 'A002'])
  })

  test('count as come with the first, each at most five minutes after the last', () => {
    const day = house()
    day.scan('MOTHER', '10.10')
    day.scan('CHILD', '10.15')
    day.scan('BABY', '10.20')
    for (const number of ['A001', 'A002', 'A003']) expect(day.ticket(number).turnAt).toBe(at('10.10'))
  })

  test('who comes later than that has the turn of the own arrival', () => {
    const day = house()
    day.scan('MOTHER', '10.10')
    day.scan('CHILD', '10.15.01')
    expect(day.ticket('A002').turnAt).toBe(at('10.15.01'))
  })

  test('who comes when the first was called already has the own turn', () => {
    const day = house()
    day.open(1, ['documents'])
    day.scan('MOTHER', '10.10')
    day.call(1, '10.10')
    day.scan('CHILD', '10.12')
    expect(day.ticket('A002').turnAt).toBe(at('10.12'))
  })

  test('a late member of a family that is not late is not set back, at no stage', () => {
    const day = house()
    day.scan('MOTHER', '11.14')
    day.scan('CHILD', '11.16')
    expect(day.ticket('A002')).toMatchObject({ arrival: 'late', turnAt: at('11.14'), shiftMin: 0 })
  })

  test('a member with priority does not lose it to the others, and one that follows joins it', () => {
    const day = house(DENPASAR.families, member('OLD', '10.00-11.00', { priority: true }))
    day.scan('MOTHER', '10.10')
    day.scan('OLD', '10.11')
    expect(day.ticket('R001').turnAt).toBe(at('08.11'))
    day.scan('CHILD', '10.12')
    expect(day.ticket('A002').turnAt).toBe(at('08.11'))
  })

  test('another window or another account is no family', () => {
    const day = house(
      DENPASAR.families,
      member('COUSIN', '09.00-10.00'),
      booking('OTHER', '10.00-11.00', { party: keyOf('X') }),
    )
    day.scan('MOTHER', '10.10')
    day.scan('COUSIN', '10.11')
    day.scan('OTHER', '10.12')
    expect([day.ticket('A002').turnAt, day.ticket('A003').turnAt]).toEqual([at('10.11'), at('10.12')])
  })

  test('have their own turns in an office that calls families one by one', () => {
    const day = house({ together: false, joinMin: 5 })
    day.scan('MOTHER', '10.10')
    day.scan('CHILD', '10.12')
    expect(day.ticket('A002').turnAt).toBe(at('10.12'))
  })
})

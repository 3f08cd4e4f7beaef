import { describe, expect, test } from 'vitest'
import { everyTicket } from '../../server/rules/tickets.ts'
import { at, TODAY } from '../support/denpasar.ts'
import { morningWith } from '../support/office-with.ts'
import { booking, KIOSK, keyOf, morning, rehearse } from '../support/rules.ts'

describe('a code presented at a kiosk', () => {
  test.each([
    ['08.30', 'early', '10.00', '09.00', 0],
    ['09.59.59', 'early', '10.00', '09.59.59', 0],
    ['10.00', 'on-time', '10.00', '10.00', 0],
    ['10.59.59', 'on-time', '10.59.59', '10.59.59', 0],
    ['11.00', 'late-grace', '11.00', '11.00', 0],
    ['11.14.59', 'late-grace', '11.14.59', '11.14.59', 0],
    ['11.15', 'late', '11.45', '11.15', 30],
    ['12.59.59', 'late', '13.29.59', '12.59.59', 30],
  ])('with the window 10.00-11.00 at %s is %s, its turn counts from %s', (clock, verdict, turn, callable, shift) => {
    const day = rehearse(morning(booking('CODE1', '10.00-11.00')))
    expect(day.scan('CODE1', clock)).toMatchObject({ verdict, number: 'A001' })
    expect(day.ticket('A001')).toMatchObject({ turnAt: at(turn), callableFromAt: at(callable), shiftMin: shift })
  })

  test('two hours after the window is too late, and a yes gives a number without appointment', () => {
    const day = rehearse(morning(booking('CODE1', '08.00-09.00')))
    const { visitId, verdict, number } = day.scan('CODE1', '11.00')
    expect({ verdict, number }).toEqual({ verdict: 'too-late', number: null })
    day.taken({ type: 'TakeNumberAnyway', visitId }, KIOSK, '11.01')
    expect(day.ticket('K001')).toMatchObject({ arrival: 'walk-in', window: null, turnAt: at('12.01'), shiftMin: 60 })
  })

  test('a yes that nobody was asked for gives nothing', () => {
    const day = rehearse(morning(booking('CODE1', '10.00-11.00')))
    const { visitId } = day.scan('CODE1', '10.00')
    expect(day.ask({ type: 'TakeNumberAnyway', visitId }, KIOSK, '10.01')).toEqual({
      status: 'refused',
      refusal: { code: 'nothing-offered' },
    })
  })

  test('a priority booking gets the head start instead of the set-back, and the priority letter', () => {
    const day = rehearse(morning(booking('CODE1', '10.00-11.00', { priority: true })))
    expect(day.scan('CODE1', '11.30').number).toBe('R001')
    expect(day.ticket('R001')).toMatchObject({ arrival: 'late', turnAt: at('09.30'), shiftMin: -120 })
  })

  test.each([
    ['for tomorrow', { day: '2026-11-25' }, 'wrong-day'],
    ['that was cancelled', { status: 'cancelled' }, 'cancelled'],
    ['that is not paid', { status: 'unpaid' }, 'unpaid'],
  ] as const)('a booking %s gets no ticket, and the day counts it', (_, change, verdict) => {
    const day = rehearse(morning(booking('CODE1', '10.00-11.00', change)))
    expect(day.scan('CODE1', '10.00')).toMatchObject({ verdict, number: null })
    expect(everyTicket(day.state().tickets)).toEqual([])
    expect(day.state().turnedAway).toEqual({ [verdict]: 1 })
  })

  test('an unknown code, a payment code and nonsense get no ticket', () => {
    const day = rehearse(morning())
    expect(day.scan('NOBODY', '10.00').verdict).toBe('unknown')
    day.taken({ type: 'CheckIn', presented: { status: 'billing-code' } }, KIOSK, '10.01')
    day.taken({ type: 'CheckIn', presented: { status: 'unreadable' } }, KIOSK, '10.02')
    expect(day.state().turnedAway).toEqual({ unknown: 2, 'billing-code': 1 })
  })

  test('a second scan shows the ticket that exists and does not move its place', { tags: ['K8'] }, () => {
    const day = rehearse(morning(booking('CODE1', '10.00-11.00')))
    day.scan('CODE1', '10.00')
    const before = day.ticket('A001')
    expect(day.scan('CODE1', '10.20')).toMatchObject({ verdict: 'already-in', number: 'A001' })
    expect(day.ticket('A001')).toEqual(before)
  })

  test('a kiosk that is not in the office gets nothing', () => {
    const day = rehearse(morning(booking('CODE1', '10.00-11.00')))
    const scan = { type: 'CheckIn', presented: { status: 'code', key: keyOf('CODE1') } } as const
    expect(day.ask(scan, { ...KIOSK, place: '9' }, '10.00')).toMatchObject({ refusal: { code: 'unknown-place' } })
  })

  test('before the day is open nobody gets a number', () => {
    const { day: _, ...rest } = morning(booking('CODE1', '10.00-11.00'))
    const closed = rehearse({ ...rest, day: null })
    const scan = { type: 'CheckIn', presented: { status: 'code', key: keyOf('CODE1') } } as const
    expect(closed.ask(scan, KIOSK, '10.00')).toMatchObject({ refusal: { code: 'day-not-open' } })
  })
})

test('numbers run per lane from 001 and are four digits above 999', () => {
  const many = Array.from({ length: 1001 }, (_, i) => booking(`B${i}`, '10.00-11.00'))
  const day = rehearse(morningWith({}, ...many, booking('OLD', '10.00-11.00', { priority: true })))
  const numbers = many.map((_, i) => day.scan(`B${i}`, '10.00').number)
  expect(numbers.slice(0, 2)).toEqual(['A001', 'A002'])
  expect(numbers.slice(-3)).toEqual(['A999', 'A1000', 'A1001'])
  expect(day.scan('OLD', '10.01').number).toBe('R001')
})

describe('the day', () => {
  test('is opened once: neither again nor an earlier one, so no number is given twice', () => {
    const day = rehearse(morning())
    expect(day.ask({ type: 'OpenDay', day: TODAY }, KIOSK, '08.00')).toMatchObject({
      refusal: { code: 'day-not-after' },
    })
    day.taken({ type: 'CloseDay', day: TODAY }, KIOSK, '16.00')
    for (const earlier of [TODAY, '2026-11-23', '1970-01-01'])
      expect(day.ask({ type: 'OpenDay', day: earlier }, KIOSK, '16.01')).toMatchObject({
        refusal: { code: 'day-not-after' },
      })
    day.taken({ type: 'OpenDay', day: '2026-11-25' }, KIOSK, '16.02')
    expect(day.state()).toMatchObject({ tickets: {}, lastNumber: {}, checkIns: 0 })
  })

  test('ends the tickets that were not served, and forgets the bookings of the day before', () => {
    const day = rehearse(morning(booking('CODE1', '10.00-11.00'), booking('OLD', '10.00-11.00', { day: '2026-11-23' })))
    day.scan('CODE1', '10.00')
    expect(day.taken({ type: 'CloseDay', day: TODAY }, KIOSK, '16.00')).toMatchObject([{ unserved: [`${TODAY}/A001`] }])
    expect(day.ticket('A001').standing.status).toBe('ended')
    expect(Object.keys(day.state().bookings)).toEqual([keyOf('CODE1')])
  })

  test('an agenda that comes twice changes nothing the second time', () => {
    const day = rehearse(morning())
    const bookings = [booking('CODE1', '10.00-11.00'), booking('CODE2', '11.00-12.00')]
    expect(day.ask({ type: 'ImportAgenda', bookings }, KIOSK, '07.00')).toMatchObject({ result: { added: 2 } })
    const again = day.ask({ type: 'ImportAgenda', bookings }, KIOSK, '07.01')
    expect(again).toEqual({
      status: 'taken',
      events: [],
      result: { kind: 'agenda', added: 0, changed: 0, unchanged: 2 },
    })
    const moved = [booking('CODE1', '13.00-14.00')]
    expect(day.ask({ type: 'ImportAgenda', bookings: moved }, KIOSK, '07.02')).toMatchObject({ result: { changed: 1 } })
  })
})

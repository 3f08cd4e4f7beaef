import { describe, expect, test } from 'vitest'
import type { Sender } from '../../protocol/roles.ts'
import { nextDueAt } from '../../server/rules/deadlines.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { morningWith } from '../support/office-with.ts'
import { booking, counter, KIOSK, morning, rehearse } from '../support/rules.ts'

const CONSOLE: Sender = { role: 'console', device: 'console', place: 'console', staff: null }
const hours = DENPASAR.hours && { ...DENPASAR.hours, numbersWhenClosed: false }
const closing = (close: string, from: string | null = null) => ({
  ...{ open: '08.00', close, breaks: [], windows: [] },
  numbers: from === null ? null : { from, until: close },
})
const office = () => rehearse(morningWith({ hours }, booking('CODE1', '10.00-11.00'), booking('PAST', '08.00-09.00')))
const TAKE = { type: 'TakeNumber', service: 'passport-new', priority: false, reason: 'other' } as const

describe('numbers and the hours of the office', () => {
  test('booked people get theirs from midnight to the close, breaks included', () => {
    for (const clock of ['00.00', '07.00', '12.30', '15.59.59'])
      expect(office().scan('CODE1', clock).verdict).not.toBe('closed')
    for (const clock of ['16.00', '23.59']) expect(office().scan('CODE1', clock).verdict).toBe('closed')
  })

  test('from the hour on at which the office says it gives numbers', () => {
    const day = office()
    day.taken({ type: 'SetHours', day: TODAY, opening: closing('15.00', '07.30') }, CONSOLE, '07.00')
    expect(day.scan('CODE1', '07.29').verdict).toBe('closed')
    expect(day.ask(TAKE, KIOSK, '07.29')).toMatchObject({ refusal: { code: 'lane-closed' } })
    expect(day.scan('CODE1', '07.30').verdict).toBe('early')
    day.taken(TAKE, KIOSK, '07.30')
  })

  test('a closure at short notice has effect at once: nobody gets a number, those who have one keep it', () => {
    const day = office()
    day.scan('CODE1', '10.00')
    day.taken({ type: 'SetHours', day: TODAY, opening: null }, CONSOLE, '10.05')
    expect(day.scan('PAST', '10.06').verdict).toBe('closed')
    expect(day.ask(TAKE, KIOSK, '10.06')).toMatchObject({ refusal: { code: 'lane-closed' } })
    expect(day.scan('CODE1', '10.06')).toMatchObject({ verdict: 'already-in', number: 'A001' })
    day.taken({ type: 'SetHours', day: TODAY, opening: closing('14.00') }, CONSOLE, '10.10')
    expect(day.scan('PAST', '10.11').verdict).toBe('late')
  })

  test('what is wrong with a code is said also when the office is closed', () => {
    const day = rehearse(morningWith({ hours }, booking('CODE1', '10.00-11.00', { status: 'cancelled' })))
    expect(day.scan('CODE1', '20.00').verdict).toBe('cancelled')
    expect(day.scan('NOBODY', '20.00').verdict).toBe('unknown')
  })

  test('an office to try things with gives numbers at night too', () => {
    const day = rehearse(morningWith({}, booking('CODE1', '21.00-22.00')))
    expect(day.scan('CODE1', '21.30').verdict).toBe('on-time')
    day.taken(TAKE, KIOSK, '21.31')
  })

  test('the same hours again record nothing', () => {
    const day = office()
    const set = { type: 'SetHours', day: TODAY, opening: closing('15.00') } as const
    expect(day.taken(set, CONSOLE, '07.00')).toHaveLength(1)
    expect(day.taken(set, CONSOLE, '07.01')).toEqual([])
    expect(day.taken({ ...set, day: '2026-11-25' }, CONSOLE, '07.02')).toHaveLength(1)
  })

  test('the office wakes up when its hours change something', () => {
    const state = morningWith({ hours })
    const points = ['07.00', '08.00', '12.00', '13.00'].map((clock) => nextDueAt(state, at(clock)))
    expect(points).toEqual([at('08.00'), at('12.00'), at('13.00'), at('16.00')])
  })
})

test('the office wakes up when a call stops being live, and when somebody may be called again', () => {
  const day = rehearse(morning(booking('C1', '08.00-09.00')))
  day.open(1, ['documents'])
  day.scan('C1', '08.30')
  day.call(1, '08.40')
  expect(nextDueAt(day.state(), at('08.40'))).toBe(at('08.41'))
  day.taken({ type: 'NoShow', ticketId: `${TODAY}/A001` }, counter(1), '08.42')
  expect(nextDueAt(day.state(), at('08.42'))).toBe(at('08.52'))
})

test('who is left when the day closes ends with it, counted by where each stood', () => {
  const codes = ['C1', 'C2', 'C3', 'C4', 'C5']
  const day = rehearse(
    morningWith({ noShow: { ...DENPASAR.noShow, times: 1 } }, ...codes.map((code) => booking(code, '10.00-11.00'))),
  )
  for (const place of [1, 2]) day.open(place, ['documents'])
  for (const code of codes) day.scan(code, '10.00')
  const start = (number: string) => day.taken({ type: 'Start', ticketId: `${TODAY}/${number}` }, counter(1), '10.01')
  day.call(1, '10.01')
  start('A001')
  day.taken({ type: 'Finish', ticketId: `${TODAY}/A001`, outcome: 'rejected' }, counter(1), '10.05')
  day.call(1, '10.05')
  start('A002')
  day.taken({ type: 'Park', ticketId: `${TODAY}/A002` }, counter(1), '10.06')
  day.call(1, '10.06')
  day.taken({ type: 'NoShow', ticketId: `${TODAY}/A003` }, counter(1), '10.08')
  day.call(1, '10.08')
  expect(day.taken({ type: 'CloseDay', day: TODAY }, CONSOLE, '16.00')).toEqual([
    {
      type: 'DayClosed',
      day: TODAY,
      unserved: ['A002', 'A003', 'A004', 'A005'].map((number) => `${TODAY}/${number}`),
      leftovers: { waiting: 1, inHand: 1, parked: 1, missed: 1 },
      bookingsFrom: TODAY,
    },
  ])
  for (const number of ['A002', 'A003', 'A004', 'A005']) expect(day.ticket(number).standing.status).toBe('ended')
  expect(day.ticket('A001').standing.status).toBe('done')
})

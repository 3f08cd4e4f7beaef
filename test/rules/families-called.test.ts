import { describe, expect, test } from 'vitest'
import type { Booking } from '../../server/rules/events.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { booking, counter, KIOSK, keyOf, morning, rehearse } from '../support/rules.ts'

const idOf = (number: string) => `2026-11-24/${number}`
const member = (code: string, change: Partial<Booking> = {}) =>
  booking(code, '10.00-11.00', { party: keyOf('FAMILY'), ...change })

/** A mother and two children among others of the same hour; counters 1 and 2 check documents, 3 helps. */
const hall = () => {
  const day = rehearse(
    morning(
      member('MOTHER'),
      member('CHILD'),
      member('BABY'),
      booking('ALONE', '10.00-11.00'),
      booking('OTHER', '10.00-11.00'),
      booking('EARLIER', '09.00-10.00'),
    ),
  )
  day.open(1, ['documents'])
  day.open(2, ['documents'])
  day.open(3, ['interview'], ['documents'])
  const served = (number: string, place: number, clock: string) => {
    day.taken({ type: 'Start', ticketId: idOf(number) }, counter(place), clock)
    day.taken({ type: 'Finish', ticketId: idOf(number), outcome: 'rejected' }, counter(place), clock)
  }
  return { ...day, served }
}

describe('a family', () => {
  test('is called together, to one counter, one after another, and others go to the next counter', () => {
    const day = hall()
    for (const code of ['MOTHER', 'CHILD', 'ALONE', 'BABY', 'OTHER']) day.scan(code, '09.50')
    expect(day.taken({ type: 'CallNext' }, counter(1), '10.00')).toMatchObject([
      { type: 'Called', ticketId: idOf('A001'), letter: 'A', together: [idOf('A002'), idOf('A004')] },
    ])
    expect(day.call(2, '10.00')).toBe('A003')
    day.served('A003', 2, '10.05')
    expect(day.call(2, '10.05')).toBe('A005')
    day.served('A001', 1, '10.06')
    expect(day.call(1, '10.06')).toBe('A002')
    day.served('A002', 1, '10.10')
    expect(day.call(1, '10.10')).toBe('A004')
  })

  test('is not held back for its counter while another has nobody else', () => {
    const day = hall()
    for (const code of ['MOTHER', 'CHILD', 'BABY']) day.scan(code, '09.50')
    expect(day.call(1, '10.00')).toBe('A001')
    expect(day.call(2, '10.00')).toBe('A002')
    expect(day.call(3, '10.00')).toBe('A003')
  })

  test('that is kept for a counter still lets a smaller key pass: the rule is the same for all', () => {
    const day = hall()
    for (const code of ['MOTHER', 'CHILD']) day.scan(code, '10.00')
    expect(day.call(1, '10.00')).toBe('A001')
    day.scan('EARLIER', '09.59')
    day.served('A001', 1, '10.05')
    expect(day.call(1, '10.05')).toBe('A003')
  })

  test('stays kept when one of them does not come', () => {
    const day = hall()
    for (const code of ['MOTHER', 'CHILD']) day.scan(code, '10.00')
    day.call(1, '10.00')
    day.taken({ type: 'NoShow', ticketId: idOf('A001') }, counter(1), '10.02')
    expect(day.ticket('A002').reserved).toEqual({ counter: 1, strict: false })
  })

  test('waits for all again when its counter pauses, closes, or its case is taken over', () => {
    for (const end of [
      (day: ReturnType<typeof hall>) => day.taken({ type: 'PauseCounter', reason: 'rest' }, counter(1), '10.02'),
      (day: ReturnType<typeof hall>) => {
        day.served('A001', 1, '10.02')
        day.taken({ type: 'CloseCounter' }, counter(1), '10.02')
      },
      (day: ReturnType<typeof hall>) =>
        day.taken({ type: 'TakeOver', ticketId: idOf('A001'), reason: 'system-trouble' }, counter(3), '10.02'),
    ]) {
      const day = hall()
      for (const code of ['MOTHER', 'CHILD']) day.scan(code, '10.00')
      day.call(1, '10.00')
      expect(day.ticket('A002').reserved?.counter).toBe(1)
      end(day)
      expect(day.ticket('A002').reserved).toBeNull()
    }
  })

  test('is called one by one in an office that does not keep families together', () => {
    const day = hall()
    const office = { ...DENPASAR, families: { ...DENPASAR.families, together: false } }
    day.taken({ type: 'ConfigureOffice', office }, KIOSK, '09.00')
    for (const code of ['MOTHER', 'CHILD']) day.scan(code, '10.00')
    const [called] = day.taken({ type: 'CallNext' }, counter(1), '10.00')
    expect(called).not.toHaveProperty('together')
  })

  test('does not draw along who was sent to a counter by name', () => {
    const day = hall()
    for (const code of ['MOTHER', 'CHILD', 'BABY']) day.scan(code, '10.00')
    day.call(1, '10.00')
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(1), '10.01')
    const to = { kind: 'counter', counter: 2 } as const
    day.taken({ type: 'Transfer', ticketId: idOf('A001'), to }, counter(1), '10.02')
    expect(day.ticket('A001')).toMatchObject({ turnAt: at('10.00'), reserved: { counter: 2, strict: true } })
    expect(day.taken({ type: 'CallNext' }, counter(1), '10.03')).toMatchObject([
      { ticketId: idOf('A002'), together: [idOf('A003')] },
    ])
  })
})

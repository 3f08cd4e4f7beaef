import { describe, expect, test } from 'vitest'
import { rollForward } from '../../server/rules/estimate/roll-forward.ts'
import type { Booking } from '../../server/rules/events.ts'
import { shapeOfDay } from '../../server/rules/measure.ts'
import type { State } from '../../server/rules/state.ts'
import { ticketBy } from '../../server/rules/tickets.ts'
import { at, TODAY } from '../support/denpasar.ts'
import { remembering, usualDay } from '../support/history.ts'
import { booking, counter, morning, rehearse } from '../support/rules.ts'

/** What the calendar says of the day: days before were like it. */
const SHAPE = shapeOfDay(morning())

/** People of the window 08–09, scanned one minute apart from 07.30 on, in an office that remembers five usual days. */
const hall = (count: number, more: Booking[] = []) => {
  const codes = Array.from({ length: count }, (_, i) => `P${i}`)
  const days = Array.from({ length: 5 }, () => usualDay({ shape: SHAPE }))
  const day = rehearse(remembering(morning(...codes.map((code) => booking(code, '08.00-09.00')), ...more), ...days))
  for (const [i, code] of codes.entries()) day.scan(code, `07.${30 + i}`)
  return day
}

/** When a number is called, in minutes from `clock` on: the mean and the ends of 200 runs. */
const callsOf = (state: State, number: string, clock: string, seed = 1) => {
  const ticket = ticketBy(state.tickets, `${TODAY}/${number}`)
  if (ticket === undefined) expect.fail(`no ticket ${number}`)
  const [calls] = rollForward(state, at(clock), [ticket], { runs: 200, most: 1e9, seed })
  const minutes = [...(calls ?? [])].map((ms) => ms / 60_000).sort((a, b) => a - b)
  const sum = minutes.reduce((all, each) => all + each, 0)
  return { minutes, mean: sum / minutes.length, first: minutes[0] ?? 0, last: minutes.at(-1) ?? 0 }
}

describe('the live state rolled forward', () => {
  test('the same seed gives the same calls, another one others', () => {
    const day = hall(6)
    day.open(1, ['documents'])
    const of = (seed: number) => callsOf(day.state(), 'A006', '08.00', seed).minutes
    expect(of(1)).toEqual(of(1))
    expect(of(2)).not.toEqual(of(1))
  })

  test('whoever is next at a free counter is called now', () => {
    const day = hall(3)
    day.open(1, ['documents'])
    expect(callsOf(day.state(), 'A001', '08.00').last).toBe(0)
  })

  test('the fifth at one counter waits for four cases of five minutes', () => {
    const day = hall(5)
    day.open(1, ['documents'])
    expect(callsOf(day.state(), 'A005', '08.00').mean).toBeCloseTo(20, -1)
    day.open(2, ['documents'])
    expect(callsOf(day.state(), 'A005', '08.00').mean).toBeCloseTo(9, -1)
  })

  test('nobody of a later turn changes anything', () => {
    const day = hall(9)
    day.open(1, ['documents'])
    const alone = hall(5)
    alone.open(1, ['documents'])
    expect(callsOf(day.state(), 'A005', '08.00').minutes).toEqual(callsOf(alone.state(), 'A005', '08.00').minutes)
  })

  test('a case in hand is nearly over or not, as long as it has taken', () => {
    const day = hall(2)
    day.open(1, ['documents'])
    expect(day.call(1, '08.00')).toBe('A001')
    const early = callsOf(day.state(), 'A002', '08.00').mean
    const late = callsOf(day.state(), 'A002', '08.06').mean
    expect(early).toBeGreaterThan(4)
    expect(late).toBeLessThan(early)
  })

  test('the interview counters that help take the fifth sooner', () => {
    const day = hall(5)
    day.open(1, ['documents'])
    const without = callsOf(day.state(), 'A005', '08.00').mean
    day.open(3, ['interview'], ['documents'])
    expect(callsOf(day.state(), 'A005', '08.00').mean).toBeLessThan(without - 4)
  })

  test('a counter that pauses is waited for, as long as its pauses take', () => {
    const counters = { 1: { openMin: 480, away: [{ fromMin: 900, untilMin: 930, reason: 'rest' }], closedMin: null } }
    const day = hall(2)
    day.open(1, ['documents'])
    const days = Array.from({ length: 5 }, () => usualDay({ shape: SHAPE, counters }))
    day.taken({ type: 'PauseCounter', reason: 'rest' }, counter(1), '08.05')
    expect(callsOf(remembering(day.state(), ...days), 'A001', '08.10').mean).toBeCloseTo(25, 0)
  })

  test('lunch is expected when the counter took it on the days before', () => {
    const away = [{ fromMin: 490, untilMin: 550, reason: 'rest' }]
    const days = Array.from({ length: 5 }, () =>
      usualDay({ shape: SHAPE, counters: { 1: { openMin: 480, away, closedMin: null } } }),
    )
    const day = hall(6)
    day.open(1, ['documents'])
    const { mean, first } = callsOf(remembering(day.state(), ...days), 'A006', '08.00')
    expect(first).toBeGreaterThanOrEqual(60)
    expect(mean).toBeGreaterThan(65)
  })

  test('counters that open at half past eight every day are waited for until then', () => {
    const counters = { 1: { openMin: 510, away: [], closedMin: null } }
    const days = Array.from({ length: 5 }, () => usualDay({ shape: SHAPE, counters }))
    const { first, last } = callsOf(remembering(hall(1).state(), ...days), 'A001', '08.00')
    expect([first, last]).toEqual([30, 30])
  })

  test('in an outage nobody is called before outages have ended on the days before', () => {
    const day = hall(1)
    day.open(1, ['documents'])
    day.taken({ type: 'StartOutage', scope: 'national' }, counter(1), '08.00')
    const days = Array.from({ length: 5 }, () => usualDay({ shape: SHAPE, outages: [{ fromMin: 500, untilMin: 540 }] }))
    expect(callsOf(remembering(day.state(), ...days), 'A001', '08.10').mean).toBeCloseTo(30, 0)
  })

  test('who is booked with priority and not here yet is reckoned with, who is booked for later is not', () => {
    const old = Array.from({ length: 8 }, (_, i) => booking(`OLD${i}`, '08.00-09.00', { priority: true }))
    const later = Array.from({ length: 8 }, (_, i) => booking(`LATER${i}`, '10.00-11.00'))
    const means = [[], old, later].map((more) => {
      const day = hall(6, more)
      day.open(1, ['documents'])
      return callsOf(day.state(), 'A006', '08.00').mean
    })
    const [none = 0, withOld = 0, withLater = 0] = means
    expect(withOld).toBeGreaterThan(none + 5)
    expect(withLater).toBeCloseTo(none, 0)
  })

  test('at the interview those count who are still at the documents and come with priority', () => {
    const day = hall(4)
    day.open(1, ['documents'])
    day.open(5, ['interview'])
    for (const [number, from, until] of [
      ['A001', '08.00', '08.05'],
      ['A002', '08.05', '08.10'],
    ] as const) {
      expect(day.call(1, from)).toBe(number)
      const { ticketId } = day.ticket(number)
      day.taken({ type: 'Start', ticketId }, counter(1), from)
      day.taken({ type: 'Finish', ticketId, outcome: 'completed' }, counter(1), until)
    }
    expect(day.call(5, '08.10')).toBe('A001')
    expect(callsOf(day.state(), 'A002', '08.10').mean).toBeCloseTo(12, -1)
  })

  test('where nobody serves, nobody is called within twelve hours', () => {
    const day = hall(1)
    day.open(5, ['interview'])
    expect(callsOf(day.state(), 'A001', '08.00').first).toBe(720)
  })
})

import { describe, expect, test } from 'vitest'
import { evolve } from '../../server/rules/evolve.ts'
import { loadAlerts, windowLoads } from '../../server/rules/load.ts'
import type { State } from '../../server/rules/state.ts'
import { at, TODAY, window } from '../support/denpasar.ts'
import { morningWith } from '../support/office-with.ts'
import { booking } from '../support/rules.ts'

const sold = (hours: string, count: number) =>
  Array.from({ length: count }, (_, i) => booking(`${hours.slice(0, 2)}N${i}`, hours))
const open = (state: State, ...numbers: number[]) =>
  numbers.reduce(
    (now, counter) =>
      evolve(
        now,
        {
          ...{ type: 'CounterOpened', counter, staff: '07', helps: [] },
          stages: [counter < 3 ? 'documents' : 'interview'],
        },
        at('08.00'),
      ),
    state,
  )
const at10 = (state: State, clock = '07.00') =>
  windowLoads(state, at(clock)).find(({ window: { startAt } }) => startAt === at('10.00'))

describe('how full a window is sold', () => {
  test('is booked × minutes ÷ open counter minutes of the fullest stage, known before the day begins', () => {
    // Three interview counters for an hour: 180 minutes, 12 for each. Two for documents: 120, 5 for each.
    expect(at10(morningWith({}, ...sold('10.00-11.00', 15)))).toEqual({
      ...{ window: window('10.00-11.00'), booked: 15, load: 1, stage: 'interview', capacity: 15 },
    })
  })

  test('above one is an alert until the window is over', () => {
    const state = morningWith({}, ...sold('10.00-11.00', 16), ...sold('09.00-10.00', 15))
    expect(loadAlerts(state, at('07.00'))).toMatchObject([{ window: window('10.00-11.00'), booked: 16 }])
    expect(loadAlerts(state, at('11.00'))).toEqual([])
  })

  test('is of the counters that are open once the office is', () => {
    const state = open(morningWith({}, ...sold('10.00-11.00', 10)), 1, 3, 4)
    expect(at10(state, '07.59')?.load).toBeCloseTo(10 / 15)
    expect(at10(state, '08.00')?.load).toBe(1)
    expect(at10(open(morningWith({}, ...sold('10.00-11.00', 10)), 1), '08.00')?.load).toBeNull()
  })

  test('counts only open time: hours set at short notice fill a window', () => {
    const state = morningWith({}, ...sold('10.00-11.00', 10))
    const hours = { open: '08.00', close: '10.30', breaks: [], numbers: null, windows: [] }
    expect(at10(evolve(state, { type: 'HoursSet', day: TODAY, opening: hours }, at('07.00')))?.load).toBeCloseTo(4 / 3)
    expect(at10(evolve(state, { type: 'HoursSet', day: TODAY, opening: null }, at('07.00')))?.load).toBeNull()
  })

  test('does not count who cancelled, and shows the windows that are sold and empty', () => {
    const state = morningWith({}, booking('GONE', '10.00-11.00', { status: 'cancelled' }))
    expect(windowLoads(state, at('07.00')).map(({ booked, load }) => [booked, load])).toEqual(Array(6).fill([0, 0]))
  })

  test('in an office without a calendar is that of the windows that were booked', () => {
    const state = morningWith({ hours: null }, ...sold('10.00-11.00', 15))
    expect(windowLoads(state, at('07.00'))).toMatchObject([{ booked: 15, load: 1 }])
  })
})

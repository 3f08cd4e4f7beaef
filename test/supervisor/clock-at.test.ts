import { expect, test } from 'vitest'
import { readClockAt, readWindowAt } from '../../supervisor/bookings/clock-at.ts'
import { at, TODAY, window } from '../support/denpasar.ts'

const MIDNIGHT = { day: TODAY, midnightAt: at('00.00') }

test('a clock is an instant of the office, on whichever day, whatever the zone of the browser', () => {
  expect(readClockAt('09.40', TODAY, MIDNIGHT)).toBe(at('09.40'))
  expect(readClockAt(' 9:40 ', '2026-11-26', MIDNIGHT)).toBe(at('09.40', '2026-11-26'))
  expect(readClockAt('23.59', '2026-10-31', MIDNIGHT)).toBe(at('23.59', '2026-10-31'))
})

test.each(['', '24.00', '10.60', 'sepuluh', '10'])('%j is no clock', (text) => {
  expect(readClockAt(text, TODAY, MIDNIGHT)).toBeNull()
})

test('two clocks are a window when they are in order, on a day that is one', () => {
  expect(readWindowAt('10.00', '11.00', TODAY, MIDNIGHT)).toEqual(window('10.00-11.00'))
  expect(readWindowAt('11.00', '10.00', TODAY, MIDNIGHT)).toBeNull()
  expect(readWindowAt('10.00', '11.00', '', MIDNIGHT)).toBeNull()
})

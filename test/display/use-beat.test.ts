import { expect, test } from 'vitest'
import { BEAT_MS, beatsFrom, chooseFlash } from '../../display/use-beat.ts'

test('a new call flashes in step with the page', () => {
  expect(beatsFrom(0, 12_000)).toBe(12_000)
  expect(beatsFrom(0, 12_340)).toBe(12_000)
})

test('a call that comes while the light is off goes off three times as well', () => {
  for (let pageMs = 12_000; pageMs < 13_000; pageMs += 20) {
    const begins = beatsFrom(0, pageMs)
    const isDarkAt = [0, 1, 2].map((beat) => begins + beat * BEAT_MS + BEAT_MS / 2)
    expect(Math.min(...isDarkAt), String(pageMs)).toBeGreaterThanOrEqual(pageMs)
  }
})

test('two calls in one second go off together, not one after the other', () => {
  expect(beatsFrom(120, 5_900) - beatsFrom(120, 5_100)).toBe(BEAT_MS)
})

test('a call that is drawn again is where its beats would be, and after three of them is still', () => {
  expect(beatsFrom(2_400, 9_250)).toBe(7_000)
  expect(beatsFrom(3_000, 9_250)).toBeLessThanOrEqual(9_250 - 3_000)
})

test('a call that the clock puts a moment ahead flashes as a new one', () => {
  expect(beatsFrom(-80, 7_000)).toBe(7_000)
})

test('a call flashes while it is new by the clock of the office, so a screen that was away does not flash old ones', () => {
  expect(chooseFlash({ at: 1_000 }, 1_250)).toBe(250)
  expect(chooseFlash({ at: 1_000 }, 20_000)).toBeNull()
})

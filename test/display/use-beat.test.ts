import { expect, test } from 'vitest'
import { beatDelay, chooseFlash } from '../../display/use-beat.ts'

test('a new call flashes at once, in step with the page', () => {
  expect(beatDelay(0, 12_000)).toBe('-0ms')
  expect(beatDelay(0, 12_340)).toBe('-340ms')
})

test('two calls in one second flash together, not one after the other', () => {
  const beginsAt = (pageMs: number) => pageMs + Number.parseInt(beatDelay(120, pageMs), 10)
  expect(beginsAt(5_100)).toBe(beginsAt(5_900))
})

test('a call that is drawn again is where its beats would be, and after three of them is still', () => {
  expect(beatDelay(2_400, 9_250)).toBe('-2250ms')
  expect(Number.parseInt(beatDelay(3_000, 9_250), 10)).toBeLessThanOrEqual(-3_000)
})

test('a call that the clock puts a moment ahead flashes as a new one', () => {
  expect(beatDelay(-80, 7_000)).toBe('-0ms')
})

test('a call flashes while it is new by the clock of the office, so a screen that was away does not flash old ones', () => {
  expect(chooseFlash({ at: 1_000 }, 1_250)).toBe(250)
  expect(chooseFlash({ at: 1_000 }, 20_000)).toBeNull()
})

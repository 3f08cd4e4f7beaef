import { describe, expect, test } from 'vitest'
import { isSecondHalf, type Press } from '../../kiosk/use-touches.ts'

const press = (change: Partial<Press> = {}): Press => ({ screen: 'ticket', atMs: 1_400, x: 700, y: 1_560, ...change })
const FIRST = press({ screen: 'checklist', atMs: 1_000, x: 690, y: 1_550 })

describe('somebody who presses twice, because a bell push is pressed twice', () => {
  test('does not finish the ticket that the first press brought', () => {
    expect(isSecondHalf(FIRST, press())).toBe(true)
    expect(isSecondHalf(FIRST, press({ atMs: 1_800 }))).toBe(true)
  })

  test('types the same key twice where the screen stayed', () => {
    expect(isSecondHalf({ ...FIRST, screen: 'keypad' }, press({ screen: 'keypad' }))).toBe(false)
  })

  test('is heard when they press somewhere else, or a second later', () => {
    expect(isSecondHalf(FIRST, press({ x: 200 }))).toBe(false)
    expect(isSecondHalf(FIRST, press({ atMs: 1_900 }))).toBe(false)
    expect(isSecondHalf(null, press())).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BILLING_LENGTH, CODE_MAX, missingOf, pressKey } from '../../kiosk/keypad.ts'

const typed = (keys: string, length: number | null): string =>
  [...keys].reduce((code, key) => pressKey(code, key, length), '')

describe('a code typed by hand', () => {
  test('letters and digits become capitals, everything else is left out', () => {
    expect(typed('k7-q 0é4', 8)).toBe('K7Q04')
    expect(pressKey('K7', 'Enter', 8)).toBe('K7')
  })

  test('a code with a letter ends at the length of the office’s codes', () => {
    expect(typed('K7Q04ABCDEF', 8)).toBe('K7Q04ABC')
    expect(typed('1234567A9', 8)).toBe('1234567A')
  })

  test('a billing code is kept whole, and a letter after its digits changes nothing', () => {
    expect(typed('8202611240001234567', 8)).toBe('820261124000123')
    expect(pressKey('820261124', 'A', 8)).toBe('820261124')
    expect(typed('1'.repeat(40), 20)).toBe('1'.repeat(20))
  })

  test('it can be looked for at its length and at the fifteen digits of a billing code, not in between', () => {
    expect(missingOf('K7Q04AB', 8)).toBe(1)
    expect(missingOf('K7Q04ABC', 8)).toBe(0)
    expect(missingOf('12345678', 8)).toBe(0)
    expect(missingOf('123456789', 8)).toBe(6)
    expect(missingOf('820261124000123', 8)).toBe(0)
    expect(missingOf('820261124000123', 20)).toBe(0)
    expect(missingOf('82026112400012A', 20)).toBe(5)
  })

  test('an office without a length takes any code that is not empty', () => {
    expect(missingOf('', null)).toBe(1)
    expect(missingOf('K', null)).toBe(0)
    expect(typed('A'.repeat(50), null)).toBe('A'.repeat(CODE_MAX))
  })

  test('whatever is pressed, the code only grows by that key, and past the length it holds digits alone', () => {
    const keys = fc.array(fc.constantFrom(...'0123456789012345678aB-'), { maxLength: 40 })
    fc.assert(
      fc.property(keys, fc.integer({ min: 4, max: 32 }), (pressed, length) => {
        const code = typed(pressed.join(''), length)
        expect(code.length).toBeLessThanOrEqual(Math.max(length, BILLING_LENGTH))
        if (code.length > length) expect(code).toMatch(/^\d+$/)
      }),
    )
  })
})

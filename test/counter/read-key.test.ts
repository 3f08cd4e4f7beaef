import { expect, test } from 'vitest'
import { KEYS } from '../../counter/action.ts'
import { readDigit, readKey } from '../../counter/read-key.ts'

const pad = (name: string, key: string) => ({ code: `Numpad${name}`, key })

test('function keys are what they are, and letters and digits of the keyboard are nothing', () => {
  for (const key of KEYS) expect(readKey({ key, code: key })).toBe(key)
  expect(readKey({ key: 'a', code: 'KeyA' })).toBeNull()
  expect(readKey({ key: '3', code: 'Digit3' })).toBeNull()
  expect(readKey({ key: 'Enter', code: 'Enter' })).toBeNull()
})

test('on a number pad every digit is the function key of its number', () => {
  for (const digit of '123456789') expect(readKey(pad(digit, digit))).toBe(`F${digit}`)
})

test('the rest of the pad: Enter for the primary, 0 to leave, the point to undo, / to lock, * to help a visitor', () => {
  expect([pad('Enter', 'Enter'), pad('0', '0'), pad('Divide', '/'), pad('Multiply', '*')].map(readKey)).toEqual([
    ...['Enter', 'Escape', 'F11', 'F12'],
  ])
  for (const key of ['.', ',']) expect(readKey(pad('Decimal', key))).toBe('F10')
  expect([pad('Add', '+'), pad('Subtract', '-')].map(readKey)).toEqual([null, null])
})

test('without Num Lock the pad has arrows, which stay the browser’s', () => {
  for (const [name, key] of [
    ['8', 'ArrowUp'],
    ['0', 'Insert'],
    ['Decimal', 'Delete'],
  ] as const) {
    expect(readKey(pad(name, key))).toBeNull()
    expect(readDigit(pad(name, key))).toBeNull()
  }
  expect([pad('7', '7'), pad('0', '0'), { key: '7', code: 'Digit7' }].map(readDigit)).toEqual([7, null, null])
})

import { KEYS, type Key } from './action.ts'

/** The keys of a number pad that are no digit. `Enter` is the primary, whatever key it has. */
const PAD: Readonly<Record<string, Key>> = {
  Numpad0: 'Escape',
  NumpadDecimal: 'F10',
  NumpadComma: 'F10',
  NumpadDivide: 'F11',
  NumpadMultiply: 'F12',
  NumpadEnter: 'Enter',
}

/**
 * Which key of the counter was struck, null for any other: F1 to F12 and Escape, and on a number pad 1 to 9 for F1 to F9, 0 for
 * Escape, the point for F10, `/` for F11, `*` for F12. Without Num Lock a pad has arrows instead, which stay the browser's.
 */
export const readKey = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): Key | null => {
  if (!code.startsWith('Numpad')) return KEYS.find((known) => known === key) ?? null
  if (key.length > 1 && key !== 'Enter') return null
  return PAD[code] ?? KEYS.find((known) => known === code.replace('Numpad', 'F')) ?? null
}

/** The digit of a number pad, 1 to 9; null for any other key and without Num Lock. */
export const readDigit = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): number | null =>
  /^Numpad[1-9]$/.test(code) && code.endsWith(key) ? Number(key) : null

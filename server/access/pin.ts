import { scrypt, timingSafeEqual } from 'node:crypto'
import type { Random } from './secrets.ts'

/** A PIN as it is stored: scrypt with its own salt, both base64url. */
export type SealedPin = { salt: string; hash: string }

/** OWASP's password storage sheet (2024): N = 2^15, r = 8, p = 3. Needs 128·N·r bytes; Node's own limit is just below. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 }
const HASH_BYTES = 32

const stretch = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(pin, salt, HASH_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key))),
  )

/** Seals a PIN for storing. */
export const sealPin = async (pin: string, random: Random): Promise<SealedPin> => {
  const salt = Buffer.from(random(16))
  return { salt: salt.toString('base64url'), hash: (await stretch(pin, salt)).toString('base64url') }
}

/** Whether `pin` is the sealed one. `sealed` null (a number nobody has) takes the same time and is never right. */
export const matchesPin = async (pin: string, sealed: SealedPin | null): Promise<boolean> => {
  const given = await stretch(pin, Buffer.from(sealed?.salt ?? 'nobody', 'base64url'))
  const stored = sealed === null ? Buffer.alloc(HASH_BYTES) : Buffer.from(sealed.hash, 'base64url')
  return stored.length === given.length && timingSafeEqual(stored, given) && sealed !== null
}

/**
 * Whether six digits are among those that people try first: runs of four (1234, 9876), two different digits or fewer,
 * a pattern of two or three digits repeated, or a year from 1940 to 2039.
 */
export const isWeakPin = (pin: string): boolean => {
  const steps = [...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i]))
  const runs = (step: number) => steps.some((_, i) => steps.slice(i, i + 3).filter((s) => s === step).length === 3)
  return runs(1) || runs(-1) || new Set(pin).size <= 2 || /^(\d{2,3})\1+$/.test(pin) || /19[4-9]\d|20[0-3]\d/.test(pin)
}

/** A random PIN of six digits that is not weak. */
export const makePin = (random: Random): string => {
  for (;;) {
    // A byte below 250 gives every digit the same chance; the rest would favour 0 to 5.
    const digits = [...random(24)].filter((byte) => byte < 250).map((byte) => byte % 10)
    const pin = digits.slice(0, 6).join('')
    if (pin.length === 6 && !isWeakPin(pin)) return pin
  }
}

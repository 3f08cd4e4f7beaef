import { timingSafeEqual } from 'node:crypto'
import { hashToken, type Random } from './secrets.ts'

/** 32 symbols without 0, O, 1 and I, which are read wrong from a screen. */
const SYMBOLS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const SYMBOL_COUNT = 8
const LIFE_MS = 30 * 60_000
const TRIES = 5

/** The one-time code that the server prints on its own machine: whoever can read it there may set the office up. */
export type SetupCode = {
  /** Makes a new code, `XXXX-XXXX`, 40 bits. One lives at a time: the one before is void. */
  issue(): string
  /** Whether this is the code: works once, within 30 minutes and five tries. Case, spaces and the hyphen do not matter. */
  redeem(code: string): boolean
}

/** Keeps the code in memory only: a restart prints another. `now` in epoch ms. */
export const makeSetupCode = (now: () => number, random: Random): SetupCode => {
  let live: { hash: string; expiresAt: number; triesLeft: number } | null = null
  return {
    issue() {
      const symbols = Array.from(random(SYMBOL_COUNT), (byte) => SYMBOLS[byte % SYMBOLS.length]).join('')
      live = { hash: hashToken(symbols), expiresAt: now() + LIFE_MS, triesLeft: TRIES }
      return `${symbols.slice(0, 4)}-${symbols.slice(4)}`
    },
    redeem(code) {
      if (live === null || now() >= live.expiresAt) return false
      const given = hashToken(code.toUpperCase().replaceAll(/[\s-]/g, ''))
      const right = timingSafeEqual(Buffer.from(given), Buffer.from(live.hash))
      live.triesLeft -= 1
      if (right || live.triesLeft === 0) live = null
      return right
    },
  }
}

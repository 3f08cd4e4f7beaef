import type { Timers } from '../../line/line.ts'

/** A serial line: bytes go through it at their speed. */
export type SlowLine = {
  take(bytes: Uint8Array): void
  /** Bytes that are still under way. */
  waiting(): number
  /** The far end may take bytes again. */
  stir(): void
  stop(): void
}

const TICK_MS = 10
/** Start bit, eight data bits, stop bit. */
const BITS = 10
/** What a byte costs, and a tick earns `baud` times its milliseconds: whole numbers, so that nothing is rounded away. */
const BYTE_COST = BITS * 1_000

/** `deliver` is given what came through; it is asked for `mayDeliver` before each piece. `baud` is bits a second. */
export function createSlowLine(given: {
  baud: number
  timers: Timers
  mayDeliver: () => boolean
  deliver: (bytes: Uint8Array) => void
}): SlowLine {
  const { baud, timers, mayDeliver, deliver } = given
  let queue: number[] = []
  let credit = 0
  let cancel: (() => void) | null = null

  const tick = () => {
    cancel = null
    if (queue.length === 0 || !mayDeliver()) return
    credit += baud * TICK_MS
    const piece = queue.slice(0, Math.floor(credit / BYTE_COST))
    credit -= piece.length * BYTE_COST
    queue = queue.slice(piece.length)
    if (queue.length === 0) credit = 0
    cancel = timers.after(TICK_MS, tick)
    if (piece.length > 0) deliver(Uint8Array.from(piece))
  }

  const stir = () => {
    cancel ??= timers.after(TICK_MS, tick)
  }

  return {
    take(bytes) {
      for (const byte of bytes) queue.push(byte)
      stir()
    },
    waiting: () => queue.length,
    stir,
    stop() {
      cancel?.()
      cancel = null
      queue = []
    },
  }
}

import type { Timers } from '../../line/line.ts'

/** Clock hands that a test turns: time passes only when everything that may happen now has happened. */
export type Hands = {
  timers: Timers
  nowMs(): number
  /** Lets time pass until `isOver`, at most `forMs`; false when that was not enough. */
  pass(isOver: () => boolean, forMs: number): Promise<boolean>
}

/** Everything that was promised and needs no time has happened. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Hands at zero. */
export const makeHands = (): Hands => {
  let now = 0
  let set: { at: number; run: () => void }[] = []
  return {
    nowMs: () => now,
    timers: {
      after(ms, run) {
        const timer = { at: now + ms, run }
        set.push(timer)
        return () => {
          set = set.filter((one) => one !== timer)
        }
      },
    },
    async pass(isOver, forMs) {
      const untilMs = now + forMs
      for (;;) {
        await settle()
        if (isOver()) return true
        const next = set.reduce((first, one) => (one.at < first.at ? one : first), { at: untilMs, run: () => {} })
        now = next.at
        if (now >= untilMs) return false
        set = set.filter((one) => one !== next)
        next.run()
      }
    },
  }
}

import type { Clock } from '../server/clock.ts'

/** The longest that one timer may run (more does not fit into its number), and the shortest that is worth one. */
const TIMER_MS = { most: 2 ** 31 - 1, least: 4 } as const

/** The clock of a demonstration. */
export type FastClock = Clock & {
  /** Lets time run on to `at`, where it stands still again, so that what is acted there happens at that very instant. */
  until(at: number): Promise<void>
  /** Lets time run on for good. */
  run(): void
}

/**
 * A clock that runs `speed` times as fast as the machine's, and stands at `startAt` (epoch ms) until it is let go. It only
 * goes on; a machine that is too slow for `speed` makes the day longer, never another one.
 */
export const fastClock = (startAt: number, speed: number): FastClock => {
  let [fromAt, since, limit] = [startAt, performance.now(), startAt]
  const now = (): number => Math.round(Math.min(limit, fromAt + (performance.now() - since) * speed))
  const letGo = (to: number): void => {
    ;[fromAt, since, limit] = [now(), performance.now(), Math.max(to, limit)]
  }
  const wakeAt = (at: number, wake: () => void): (() => void) => {
    let timer: NodeJS.Timeout
    const wait = (): void => {
      const leftMs = Math.ceil((at - now()) / speed)
      if (leftMs <= 0) wake()
      else timer = setTimeout(wait, Math.min(Math.max(leftMs, TIMER_MS.least), TIMER_MS.most))
    }
    timer = setTimeout(wait, 0)
    return () => clearTimeout(timer)
  }
  return {
    now,
    wakeAt,
    until(at) {
      letGo(at)
      return new Promise((resolve) => {
        if (at <= now()) resolve()
        else wakeAt(at, resolve)
      })
    },
    run: () => letGo(Number.POSITIVE_INFINITY),
  }
}

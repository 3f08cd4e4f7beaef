import type { Clock } from './office.ts'

/** The wall clock may be set while a timer runs, so long waits look again this often. */
const LOOK_AGAIN_MS = 60_000

/** Makes the waiting of a clock from its `now`, on timers that nobody can set. */
export const wakeBy =
  (now: () => number): Clock['wakeAt'] =>
  (at, wake) => {
    let timer: NodeJS.Timeout
    const wait = (): void => {
      const leftMs = at - now()
      if (leftMs <= 0) wake()
      else timer = setTimeout(wait, Math.min(leftMs, LOOK_AGAIN_MS))
    }
    timer = setTimeout(wait, 0)
    return () => clearTimeout(timer)
  }

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  wakeAt: wakeBy(() => Date.now()),
}

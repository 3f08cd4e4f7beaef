import type { Clock } from './office.ts'

/** The wall clock may be set while a timer runs, so long waits look again this often. */
const LOOK_AGAIN_MS = 60_000

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wakeAt(at, wake) {
    let timer: NodeJS.Timeout
    const wait = (): void => {
      const leftMs = at - Date.now()
      if (leftMs <= 0) wake()
      else timer = setTimeout(wait, Math.min(leftMs, LOOK_AGAIN_MS))
    }
    timer = setTimeout(wait, 0)
    return () => clearTimeout(timer)
  },
}

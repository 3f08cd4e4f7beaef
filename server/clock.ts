/**
 * The one clock. `wakeAt` runs `wake` once at or after an instant and returns how to call that off. What nobody can set:
 * `steady`, ms that only go on, and `after`, which runs `act` after so many of them and returns how to call that off; a
 * clock of a test may have neither.
 */
export type Clock = {
  now(): number
  wakeAt(at: number, wake: () => void): () => void
  steady?(): number
  after?(ms: number, act: () => void): () => void
}

/** The wall clock may be set while a timer runs, so long waits look again this often. */
const LOOK_AGAIN_MS = 60_000

const timer = (ms: number, act: () => void): (() => void) => {
  const timeout = setTimeout(act, ms)
  return () => clearTimeout(timeout)
}

/** Makes the waiting of a clock from its `now`, on timers that nobody can set: the machine's where no others are given. */
export const wakeBy =
  (now: () => number, after = timer): Clock['wakeAt'] =>
  (at, wake) => {
    let callOff = () => {}
    const wait = (): void => {
      const leftMs = at - now()
      if (leftMs <= 0) wake()
      else callOff = after(Math.min(leftMs, LOOK_AGAIN_MS), wait)
    }
    callOff = after(0, wait)
    return () => callOff()
  }

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  wakeAt: wakeBy(() => Date.now()),
}

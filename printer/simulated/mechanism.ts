import type { Timers } from '../../line/line.ts'

/** A movement of paper or knife. `done` is called when it is over and everything before it is on paper. */
export type Movement = { ms: () => number; done: () => void }

/** Motor and knife: movements one after the other, in the printer's own time. */
export type Mechanism = {
  add(movement: Movement): void
  /** Goes on, as long as it may. */
  run(): void
  /** Stops at once. True when a movement broke off; it is not taken up again. */
  halt(): boolean
  /** Forgets what has not begun. */
  clear(): void
  /** Movements that are not over. */
  waiting(): number
}

/** Without `timers` every movement takes no time. `mayRun` is asked before each; `onMoved` is told after each. */
export function createMechanism(given: {
  timers: Timers | null
  mayRun: () => boolean
  onMoved: () => void
}): Mechanism {
  const { timers, mayRun, onMoved } = given
  let queue: Movement[] = []
  let cancel: (() => void) | null = null
  let isRunning = false

  const run = () => {
    if (isRunning || cancel !== null) return
    isRunning = true
    while (cancel === null && mayRun()) {
      const next = queue.shift()
      if (next === undefined) break
      if (timers === null) next.done()
      else {
        const stop = timers.after(next.ms(), () => {
          cancel = null
          next.done()
          run()
          onMoved()
        })
        cancel = stop
      }
    }
    isRunning = false
  }

  return {
    add(movement) {
      queue.push(movement)
      run()
    },
    run,
    halt() {
      const broke = cancel !== null
      cancel?.()
      cancel = null
      return broke
    },
    clear() {
      queue = []
    },
    waiting: () => queue.length + (cancel === null ? 0 : 1),
  }
}

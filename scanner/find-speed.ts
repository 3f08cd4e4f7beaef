import type { Line, Timers } from '../line/line.ts'
import { SCAN_MAX } from '../protocol/commands.ts'
import { GAP_MS } from './frames.ts'
import { judgeBurst, nextSpeed, TRY_MS, USUAL_BAUD } from './speed.ts'

/** Told of a speed, baud, whenever something was heard at it while it was tried; `fits` is told once, of the last one. */
export type OnSpeed = (baud: number, fits: boolean) => void

/**
 * A serial line whose speed is found out. Until a speed gave a code, all that comes is held back until a silence; then it
 * is handed over whole or dropped, and the line dials at the other speed. `dial` makes the line; it asks for the speed
 * whenever it dials.
 */
export const findSpeed = (dial: (speed: () => number) => Line, timers: Timers, onSpeed: OnSpeed): Line => {
  const listeners = new Set<(bytes: Uint8Array) => void>()
  let speed = USUAL_BAUD
  let found = false
  let burst: readonly number[] = []
  let cancel = () => {}
  const line = dial(() => speed)

  const handOver = (bytes: Uint8Array): void => {
    for (const listener of listeners) listener(bytes)
  }
  const goOver = (): void => {
    speed = nextSpeed(speed)
    line.redial('another speed is tried')
  }
  const waitForMore = (): void => {
    cancel()
    cancel = speed === USUAL_BAUD ? () => {} : timers.after(TRY_MS, goOver)
  }
  const judge = (): void => {
    const heard = Uint8Array.from(burst)
    const verdict = judgeBurst(heard)
    burst = []
    found = verdict === 'code'
    if (verdict !== 'nothing') onSpeed(speed, found)
    if (verdict === 'code') handOver(heard)
    else if (verdict === 'noise') goOver()
    else waitForMore()
  }

  line.onBytes((bytes) => {
    if (found) return handOver(bytes)
    // One byte more than the longest code is no code any more, and a flood takes no memory.
    burst = [...burst, ...bytes].slice(0, SCAN_MAX + 2)
    cancel()
    cancel = timers.after(GAP_MS, judge)
  })
  line.onStatus((status) => {
    if (found) return
    burst = []
    cancel()
    if (status === 'open') waitForMore()
  })

  return {
    ...line,
    onBytes(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

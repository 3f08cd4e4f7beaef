import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../server/clock.ts'
import { wakeBy } from '../../server/clock.ts'

/** Time that passes when it is told to. `now` is monotonic, in ms from 0; the wall clock may be set, and stand still. */
export type VirtualTime = {
  now(): number
  wall(): number
  /** Sets the wall clock on or back by so many ms. */
  stepWall(ms: number): void
  /** The wall clock stands, or goes on from where it stood. */
  freezeWall(frozen: boolean): void
  /** Runs `act` after so many ms; returns what calls it off. What falls due together happens in the order it was asked for. */
  after(ms: number, act: () => void): () => void
  /** Says that promises were set going which have to come to rest before time goes on. */
  stir(): void
  /** Lets everything happen that falls due until `untilMs`. */
  run(untilMs: number): Promise<void>
  /** The machine's clock, as `systemClock` is, for a process that `isDead` ends: what that waited for wakes nobody. */
  clock(isDead: () => boolean): Clock
}

type Due = { at: number; order: number; act: (() => void) | null }

const isBefore = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A binary heap of what is due. */
const makeHeap = () => {
  const all: Due[] = []
  const swap = (i: number, j: number): void => {
    const [a, b] = [all[i], all[j]]
    if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a]
  }
  const less = (i: number, j: number): boolean => {
    const [a, b] = [all[i], all[j]]
    return a !== undefined && b !== undefined && isBefore(a, b)
  }
  return {
    first: () => all[0],
    push(due: Due): void {
      let i = all.push(due) - 1
      for (let up = (i - 1) >> 1; i > 0 && less(i, up); up = (i - 1) >> 1) {
        swap(i, up)
        i = up
      }
    },
    pop(): Due | undefined {
      swap(0, all.length - 1)
      const first = all.pop()
      for (let i = 0; ; ) {
        const [left, right] = [2 * i + 1, 2 * i + 2]
        const least = less(right, left) ? right : left
        if (!less(least, i)) return first
        swap(i, least)
        i = least
      }
    },
  }
}

/** A world whose wall clock shows `wallAt`, epoch ms. */
export const virtualTime = (wallAt: number): VirtualTime => {
  const heap = makeHeap()
  let [now, order, offset] = [0, 0, wallAt]
  let frozenAt: number | null = null
  let stirred = false
  const wall = (): number => Math.floor(frozenAt ?? now + offset)
  const after = (ms: number, act: () => void): (() => void) => {
    const due: Due = { at: now + Math.max(0, ms), order: order++, act }
    heap.push(due)
    return () => {
      due.act = null
    }
  }
  return {
    now: () => now,
    wall,
    after,
    stepWall(ms) {
      offset += ms
      if (frozenAt !== null) frozenAt += ms
    },
    freezeWall(frozen) {
      if (frozen) frozenAt ??= wall()
      else if (frozenAt !== null) {
        offset = frozenAt - now
        frozenAt = null
      }
    },
    stir() {
      stirred = true
    },
    async run(untilMs) {
      for (;;) {
        if (stirred) {
          stirred = false
          await setImmediate()
        }
        const due = heap.first()
        if (due === undefined || due.at > untilMs) break
        heap.pop()
        if (due.act === null) continue
        now = due.at
        due.act()
      }
      now = Math.max(now, untilMs)
    },
    clock(isDead) {
      const timer = (ms: number, act: () => void) =>
        after(ms, () => {
          if (isDead()) return
          stirred = true
          act()
        })
      return { now: wall, steady: () => now, after: timer, wakeAt: wakeBy(wall, timer) }
    },
  }
}

import { describe, expect, test } from 'vitest'
import { type Dial, type Ear, keepOpen } from '../../line/keep-open.ts'
import type { Timers } from '../../line/line.ts'

/** A clock that stands still until a test lets time pass. */
const handClock = () => {
  let pending: { ms: number; run: () => void }[] = []
  const timers: Timers = {
    after(ms, run) {
      const entry = { ms, run }
      pending.push(entry)
      return () => {
        pending = pending.filter((other) => other !== entry)
      }
    },
  }
  return {
    timers,
    waits: () => pending.map((entry) => entry.ms),
    async ring() {
      const [next] = pending
      pending = pending.slice(1)
      next?.run()
      for (let i = 0; i < 8; i++) await Promise.resolve()
    },
  }
}

describe('a line that keeps itself open', { tags: ['F26', 'F33'] }, () => {
  test('asks an unreachable printer a thousand times with pauses up to the longest, and holds one timer', async () => {
    const clock = handClock()
    let dialled = 0
    const dial: Dial = async () => {
      dialled++
      return 'refused'
    }
    const port = keepOpen(dial, clock.timers, { firstPauseMs: 250, longestPauseMs: 5_000 })
    port.open()
    await clock.ring()
    const pauses: number[] = []
    for (let i = 0; i < 1_000; i++) {
      expect(clock.waits()).toHaveLength(1)
      pauses.push(...clock.waits())
      await clock.ring()
    }
    expect(pauses.slice(0, 7)).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000])
    expect(dialled).toBe(1_001)
    await port.close()
    expect(clock.waits()).toEqual([])
  })

  test('gives up a printer that takes no bytes, hangs up and dials again', async () => {
    const clock = handClock()
    let hungUp = 0
    const dial: Dial = async () => ({ write: () => new Promise(() => {}), hangUp: () => hungUp++ })
    const port = keepOpen(dial, clock.timers, { writeMs: 10_000 })
    port.open()
    await clock.ring()
    const written = port.write(Uint8Array.of(65))
    await Promise.resolve()
    expect(clock.waits()).toEqual([10_000])
    await clock.ring()
    expect(await written).toEqual({ status: 'failed', reason: 'write timed out' })
    expect([hungUp, port.status()]).toEqual([1, 'opening'])
    await port.close()
  })

  test('a connection that comes about after close is hung up', async () => {
    const clock = handClock()
    let connect: () => void = () => {}
    let hungUp = 0
    const dial: Dial = () =>
      new Promise((resolve) => {
        connect = () => resolve({ write: async () => null, hangUp: () => hungUp++ })
      })
    const port = keepOpen(dial, clock.timers)
    port.open()
    await port.close()
    connect()
    await clock.ring()
    expect([hungUp, port.status()]).toEqual([1, 'closed'])
  })

  test('what an old connection still says is not heard', async () => {
    const clock = handClock()
    const ears: Ear[] = []
    const dial: Dial = async (ear) => {
      ears.push(ear)
      return { write: async () => null, hangUp: () => {} }
    }
    const port = keepOpen(dial, clock.timers)
    const heard: number[] = []
    port.onBytes((bytes) => heard.push(...bytes))
    port.open()
    await clock.ring()
    port.redial('silent')
    await clock.ring()
    expect(ears).toHaveLength(2)
    ears[0]?.heard(Uint8Array.of(1))
    ears[0]?.lost('late news')
    ears[1]?.heard(Uint8Array.of(2))
    expect([heard, port.status()]).toEqual([[2], 'open'])
    await port.close()
  })
})

import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { type Dial, keepOpen } from '../../line/keep-open.ts'
import { type Line, REAL_TIMERS, type Timers } from '../../line/line.ts'
import { tcpPort } from '../../printer/ports/tcp.ts'
import { makeHands } from '../support/hands.ts'
import { createPaperDoor } from './paper-door.ts'
import { slipNo } from './printer-bench.ts'
import { driveBy } from './printer-faults-bench.ts'

describe('a printer that cannot be reached (row 26)', { tags: ['F26'] }, () => {
  const REASONS: Record<string, (timers: Timers) => Dial> = {
    refuses: () => async () => 'connect ECONNREFUSED',
    'has no route to it': (timers) => () =>
      new Promise((resolve) => timers.after(3_000, () => resolve('connect timed out'))),
    'hangs up at once': (timers) => async (ear) => {
      timers.after(10, () => ear.lost('read ECONNRESET'))
      return { write: async () => null, hangUp() {} }
    },
  }

  test.each(Object.keys(REASONS))('%s a thousand times: nothing is left over, and the paper waits', async (reason) => {
    const hands = makeHands()
    let [pending, listeners, dialled] = [0, 0, 0]
    const counted: Timers = {
      after(ms, run) {
        pending++
        let counts = true
        const end = () => {
          if (counts) pending--
          counts = false
        }
        const cancel = hands.timers.after(ms, () => {
          end()
          run()
        })
        return () => {
          end()
          cancel()
        }
      },
    }
    const dial = REASONS[reason]?.(counted)
    if (dial === undefined) throw new Error(reason)
    const bare = keepOpen((ear) => {
      dialled++
      return dial(ear)
    }, counted)
    const listening = (stop: () => void) => {
      listeners++
      return () => {
        listeners--
        stop()
      }
    }
    const port: Line = {
      ...bare,
      onBytes: (listener) => listening(bare.onBytes(listener)),
      onStatus: (listener) => listening(bare.onStatus(listener)),
    }
    const office = createPaperDoor()
    office.owe(slipNo(1))
    const driver = driveBy({ timers: counted }, office, port)
    expect(await hands.pass(() => dialled >= 20, 10_000_000)).toBe(true)
    const [timersBefore, listenersBefore] = [pending, listeners]
    expect(await hands.pass(() => dialled >= 1_020, 100_000_000)).toBe(true)
    expect(pending).toBeLessThanOrEqual(timersBefore + 2)
    expect(listeners).toBeLessThanOrEqual(listenersBefore + 2)
    expect(office.papers()).toEqual([])
    expect(new Set(office.devices())).toEqual(new Set(['offline']))
    void driver.stop()
    await hands.pass(() => listeners === 0, 60_000)
    expect([listeners, port.status()]).toEqual([0, 'closed'])
  })

  test('reset and refused by a real network, a thousand times each, leaves no socket and no timer', async () => {
    const held = () =>
      process.getActiveResourcesInfo().filter((name) => name.startsWith('TCPSocket') || name === 'Timeout').length
    let came = 0
    const server = createServer((socket) => {
      came++
      socket.on('error', () => {})
      socket.resetAndDestroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    const address = server.address()
    const at = typeof address === 'object' && address !== null ? address.port : 0
    let pauses = 0
    const timers: Timers = {
      after(ms, run) {
        pauses++
        return REAL_TIMERS.after(ms, run)
      },
    }
    const before = held()
    const port = tcpPort('127.0.0.1', at, timers, { firstPauseMs: 0, longestPauseMs: 1 })
    port.open()
    await expect.poll(() => came, { timeout: 20_000, interval: 10 }).toBeGreaterThanOrEqual(1_000)
    await new Promise((resolve) => server.close(resolve))
    const refusedFrom = pauses
    await expect.poll(() => pauses, { timeout: 20_000, interval: 10 }).toBeGreaterThanOrEqual(refusedFrom + 1_000)
    // One socket, one pause, and what the watching itself needs.
    expect(held()).toBeLessThanOrEqual(before + 6)
    await port.close()
    await expect.poll(held, { timeout: 5_000, interval: 10 }).toBeLessThanOrEqual(before + 2)
  })
})

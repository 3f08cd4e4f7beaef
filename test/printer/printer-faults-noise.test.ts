import { describe, expect, test } from 'vitest'
import type { Line } from '../../line/line.ts'
import { modelIds } from '../../printer/model.ts'
import { PACE } from '../../printer/pace.ts'
import { HEALTHY, type PrinterState } from '../../printer/simulated/printer-state.ts'
import { createRandom } from '../../printer/simulated/random.ts'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { talkToPrinter } from '../../printer/talk-to-printer.ts'
import type { DeviceStatus } from '../../protocol/commands.ts'
import { makeHands } from '../support/hands.ts'
import { lineTo } from './memory-line.ts'
import { modelOf } from './sample-slip.ts'

describe('a printer that is drowned by noise (row 31)', { tags: ['F31'] }, () => {
  const STATES: readonly [Partial<PrinterState>, DeviceStatus][] = [
    [{}, 'ready'],
    [{ cover: 'open' }, 'cover-open'],
    [{ paper: 'end' }, 'no-paper'],
    [{ error: 'cutter-jam' }, 'jammed'],
    [{ error: 'head-hot' }, 'hot'],
    [{ error: 'unrecoverable' }, 'fault'],
    [{ feedKey: 'down' }, 'offline'],
  ]
  /** What noise is made of: any byte, and those that begin answers, hold the flow, or are half of one. */
  const SCRAPS: readonly (readonly number[])[] = [
    ...[[0x11], [0x13], [0x10], [0x18, 0x00], [0x37], [0x37, 0x22, 0x30], [0x5f, 0x45], [0x3d], [0x12], [0x1a], [0x00]],
    ...[
      [0x10, 0x0f],
      [0x10, 0x11, 0x00, 0x13, 0x00, 0x00],
      [0x38, 0x00, 0x0f, 0x00],
      [0x72, 0x7e],
      [0xff, 0x80],
    ],
  ]

  test.each(modelIds())('%s is seen as it is by the second look after the noise, whatever it was', async (id) => {
    const model = modelOf(id)
    for (let seed = 1; seed <= 1_000; seed++) {
      const random = createRandom(seed)
      const below = (n: number) => Math.floor(random() * n)
      const hands = makeHands()
      const printer = createSimulatedPrinter({ clock: () => 0, model, timers: hands.timers })
      const { line } = lineTo(printer, hands.timers)
      let isNoisy = true
      const ears = new Set<(bytes: Uint8Array) => void>()
      const spoil = (bytes: Uint8Array): Uint8Array =>
        isNoisy
          ? bytes.filter(() => random() < 0.7).map((byte) => (random() < 0.3 ? byte ^ (1 << below(8)) : byte))
          : bytes
      const port: Line = {
        ...line,
        onBytes(listener) {
          ears.add(listener)
          const stop = line.onBytes((bytes) => listener(spoil(bytes)))
          return () => {
            ears.delete(listener)
            stop()
          }
        },
      }
      const talk = talkToPrinter({ port, model, timers: hands.timers, pace: PACE, onStatus() {} })
      const pour = () => {
        if (!isNoisy) return
        const scrap = SCRAPS[below(SCRAPS.length)] ?? []
        const noise = random() < 0.5 ? [below(256)] : scrap
        for (const ear of [...ears]) ear(Uint8Array.from(noise))
        hands.timers.after(1 + below(400), pour)
      }
      port.open()
      const before = 1 + below(6)
      pour()
      const look = async () => {
        let seen: DeviceStatus | null | undefined
        void talk.deviceStatus().then((status) => {
          seen = status
        })
        await hands.pass(() => seen !== undefined, 60_000)
        await hands.pass(() => false, PACE.pollMs)
        return seen
      }
      for (let looks = 0; looks < before; looks++) {
        printer.set({ ...HEALTHY, ...STATES[below(STATES.length)]?.[0] })
        await look()
      }
      const [change, expected] = STATES[below(STATES.length)] ?? [{}, 'ready']
      isNoisy = false
      printer.set({ ...HEALTHY, ...change })
      const seen = [await look(), await look()]
      expect(seen[1], `seed ${seed}: ${seen.join()}`).toBe(expected)
      talk.close()
      await line.close()
    }
  })
})

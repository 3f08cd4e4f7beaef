import { describe, expect, test } from 'vitest'
import type { Timers } from '../../line/line.ts'
import { encodeSlip } from '../../printer/encode-slip.ts'
import { createSimulatedPrinter, type Simulation } from '../../printer/simulated/simulated-printer.ts'
import { slipLines } from '../../printer/slip-lines.ts'
import { happenAt } from './mishaps.ts'
import { ADDRESS, modelOf, sampleSlip } from './sample-slip.ts'

const EPSON = modelOf('epson-tm-t82x')
const SLIP = encodeSlip(slipLines(sampleSlip(), 48, ADDRESS), EPSON, 48)
const CUT = [0x1d, 0x56, 1]
const STATUS = [0x10, 0x04, 1]
const FENCE = [0x1d, 0x72, 1]
const ID = [0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, ...Buffer.from('0001')]
const DONE = [0x37, 0x22, ...Buffer.from('0001'), 0]

/** Time that passes when a test says so. */
const createTime = () => {
  let now = 0
  let waiting: { at: number; run: () => void }[] = []
  const timers: Timers = {
    after(ms, run) {
      const one = { at: now + ms, run }
      waiting.push(one)
      return () => {
        waiting = waiting.filter((each) => each !== one)
      }
    },
  }
  return {
    timers,
    now: () => now,
    pass(ms: number) {
      const until = now + ms
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (next === undefined) break
        waiting = waiting.filter((each) => each !== next)
        now = next.at
        next.run()
      }
      now = until
    },
  }
}

const start = (options: Partial<Simulation> = {}) => {
  const time = createTime()
  const printer = createSimulatedPrinter({ clock: time.now, timers: time.timers, model: EPSON, ...options })
  const pieces: number[][] = []
  const said = () => pieces.splice(0).flat()
  const send = (...bytes: number[]) => printer.take(Uint8Array.from(bytes), (answer) => pieces.push([...answer]))
  return { time, printer, send, said, pieces }
}

const text = (words: string) => [...Buffer.from(words)]

describe('a printer that takes its time', () => {
  test('prints 150 mm of a slip in a second; the fence is answered before the paper is out, the process id after', () => {
    const { time, printer, send, said } = start({ mmPerSec: 150 })
    send(...SLIP, ...ID, ...FENCE)
    expect([printer.papers().length, said()]).toEqual([0, []])
    time.pass(800)
    expect([printer.papers().length, said()]).toEqual([0, [0x00]])
    time.pass(400)
    expect([printer.papers().length, said()]).toEqual([1, DONE])
    expect(printer.papers()[0]).toMatchObject({ cut: true, partial: false })
    expect(printer.papers()[0]?.receivedAt).toBeCloseTo(1_136, -1)
  })

  test('a cover opened in the middle of a row loses it; what comes behind goes on', () => {
    const { time, printer, send } = start({ mmPerSec: 150 })
    send(...text('satu\ndua\ntiga\n'), ...CUT)
    time.pass(30)
    printer.set({ cover: 'open' })
    time.pass(10_000)
    printer.set({ cover: 'closed' })
    time.pass(10_000)
    expect(printer.papers()).toMatchObject([{ lines: ['satu', 'tiga'], partial: true, cut: true }])
  })

  test('or makes it wait for its host, where the model does', () => {
    const { time, printer, send, said } = start({ mmPerSec: 150, awaitsHostAfterCover: true })
    send(...text('satu\ndua\n'), ...CUT)
    time.pass(30)
    printer.set({ cover: 'open' })
    printer.set({ cover: 'closed' })
    time.pass(10_000)
    send(...STATUS)
    expect([printer.papers(), said()]).toEqual([[], [0x3a]])
    send(0x10, 0x05, 2, ...text('tiga\n'), ...CUT)
    time.pass(10_000)
    expect(printer.papers().map(({ lines }) => lines)).toEqual([['satu', 'tiga']])
  })

  test('after the power comes back it is off line for a while', () => {
    const { time, printer, send, said } = start({ warmUpMs: 2_000 })
    printer.set({ power: 'off' })
    printer.set({ power: 'on' })
    send(...STATUS, ...text('ya\n'), ...CUT)
    expect([said(), printer.papers().length]).toEqual([[0x1a], 0])
    time.pass(2_000)
    send(...STATUS)
    expect([said(), printer.papers().length]).toEqual([[0x12], 1])
  })

  test('its power may go for five seconds, and comes back by itself', () => {
    const { time, printer } = start()
    printer.set({ paper: 'near' })
    happenAt(printer, time.timers, { afterMs: 1_000, forMs: 5_000, change: { power: 'off' } })
    time.pass(999)
    expect(printer.state().power).toBe('on')
    time.pass(5_000)
    expect(printer.state().power).toBe('off')
    time.pass(1)
    expect(printer.state()).toMatchObject({ power: 'on', paper: 'near' })
  })

  test('a printer without a knife has its paper torn off a moment later', () => {
    const { time, printer, send } = start({ model: modelOf('generic-58') })
    send(...text('ya\n'), ...CUT)
    time.pass(1_000)
    send(...text('ya\n'))
    time.pass(1_000)
    expect(printer.papers()).toEqual([])
    time.pass(500)
    expect(printer.papers()).toMatchObject([{ lines: ['ya', 'ya'], cut: false, partial: false }])
  })
})

describe('paper and knife', () => {
  test('a roll runs low, ends in the middle of a row, and the next paper is whole', () => {
    const { printer, send } = start({ nearEndMm: 30 })
    const seen: string[] = []
    printer.onState(({ paper }) => seen.push(paper))
    printer.loadRoll(100)
    send(...SLIP)
    expect([...new Set(seen)]).toEqual(['ok', 'near', 'end'])
    send(0x10, 0x05, 2)
    printer.loadRoll(80_000)
    send(0x1b, 0x40, ...SLIP)
    expect(printer.papers()).toMatchObject([
      { cut: false, partial: true },
      { cut: true, partial: false },
    ])
  })

  test('a knife that jams does not cut', () => {
    const { printer, send } = start()
    printer.setDuringCut({ error: 'cutter-jam' })
    send(...SLIP)
    expect([printer.papers().length, printer.state().error]).toEqual([0, 'cutter-jam'])
    printer.set({ error: 'none' })
    send(...CUT)
    expect(printer.papers()).toMatchObject([{ cut: true }])
  })
})

describe('a buffer that is full', () => {
  test('without flow control loses what is too much', () => {
    const { printer, send } = start({ bufferBytes: 45 })
    printer.set({ cover: 'open' })
    send(...text(`${'x'.repeat(44)}\n${'y'.repeat(9)}\n`), ...CUT)
    printer.set({ cover: 'closed' })
    send(...CUT)
    expect(printer.papers().map(({ lines }) => lines)).toEqual([['x'.repeat(44)]])
  })

  test('with a line for it holds its host off and loses nothing; what waits outside is not heard', () => {
    const { printer, send, said } = start({ bufferBytes: 45, flow: 'dtr' })
    const busy: boolean[] = []
    printer.onBusy((isBusy) => busy.push(isBusy))
    printer.set({ cover: 'open' })
    send(...text(`${'x'.repeat(44)}\n${'y'.repeat(9)}\n`), ...CUT, ...STATUS)
    expect([printer.isBusy(), said()]).toEqual([true, []])
    printer.set({ cover: 'closed' })
    expect([busy, said()]).toEqual([[true, false], [0x12]])
    expect(printer.papers().map(({ lines }) => lines)).toEqual([['x'.repeat(44), 'y'.repeat(9)]])
  })

  test('with XON and XOFF says so in time, and hears questions all the same', () => {
    const { printer, send, said } = start({ bufferBytes: 45, flow: 'xonxoff' })
    printer.set({ cover: 'open' })
    send(...text('x'.repeat(28)))
    expect(said()).toEqual([])
    send(...text('x'), ...STATUS)
    expect(said()).toEqual([0x13, 0x1a])
    // Room for 21: too little to go on at once.
    printer.setAfter(5, { cover: 'open' })
    printer.set({ cover: 'closed' })
    expect(said()).toEqual([])
    printer.set({ cover: 'closed' })
    expect(said()).toEqual([0x11])
  })

  test('a printer set to be busy while it is off line says that, too', () => {
    const { printer, send, said } = start({ flow: 'xonxoff', busyWhenOffline: true })
    send(...text('x'))
    printer.set({ paper: 'end' })
    printer.set({ paper: 'ok' })
    expect(said()).toEqual([0x13, 0x11])
  })
})

describe('a bad line back', () => {
  const answers = (seed: number) => {
    const { send, said } = start({ trouble: { seed, flow: 0.3, noise: 0.1, wrong: 0.1 } })
    for (let i = 0; i < 50; i++) send(...STATUS)
    return said()
  }

  test('spoils answers, the same way for the same seed', () => {
    expect(answers(7)).toEqual(answers(7))
    expect(answers(7)).not.toEqual(answers(8))
    expect(new Set(answers(7)).size).toBeGreaterThan(5)
  })

  test('splits an answer with XON or XOFF in between, and delays it', () => {
    const { time, send, pieces } = start({ trouble: { seed: 1, flow: 1, split: true, delayMs: 40 } })
    send(0x1d, 0x61, 0x0e)
    time.pass(39)
    expect(pieces).toEqual([])
    time.pass(1)
    expect(pieces.every((piece) => piece.length === 1)).toBe(true)
    expect(pieces.flat().filter((byte) => byte !== 0x11 && byte !== 0x13)).toEqual([0x10, 0, 0, 0])
    expect(pieces).toHaveLength(8)
  })
})

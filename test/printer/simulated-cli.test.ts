import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Timers } from '../../line/line.ts'
import { serialLine } from '../../line/serial.ts'
import { encodeSlip } from '../../printer/encode-slip.ts'
import { runSimulated } from '../../printer/simulated/run-simulated.ts'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { createSlowLine } from '../../printer/simulated/slow-line.ts'
import { listenSimulated } from '../../printer/simulated/start-simulated.ts'
import { slipLines } from '../../printer/slip-lines.ts'
import { readPaperQrs } from '../support/read-paper-qr.ts'
import { createMishaps, prepareMishap } from './mishaps.ts'
import { ADDRESS, GENERIC, modelOf, sampleSlip } from './sample-slip.ts'

const SLIP = encodeSlip(slipLines(sampleSlip(), 48, ADDRESS), GENERIC, 48)

let folder = ''
const endings: (() => void | Promise<void>)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antrean-papers-'))
})
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
  rmSync(folder, { recursive: true })
})

const run = async (...args: string[]) => {
  const said: string[] = []
  const printer = await runSimulated(['--port', '0', ...args], (text) => said.push(text))
  endings.push(async () => {
    printer.press('q')
    await printer.stopped
  })
  return { ...printer, said }
}

describe('npm run printer:simulated', () => {
  test('prints what comes over the network as text, and keeps its picture', async () => {
    const { tcpPort, said } = await run('--model', 'epson-tm-t82x', '--papers', folder)
    expect(said).toEqual([`Epson TM-T82X: TCP port ${tcpPort}`, 'ready'])
    connect(tcpPort, '127.0.0.1').end(SLIP)
    const path = join(folder, 'paper-0001.png')
    await vi.waitFor(() => expect(said).toContain(path), 5_000)
    expect(said[2]).toMatch(/^--- paper 1 ---\n[\s\S]*\n {8}A037\n[\s\S]*--- cut ---$/)
    expect(await readPaperQrs(readFileSync(path))).toHaveLength(1)
  })

  test('each key is a switch, and what it does is said in a line', async () => {
    const { press, said } = await run('--model', 'custom-kpm180')
    for (const key of ['p', 'p', 'n', 'n', 'c', 'j', 'c', 'j', 'h', 'h', 'f', 'f', 'x', 'o', 'o', 't']) press(key)
    expect(said.slice(2)).toEqual([
      ...['paper out', 'ready', 'paper low', 'ready', 'cover open', 'cover open, cutter jam', 'cutter jam', 'ready'],
      ...['head hot', 'ready', 'feed button held', 'ready', 'power off', 'ready'],
    ])
  })

  test.each([
    [['--model', 'no-such'], /there are bixolon/],
    [['--baud', '10'], /a whole number from 1200/],
    [['--colour', 'red'], /Unknown option/],
  ])('%j is refused with a sentence', async (args, words) => {
    await expect(runSimulated(args, () => {})).rejects.toThrow(words)
  })

  test('answers over a serial port', async () => {
    const path = join(folder, 'printer')
    await run('--pty', path)
    await vi.waitFor(() => expect(existsSync(path)).toBe(true), 5_000)
    const port = serialLine(path, 38_400)
    endings.push(() => port.close())
    const heard: number[] = []
    port.onBytes((bytes) => heard.push(...bytes))
    port.open()
    await vi.waitFor(() => expect(port.status()).toBe('open'), 5_000)
    await vi.waitFor(async () => {
      await port.write(Uint8Array.of(0x10, 0x04, 0x01))
      expect(heard).toContain(0x12)
    }, 5_000)
  })
})

describe('the way to a printer', () => {
  test('at 9,600 baud 960 bytes take a second', () => {
    const waiting: (() => void)[] = []
    const timers: Timers = {
      after(_, go) {
        waiting.push(go)
        return () => {}
      },
    }
    let came = 0
    const mayDeliver = () => true
    const line = createSlowLine({ baud: 9_600, timers, mayDeliver, deliver: (bytes) => (came += bytes.length) })
    line.take(new Uint8Array(2_000))
    for (let tick = 0; tick < 100; tick++) waiting.shift()?.()
    expect([came, line.waiting()]).toEqual([960, 1_040])
  })

  test('a slip comes whole over a slow line with a small buffer', async () => {
    const options = { bufferBytes: 45, flow: 'dtr' } as const
    const printer = createSimulatedPrinter({ clock: () => 0, ...options })
    const listening = await listenSimulated(printer, 0, { baud: 115_200 })
    endings.push(() => listening.stop())
    printer.set({ cover: 'open' })
    connect(listening.tcpPort, '127.0.0.1').end(SLIP)
    await vi.waitFor(() => expect(printer.isBusy()).toBe(true), 5_000)
    printer.set({ cover: 'closed' })
    await vi.waitFor(() => expect(printer.papers()).toHaveLength(1), 5_000)
    expect(printer.violations()).toEqual([])
  })

  test('a printer that takes one host refuses the second, and one that hangs up without power does', async () => {
    const printer = createSimulatedPrinter({ clock: () => 0 })
    const listening = await listenSimulated(printer, 0, { clients: 'first', whenOff: 'closes' })
    endings.push(() => listening.stop())
    const dial = () => {
      const socket = connect(listening.tcpPort, '127.0.0.1')
      socket.on('error', () => {})
      return socket
    }
    const first = dial()
    const heard: number[] = []
    first.on('data', (bytes) => heard.push(...bytes))
    first.write(Uint8Array.of(0x10, 0x04, 0x01))
    await vi.waitFor(() => expect(heard).toEqual([0x12]), 5_000)
    const second = dial()
    await new Promise((resolve) => second.on('close', resolve))
    const ended = new Promise((resolve) => first.on('close', resolve))
    printer.set({ power: 'off' })
    await ended
    expect(first.destroyed).toBe(true)
  })
})

describe('mishaps by chance', () => {
  test('are the same for the same seed, as many as asked for, and of every kind', () => {
    const draw = (seed: number) => {
      const next = createMishaps({ seed, rate: 0.3, bytes: 900 })
      return Array.from({ length: 1_000 }, next)
    }
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
    const mishaps = draw(1).filter((mishap) => mishap !== null)
    expect(mishaps.length).toBeGreaterThan(250)
    expect(mishaps.length).toBeLessThan(350)
    expect(new Set(mishaps.map(({ change }) => JSON.stringify(change))).size).toBe(6)
  })

  test('come upon the paper they wait for', () => {
    const printer = createSimulatedPrinter({ clock: () => 0, model: modelOf('epson-tm-t82x') })
    prepareMishap(printer, { change: { paper: 'end' }, afterBytes: 300 })
    printer.take(SLIP, () => {})
    expect(printer.state().paper).toBe('end')
    printer.set({ paper: 'ok' })
    prepareMishap(printer, { change: { error: 'cutter-jam' }, afterBytes: 'cut' })
    printer.take(SLIP, () => {})
    expect([printer.state().error, printer.papers().some(({ cut }) => cut)]).toEqual(['cutter-jam', true])
  })
})

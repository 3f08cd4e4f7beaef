import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readModel } from '../../printer/model.ts'
import { runProbe } from '../../printer/probe/run-probe.ts'
import { Transcript } from '../../printer/probe/transcript.ts'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { listenSimulated } from '../../printer/simulated/start-simulated.ts'
import { makeHands } from '../support/hands.ts'
import { lineTo } from './memory-line.ts'
import { modelOf } from './sample-slip.ts'

let folder = ''
const endings: (() => Promise<void>)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antrean-probe-'))
})
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
  rmSync(folder, { recursive: true })
})

/** A simulated printer in memory and in time of its own, and how the command is run beside it. */
const beside = (id: string) => {
  const hands = makeHands()
  const { timers } = hands
  const printer = createSimulatedPrinter({ clock: () => 0, model: modelOf(id), flow: 'dtr', timers, mmPerSec: 150 })
  return { printer, hands, openLine: () => lineTo(printer, timers).line }
}

/** Runs the command with a person who answers these questions with yes. */
const run = async (args: string[], yes: RegExp, world?: ReturnType<typeof beside>) => {
  const said: string[] = []
  const asked: string[] = []
  let isOver = false
  const running = runProbe(args, {
    say: (text) => said.push(text),
    async ask(question) {
      asked.push(question)
      return yes.test(question)
    },
    ...(world === undefined ? {} : { openLine: world.openLine, clock: world.hands }),
  }).finally(() => {
    isOver = true
  })
  await world?.hands.pass(() => isOver, 600_000)
  return { code: await running, said, asked }
}

const PORT = 'tcp://10.0.0.9:9100'
const NOBODY = /^$/

describe('npm run printer:probe', () => {
  test('writes a profile that the office can name, and the transcript beside it', async () => {
    const printer = createSimulatedPrinter({ clock: () => 0, model: modelOf('epson-tm-t82x'), flow: 'dtr' })
    const { tcpPort, stop } = await listenSimulated(printer)
    endings.push(stop)
    const out = join(folder, 'new')
    const { code, said, asked } = await run([`tcp://127.0.0.1:${tcpPort}`, '--out', out], NOBODY)
    expect([code, asked]).toEqual([0, []])
    expect(readdirSync(out).toSorted()).toEqual(['epson-tm-t82x.json', 'epson-tm-t82x.transcript.json'])
    expect(readModel('epson-tm-t82x', out)).toEqual(modelOf('epson-tm-t82x'))
    const transcript: unknown = JSON.parse(readFileSync(join(out, 'epson-tm-t82x.transcript.json'), 'utf8'))
    expect(Transcript.parse(transcript).profile).toEqual(modelOf('epson-tm-t82x'))
    expect(said).toContain('Says which paper is done (GS ( H): yes.')
  })

  test('prints only when it is told to, asks what came, and calls it what the person calls it', async () => {
    const world = beside('xprinter-80')
    const args = [PORT, '--print', '--name', 'Kasir, 80 mm', '--out', folder]
    const { code, asked } = await run(args, /"(32|42|48):"|QR BY|cut/, world)
    expect([code, asked.length]).toEqual([0, 7])
    expect(world.printer.papers().map(({ cut }) => cut)).toEqual([true])
    expect(readModel('kasir-80-mm', folder)).toEqual({ ...modelOf('xprinter-80'), name: 'Kasir, 80 mm' })
  })

  test('asks nobody with --yes', async () => {
    const args = [PORT, '--print', '--yes', '--name', 'Loket 3', '--out', folder]
    const { code, asked } = await run(args, NOBODY, beside('generic-80'))
    expect([code, asked]).toEqual([0, []])
    expect(readModel('loket-3', folder)).toMatchObject({ columns: 48, qr: 'native', cutter: { command: 'GS V' } })
  })

  test('a printer that is to be repaired first gets no profile', async () => {
    const world = beside('generic-80')
    world.printer.set({ cover: 'open' })
    const { code, said } = await run([PORT, '--out', folder], NOBODY, world)
    expect([code, readdirSync(folder)]).toEqual([1, []])
    expect(said.at(-1)).toMatch(/cover-open/)
  })

  test('where nobody answers that is said, and nothing is written', async () => {
    const world = beside('generic-80')
    world.printer.set({ power: 'off' })
    const { code, said } = await run([PORT, '--out', folder], NOBODY, world)
    expect([code, readdirSync(folder)]).toEqual([1, []])
    expect(said.at(-1)).toMatch(/^Nobody answers/)
  })

  test('a device file is told as one that answers nothing', async () => {
    const path = join(folder, 'lp0')
    writeFileSync(path, '')
    const { code, said } = await run([`file://${path}`, '--out', folder], NOBODY)
    expect(code).toBe(0)
    expect(said[0]).toMatch(/only written to/)
    expect(readModel('unknown-printer', folder)).toMatchObject({ asb: false, processId: false })
    // Initialise and the first question, twice: whoever does not answer is not asked on.
    expect([...readFileSync(path)]).toEqual([0x1b, 0x40, 0x10, 0x04, 0x01, 0x10, 0x04, 0x01])
  })

  test.each([
    [[], /expected one port/],
    [['simulated'], /no port of a real printer/],
    [['udp://10.0.0.9'], /no port of a real printer/],
    [['tcp://10.0.0.9:9100', '--yes'], /only with --print/],
    [['tcp://10.0.0.9:9100', '--name', ' '], /expected words/],
    [['tcp://10.0.0.9:9100', '--colour'], /Unknown option/],
  ])('%j is refused with a sentence', async (args, words) => {
    await expect(run(args, NOBODY)).rejects.toThrow(words)
    expect(existsSync(join(folder, 'unknown-printer.json'))).toBe(false)
  })
})

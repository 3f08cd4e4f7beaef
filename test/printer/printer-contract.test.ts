import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { serialLine } from '../../line/serial.ts'
import { readModel } from '../../printer/model.ts'
import { deviceFilePort } from '../../printer/ports/device-file.ts'
import { openPort } from '../../printer/ports/open-port.ts'
import { tcpPort } from '../../printer/ports/tcp.ts'
import { linkPty } from '../../printer/simulated/pty.ts'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { listenSimulated } from '../../printer/simulated/start-simulated.ts'
import { PATIENCE } from './printer-bench.ts'
import { type Laid, mishapContract, printerContract, type Way } from './printer-contract.ts'
import { denpasar, modelOf } from './sample-slip.ts'

/** Sooner than in an office, with time enough for a busy machine to answer. */
const PACE = { pollMs: 20, answerMs: 500, proofMs: 3_000, checkMs: 20, idMs: 300, quietMs: 250, settleMs: 20 }

const simulated = (id: string) =>
  createSimulatedPrinter({ clock: () => denpasar(10, 8), model: modelOf(id), flow: 'dtr' })

const overTcp = async (id: string): Promise<Laid> => {
  const hands = simulated(id)
  const listening = await listenSimulated(hands)
  return { port: tcpPort('127.0.0.1', listening.tcpPort, undefined, PATIENCE), hands, end: listening.stop }
}

const overPty = async (id: string): Promise<Laid> => {
  const folder = mkdtempSync(join(tmpdir(), 'printer-'))
  const path = join(folder, 'tty')
  const hands = simulated(id)
  const listening = await listenSimulated(hands)
  const unlink = linkPty({ path, tcpPort: listening.tcpPort, tell: (text) => console.warn(text) })
  await expect.poll(() => existsSync(path), { timeout: 10_000, interval: 10 }).toBe(true)
  return {
    port: serialLine(path, 38_400, undefined, PATIENCE),
    hands,
    async end() {
      unlink()
      await listening.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A FIFO whose reader hands on what it reads: a printer that is written to and never heard. */
const overFile = async (id: string): Promise<Laid> => {
  const folder = mkdtempSync(join(tmpdir(), 'printer-'))
  const path = join(folder, 'lp0')
  execFileSync('mkfifo', [path])
  const hands = simulated(id)
  // Open for writing, too: so it does not end with the first writer that hangs up.
  const reader = spawn('sh', ['-c', 'exec cat <> "$0"', path], { stdio: ['ignore', 'pipe', 'ignore'] })
  reader.stdout.on('data', (bytes: Uint8Array) => hands.take(bytes, () => {}))
  const gone = new Promise((resolve) => reader.once('close', resolve))
  return {
    port: deviceFilePort(path, undefined, PATIENCE),
    hands,
    async end() {
      reader.kill()
      await gone
      rmSync(folder, { recursive: true })
    },
  }
}

const speaking = (via: string, id: string, lay: (id: string) => Promise<Laid>): Way => {
  const model = modelOf(id)
  return { name: `${id} over ${via}`, model, speaks: true, proof: ['printed'], lay: () => lay(id), pace: PACE }
}

const WAYS: readonly Way[] = [
  ...['epson-tm-t82x', 'generic-80', 'custom-kpm180'].map((id) => speaking('TCP', id, overTcp)),
  // Without socat `ports.test.ts` says what is not tested.
  ...(existsSync('/usr/bin/socat') ? [speaking('a serial port', 'epson-tm-t82iii', overPty)] : []),
  {
    ...speaking('a device file', 'generic-80', overFile),
    ...{ speaks: false, proof: ['unproven'] },
  },
]

for (const way of WAYS) {
  printerContract(way)
  if (way.speaks) mishapContract(way)
}

/**
 * A printer of metal: `TEST_PRINTER=tcp://10.0.0.9:9100 npx vitest run --project rooms test/printer/printer-contract.test.ts`,
 * with `TEST_PRINTER_MODEL` as in office.json, `generic-80` without. Nothing else may be connected to it.
 */
const { TEST_PRINTER: real, TEST_PRINTER_MODEL: id = 'generic-80' } = process.env
if (real !== undefined) {
  const model = readModel(id, 'data/printers')
  if (model === null) throw new Error(`TEST_PRINTER_MODEL: no model ${id}`)
  printerContract({
    ...{ name: `${id} at ${real}`, model, speaks: !real.startsWith('file:'), proof: ['printed', 'unproven'] },
    lay: async () => ({ port: openPort(real), hands: null, end: async () => {} }),
    ...{ pace: {}, timeoutMs: 120_000 },
  })
}

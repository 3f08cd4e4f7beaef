import { execFileSync, spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { REAL_TIMERS } from '../../line/line.ts'
import { listenToScanner, type Scanner } from '../../scanner/listen-to-scanner.ts'
import { openScannerLine } from '../../scanner/open-line.ts'
import { type Cable, layCable } from '../support/cable.ts'

const QUICK = { firstPauseMs: 10, longestPauseMs: 40 }
const tidy: (() => unknown)[] = []
afterEach(async () => {
  for (const one of tidy.splice(0).reverse()) await one()
})

/** A folder that is gone after the test. */
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'scanner-'))
  tidy.push(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** A scanner at work on an address, with what it said. */
const listen = (address: string) => {
  const codes: string[] = []
  const statuses: string[] = []
  const spoiled: number[] = []
  const scanner: Scanner = listenToScanner({
    line: openScannerLine(address, { patience: QUICK }),
    onCode: (code) => codes.push(code),
    onStatus: (status) => statuses.push(status),
    onSpoiled: () => spoiled.push(1),
    nowMs: () => performance.now(),
    timers: REAL_TIMERS,
  })
  tidy.push(() => scanner.stop())
  const becomes = (status: string) =>
    vi.waitFor(() => expect(scanner.status()).toBe(status), { timeout: 10_000, interval: 5 })
  const hears = (...wanted: string[]) =>
    vi.waitFor(() => expect(codes).toEqual(wanted), { timeout: 10_000, interval: 5 })
  return { scanner, codes, statuses, spoiled, becomes, hears }
}

describe('a scanner on a serial line', { tags: ['K9', 'F33'] }, () => {
  const plug = async (): Promise<Cable> => {
    const cable = await layCable()
    tidy.push(cable.remove)
    return cable
  }

  test('hands over its codes, in one piece or many', async () => {
    const cable = await plug()
    const { becomes, hears } = listen(`serial://${cable.near}?baud=115200`)
    await becomes('ready')
    await cable.say('AB12CD34\r')
    await hears('AB12CD34')
    for (const piece of ['EF5', '6GH', '78\r\nIJ90', 'KL12\r\n']) await cable.say(piece)
    await hears('AB12CD34', 'EF56GH78', 'IJ90KL12')
  })

  test('is offline while it is unplugged, and reads again when it is back', async () => {
    const cable = await plug()
    const { becomes, hears, statuses } = listen(`serial://${cable.near}`)
    await becomes('ready')
    await cable.unplug()
    await becomes('offline')
    await cable.plugIn()
    await becomes('ready')
    await cable.say('EF56GH78\r')
    await hears('EF56GH78')
    expect(statuses).toEqual(['offline', 'ready', 'offline', 'ready'])
  })

  test('is offline too when it is unplugged in the middle of a code, which is then none', async () => {
    const cable = await plug()
    const { becomes, hears, codes } = listen(`serial://${cable.near}`)
    await becomes('ready')
    await cable.say('EF56GH78\r')
    await hears('EF56GH78')
    for (const round of [1, 2, 3, 4, 5, 6]) {
      await becomes('ready')
      await cable.say('AB12')
      await cable.unplug()
      await becomes('offline')
      expect(codes, `round ${round}`).toEqual(['EF56GH78'])
      await cable.plugIn()
    }
    await becomes('ready')
    await cable.say('IJ90KL12\r')
    await hears('EF56GH78', 'IJ90KL12')
  })

  test('that is not there yet is found when it is plugged in', async () => {
    const cable = await plug()
    await cable.unplug()
    const { scanner, becomes } = listen(`serial://${cable.near}`)
    expect(scanner.status()).toBe('offline')
    await cable.plugIn()
    await becomes('ready')
  })

  test('a speed that is wrong makes noise and no code', async () => {
    const cable = await plug()
    const { becomes, hears, spoiled } = listen(`serial://${cable.near}?baud=115200`)
    await becomes('ready')
    await cable.say(Buffer.from([0xf8, 0x80, 0xfe, 0x00, 0x0d]))
    await cable.say('AB12CD34\r')
    await hears('AB12CD34')
    expect(spoiled).toHaveLength(1)
  })

  test('that sends a flood, breaks off in it and is plugged in again gives its next code and no other', async () => {
    const cable = await plug()
    const { becomes, hears, spoiled } = listen(`serial://${cable.near}?baud=115200`)
    await becomes('ready')
    await cable.say(`${'9'.repeat(10_240)}\rAB12CD34\r`)
    await hears('AB12CD34')
    expect(spoiled).toHaveLength(1)
    await cable.say('9'.repeat(10_240))
    await cable.unplug()
    await becomes('offline')
    await cable.plugIn()
    await becomes('ready')
    await cable.say('EF56GH78\r\nIJ90KL12\r\n')
    await hears('AB12CD34', 'EF56GH78', 'IJ90KL12')
  })

  test('that got another number is found by its stable path, without what it began under the old one', async () => {
    const [old, other] = [await plug(), await plug()]
    const stable = join(folder(), 'by-id')
    symlinkSync(old.near, stable)
    const { becomes, hears } = listen(`serial://${stable}?baud=9600`)
    await becomes('ready')
    await old.say('AB12CD34\rEF56')
    await hears('AB12CD34')
    rmSync(stable)
    symlinkSync(other.near, stable)
    await becomes('offline')
    await becomes('ready')
    await other.say('GH78IJ90\r')
    await hears('AB12CD34', 'GH78IJ90')
  })

  test('is not listened to any more once it is stopped', async () => {
    const cable = await plug()
    const { scanner, becomes, codes } = listen(`serial://${cable.near}`)
    await becomes('ready')
    await cable.say('AB12')
    await scanner.stop()
    expect(scanner.status()).toBe('offline')
    expect(codes).toEqual([])
  })
})

describe('a scanner behind a device file', () => {
  test('may be a pipe that a program fills', async () => {
    const path = join(folder(), 'pipe')
    execFileSync('mkfifo', [path])
    const { becomes, hears } = listen(`file://${path}`)
    await becomes('ready')
    const program = spawn('sh', ['-c', `printf 'AB12CD34\\r' > "$0"`, path])
    tidy.push(() => program.kill())
    await hears('AB12CD34')
    const another = spawn('sh', ['-c', `printf 'EF56GH78' > "$0"`, path])
    tidy.push(() => another.kill())
    await hears('AB12CD34')
    await vi.waitFor(() => expect(existsSync(path)).toBe(true))
  })

  test('is never an ordinary file, whose old codes would come again at every start', async () => {
    const path = join(folder(), 'codes.txt')
    writeFileSync(path, 'AB12CD34\r')
    const { scanner, codes } = listen(`file://${path}`)
    appendFileSync(path, 'EF56GH78\r')
    expect(scanner.status()).toBe('offline')
    expect(codes).toEqual([])
  })
})

test.each(['', 'simulated', 'tcp://10.0.0.9:9100', 'serial:///dev/ttyS0?baud=fast', 'http://10.0.0.9'])(
  '"%s" is no line of a scanner',
  (text) => {
    expect(() => openScannerLine(text)).toThrow(/not the line of a scanner/)
  },
)

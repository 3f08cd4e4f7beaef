import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SerialPort } from 'serialport'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Line, LineStatus } from '../../line/line.ts'
import { serialLine } from '../../line/serial.ts'
import { deviceFilePort } from '../../printer/ports/device-file.ts'
import { openPort, parsePort } from '../../printer/ports/open-port.ts'
import { tcpPort } from '../../printer/ports/tcp.ts'

/** The printer's end of a line. */
type FarEnd = {
  port: Line
  received(): Buffer
  say(bytes: Uint8Array): void
  vanish(): Promise<void>
  comeBack(): Promise<void>
  end(): Promise<void>
}

const QUICK = { firstPauseMs: 10, longestPauseMs: 40 }
const everyByte = Uint8Array.from({ length: 4096 }, (_, i) => i % 256)

const until = (port: Line, wanted: LineStatus): Promise<void> =>
  new Promise((resolve) => {
    if (port.status() === wanted) return resolve()
    const stop = port.onStatus((status) => {
      if (status !== wanted) return
      stop()
      resolve()
    })
  })

const overTcp = async (): Promise<FarEnd> => {
  let received = Buffer.alloc(0)
  let held: Socket | null = null
  const server = createServer((socket) => {
    held = socket
    socket.on('error', () => socket.destroy())
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes])
    })
  })
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', () => resolve()))
  await listen(0)
  const address = server.address()
  const at = typeof address === 'object' && address !== null ? address.port : 0
  const vanish = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      held?.resetAndDestroy()
    })
  return {
    port: tcpPort('127.0.0.1', at, undefined, QUICK),
    received: () => received,
    say: (bytes) => held?.write(bytes),
    vanish,
    comeBack: () => listen(at),
    end: vanish,
  }
}

const SOCAT = '/usr/bin/socat'

const overSerial = async (): Promise<FarEnd> => {
  const folder = mkdtempSync(join(tmpdir(), 'printer-'))
  const [near, far] = [join(folder, 'near'), join(folder, 'far')]
  let received = Buffer.alloc(0)
  let printer: SerialPort | null = null
  let stopCable = async () => {}
  const plugIn = async () => {
    const cable = spawn(SOCAT, [`pty,raw,echo=0,link=${far}`, `pty,raw,echo=0,link=${near}`])
    const gone = new Promise<void>((resolve) => cable.once('exit', () => resolve()))
    stopCable = async () => {
      cable.kill()
      await gone
    }
    await vi.waitFor(() => expect(existsSync(near) && existsSync(far)).toBe(true), { interval: 5 })
    const opened = new SerialPort({ path: far, baudRate: 38_400, autoOpen: false })
    await new Promise<void>((resolve, reject) => opened.open((error) => (error ? reject(error) : resolve())))
    opened.on('data', (bytes: Buffer) => {
      received = Buffer.concat([received, bytes])
    })
    printer = opened
  }
  await plugIn()
  return {
    port: serialLine(near, 38_400, undefined, QUICK),
    received: () => received,
    say: (bytes) => printer?.write(Buffer.from(bytes)),
    vanish: () => stopCable(),
    comeBack: plugIn,
    async end() {
      await stopCable()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const overDeviceFile = async (): Promise<FarEnd> => {
  const folder = mkdtempSync(join(tmpdir(), 'printer-'))
  const path = join(folder, 'lp0')
  execFileSync('mkfifo', [path])
  let received = Buffer.alloc(0)
  let unplug = async () => {}
  // A reader of its own process: a thread of ours that waits in a FIFO could not be called back.
  const plugIn = async () => {
    const device = spawn('cat', [path], { stdio: ['ignore', 'pipe', 'ignore'] })
    const gone = new Promise<void>((resolve) => device.once('close', () => resolve()))
    device.stdout.on('data', (bytes: Buffer) => {
      received = Buffer.concat([received, bytes])
    })
    unplug = async () => {
      device.kill()
      await gone
    }
  }
  await plugIn()
  return {
    port: deviceFilePort(path, undefined, QUICK),
    received: () => received,
    say: () => {},
    vanish: () => unplug(),
    comeBack: plugIn,
    async end() {
      await unplug()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const socatIsHere = existsSync(SOCAT)
if (!socatIsHere) console.warn(`NOT TESTED: the serial port, because ${SOCAT} is missing. Install socat.`)

const LINES: { name: string; lay: () => Promise<FarEnd>; speaks: boolean; here: boolean }[] = [
  { name: 'TCP', lay: overTcp, speaks: true, here: true },
  { name: 'a serial line', lay: overSerial, speaks: true, here: socatIsHere },
  { name: 'a device file', lay: overDeviceFile, speaks: false, here: true },
]

if (process.env.CI === 'true')
  test('the machine that proves every change has socat for the serial line', () => {
    expect(socatIsHere, `${SOCAT} is missing: the serial port would go untested`).toBe(true)
  })

describe.each(LINES.filter((line) => line.here))('a printer over $name', ({ lay, speaks }) => {
  const laid: FarEnd[] = []
  const layLine = async () => {
    const line = await lay()
    laid.push(line)
    return line
  }

  afterEach(async () => {
    for (const line of laid.splice(0)) {
      await line.port.close()
      await line.end()
    }
  })

  test('is told every byte, in order, in one write or many', async () => {
    const { port, received } = await layLine()
    port.open()
    await until(port, 'open')
    const written = await Promise.all([port.write(everyByte), port.write(Uint8Array.of(1, 2, 3))])
    expect(written).toEqual([{ status: 'written' }, { status: 'written' }])
    await vi.waitFor(() => expect(received().length).toBe(everyByte.length + 3), { timeout: 5_000, interval: 5 })
    expect(received().equals(Buffer.from([...everyByte, 1, 2, 3]))).toBe(true)
  })

  const whereItSpeaks = speaks ? test : () => {}
  whereItSpeaks('is heard when it speaks, until nobody listens any more', async () => {
    const { port, say } = await layLine()
    port.open()
    await until(port, 'open')
    const heard: number[] = []
    const enough = new Promise<void>((resolve) => {
      const stop = port.onBytes((bytes) => {
        heard.push(...bytes)
        if (heard.length < 3) return
        stop()
        resolve()
      })
    })
    say(Uint8Array.of(0x12, 0x00, 0xff))
    await enough
    expect(heard).toEqual([0x12, 0x00, 0xff])
  })

  test('that vanishes and comes back is found again, and prints', async () => {
    const { port, received, vanish, comeBack } = await layLine()
    port.open()
    await until(port, 'open')
    await vanish()
    // A device file tells of its loss only to whoever writes.
    const lost = until(port, 'opening')
    await port.write(everyByte)
    await lost
    const before = received().length
    await comeBack()
    await until(port, 'open')
    expect(await port.write(Uint8Array.of(65))).toEqual({ status: 'written' })
    await vi.waitFor(() => expect(received().length).toBeGreaterThan(before), { timeout: 5_000, interval: 5 })
  })

  test('that is not there is tried again, and a write says that it failed', async () => {
    const { port, vanish, comeBack } = await layLine()
    await vanish()
    port.open()
    expect(port.status()).toBe('opening')
    expect((await port.write(Uint8Array.of(65))).status).toBe('failed')
    await comeBack()
    await until(port, 'open')
  })

  test('is left alone after close', async () => {
    const { port } = await layLine()
    port.open()
    await until(port, 'open')
    await port.close()
    expect(port.status()).toBe('closed')
    expect((await port.write(Uint8Array.of(65))).status).toBe('failed')
  })
})

describe('a device file', () => {
  test('may be an ordinary file, which is added to and never made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'printer-'))
    const path = join(folder, 'paper.bin')
    writeFileSync(path, 'before ')
    const port = deviceFilePort(path)
    port.open()
    await until(port, 'open')
    await port.write(Buffer.from('A037'))
    await port.close()
    expect(readFileSync(path, 'latin1')).toBe('before A037')
    rmSync(folder, { recursive: true })
    const missing = deviceFilePort(path)
    missing.open()
    expect((await missing.write(Uint8Array.of(65))).status).toBe('failed')
    await missing.close()
    expect(existsSync(path)).toBe(false)
  })
})

describe('the port of a printer in the office document', () => {
  test.each([
    ['simulated', { kind: 'simulated' }],
    ['tcp://10.0.0.9:9100', { kind: 'tcp', host: '10.0.0.9', port: 9100 }],
    ['tcp://[fe80::1]:9100', { kind: 'tcp', host: 'fe80::1', port: 9100 }],
    [
      'serial:///dev/serial/by-id/usb-EPSON_TM-if00?baud=19200',
      { kind: 'serial', path: '/dev/serial/by-id/usb-EPSON_TM-if00', baud: 19200 },
    ],
    ['serial:///dev/ttyS0', { kind: 'serial', path: '/dev/ttyS0', baud: 38400 }],
    ['file:///dev/usb/lp0', { kind: 'file', path: '/dev/usb/lp0' }],
  ])('%s is understood', (text, address) => {
    expect(parsePort(text)).toEqual(address)
  })

  test.each([
    '',
    'usb',
    'tcp://10.0.0.9',
    'tcp://10.0.0.9:0',
    'tcp://10.0.0.9:70000',
    'serial:///dev/ttyS0?baud=fast',
    'serial:///dev/ttyS0?baud=-1',
    'file:///',
    'http://10.0.0.9:9100',
  ])('"%s" is refused', (text) => {
    expect(parsePort(text)).toBeNull()
    expect(() => openPort(text)).toThrow(/not the port/)
  })

  test('opens nothing before it is asked to', () => {
    for (const text of ['tcp://127.0.0.1:9', 'serial:///dev/null', 'file:///dev/null'])
      expect(openPort(text).status()).toBe('closed')
    expect(() => openPort('simulated')).toThrow()
  })
})

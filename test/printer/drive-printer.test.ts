import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Line } from '../../line/line.ts'
import { drivePrinter } from '../../printer/drive-printer.ts'
import { deviceFilePort } from '../../printer/ports/device-file.ts'
import { tcpPort } from '../../printer/ports/tcp.ts'
import { readPapers } from '../../printer/read-bytes.ts'
import { HEALTHY, type PrinterState } from '../../printer/simulated/printer-state.ts'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { listenSimulated } from '../../printer/simulated/start-simulated.ts'
import { createPaperDoor, PRINTER } from './paper-door.ts'
import { cameOut, complete, drive, endAll, endLater, lookedAt, PATIENCE, simulated, slipNo } from './printer-bench.ts'
import { ADDRESS, denpasar, GENERIC } from './sample-slip.ts'

/** What was told of a printer that is reached: a busy machine may need longer for the first dial than a quick driver waits. */
const reached = (office: ReturnType<typeof createPaperDoor>) =>
  office.devices().filter((status) => status !== 'offline')

afterEach(endAll)

describe('the printer of an office', () => {
  test('prints an owed slip once, with the address of its page, and says so', { tags: ['F3'] }, async () => {
    const office = createPaperDoor()
    const { printer, port } = await simulated()
    office.owe(slipNo(37))
    const { notes } = drive(office, port)
    await office.until(() => office.owed().length === 0)
    expect(office.papers()).toEqual(['A037/1 sending', 'A037/1 printed'])
    // Its first line may take a busy machine longer than one look.
    expect(reached(office)).toEqual(['ready'])
    expect(complete(printer.papers())).toEqual(['A037'])
    expect(printer.papers()[0]?.qr).toBe(`${ADDRESS}/t/Zm9vYmFyYmF6cXV4MDEyMw`)
    expect(printer.violations()).toEqual([])
    expect(notes.map((note) => note.fields.why)).toContain('fence')
    expect(JSON.stringify(notes)).not.toContain('/t/')
  })

  test('prints the oldest first and never two at once', async () => {
    const office = createPaperDoor()
    const { printer, port } = await simulated()
    drive(office, port)
    office.owe(slipNo(1), slipNo(2), slipNo(3))
    office.owe(slipNo(4))
    await office.until(() => office.owed().length === 0)
    expect(office.papers()).toEqual([1, 2, 3, 4].flatMap((n) => [`A00${n}/1 sending`, `A00${n}/1 printed`]))
    expect(complete(printer.papers())).toEqual(['A001', 'A002', 'A003', 'A004'])
  })

  test('lets no byte of a slip leave before the office has it as sending', { tags: ['F3'] }, async () => {
    const jobBytes: number[] = []
    const { port } = await simulated()
    const counting: Line = {
      ...port,
      write(bytes) {
        if (bytes.length > 100) jobBytes.push(bytes.length)
        return port.write(bytes)
      },
    }
    const seen: number[] = []
    const office = createPaperDoor(async (told) => {
      if (told.status === 'sending') {
        await new Promise((resolve) => setImmediate(resolve))
        seen.push(jobBytes.length)
      }
      return undefined
    })
    office.owe(slipNo(37))
    drive(office, counting)
    await office.until(() => office.owed().length === 0)
    expect(seen).toEqual([0])
    expect(jobBytes).toHaveLength(1)
  })

  test('a disk that takes nothing for a while costs no paper and prints none twice', { tags: ['F10'] }, async () => {
    const left = { sending: 2, printed: 2 }
    const office = createPaperDoor(async ({ status }) => {
      if ((status !== 'sending' && status !== 'printed') || left[status] === 0) return undefined
      left[status] -= 1
      return 'disk-refuses'
    })
    const { printer, port } = await simulated()
    office.owe(slipNo(37))
    drive(office, port)
    await office.until(() => office.owed().length === 0)
    expect(office.papers()).toEqual(['A037/1 sending', 'A037/1 printed'])
    expect(left).toEqual({ sending: 0, printed: 0 })
    expect(complete(printer.papers())).toEqual(['A037'])
  })

  test.each<[string, Partial<PrinterState>, string]>([
    ['its cover is open', { cover: 'open' }, 'cover-open'],
    ['it has no paper', { paper: 'end' }, 'no-paper'],
    ['its cutter is jammed', { error: 'cutter-jam' }, 'jammed'],
  ])('a slip waits, still queued, while %s, and comes when that is repaired', async (_, trouble, status) => {
    const office = createPaperDoor()
    const { printer, port } = await simulated()
    printer.set(trouble)
    office.owe(slipNo(37))
    drive(office, port)
    await office.until(() => reached(office).length === 1)
    expect(reached(office)).toEqual([status])
    expect(office.papers()).toEqual([])
    expect(office.owed()).toMatchObject([{ state: 'queued' }])
    printer.set(HEALTHY)
    await office.until(() => office.owed().length === 0)
    expect(reached(office)).toEqual([status, 'ready'])
    expect(complete(printer.papers())).toEqual(['A037'])
  })

  test('paper that runs low is told and does not stop it', { tags: ['P5'] }, async () => {
    const office = createPaperDoor()
    const { printer, port } = await simulated()
    printer.set({ paper: 'near' })
    office.owe(slipNo(37))
    drive(office, port)
    await office.until(() => office.owed().length === 0)
    expect(reached(office)).toEqual(['paper-low'])
    expect(complete(printer.papers())).toEqual(['A037'])
  })

  test('what happens to an idle printer is told once each', async () => {
    const office = createPaperDoor()
    const { printer, port } = await simulated()
    drive(office, port)
    await office.until(() => reached(office).length === 1)
    for (const [change, status] of [
      [{ paper: 'near' }, 'paper-low'],
      [{ cover: 'open' }, 'cover-open'],
      [HEALTHY, 'ready'],
    ] as const) {
      printer.set(change)
      await office.until(() => office.devices().at(-1) === status)
    }
    expect(reached(office)).toEqual(['ready', 'paper-low', 'cover-open', 'ready'])
  })
})

describe('a printer that is not there', { tags: ['F26'] }, () => {
  test('lets the slip wait, is told as offline, and prints when it comes', async () => {
    const printer = createSimulatedPrinter({ clock: () => denpasar(10, 8), columns: 48 })
    const first = await listenSimulated(printer)
    await first.stop()
    const office = createPaperDoor()
    office.owe(slipNo(37))
    drive(office, tcpPort('127.0.0.1', first.tcpPort, undefined, PATIENCE))
    await office.until(() => office.devices().includes('offline'))
    expect(office.papers()).toEqual([])
    const second = await listenSimulated(printer, first.tcpPort)
    endLater(() => second.stop())
    await office.until(() => office.owed().length === 0)
    expect(office.devices()).toEqual(['offline', 'ready'])
    expect(complete(printer.papers())).toEqual(['A037'])
  })
})

describe('a printer that does not answer everything', () => {
  test('without fences prints, and the log says what is believed', async () => {
    const office = createPaperDoor()
    const { printer, port } = await simulated('no-fence')
    const { notes } = drive(office, port)
    office.owe(slipNo(1), slipNo(2))
    await office.until(() => office.owed().length === 0)
    expect(complete(printer.papers())).toEqual(['A001', 'A002'])
    expect(notes.flatMap((note) => note.fields.why ?? [])).toEqual(['no-fence', 'no-fence'])
  })

  test('that never says a word prints what it took', async () => {
    const office = createPaperDoor()
    const { printer, port } = await simulated('nothing')
    const { notes } = drive(office, port)
    office.owe(slipNo(1), slipNo(2))
    await office.until(() => office.owed().length === 0)
    await cameOut(printer, 2)
    expect(complete(printer.papers())).toEqual(['A001', 'A002'])
    expect(notes.flatMap((note) => note.fields.why ?? [])).toEqual(['mute', 'mute'])
  })

  test('behind a device file prints what it took', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'printer-'))
    endLater(async () => rmSync(folder, { recursive: true }))
    const path = join(folder, 'lp0')
    writeFileSync(path, '')
    const office = createPaperDoor()
    office.owe(slipNo(1), slipNo(2))
    drive(office, deviceFilePort(path))
    await office.until(() => office.owed().length === 0)
    const { papers, violations } = readPapers(readFileSync(path))
    expect(violations).toEqual([])
    expect(papers.map((paper) => paper.cut)).toEqual([true, true])
  })

  test('that always answered its fences and does not any more leaves its paper uncertain', async () => {
    const { port } = await simulated()
    let deaf = false
    const forgetful: Line = {
      ...port,
      onBytes: (listener) =>
        port.onBytes((bytes) => {
          const kept = deaf ? bytes.filter((byte) => byte !== 0) : bytes
          if (kept.length > 0) listener(kept)
        }),
    }
    const office = createPaperDoor(async (told) => {
      if (told.status === 'printed') deaf = true
      if (told.status === 'uncertain') deaf = false
    })
    const { notes } = drive(office, forgetful)
    office.owe(slipNo(1), slipNo(2))
    await office.until(() => office.owed().length === 0)
    expect(office.papers().slice(0, 4)).toEqual([
      'A001/1 sending',
      'A001/1 printed',
      'A002/1 sending',
      'A002/1 uncertain',
    ])
    expect(notes.flatMap((note) => note.fields.why ?? [])).toEqual(['fence', 'proof-missing', 'fence'])
  })
})

describe('a view that is behind', () => {
  test.each(['queued', 'sending'] as const)(
    'and shows a printed paper as %s does not bring it out again',
    async (state) => {
      const office = createPaperDoor()
      const { printer, port } = await simulated()
      drive(office, port)
      office.owe(slipNo(1))
      await office.until(() => office.papers().includes('A001/1 printed'))
      office.fallBehind([slipNo(1, { state })])
      await lookedAt(office, printer)
      expect(office.papers()).toEqual(['A001/1 sending', 'A001/1 printed'])
      expect(complete(printer.papers())).toEqual(['A001'])
    },
  )

  test('and shows a paper the office does not know prints nothing, and asks once', async () => {
    const office = createPaperDoor()
    const { printer, port } = await simulated()
    office.fallBehind([slipNo(9)])
    drive(office, port)
    await office.until(() => office.papers().length === 1)
    await lookedAt(office, printer)
    expect(office.papers()).toEqual(['A009/1 sending'])
    expect(printer.papers()).toEqual([])
  })
})

describe('an office that closes', () => {
  test('lets the paper in hand end, and begins no other', async () => {
    const office = createPaperDoor()
    const { printer, port } = await simulated()
    const { driver } = drive(office, port)
    office.owe(slipNo(1), slipNo(2))
    await office.until(() => office.papers().length === 1)
    await driver.stop()
    expect(office.papers()).toEqual(['A001/1 sending', 'A001/1 printed'])
    expect(complete(printer.papers())).toEqual(['A001'])
    expect(port.status()).toBe('closed')
  })

  test('an address that is none stops the start', async () => {
    const { port } = await simulated()
    const given = { model: GENERIC, newCommandId: () => '', log: { info() {}, warn() {} }, sender: PRINTER, port }
    expect(() => drivePrinter({ ...given, door: createPaperDoor().door, address: 'kantor' })).toThrow()
    expect(port.status()).toBe('closed')
  })
})

import { afterEach, describe, expect, test } from 'vitest'
import { HEALTHY } from '../../printer/simulated/printer-state.ts'
import { createPaperDoor } from './paper-door.ts'
import { complete, drive, endAll, simulated, slipNo } from './printer-bench.ts'

afterEach(endAll)

describe('a slip that breaks off', { tags: ['P3', 'F4', 'F5'] }, () => {
  test('because the paper runs out is uncertain; after the refill one marked reprint comes and no ghost', async () => {
    const office = createPaperDoor()
    const { printer, port } = await simulated()
    printer.setAfter(400, { paper: 'end' })
    office.owe(slipNo(37))
    const { notes } = drive(office, port)
    await office.until(() => office.devices().includes('no-paper') && office.papers().length === 2)
    expect(office.papers()).toEqual(['A037/1 sending', 'A037/1 uncertain'])
    printer.set({ paper: 'ok' })
    await office.until(() => office.owed().length === 0)
    expect(office.papers()).toEqual(['A037/1 sending', 'A037/1 uncertain', 'A037/2 sending', 'A037/2 printed'])
    expect(complete(printer.papers())).toEqual(['A037 CETAK ULANG'])
    expect(notes.flatMap((note) => note.fields.why ?? [])).toEqual(['offline', 'fence'])
  })

  test('because the cover is opened leaves its rest on a paper of its own', async () => {
    const office = createPaperDoor()
    const { printer, port } = await simulated()
    printer.setAfter(400, { cover: 'open' })
    office.owe(slipNo(37))
    drive(office, port)
    await office.until(() => office.devices().includes('cover-open'))
    printer.set({ cover: 'closed' })
    await office.until(() => office.owed().length === 0)
    expect(printer.papers().map((paper) => paper.qr !== null)).toEqual([false, true])
    expect(complete(printer.papers())).toEqual(['A037 CETAK ULANG'])
  })

  test('because the power dies without a word is uncertain, and the printer is offline until it is back', async () => {
    const office = createPaperDoor()
    const { printer, port } = await simulated()
    printer.setAfter(400, { power: 'off' })
    office.owe(slipNo(37))
    drive(office, port)
    await office.until(() => office.devices().includes('offline'))
    expect(office.papers()).toEqual(['A037/1 sending', 'A037/1 uncertain'])
    printer.set({ power: 'on' })
    await office.until(() => office.owed().length === 0)
    expect(complete(printer.papers())).toEqual(['A037 CETAK ULANG'])
    expect(office.devices().at(-1)).toBe('ready')
  })

  test('because the server died while printing is uncertain at the next start, before anything else', async () => {
    const office = createPaperDoor()
    office.owe(slipNo(36, { state: 'sending' }), slipNo(38))
    const { printer, port } = await simulated()
    drive(office, port)
    await office.until(() => office.owed().length === 0)
    expect(office.papers().slice(0, 2)).toEqual(['A036/1 uncertain', 'A038/1 sending'])
    expect(complete(printer.papers())).toEqual(['A038', 'A036 CETAK ULANG'])
  })

  test('is told as uncertain even while the printer cannot be reached', async () => {
    const office = createPaperDoor()
    office.owe(slipNo(36, { state: 'sending' }))
    const { printer, port } = await simulated()
    printer.set({ power: 'off' })
    drive(office, port)
    await office.until(() => office.papers().length > 0 && office.devices().length > 0)
    expect(office.papers()).toEqual(['A036/1 uncertain'])
    expect(office.devices()).toEqual(['offline'])
  })

  test('whatever breaks and wherever, a paper told as printed is there, nobody has two unmarked, and no third comes', async () => {
    const office = createPaperDoor(async (told) => {
      // Somebody repairs whatever is told.
      if (told.status === 'uncertain' || (told.type === 'ReportDevice' && told.status !== 'ready')) repair()
    })
    const { printer, port } = await simulated()
    const repair = () => printer.set(HEALTHY)
    const seen: { lines: string[]; qr: string | null; cut: boolean }[] = []
    printer.onPaper((paper) => seen.push(paper))
    drive(office, port)
    const mishaps = [{ paper: 'end' }, { cover: 'open' }, { power: 'off' }, { error: 'cutter-jam' }, {}] as const
    for (let n = 1; n <= 60; n++) {
      printer.setAfter(((n * 137) % 1000) + 1, mishaps[n % mishaps.length] ?? {})
      office.owe(slipNo(n))
      await office.until(() => office.owed().length === 0)
    }
    const had = complete(seen)
    for (let n = 1; n <= 60; n++) {
      const number = slipNo(n).number
      const own = had.filter((paper) => paper.startsWith(number))
      const marked = own.filter((paper) => paper.endsWith('CETAK ULANG'))
      const end = office
        .papers()
        .filter((report) => report.startsWith(number))
        .at(-1)
      expect(own.length - marked.length).toBeLessThanOrEqual(1)
      expect(marked.length).toBeLessThanOrEqual(1)
      if (end?.endsWith('printed')) expect(own.length).toBeGreaterThanOrEqual(1)
    }
    expect(had.length).toBeGreaterThan(50)
  }, 60_000)
})

import { describe, expect, test } from 'vitest'
import { keepOpen } from '../../line/keep-open.ts'
import { modelIds, PrinterModel } from '../../printer/model.ts'
import { probePrinter } from '../../printer/probe/probe-printer.ts'
import type { PrinterState, Talk } from '../../printer/simulated/printer-state.ts'
import type { SimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { makeHands } from '../support/hands.ts'
import { KNOWN, probeSimulated } from './probe-bench.ts'
import { modelOf } from './sample-slip.ts'

const TALKS: readonly Talk[] = ['all', 'no-fence', 'nothing']
const EACH = modelIds().flatMap((id) => TALKS.map((talk) => ({ id, talk })))
const SPEAKING = EACH.filter(({ talk }) => talk !== 'nothing')

/** The same printer under a name that nobody knows, as the unit itself spells it. */
const unknown = (id: string): PrinterModel => ({ ...modelOf(id), name: 'NOBODY 9000' })
const runsLow = (printer: SimulatedPrinter) => printer.set({ paper: 'near' })

describe('a printer that is probed without paper', () => {
  test.each(SPEAKING)('$id, answers $talk: is known by its name, and nothing is printed', async ({ id, talk }) => {
    const { printer, probe, tookMs } = await probeSimulated({ model: modelOf(id), talk })
    expect(probe?.transcript.profile).toEqual(modelOf(id))
    expect(probe?.findings.fence).toBe(talk === 'all')
    expect([probe?.ready, printer.papers(), printer.violations()]).toEqual([true, [], []])
    expect(tookMs).toBeLessThan(10_000)
  })

  test.each(EACH)(
    '$id, answers $talk, of a name that nobody knows: gets what is safe with any, and hears nothing that it could print',
    async ({ id, talk }) => {
      const { printer, probe } = await probeSimulated({ model: unknown(id), talk })
      expect(probe?.transcript.profile).toMatchObject({
        ...{ columns: 32, qr: 'raster', asb: false, processId: false },
        ...{ presenter: modelOf(id).presenter && talk !== 'nothing' },
      })
      expect([printer.papers(), printer.violations()]).toEqual([[], []])
    },
  )

  test('that never answers is told as that, whatever its plate says', async () => {
    const { probe } = await probeSimulated({ model: modelOf('epson-tm-t82x'), talk: 'nothing', name: 'Epson TM-T82X' })
    expect(probe?.findings.status).toBeNull()
    expect(probe?.transcript.profile).toEqual({ ...modelOf('epson-tm-t82x'), asb: false, processId: false })
    expect(probe?.remarks[0]).toMatch(/does not answer/)
  })

  test.each<[Partial<PrinterState>, string]>([
    [{ cover: 'open' }, 'cover-open'],
    [{ paper: 'end' }, 'no-paper'],
    [{ error: 'cutter-jam' }, 'jammed'],
  ])('that cannot print (%j) is %s, and is not left full of questions', async (trouble, status) => {
    const { printer, probe } = await probeSimulated({ page: true, before: (one) => one.set(trouble) })
    expect([probe?.ready, probe?.findings.status]).toEqual([false, status])
    printer.set({ cover: 'closed', paper: 'ok', error: 'none' })
    expect(printer.papers()).toEqual([])
    expect(printer.transcript().filter(({ bytes }) => bytes.startsWith('1d'))).toEqual([])
  })

  test('where nobody answers there is no profile', async () => {
    expect((await probeSimulated({ before: (one) => one.set({ power: 'off' }) })).probe).toBeNull()
  })
})

describe('a printer that is probed with a test page', () => {
  test.each(EACH)('$id, answers $talk, of a name that nobody knows: is found out', async ({ id, talk }) => {
    const { probe } = await probeSimulated({
      model: unknown(id),
      talk,
      page: true,
      before: runsLow,
      name: 'NOBODY 9000',
    })
    const speaks = talk !== 'nothing'
    const { cutter, nearEnd, presenter, asb, processId, ...rest } = unknown(id)
    const { cutter: found, ...profile } = probe?.transcript.profile ?? unknown(id)
    expect(profile).toEqual({
      ...rest,
      ...{ nearEnd: speaks && nearEnd, presenter: speaks && presenter, asb: speaks && asb },
      processId: speaks && processId,
    })
    // How far it is from head to knife nobody can see: four rows are enough for all of them.
    expect(found === null).toBe(cutter === null)
    if (speaks) expect(found?.command).toBe(cutter?.command)
    expect(found?.feedRows ?? 9).toBeGreaterThanOrEqual(cutter?.feedRows ?? 0)
  })

  test('no letter of a command that it does not know stands on the page', async () => {
    const { printer } = await probeSimulated({ model: modelOf('xprinter-80'), page: true })
    expect(printer.violations().map(({ bytes }) => bytes)).toEqual(expect.arrayContaining(['1d 61', '1d 28']))
    const lines = printer.papers().flatMap((paper) => paper.lines)
    expect(lines.filter((line) => /^[A-Z0-9a(]/.test(line)).map((line) => line.slice(0, 16))).toEqual([
      ...['ANTREAN PRINTER ', '32: :....:....:.', '42: :....:....:.', '48: :....:....:.', '64: :....:....:.'],
      ...['QR BY COMMAND:', 'QR AS A PICTURE:', 'END'],
    ])
  })
})

describe('a bad line', () => {
  const trouble = { split: true, flow: 0.3, noise: 0.05, wrong: 0.02 }

  test.each(EACH)('$id, answers $talk: noise ends no probe, and adds nothing a unit has not', async ({ id, talk }) => {
    for (let seed = 1; seed <= 30; seed++) {
      const { probe } = await probeSimulated({
        model: unknown(id),
        talk,
        trouble: { ...trouble, seed },
        page: seed % 2 === 0,
      })
      const profile = PrinterModel.parse(probe?.transcript.profile)
      if (profile.processId) expect(modelOf(id).processId).toBe(true)
    }
  })

  test('one that is lost in the middle gives what is safe', async () => {
    for (let bytes = 1; bytes < 60; bytes += 3) {
      const before = (printer: SimulatedPrinter) => printer.setAfter(bytes, { power: 'off' })
      const { probe } = await probeSimulated({ model: unknown('epson-tm-t82x'), page: bytes % 2 === 0, before })
      expect(probe?.transcript.profile).toMatchObject({ processId: false })
    }
  })

  test('that pours noise without end is heard to the end all the same', async () => {
    const hands = makeHands()
    let heard = 0
    const line = keepOpen(async (ear) => {
      const pour = () => {
        ear.heard(Uint8Array.from({ length: 16 }, () => (heard = (heard * 73 + 41) % 256)))
        hands.timers.after(20, pour)
      }
      pour()
      return { write: async () => null, hangUp() {} }
    }, hands.timers)
    const { timers, nowMs } = hands
    let profile: PrinterModel | null = null
    const told = { timers, nowMs, look: async () => false, name: null, known: KNOWN }
    void probePrinter({ line, ...told }).then((probe) => {
      profile = probe?.transcript.profile ?? null
    })
    expect(await hands.pass(() => profile !== null, 300_000)).toBe(true)
    await line.close()
    expect(PrinterModel.safeParse(profile).success).toBe(true)
  })
})

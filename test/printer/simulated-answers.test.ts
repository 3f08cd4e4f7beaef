import { describe, expect, test } from 'vitest'
import { HEALTHY, type PrinterState } from '../../printer/simulated/printer-state.ts'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { modelOf } from './sample-slip.ts'

const EPSON = modelOf('epson-tm-t82x')
const CUSTOM = modelOf('custom-kpm180')

const start = (model = EPSON) => {
  const printer = createSimulatedPrinter({ clock: () => 0, model })
  const said: number[] = []
  const send = (...bytes: number[]) => printer.take(Uint8Array.from(bytes), (answer) => said.push(...answer))
  /** What is said to these bytes alone. */
  const ask = (...bytes: number[]) => {
    said.length = 0
    send(...bytes)
    return [...said]
  }
  return { printer, said, send, ask }
}

/** The state's own part of a byte, and the byte that all others leave (Epson's reference, typed from there). */
type Row = {
  has: (state: PrinterState) => boolean
  eot: [number, number, number, number]
  asb: [number, number, number, number]
}

const row = (has: Row['has'], eot: Row['eot'], asb: Row['asb']): Row => ({ has, eot, asb })

const BASE_EOT = [0x12, 0x12, 0x12, 0x12]
const BASE_ASB = [0x10, 0x00, 0x00, 0x00]
const TABLE: Row[] = [
  //                                          DLE EOT 1     2     3     4    ASB 1     2     3     4
  row((s) => s.cover === 'open', /*         */ [0x08, 0x04, 0x00, 0x00], [0x28, 0x00, 0x00, 0x00]),
  row((s) => s.paper === 'near', /*         */ [0x00, 0x00, 0x00, 0x0c], [0x00, 0x00, 0x03, 0x00]),
  row((s) => s.paper === 'end', /*          */ [0x08, 0x20, 0x00, 0x6c], [0x08, 0x00, 0x0f, 0x00]),
  row((s) => s.error === 'cutter-jam', /*   */ [0x08, 0x40, 0x08, 0x00], [0x08, 0x08, 0x00, 0x00]),
  row((s) => s.error === 'unrecoverable', /**/ [0x08, 0x40, 0x20, 0x00], [0x08, 0x20, 0x00, 0x00]),
  row((s) => s.error === 'head-hot', /*     */ [0x08, 0x40, 0x40, 0x00], [0x08, 0x40, 0x00, 0x00]),
  row((s) => s.awaitsHost, /*               */ [0x28, 0x40, 0x00, 0x00], [0x08, 0x01, 0x00, 0x00]),
  row((s) => s.feedKey === 'down', /*       */ [0x48, 0x08, 0x00, 0x00], [0x48, 0x02, 0x00, 0x00]),
  row((s) => s.drawerPin === 'high', /*     */ [0x04, 0x00, 0x00, 0x00], [0x04, 0x00, 0x00, 0x00]),
]

const expected = (state: PrinterState, kind: 'eot' | 'asb'): number[] =>
  (kind === 'eot' ? BASE_EOT : BASE_ASB).map((base, i) =>
    TABLE.filter((each) => each.has(state)).reduce((byte, each) => byte | (each[kind][i] ?? 0), base),
  )

const STATES: PrinterState[] = (['closed', 'open'] as const).flatMap((cover) =>
  (['ok', 'near', 'end'] as const).flatMap((paper) =>
    (['none', 'cutter-jam', 'head-hot', 'unrecoverable'] as const).flatMap((error) =>
      [false, true].flatMap((awaitsHost) =>
        (['up', 'down'] as const).flatMap((feedKey) =>
          (['low', 'high'] as const).map((drawerPin) => ({
            ...HEALTHY,
            ...{ cover, paper, error, awaitsHost, feedKey, drawerPin },
          })),
        ),
      ),
    ),
  ),
)

describe('what a printer says of itself', () => {
  test('in each of its 192 states DLE EOT 1 to 4 and the automatic status are as in the reference, byte for byte', () => {
    expect(STATES).toHaveLength(192)
    const { printer, said, send, ask } = start()
    send(0x1d, 0x61, 0xff)
    for (const state of STATES) {
      printer.set(HEALTHY)
      said.length = 0
      printer.set(state)
      const isChange = expected(state, 'asb').join() !== expected(HEALTHY, 'asb').join()
      expect(said).toEqual(isChange ? expected(state, 'asb') : [])
      expect([1, 2, 3, 4].flatMap((n) => ask(0x10, 0x04, n))).toEqual(expected(state, 'eot'))
    }
  })

  // Known values of real units, so that the table above is held to something, too.
  test.each<[Partial<PrinterState>, number[]]>([
    [{}, [0x12, 0x12, 0x12, 0x12]],
    [{ drawerPin: 'high' }, [0x16, 0x12, 0x12, 0x12]],
    [{ paper: 'near' }, [0x12, 0x12, 0x12, 0x1e]],
    [{ paper: 'end' }, [0x1a, 0x32, 0x12, 0x7e]],
    [{ cover: 'open' }, [0x1a, 0x16, 0x12, 0x12]],
    [{ error: 'cutter-jam' }, [0x1a, 0x52, 0x1a, 0x12]],
  ])('with %o it answers %o', (change, answers) => {
    const { printer, ask } = start()
    printer.set(change)
    expect([1, 2, 3, 4].flatMap((n) => ask(0x10, 0x04, n))).toEqual(answers)
  })

  test('without a near-end sensor it never says that paper is low', () => {
    const { printer, ask } = start(modelOf('xprinter-80'))
    printer.set({ paper: 'near' })
    expect(ask(0x10, 0x04, 4)).toEqual([0x12])
    printer.set({ paper: 'end' })
    expect(ask(0x10, 0x04, 4)).toEqual([0x72])
  })

  test('the automatic status is off after power-on, says what its mask names, and no more after a 0', () => {
    const { printer, said, send } = start()
    printer.set({ paper: 'near' })
    printer.set({ paper: 'ok' })
    expect(said).toEqual([])
    send(0x1d, 0x61, 0x08)
    expect(said.splice(0)).toEqual([0x10, 0, 0, 0])
    printer.set({ drawerPin: 'high' })
    printer.set({ cover: 'open' })
    expect(said).toEqual([])
    printer.set({ cover: 'closed', paper: 'near' })
    expect(said.splice(0)).toEqual([0x14, 0, 0x03, 0])
    send(0x1d, 0x61, 0)
    printer.set({ paper: 'ok' })
    expect(said).toEqual([])
    send(0x1d, 0x61, 0x0e)
    said.length = 0
    printer.set({ power: 'off' })
    printer.set({ power: 'on', cover: 'open' })
    expect(said).toEqual([])
  })

  // Which change each bit of the mask lets through (Epson): drawer, on line, error, paper, panel.
  test.each<[string, Partial<PrinterState>, Partial<PrinterState>, number[]]>([
    ['the drawer', {}, { drawerPin: 'high' }, [0x01]],
    ['the cover of a printer that is on line', {}, { cover: 'open' }, [0x02]],
    ['the cover of one that is off line', { paper: 'end' }, { cover: 'open' }, [0x02]],
    ['a jam', { cover: 'open' }, { error: 'cutter-jam' }, [0x04]],
    ['a fault', { cover: 'open' }, { error: 'unrecoverable' }, [0x04]],
    ['a hot head', { cover: 'open' }, { error: 'head-hot' }, [0x04]],
    ['paper that runs low', {}, { paper: 'near' }, [0x08]],
    ['the end of the paper', { cover: 'open' }, { paper: 'end' }, [0x08]],
    ['the feed button', { cover: 'open' }, { feedKey: 'down' }, [0x40]],
  ])('%s is told to whom it concerns', (_, before, change, masks) => {
    const hears = (mask: number): boolean => {
      const { printer, said, send } = start()
      send(0x1d, 0x61, mask)
      printer.set(before)
      said.length = 0
      printer.set(change)
      return said.length > 0
    }
    expect([0x01, 0x02, 0x04, 0x08, 0x40].filter(hears)).toEqual(masks)
  })

  test('GS r and GS I answer in the order of the buffer, and not while it is off line', () => {
    const { printer, said, ask } = start()
    printer.set({ paper: 'near', drawerPin: 'high' })
    expect(ask(0x1d, 0x72, 1)).toEqual([0x03])
    expect(ask(0x1d, 0x72, 2)).toEqual([0x01])
    expect(ask(0x1d, 0x49, 1)).toEqual([0x20])
    expect(ask(0x1d, 0x49, 2)).toEqual([0x02])
    expect(ask(0x1d, 0x49, 3)).toEqual([0x01])
    expect(String.fromCharCode(...ask(0x1d, 0x49, 66))).toBe('_EPSON\0')
    expect(String.fromCharCode(...ask(0x1d, 0x49, 67))).toBe('_TM-T82X\0')
    printer.set({ cover: 'open' })
    expect(ask(0x1d, 0x72, 1)).toEqual([])
    printer.set({ cover: 'closed' })
    expect(said).toEqual([0x03])
  })

  test('the offline response tells that it stopped, with or without the cause', () => {
    const { printer, said, send } = start()
    send(0x1d, 0x28, 0x48, 3, 0, 0x31, 0x30, 1)
    printer.set({ cover: 'open' })
    printer.set({ cover: 'closed' })
    send(0x1d, 0x28, 0x48, 3, 0, 0x31, 0x30, 50)
    printer.set({ paper: 'end' })
    printer.set({ cover: 'open' })
    expect(said).toEqual([0x37, 0x23, 0x00, 0x37, 0x23, 0x42, 0x00])
  })

  test('a hand opens the cover, removes a jam and the host says how to go on', () => {
    const { printer, ask, send } = start()
    printer.set({ error: 'cutter-jam' })
    send(0x41, 0x0a, 0x1d, 0x56, 1, 0x10, 0x05, 1)
    expect(printer.state().error).toBe('cutter-jam')
    printer.set({ error: 'none', awaitsHost: true })
    expect(ask(0x10, 0x04, 1)).toEqual([0x3a])
    expect(printer.papers()).toEqual([])
    send(0x10, 0x05, 1)
    expect(ask(0x10, 0x04, 1)).toEqual([0x12])
    expect(printer.papers().map((paper) => paper.lines)).toEqual([['A']])
  })

  test('DLE ENQ 2 goes on with empty buffers, DLE DC4 8 says so as well', () => {
    const { printer, ask, send } = start()
    printer.set({ awaitsHost: true })
    send(0x41, 0x0a, 0x1d, 0x56, 1, 0x10, 0x05, 2)
    expect(printer.state().awaitsHost).toBe(false)
    printer.set({ cover: 'open' })
    send(0x42, 0x0a, 0x1d, 0x56, 1)
    expect(ask(0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8)).toEqual([0x37, 0x25, 0x00])
    printer.set({ cover: 'closed' })
    expect(printer.papers()).toEqual([])
    expect(printer.violations()).toEqual([])
  })
})

describe('which paper is done', () => {
  const id = (text: string) => [0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, ...Buffer.from(text)]
  const done = (text: string) => [0x37, 0x22, ...Buffer.from(text), 0x00]
  const job = (text: string) => [...Buffer.from('A037\n'), 0x1d, 0x56, 1, ...id(text)]

  // The example of Epson's page on GS ( H: three jobs, the host ready or not.
  test('a host that reads hears all three', () => {
    const { printer, said, send } = start()
    for (const text of ['0001', '0002', '0003']) send(...job(text))
    expect(said).toEqual([...done('0001'), ...done('0002'), ...done('0003')])
    expect(printer.transcript().map(({ by }) => by)).toEqual(['host', 'printer', 'host', 'printer', 'host', 'printer'])
    expect(printer.transcript()[1]).toEqual({ by: 'printer', bytes: '37 22 30 30 30 31 00' })
  })

  test('a host that does not read finds the last one', () => {
    const { printer, said, send } = start()
    printer.hostReads(false)
    for (const text of ['0001', '0002', '0003']) send(...job(text))
    expect(said).toEqual([])
    printer.hostReads(true)
    expect(said).toEqual(done('0003'))
  })

  test('a host that did not read hears the paper first, then that it stopped, then that it was cleared', () => {
    const { printer, said, send } = start()
    send(0x1d, 0x28, 0x48, 3, 0, 0x31, 0x30, 1)
    printer.hostReads(false)
    send(0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8, ...job('0001'))
    printer.set({ cover: 'open' })
    printer.hostReads(true)
    expect(said).toEqual([...done('0001'), 0x37, 0x23, 0x00, 0x37, 0x25, 0x00])
  })

  test('an answer that nobody has read is dropped with the buffers', () => {
    const { printer, said, send } = start()
    printer.hostReads(false)
    send(...job('0001'), 0x10, 0x05, 2)
    printer.hostReads(true)
    expect(said).toEqual([])
  })

  test('what waits while it is off line is dropped with the buffers', () => {
    const { printer, said, send } = start()
    printer.set({ paper: 'end' })
    send(...job('0001'), 0x10, 0x05, 2)
    printer.set({ paper: 'ok' })
    expect(said).toEqual([])
  })
})

describe('a printer with a presenter', () => {
  test('holds the paper until somebody takes it, and knows it', () => {
    const { printer, ask, send } = start(CUSTOM)
    expect(ask(0x10, 0x04, 0x14)).toEqual([0x10, 0x0f, 0, 0, 0, 0])
    send(0x1d, 0x65, 5, ...Buffer.from('A037\n'), 0x1b, 0x69, 0x1d, 0x65, 3, 8)
    expect(ask(0x10, 0x04, 0x14)).toEqual([0x10, 0x0f, 0x20, 0, 0, 0])
    expect(ask(0x1d, 0x65, 6)).toEqual([0x08])
    printer.takeTicket()
    expect(ask(0x1d, 0x65, 6)).toEqual([0x00])
    printer.set({ presenter: 'ticket' })
    send(0x1d, 0x65, 2)
    expect(printer.state().presenter).toBe('empty')
    expect(printer.violations()).toEqual([])
  })

  test.each<[Partial<PrinterState>, number[]]>([
    [{ paper: 'end' }, [0x05, 0, 0, 0]],
    [{ cover: 'open' }, [0, 0x02, 0, 0]],
    [{ feedKey: 'down' }, [0, 0x20, 0, 0]],
    [{ error: 'head-hot' }, [0, 0, 0x01, 0]],
    [{ error: 'cutter-jam' }, [0, 0, 0, 0x01]],
  ])('with %o its full status ends in %o', (change, bytes) => {
    const { printer, ask } = start(CUSTOM)
    printer.set(change)
    expect(ask(0x10, 0x04, 0x14)).toEqual([0x10, 0x0f, ...bytes])
  })
})

describe('what public emulators of printers leave out', () => {
  test('a question inside of other data is answered at once, and the data goes on', () => {
    const { printer, ask } = start()
    const raster = [0x1d, 0x76, 0x30, 0, 1, 0, 3, 0]
    expect(ask(...raster, 0x10, 0x04, 0x01, ...Buffer.from('ya\n'), 0x1d, 0x56, 1)).toEqual([0x12])
    expect(printer.papers()[0]?.lines).toEqual(['[picture 8x3]', 'ya'])
  })

  test('commands of another kind of printer come out as text and are noted', () => {
    const { printer, said, send } = start(modelOf('xprinter-80'))
    send(0x1d, 0x61, 0x0e, 0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, ...Buffer.from('0001\n'), 0x1d, 0x56, 1)
    expect(printer.papers()[0]?.lines).toEqual(['a(H000001'])
    expect(printer.violations().map(({ bytes }) => bytes)).toContain('1d 61')
    expect(said).toEqual([])
  })
})

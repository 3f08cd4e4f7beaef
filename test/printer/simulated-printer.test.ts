import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CLEAR_BUFFERS, FENCE, statusQuery } from '../../printer/device-status.ts'
import { encodeSlip } from '../../printer/encode-slip.ts'
import { HEALTHY, type PrinterState, type Talk } from '../../printer/simulated/printer-state.ts'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { slipLines } from '../../printer/slip-lines.ts'
import { ADDRESS, denpasar, GENERIC, sampleSlip } from './sample-slip.ts'

const slip = encodeSlip(slipLines(sampleSlip(), 48, ADDRESS), GENERIC, 48)

const set = (talk: Talk = 'all') => {
  const printer = createSimulatedPrinter({ clock: () => denpasar(10, 8), columns: 48, talk })
  const said: number[] = []
  return { printer, said, take: (bytes: Uint8Array) => printer.take(bytes, (answer) => said.push(...answer)) }
}

const anyState: fc.Arbitrary<PrinterState> = fc.record({
  power: fc.constant('on' as const),
  cover: fc.constantFrom('closed' as const, 'open' as const),
  paper: fc.constantFrom('ok' as const, 'near' as const, 'end' as const),
  error: fc.constantFrom('none' as const, 'cutter-jam' as const, 'head-hot' as const, 'unrecoverable' as const),
  awaitsHost: fc.boolean(),
  feedKey: fc.constantFrom('up' as const, 'down' as const),
  drawerPin: fc.constantFrom('low' as const, 'high' as const),
  presenter: fc.constantFrom('empty' as const, 'ticket' as const),
})

describe('the simulated printer', () => {
  test('gives the paper with its number, its time, its QR and its rows', () => {
    const { printer, take } = set()
    take(slip)
    expect(printer.papers()).toMatchObject([
      { no: 1, receivedAt: denpasar(10, 8), cut: true, qr: `${ADDRESS}/t/Zm9vYmFyYmF6cXV4MDEyMw` },
    ])
    expect(printer.papers()[0]?.lines).toContain('        A037')
    expect(printer.papers()[0]).toMatchObject({ marked: false, partial: false })
    expect(printer.violations()).toEqual([])
  })

  test('prints nothing while it is offline, and what it holds once it is online again', () => {
    for (const trouble of [{ paper: 'end' }, { cover: 'open' }, { error: 'head-hot' }] as const) {
      const { printer, take } = set()
      printer.set(trouble)
      take(slip)
      expect(printer.papers()).toHaveLength(0)
      printer.set(HEALTHY)
      expect(printer.papers()).toHaveLength(1)
    }
  })

  test('answers status at once while offline, but a fence only when it comes to it', () => {
    const { printer, said, take } = set()
    printer.set({ cover: 'open' })
    take(Uint8Array.of(...slip, ...FENCE, ...statusQuery(1)))
    expect(said).toEqual([0x1a])
    printer.set({ cover: 'closed' })
    expect(said).toEqual([0x1a, 0x00])
  })

  test('forgets a broken-off paper when it is told to, so no ghost comes out after the refill', () => {
    const { printer, take } = set()
    printer.setAfter(300, { paper: 'end' })
    take(slip)
    take(CLEAR_BUFFERS)
    printer.set({ paper: 'ok' })
    take(slip)
    expect(printer.papers().map((paper) => [paper.cut, paper.qr !== null])).toEqual([
      [false, false],
      [true, true],
    ])
  })

  test('loses its buffer and its settings with its power', () => {
    const { printer, said, take } = set()
    printer.set({ cover: 'open' })
    take(slip)
    printer.set({ power: 'off' })
    take(statusQuery(1))
    printer.set({ power: 'on', cover: 'closed' })
    expect(printer.papers()).toHaveLength(0)
    expect(said).toEqual([])
  })

  test('a clone that knows no fence is silent about it, one that knows nothing is silent altogether', () => {
    const clone = set('no-fence')
    clone.take(Uint8Array.of(...FENCE, ...statusQuery(1)))
    expect(clone.said).toEqual([0x12])
    const mute = set('nothing')
    mute.take(Uint8Array.of(...FENCE, ...statusQuery(1), ...slip))
    expect(mute.said).toEqual([])
    expect(mute.printer.papers()).toHaveLength(1)
  })

  test('keeps the last fifty papers', () => {
    const { printer, take } = set()
    for (let i = 0; i < 53; i++) take(slip)
    expect(printer.papers().map((paper) => paper.no)).toEqual(Array.from({ length: 50 }, (_, i) => i + 4))
  })

  test('takes any bytes in any state without a throw and without growing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.uint8Array({ maxLength: 400 }), anyState), { maxLength: 8 }), (steps) => {
        const { printer, take } = set()
        for (const [bytes, state] of steps) {
          take(bytes)
          printer.set(state)
        }
        expect(printer.papers().length).toBeLessThanOrEqual(50)
      }),
      { numRuns: 300 },
    )
  })
})

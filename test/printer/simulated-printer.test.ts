import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CLEAR_BUFFERS,
  FENCE,
  isFenceAnswer,
  isStatusAnswer,
  readDeviceStatus,
  statusQuery,
} from '../../printer/device-status.ts'
import { encodeSlip } from '../../printer/encode-slip.ts'
import { type PrinterState, realtimeAnswer, type Talk } from '../../printer/simulated/printer-state.ts'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { slipLines } from '../../printer/slip-lines.ts'
import { ADDRESS, denpasar, sampleSlip } from './sample-slip.ts'

const slip = encodeSlip(slipLines(sampleSlip(), 48, ADDRESS), 48)

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
})

describe('the status of a printer', () => {
  // Values from Epson's reference, typed by hand: they judge the simulated printer and the reading of it alike.
  test.each<[Partial<PrinterState>, [number, number, number, number], string]>([
    [{}, [0x12, 0x12, 0x12, 0x12], 'ready'],
    [{ paper: 'near' }, [0x12, 0x12, 0x12, 0x1e], 'paper-low'],
    [{ paper: 'end' }, [0x1a, 0x32, 0x12, 0x7e], 'no-paper'],
    [{ cover: 'open' }, [0x1a, 0x16, 0x12, 0x12], 'cover-open'],
    [{ error: 'cutter-jam' }, [0x1a, 0x52, 0x1a, 0x12], 'fault'],
    [{ error: 'unrecoverable' }, [0x1a, 0x52, 0x32, 0x12], 'fault'],
    [{ error: 'head-hot' }, [0x1a, 0x52, 0x52, 0x12], 'fault'],
    [{ cover: 'open', paper: 'end' }, [0x1a, 0x36, 0x12, 0x7e], 'cover-open'],
  ])('with %o it answers %o and is %s', (change, answers, status) => {
    const { printer, said, take } = set()
    printer.set(change)
    for (const n of [1, 2, 3, 4] as const) take(statusQuery(n))
    expect(said).toEqual(answers)
    expect(readDeviceStatus(answers)).toBe(status)
  })

  test('a real unit with its drawer line high and its feed button pressed reads right', () => {
    expect(readDeviceStatus([0x16, 0x12, 0x12, 0x12])).toBe('ready')
    expect(readDeviceStatus([0x1e, 0x1a, 0x12, 0x12])).toBe('offline')
  })

  test('no answer of one kind is taken for another, in any state', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const n of [1, 2, 3, 4]) {
          const answer = realtimeAnswer(state, n) ?? 0
          expect(isStatusAnswer(answer)).toBe(true)
          expect(isFenceAnswer(answer)).toBe(false)
        }
      }),
    )
    for (const flow of [0x11, 0x13]) {
      expect(isStatusAnswer(flow)).toBe(false)
      expect(isFenceAnswer(flow)).toBe(false)
    }
  })
})

describe('the simulated printer', () => {
  test('gives the paper with its number, its time, its QR and its picture', () => {
    const { printer, take } = set()
    take(slip)
    expect(printer.papers()).toMatchObject([
      { no: 1, receivedAt: denpasar(10, 8), cut: true, qr: `${ADDRESS}/t/Zm9vYmFyYmF6cXV4MDEyMw` },
    ])
    expect(printer.papers()[0]?.lines).toContain('        A037')
    expect(printer.papers()[0]?.svg).toContain('A037')
    expect(printer.violations()).toEqual([])
  })

  test('prints nothing while it is offline, and what it holds once it is online again', () => {
    for (const trouble of [{ paper: 'end' }, { cover: 'open' }, { error: 'head-hot' }] as const) {
      const { printer, take } = set()
      printer.set(trouble)
      take(slip)
      expect(printer.papers()).toHaveLength(0)
      printer.set({ paper: 'ok', cover: 'closed', error: 'none' })
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

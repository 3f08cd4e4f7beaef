import { describe, expect, test } from 'vitest'
import { modelIds } from '../../printer/model.ts'
import { HEALTHY, type PrinterState } from '../../printer/simulated/printer-state.ts'
import { createRandom } from '../../printer/simulated/random.ts'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { modelOf } from './sample-slip.ts'

/** Streams of one run: enough for every push; the full million is run by hand, `ANTREAN_FUZZ=1000000`. */
const STREAMS = Number(process.env.ANTREAN_FUZZ ?? 10_000)

/** Bytes that make commands, so that most streams are more than noise. */
const LEADS = [
  0x10, 0x1b, 0x1c, 0x1d, 0x28, 0x04, 0x05, 0x14, 0x48, 0x4c, 0x56, 0x61, 0x65, 0x6b, 0x72, 0x76, 0x2a, 0x30, 0x00,
  0x0a,
]
const MISHAPS: Partial<PrinterState>[] = [
  ...([
    { cover: 'open' },
    { paper: 'end' },
    { paper: 'near' },
    { error: 'cutter-jam' },
    { error: 'head-hot' },
  ] as const),
  ...([{ power: 'off' }, { power: 'on' }, { feedKey: 'down' }, { drawerPin: 'high' }, { awaitsHost: true }] as const),
  HEALTHY,
]
/** Nothing is ever torn off by itself: no stream waits for a clock. */
const timers = { after: () => () => {} }
const models = modelIds().map(modelOf)

/** Whether one whole answer is of a class that Epson's appendix tells apart (typed from there; Custom's full status aside). */
const isToldApart = (answer: Uint8Array): boolean => {
  const [lead = 0, ...rest] = answer
  if (rest.length === 0) return lead === 0x11 || lead === 0x13 || (lead & 0x93) === 0x12 || (lead & 0x90) === 0
  if (lead === 0x10 && rest[0] === 0x0f) return rest.length === 5
  if ((lead & 0x93) === 0x10) return rest.length === 3 && rest.every((byte) => (byte & 0x90) === 0)
  return (
    [0x37, 0x5f].includes(lead) && rest.at(-1) === 0 && rest.slice(0, -1).every((byte) => byte >= 0x20 && byte < 0x80)
  )
}

describe('any bytes at all, in any state', { tags: ['F31'] }, () => {
  test(`${STREAMS} streams: no throw, no answer that could be taken for another, no memory, and it still answers`, () => {
    const random = createRandom(20_261_124)
    const below = (n: number) => Math.floor(random() * n)
    let answers = 0
    for (let stream = 0; stream < STREAMS; stream++) {
      const model = models[below(models.length)] ?? models[0]
      const printer = createSimulatedPrinter({ clock: () => 0, timers, ...(model === undefined ? {} : { model }) })
      const hear = (answer: Uint8Array) => {
        answers++
        if (!isToldApart(answer)) throw new Error(`stream ${stream}: ${Buffer.from(answer).toString('hex')}`)
      }
      const bytes = Uint8Array.from({ length: 1 + below(40) }, () =>
        random() < 0.6 ? (LEADS[below(LEADS.length)] ?? 0) : below(256),
      )
      const at = below(bytes.length)
      printer.take(bytes.subarray(0, at), hear)
      printer.set(MISHAPS[below(MISHAPS.length)] ?? {})
      printer.take(bytes.subarray(at), hear)
      printer.set(HEALTHY)
      let fence = -1
      printer.take(Uint8Array.of(0x10, 0x05, 0x02, 0x1d, 0x61, 0x00, 0x1d, 0x72, 0x01), (answer) => {
        fence = answer[0] ?? -1
      })
      if (fence !== 0)
        throw new Error(`stream ${stream}: no answer to GS r after ${Buffer.from(bytes).toString('hex')}`)
      if (printer.papers().length > 50 || printer.violations().length > 50) throw new Error('it keeps too much')
      if (stream % 100 === 0) for (const paper of printer.papers()) paper.png()
    }
    expect(answers).toBeGreaterThan(STREAMS / 100)
  }, 600_000)

  test('one long stream of noise fills neither buffer nor paper', () => {
    const random = createRandom(1)
    const [model] = models
    const printer = createSimulatedPrinter({ clock: () => 0, timers, ...(model === undefined ? {} : { model }) })
    const noise = Uint8Array.from({ length: 300_000 }, () => Math.floor(random() * 256))
    printer.take(noise, () => {})
    expect(printer.papers().length).toBeLessThanOrEqual(50)
    expect(printer.violations().length).toBeLessThanOrEqual(50)
    expect(printer.papers().every((paper) => paper.lines.length <= 5_000)).toBe(true)
  })
})

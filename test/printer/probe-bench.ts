import type { Timers } from '../../line/line.ts'
import type { PrinterModel } from '../../printer/model.ts'
import { modelIds } from '../../printer/model.ts'
import { pause } from '../../printer/probe/ask-line.ts'
import { type Look, type Probe, probePrinter } from '../../printer/probe/probe-printer.ts'
import {
  createSimulatedPrinter,
  type SimulatedPrinter,
  type Simulation,
} from '../../printer/simulated/simulated-printer.ts'
import { makeHands } from '../support/hands.ts'
import { lineTo } from './memory-line.ts'
import { denpasar, modelOf } from './sample-slip.ts'

/** What the product knows when it meets a printer. */
export const KNOWN: readonly PrinterModel[] = modelIds().map(modelOf)

/** Somebody beside the printer who waits until the page is out, looks at it, and says what is so. */
export const honestPerson =
  (printer: SimulatedPrinter, timers: Timers): Look =>
  async (question) => {
    await pause(timers, 5_000)
    const papers = printer.papers()
    const lines = papers.flatMap((paper) => paper.lines)
    if (question === 'native-qr') return lines.some((line) => line.startsWith('[QR '))
    if (question === 'raster-qr') return lines.some((line) => line.startsWith('[picture '))
    if (question === 'cut' || question === 'cut-again') return papers.some((paper) => paper.cut)
    const columns = Number(question.slice('ruler-'.length))
    return lines.some((line) => line.startsWith(`${columns}: `) && line.length === columns && line.endsWith('|'))
  }

/** Probes a simulated printer in memory and virtual time. `page`: a test page is printed and looked at honestly. */
export const probeSimulated = async (
  given: Partial<Simulation> & { page?: boolean; name?: string | null; before?: (printer: SimulatedPrinter) => void },
): Promise<{ printer: SimulatedPrinter; probe: Probe | null; tookMs: number }> => {
  const { page = false, name = null, before = () => {}, ...simulation } = given
  const hands = makeHands()
  const printer = createSimulatedPrinter({
    ...{ clock: () => denpasar(10, 8), timers: hands.timers, mmPerSec: 150, flow: 'dtr' },
    ...simulation,
  })
  before(printer)
  const { line } = lineTo(printer, hands.timers)
  const look = page ? honestPerson(printer, hands.timers) : null
  const { timers, nowMs } = hands
  let ended: Probe | null | undefined
  void probePrinter({ line, timers, nowMs, look, name, known: KNOWN }).then((probe) => {
    ended = probe
  })
  await hands.pass(() => ended !== undefined, 600_000)
  await line.close()
  if (ended === undefined) throw new Error('the probe never ends')
  return { printer, probe: ended, tookMs: nowMs() }
}

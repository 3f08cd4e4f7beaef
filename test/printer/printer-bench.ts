import type { Line } from '../../line/line.ts'
import { drivePrinter } from '../../printer/drive-printer.ts'
import type { Pace } from '../../printer/pace.ts'
import type { Talk } from '../../printer/simulated/printer-state.ts'
import type { SimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { startSimulated } from '../../printer/simulated/start-simulated.ts'
import type { Slip } from '../../protocol/views.ts'
import { type createPaperDoor, PRINTER } from './paper-door.ts'
import { ADDRESS, denpasar, GENERIC, sampleSlip } from './sample-slip.ts'
import { within } from './within.ts'

/** Everything sooner than in an office, only silence takes as long as a busy machine needs to answer. */
const QUICK = { pollMs: 10, answerMs: 150, proofMs: 600, checkMs: 10, idMs: 50, quietMs: 60, settleMs: 10 }
export const PATIENCE = { firstPauseMs: 5, longestPauseMs: 20 }

/** An owed slip of the number `A001` and so on. */
export const slipNo = (n: number, change: Partial<Slip> = {}): Slip => {
  const number = `A${String(n).padStart(3, '0')}`
  return sampleSlip({ number, slipId: `2026-11-24/${number}/1`, ...change })
}

type PaperDoor = ReturnType<typeof createPaperDoor>

const endings: (() => Promise<void>)[] = []

/** What a test leaves running ends with it, the last begun first. */
export const endLater = (end: () => Promise<void>) => {
  endings.push(end)
}

/** For `afterEach`. */
export const endAll = async () => {
  for (const end of endings.splice(0).reverse()) await within(10_000, end(), () => 'what a test began does not end')
}

/** Lets the printer work for the office until the test ends. */
export const drive = (office: PaperDoor, port: Line, model = GENERIC, pace: Partial<Pace> = QUICK) => {
  let ids = 0
  const notes: { fields: Record<string, unknown>; text: string }[] = []
  const note = (fields: Record<string, unknown>, text: string) => {
    notes.push({ fields, text })
  }
  const driver = drivePrinter({
    door: office.door,
    sender: PRINTER,
    port,
    model,
    address: ADDRESS,
    newCommandId: () => `command-${String(++ids).padStart(16, '0')}`,
    log: { info: note, warn: note },
    pace,
  })
  endLater(() => driver.stop())
  return { driver, notes }
}

/** A simulated printer on the loopback, gone when the test ends. */
export const simulated = async (talk: Talk = 'all') => {
  const { printer, port, stop } = await startSimulated({
    clock: () => denpasar(10, 8),
    columns: 48,
    talk,
    patience: PATIENCE,
  })
  endLater(stop)
  return { printer, port }
}

/** Resolves when so many papers came out. */
export const cameOut = (printer: SimulatedPrinter, papers: number) =>
  new Promise<void>((resolve) => {
    if (printer.papers().length >= papers) return resolve()
    const stop = printer.onPaper(({ no }) => {
      if (no < papers) return
      stop()
      resolve()
    })
  })

/** Resolves when the printer was looked at twice: whatever the view asks for has been acted upon. */
export const lookedAt = async (office: PaperDoor, printer: SimulatedPrinter) => {
  for (const [paper, status] of [
    ['near', 'paper-low'],
    ['ok', 'ready'],
  ] as const) {
    printer.set({ paper })
    await office.until(() => office.devices().at(-1) === status)
  }
}

/** Complete papers, `A037` or `A037 CETAK ULANG`: those with a QR that were cut. */
export const complete = (papers: readonly { lines: string[]; qr: string | null; cut: boolean }[]): string[] =>
  papers
    .filter((paper) => paper.cut && paper.qr !== null)
    .map(({ lines }) => {
      const number = lines.find((line) => /^ +[A-Z]\d{3}$/.test(line))?.trim() ?? '?'
      return lines.some((line) => line.includes('CETAK ULANG')) ? `${number} CETAK ULANG` : number
    })

import type { Timers } from '../../line/line.ts'
import { heightOf } from '../draw-paper.ts'
import type { PrinterModel } from '../model.ts'
import { createSheet, type PaperLine } from '../paper.ts'
import { createMechanism } from './mechanism.ts'
import type { PrinterState } from './printer-state.ts'
import { type ReceivedPaper, receivePaper } from './received-paper.ts'

/** The way of the paper through the printer: roll, head, knife, and what lies under it at last. */
export type PaperPath = {
  print(line: PaperLine): void
  cut(): void
  /** Once everything before it is on paper. */
  inTurn(done: () => void): void
  /** Goes on where it stands, as long as the printer is online. */
  run(): void
  /** Whether it takes more movements. */
  hasRoom(): boolean
  /** Stops at once, because the printer went off line. True when a row or a cut broke off. */
  halt(): boolean
  /** Forgets what is not yet on paper. */
  clear(): void
  /** Takes off what hangs out. */
  tear(): void
  /** Somebody will tear it off in a moment, unless more comes: for a printer without a knife. */
  tearSoon(): void
  load(mm: number): void
  jamNextCut(change: Partial<PrinterState>): void
  papers(): readonly ReceivedPaper[]
  onPaper(listener: (paper: ReceivedPaper) => void): () => void
}

const KEPT = 50
/** Movements the printer reads ahead. */
const READ_AHEAD = 16
const CUT_MS = 300
const TEAR_MS = 1_500
const MM_PER_INCH = 25.4
/** Dots of a letter of font A. */
const LETTER = 12

/** `hurt` is told what the paper and the knife do to the printer; without `mmPerSec` every movement takes no time. */
export function createPaperPath(given: {
  model: PrinterModel
  columns: number
  clock: () => number
  timers: Timers
  mmPerSec: number | null
  nearEndMm: number
  mayRun: () => boolean
  onMoved: () => void
  state: () => PrinterState
  hurt: (change: Partial<PrinterState>) => void
}): PaperPath {
  const { model, columns, clock, timers, mmPerSec, nearEndMm, state, hurt } = given
  const dots = columns === model.columns ? model.dots : columns * LETTER
  const dotsPerMm = model.dpi / MM_PER_INCH
  const listeners = new Set<(paper: ReceivedPaper) => void>()
  const papers: ReceivedPaper[] = []
  const sheet = createSheet()
  const mechanism = createMechanism({ ...given, timers: mmPerSec === null ? null : timers })
  let count = 0
  let rollMm = Number.POSITIVE_INFINITY
  let brokeOff = false
  let jam: Partial<PrinterState> | null = null
  let cancelTear = () => {}

  const take = (cut: boolean) => {
    cancelTear()
    const paper = sheet.take(cut)
    const partial = brokeOff || (!cut && model.cutter !== null)
    brokeOff = false
    if (paper === null) return
    const received = receivePaper(paper, { no: ++count, receivedAt: clock(), partial, dots })
    papers.push(received)
    if (papers.length > KEPT) papers.shift()
    for (const listener of [...listeners]) listener(received)
  }

  const unroll = (dots: number) => {
    rollMm -= dots / dotsPerMm
    if (rollMm <= 0) {
      brokeOff = true
      hurt({ paper: 'end' })
    } else if (rollMm <= nearEndMm && state().paper === 'ok') hurt({ paper: 'near' })
  }

  return {
    print: (line) =>
      mechanism.add({
        ms: () => (heightOf(line) / dotsPerMm / (mmPerSec ?? 1)) * 1_000,
        done() {
          sheet.add(line)
          if (rollMm !== Number.POSITIVE_INFINITY) unroll(heightOf(line))
        },
      }),
    cut() {
      if (model.cutter === null) return
      const done = () => {
        if (jam === null) {
          take(true)
          if (model.presenter) hurt({ presenter: 'ticket' })
          return
        }
        const change = jam
        jam = null
        hurt(change)
      }
      mechanism.add({ ms: () => CUT_MS, done })
    },
    inTurn: (done) => mechanism.add({ ms: () => 0, done }),
    run: mechanism.run,
    hasRoom: () => mechanism.waiting() < READ_AHEAD,
    halt() {
      const broke = mechanism.halt()
      brokeOff ||= broke
      return broke
    },
    clear: mechanism.clear,
    tear: () => take(false),
    tearSoon() {
      cancelTear()
      if (model.cutter === null) cancelTear = timers.after(TEAR_MS, () => take(false))
    },
    load(mm) {
      rollMm = mm
      hurt({ paper: mm <= 0 ? 'end' : mm <= nearEndMm ? 'near' : 'ok' })
    },
    jamNextCut(change) {
      jam = change
    },
    papers: () => papers,
    onPaper(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

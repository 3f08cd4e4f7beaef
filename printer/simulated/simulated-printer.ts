import { drawPaper } from '../draw-paper.ts'
import { createPaperReader, type Paper, type PaperReader, paperText, type Violation } from '../read-bytes.ts'
import { HEALTHY, isOnline, type PrinterState, paperAnswer, realtimeAnswer, type Talk } from './printer-state.ts'

/** A paper that came out, for the try page and the tests. `no` counts from 1; `receivedAt` is epoch ms. */
export type ReceivedPaper = {
  no: number
  receivedAt: number
  /** Rows as a person reads them. */
  lines: string[]
  /** What the QR on it says, null without one. */
  qr: string | null
  /** False for a paper that was torn off unfinished. */
  cut: boolean
  /** Picture of the paper, safe as `<img>`. */
  svg: string
}

/**
 * A printer made of memory that behaves as one of metal: it understands the bytes, holds them while it is offline,
 * answers status in real time and fences in the order of its buffer, and loses everything with its power.
 */
export type SimulatedPrinter = {
  /** Bytes from the line. `answer` carries what the printer says back. Silently ignored while the power is off. */
  take(bytes: Uint8Array, answer: (bytes: Uint8Array) => void): void
  state(): PrinterState
  /** A hand on the printer: `set({ paper: 'end' })`. What the buffer holds prints when it is online again. */
  set(change: Partial<PrinterState>): void
  /** The same mishap in the middle of things: after this many more bytes went through the print head. */
  setAfter(bytes: number, change: Partial<PrinterState>): void
  /** The last 50 papers, oldest first. */
  papers(): readonly ReceivedPaper[]
  /** Told of each paper as it is cut. Returns `stop`. */
  onPaper(listener: (paper: ReceivedPaper) => void): () => void
  /** Told of each change of state. Returns `stop`. */
  onState(listener: (state: PrinterState) => void): () => void
  /** The last 50 things in the bytes that no printer understands. */
  violations(): readonly Violation[]
}

const KEPT = 50

/** The buffer of common units; what comes while it is full is lost, as with a line without flow control. */
const BUFFER_BYTES = 4_096

const DLE = 0x10
const EOT = 0x04
const ENQ = 0x05

/** `clock` gives epoch ms; `columns` of font A on its paper; `talk` as in `Talk`, `all` when left out. */
export function createSimulatedPrinter(given: { clock: () => number; columns: number; talk?: Talk }): SimulatedPrinter {
  const { clock, columns, talk = 'all' } = given
  const papers: ReceivedPaper[] = []
  const violations: Violation[] = []
  const onPaper = new Set<(paper: ReceivedPaper) => void>()
  const onState = new Set<(state: PrinterState) => void>()
  let state = HEALTHY
  let count = 0
  let buffer: number[] = []
  let lastTwo: [number, number] = [0, 0]
  let mishap: { bytes: number; change: Partial<PrinterState> } | null = null
  let answer: (bytes: Uint8Array) => void = () => {}

  const keep = <T>(list: T[], item: T) => {
    list.push(item)
    if (list.length > KEPT) list.shift()
  }

  const receive = (paper: Paper) => {
    const qr = paper.lines.find((line) => line.kind === 'qr')
    const received: ReceivedPaper = {
      no: ++count,
      receivedAt: clock(),
      lines: paperText(paper),
      qr: qr?.kind === 'qr' ? qr.text : null,
      cut: paper.cut,
      svg: drawPaper(paper, columns),
    }
    keep(papers, received)
    for (const listener of onPaper) listener(received)
  }

  const createReader = (): PaperReader =>
    createPaperReader(columns, {
      onPaper: receive,
      onViolation: (violation) => keep(violations, violation),
      onAsked(command, n) {
        if (talk === 'all' && command === 'GS r' && n === 1) answer(Uint8Array.of(paperAnswer(state)))
      },
    })
  let reader = createReader()

  const tearOff = () => {
    const torn = reader.tear()
    if (torn !== null) receive(torn)
  }

  const print = () => {
    let from = 0
    while (from < buffer.length && isOnline(state)) {
      reader.read(Uint8Array.of(buffer[from++] ?? 0))
      if (mishap !== null && --mishap.bytes <= 0) {
        const { change } = mishap
        mishap = null
        buffer = buffer.slice(from)
        return set(change)
      }
    }
    buffer = buffer.slice(from)
  }

  const set = (change: Partial<PrinterState>) => {
    const before = state
    state = { ...state, ...change }
    if (state.power === 'off') {
      buffer = []
      tearOff()
      reader = createReader()
    }
    if (before.paper === 'end' && state.paper !== 'end') tearOff()
    for (const listener of onState) listener(state)
    print()
  }

  /** The real-time scanner sees every byte first, also inside other data, as in real units. */
  const takeRealtime = (n: number) => {
    const [lead, command] = lastTwo
    lastTwo = [command, n]
    if (lead !== DLE || talk === 'nothing') return
    const status = command === EOT ? realtimeAnswer(state, n) : null
    if (status !== null) answer(Uint8Array.of(status))
    if (command === ENQ && n === 2) {
      buffer = []
      reader.clear()
    }
  }

  return {
    take(bytes, answerTo) {
      answer = answerTo
      for (const byte of bytes) {
        if (state.power === 'off') return
        if (buffer.length < BUFFER_BYTES) buffer.push(byte)
        print()
        takeRealtime(byte)
      }
    },
    state: () => state,
    set,
    setAfter(bytes, change) {
      mishap = { bytes, change }
    },
    papers: () => papers,
    onPaper(listener) {
      onPaper.add(listener)
      return () => onPaper.delete(listener)
    },
    onState(listener) {
      onState.add(listener)
      return () => onState.delete(listener)
    },
    violations: () => violations,
  }
}

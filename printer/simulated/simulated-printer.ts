import { REAL_TIMERS, type Timers } from '../../line/line.ts'
import { type PrinterModel, readModel } from '../model.ts'
import { type Asked, createByteReader, type Violation } from '../read-bytes.ts'
import { type AnswerTrouble, createAnswerLine } from './answer-line.ts'
import * as answers from './answers.ts'
import { createPaperPath } from './paper-path.ts'
import { HEALTHY, type PrinterState, stopsAtOnce, type Talk } from './printer-state.ts'
import { createRealtimeEar } from './realtime.ts'
import { createReceiveBuffer, type Flow } from './receive-buffer.ts'
import type { ReceivedPaper } from './received-paper.ts'
import { createSelfReport } from './self-report.ts'

/**
 * A printer made of memory that behaves as one of metal: it understands the bytes its model understands, holds them while
 * it is offline, answers status in real time and everything else in the order of its buffer, and loses everything with
 * its power.
 */
export type SimulatedPrinter = {
  /** Bytes from the line. `answer` carries what the printer says from now on. Silently ignored while the power is off. */
  take(bytes: Uint8Array, answer: (bytes: Uint8Array) => void): void
  model: PrinterModel
  state(): PrinterState
  /** A hand on the printer: `set({ paper: 'end' })`. What the buffer holds prints when it is online again. */
  set(change: Partial<PrinterState>): void
  /** The same mishap in the middle of things: after this many more bytes went through the print head. */
  setAfter(bytes: number, change: Partial<PrinterState>): void
  /** The same mishap at the next cut, which does not happen. */
  setDuringCut(change: Partial<PrinterState>): void
  /** A new roll of so many millimetres; the sensors tell when it comes to its end. */
  loadRoll(mm: number): void
  /** Somebody takes the paper out of the presenter. */
  takeTicket(): void
  /** Somebody tears off what hangs out. A printer without a knife has that done by itself after a moment. */
  tear(): void
  /** Whether the host reads answers (its DTR). While it does not, only the latest of each kind is kept for it. */
  hostReads(ready: boolean): void
  /** Whether the printer takes no more bytes; always false without flow control by line. */
  isBusy(): boolean
  onBusy(listener: (busy: boolean) => void): () => void
  /** The last 50 papers, oldest first. */
  papers(): readonly ReceivedPaper[]
  /** Told of each paper as it is cut. Returns `stop`. */
  onPaper(listener: (paper: ReceivedPaper) => void): () => void
  /** Told of each change of state. Returns `stop`. */
  onState(listener: (state: PrinterState) => void): () => void
  /** The last 50 things in the bytes that this model does not understand. */
  violations(): readonly Violation[]
  /** What was said last on the line, 500 pieces of both sides in their order. */
  transcript(): readonly Said[]
}

/** A piece of a conversation, in hexadecimal: `10 04 01`. */
export type Said = { by: 'host' | 'printer'; bytes: string }

/** What kind of printer it is. Everything has a default: an 80 mm printer of no particular make that takes no time. */
export type Simulation = {
  /** Epoch ms. */
  clock: () => number
  /** Of font A on its paper; the model's when left out. */
  columns?: number
  model?: PrinterModel
  talk?: Talk
  timers?: Timers
  /** Paper speed, 150 as a rule; without one every movement takes no time. */
  mmPerSec?: number
  /** How long it is off line after the power comes back. */
  warmUpMs?: number
  /** 4,096 or 45 by the switches of common units. */
  bufferBytes?: number
  flow?: Flow
  /** It holds the host off also while it is offline, and not only when its buffer is full. */
  busyWhenOffline?: boolean
  /** A cover opened in the middle of a row: it waits for DLE ENQ (some models), or goes on by itself. */
  awaitsHostAfterCover?: boolean
  /** Millimetres before the end of a roll at which the paper runs low. */
  nearEndMm?: number
  trouble?: AnswerTrouble | null
}

const KEPT = 50
const KEPT_SAID = 500

const genericModel = (): PrinterModel => {
  const model = readModel('generic-80')
  if (model === null) throw new Error('the model generic-80 is missing')
  return model
}

/** A printer with power, paper and nothing on it. */
export function createSimulatedPrinter(given: Simulation): SimulatedPrinter {
  const { clock, model = genericModel(), talk = 'all', timers = REAL_TIMERS, mmPerSec = null, warmUpMs = 0 } = given
  const { columns = model.columns, nearEndMm = 3_000, trouble = null } = given
  const violations: Violation[] = []
  const transcript: Said[] = []
  const onState = new Set<(state: PrinterState) => void>()
  let state = HEALTHY
  let warmingUp = false
  let cancelWarmUp = () => {}
  let mishap: { bytes: number; change: Partial<PrinterState> } | null = null
  let isPrinting = false
  let answer: (bytes: Uint8Array) => void = () => {}

  const told = (): answers.Told => ({ state, warmingUp, nearEnd: model.nearEnd })
  const isUp = () => !answers.isOff(told())

  const keep = <T>(list: T[], item: T, most: number) => {
    list.push(item)
    if (list.length > most) list.shift()
  }

  const note = (by: Said['by'], bytes: Uint8Array) => {
    if (bytes.length === 0) return
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    keep(transcript, { by, bytes: hex.join(' ') }, KEPT_SAID)
  }

  const line = createAnswerLine({
    timers,
    trouble,
    deliver(bytes) {
      if (state.power === 'off' || talk === 'nothing') return
      note('printer', bytes)
      answer(bytes)
    },
  })
  const report = createSelfReport(told, line.say)
  const buffer = createReceiveBuffer({
    size: given.bufferBytes ?? 4_096,
    flow: given.flow ?? 'none',
    holdsOff: () => given.busyWhenOffline === true && !isUp(),
    hear: (byte) => obeyAtOnce(byte),
    say: (byte) => line.say([byte]),
  })
  const path = createPaperPath({
    ...{ model, columns, clock, timers, mmPerSec, nearEndMm },
    mayRun: isUp,
    onMoved: () => print(),
    state: () => state,
    hurt: (change) => set(change),
  })

  const obey = (command: Asked, [n = 0, m = 0, ...data]: readonly number[]) => {
    switch (command) {
      case 'GS r':
        if (talk === 'no-fence') return
        if (n === 1 || n === 49) line.say([answers.paperAnswer(told())])
        if (n === 2 || n === 50) line.say([answers.drawerAnswer(told())])
        break
      case 'GS I':
        line.say(answers.identityAnswer(model, n))
        break
      case 'GS a':
        report.watch(n)
        break
      case 'GS e':
        if (n === 2 || n === 5) path.inTurn(() => set({ presenter: 'empty' }))
        if (n === 6) path.inTurn(() => line.say([answers.mouthAnswer(told())]))
        break
      case 'GS ( H':
        if (n === 48 && m === 48) path.inTurn(() => line.say(answers.doneAnswer(data), 'done'))
        if (n === 49) report.tellOffline((data[0] ?? 0) % 48)
        break
    }
  }

  const createReader = () => {
    const onViolation = (violation: Violation) => keep(violations, violation, KEPT)
    const { asb, processId, presenter, qr } = model
    const dialect = { asb, processId, presenter, nativeQr: qr === 'native' }
    return createByteReader(columns, { onLine: path.print, onCut: path.cut, onAsked: obey, onViolation }, dialect)
  }
  let reader = createReader()

  const readOn = () => {
    while (isUp() && path.hasRoom()) {
      const byte = buffer.next()
      if (byte === null) return
      reader.read(Uint8Array.of(byte))
      if (mishap !== null && --mishap.bytes <= 0) {
        const { change } = mishap
        mishap = null
        set(change)
      }
    }
  }

  const print = () => {
    if (isPrinting) return
    isPrinting = true
    path.run()
    do readOn()
    while (buffer.settle())
    isPrinting = false
    path.tearSoon()
  }

  const clear = () => {
    buffer.clear()
    reader.clear()
    path.clear()
    line.forget()
  }

  const losePower = () => {
    clear()
    buffer.lose()
    cancelWarmUp()
    warmingUp = false
    report.forget()
    path.tear()
    reader = createReader()
  }

  const warmUp = () => {
    warmingUp = warmUpMs > 0
    if (!warmingUp) return
    cancelWarmUp = timers.after(warmUpMs, () => {
      warmingUp = false
      report.changed(false)
      print()
    })
  }

  const set = (change: Partial<PrinterState>) => {
    const before = state
    const wasUp = isUp()
    state = { ...state, ...change }
    const broke = stopsAtOnce(state) && path.halt()
    if (broke && state.cover === 'open' && given.awaitsHostAfterCover) state = { ...state, awaitsHost: true }
    if (state.power === 'off') losePower()
    else if (before.power === 'off') warmUp()
    if (before.paper === 'end' && state.paper !== 'end') path.tear()
    report.changed(wasUp && !isUp())
    for (const listener of [...onState]) listener(state)
    print()
  }

  const hear = createRealtimeEar()

  /** Whether the byte ended a command that emptied the buffers: nothing of it is left for them. */
  const obeyAtOnce = (byte: number): boolean => {
    const heard = hear(byte)
    if (heard === null || talk === 'nothing') return false
    if (heard.kind === 'status') {
      line.say(answers.realtimeAnswer(told(), model.presenter, heard.n))
      return false
    }
    if (heard.kind === 'clear') clear()
    if (state.awaitsHost && state.error === 'none') set({ awaitsHost: false })
    if (heard.kind === 'go-on') return false
    if (heard.answered) line.say(answers.CLEARED, 'cleared')
    return true
  }

  return {
    model,
    take(bytes, answerTo) {
      answer = answerTo
      note('host', bytes)
      for (const byte of bytes) {
        if (state.power === 'off') return
        buffer.arrive(byte)
        print()
      }
    },
    state: () => state,
    set,
    setAfter(bytes, change) {
      mishap = { bytes, change }
    },
    setDuringCut: path.jamNextCut,
    loadRoll: path.load,
    takeTicket: () => set({ presenter: 'empty' }),
    tear: path.tear,
    hostReads: line.hostReads,
    isBusy: buffer.isBusy,
    onBusy: buffer.onBusy,
    papers: path.papers,
    onPaper: path.onPaper,
    onState(listener) {
      onState.add(listener)
      return () => onState.delete(listener)
    },
    violations: () => violations,
    transcript: () => transcript,
  }
}

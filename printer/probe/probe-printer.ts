import type { Line, Timers } from '../../line/line.ts'
import {
  FENCE,
  INITIALISE,
  MOUTH_QUERY,
  mayPrint,
  processId,
  REPORT_CHANGES,
  readDeviceStatus,
  statusQuery,
} from '../device-status.ts'
import type { PrinterModel } from '../model.ts'
import { askOver, pause } from './ask-line.ts'
import { chooseBase, chooseProfile, describeProfile, type Findings, isByTheBook, type Names } from './choose-profile.ts'
import { recordLine } from './record-line.ts'
import { cutWith, RULERS, testPage } from './test-page.ts'
import type { Question, Seen, Transcript } from './transcript.ts'

/** Answers a question about the test page: the person beside the printer. */
export type Look = (question: Question) => Promise<boolean>

/** What came of a probe. `remarks` are sentences for people, in English. `ready` is false for a printer to be repaired first. */
export type Probe = { findings: Findings; remarks: string[]; transcript: Transcript; ready: boolean }

/** What somebody else had asked is let out before the first question, ms. */
const OLD_ANSWERS_MS = 200
const ANSWER_MS = 1_000
/** For the answer behind a printed page. */
const PAGE_MS = 10_000
const OPEN_MS = 10_000
/** A question is asked so often; noise may have eaten the first answer. */
const TRIES = 2
/** Four characters that no office's papers have. */
const PROBE_ID = 'PRB1'
const STOP_REPORTS = [0x1d, 0x61, 0x00]

/** GS I: 2 the type as a byte; 65–69 texts in frames. */
const identify = (n: number) => Uint8Array.of(0x1d, 0x49, n)
const NAMES = ['firmware', 'maker', 'model', 'serial', 'language'] as const

/** Whether the line opens within its time. */
const opens = (line: Line, timers: Timers): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (isOpen: boolean) => {
      stop()
      cancel()
      resolve(isOpen)
    }
    const stop = line.onStatus((status) => status === 'open' && end(true))
    const cancel = timers.after(OPEN_MS, () => end(false))
    line.open()
    if (line.status() === 'open') end(true)
  })

/**
 * Asks a printer what it can do. Without `look` no paper is used: what only some units know is asked of those alone that
 * name such a maker, and whatever a clone may have taken for letters is swept out of its row by ESC @ before it prints.
 * With `look` a test page is printed and its questions are asked. Null when the line does not open; noise, silence and a
 * line that is lost give a profile of safe values. The line is left open. `known` are models to begin with.
 */
export async function probePrinter(given: {
  line: Line
  timers: Timers
  nowMs: () => number
  look: Look | null
  name: string | null
  known: readonly PrinterModel[]
}): Promise<Probe | null> {
  const { timers, nowMs, look, name, known } = given
  if (!(await opens(given.line, timers))) return null
  const { line, said, stop } = recordLine(given.line, nowMs)
  const ask = askOver(line, timers)
  const send = (...bytes: readonly number[]) => line.write(Uint8Array.from(bytes))

  const askAgain = async <T>(question: () => Promise<T | null>): Promise<T | null> => {
    let answer: T | null = null
    for (let tries = 0; answer === null && tries < TRIES; tries++) answer = await question()
    return answer
  }

  const statusByte = (n: 1 | 2 | 3 | 4) =>
    askAgain(() => ask(statusQuery(n), (answer) => (answer.kind === 'status' ? answer.byte : null), ANSWER_MS))

  const askStatus = async () => {
    const bytes: number[] = []
    let slowestMs = 0
    for (const n of [1, 2, 3, 4] as const) {
      const askedAt = nowMs()
      const byte = await statusByte(n)
      if (byte === null) return null
      slowestMs = Math.max(slowestMs, Math.round(nowMs() - askedAt))
      bytes.push(byte)
    }
    const [one = 0, two = 0, three = 0, four = 0] = bytes
    return { status: readDeviceStatus([one, two, three, four]), slowestMs, sensesLow: (four & 0x6c) === 0x0c }
  }

  const isAnswered = async (question: Promise<unknown>) => (await question) !== null
  const byteTo = (bytes: Iterable<number>, ms = ANSWER_MS) =>
    ask(Uint8Array.from(bytes), (answer) => (answer.kind === 'fence' ? answer.byte : null), ms)
  const textTo = (n: number) =>
    askAgain(() =>
      ask(identify(n), (answer) => (answer.kind === 'block' && answer.lead === 0x5f ? answer.text : null), ANSWER_MS),
    )

  const askNames = async (): Promise<Names> => {
    const texts: Record<string, string | null> = {}
    // A unit that does not tell its firmware tells none of the others.
    for (const [i, word] of NAMES.entries())
      texts[word] = i > 0 && texts.firmware === null ? null : await textTo(65 + i)
    const { firmware = null, maker = null, model = null, serial = null, language = null } = texts
    return { firmware, maker, model, serial, language }
  }

  const askReports = () =>
    isAnswered(
      ask(Uint8Array.from(REPORT_CHANGES), (answer) => (answer.kind === 'asb' ? answer : null), ANSWER_MS),
    ).finally(() => send(...STOP_REPORTS, ...INITIALISE))

  const askProcessId = (ms: number) =>
    isAnswered(
      ask(
        Uint8Array.from(processId(PROBE_ID)),
        (answer) => (answer.kind === 'done' && answer.id === PROBE_ID ? answer : null),
        ms,
      ),
    ).finally(() => send(...INITIALISE))

  const findings: Findings = {
    ...{ status: null, slowestMs: 0, sensesLow: false, type: null, fence: false, mouth: false },
    ...{ asb: null, processId: null },
    names: { firmware: null, maker: null, model: null, serial: null, language: null },
  }

  /** The page and its end; then the person says what is on it, and the other knife is tried where the first did not cut. */
  const printPage = async (see: Look): Promise<Seen> => {
    const seen: Seen = {}
    const put = async (question: Question) => {
      const yes = await see(question)
      seen[question] = yes
      return yes
    }
    const base = chooseBase(findings.names, name, known)
    const model = { ...base, presenter: findings.mouth || base.presenter }
    const [first, second] = findings.mouth ? (['ESC i', 'GS V'] as const) : (['GS V', 'ESC i'] as const)
    await line.write(Uint8Array.of(...testPage(model), ...cutWith(model, first)))
    if (findings.status !== null) {
      findings.fence = (await byteTo(FENCE, PAGE_MS)) !== null
      findings.processId = await askProcessId(findings.fence ? ANSWER_MS * 3 : PAGE_MS)
    }
    for (const columns of RULERS) if (!(await put(`ruler-${columns}`))) break
    await put('native-qr')
    await put('raster-qr')
    if (!(await put('cut'))) {
      await line.write(cutWith(model, second))
      await put('cut-again')
    }
    return seen
  }

  const askAll = async (): Promise<Seen | null> => {
    await pause(timers, OLD_ANSWERS_MS)
    await send(...INITIALISE)
    Object.assign(findings, await askStatus())
    const speaks = findings.status !== null
    // Off line it would come to nothing of this before it is repaired, and then to all of it at once.
    if (speaks && !mayPrint(findings.status)) return null
    if (speaks) {
      const askMouth = askOver(line, timers, true)
      findings.mouth = await isAnswered(
        askMouth(MOUTH_QUERY, (answer) => (answer.kind === 'mouth' ? answer : null), ANSWER_MS),
      )
      await byteTo(identify(1))
      findings.type = await byteTo(identify(2))
      await byteTo(identify(3))
      findings.names = await askNames()
      findings.fence = await isAnswered(askAgain(() => byteTo(FENCE)))
      await send(...INITIALISE)
      if (isByTheBook(findings.names) || look !== null) findings.asb = await askReports()
    }
    if (look !== null) return printPage(look)
    if (speaks && isByTheBook(findings.names)) findings.processId = await askProcessId(ANSWER_MS)
    return null
  }

  const seen = await askAll()
  stop()
  const ready = findings.status === null || mayPrint(findings.status)
  const base = chooseBase(findings.names, name, known)
  const profile = chooseProfile({ found: findings, seen, name, known })
  return {
    ready,
    findings,
    remarks: describeProfile(findings, seen, base),
    transcript: { name, said: [...said], seen, profile },
  }
}

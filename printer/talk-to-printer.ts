import { randomInt } from 'node:crypto'
import type { Line, Timers } from '../line/line.ts'
import { type DeviceStatus, isStopped } from '../protocol/commands.ts'
import {
  CLEAR_BUFFERS,
  FENCE,
  hasPaperInMouth,
  INITIALISE,
  isOffline,
  MOUTH_QUERY,
  mayPrint,
  processId,
  REPORT_CHANGES,
  readAutomaticStatus,
  readDeviceStatus,
  statusQuery,
} from './device-status.ts'
import type { PrinterModel } from './model.ts'
import type { Pace } from './pace.ts'
import { hearAnswers, type PrinterAnswer } from './read-answers.ts'

/**
 * How a paper ended and what shows it. `printed`: the printer said that it is done (`process-id`), or that it came to
 * what stands behind the knife (`fence`). `unproven`: every byte was taken and nothing speaks against it, but this unit
 * proves nothing (`no-fence`), or never says a word (`mute`); whoever waits for the paper is asked. `uncertain`: bytes
 * left and something went wrong.
 */
export type PrintEnd =
  | { status: 'printed'; why: 'process-id' | 'fence' }
  | { status: 'unproven'; why: 'no-fence' | 'mute' }
  | { status: 'uncertain'; why: 'write-failed' | 'line-lost' | 'silent' | 'offline' | 'proof-missing' }

/** What can be had from a printer by talking with it; see `talkToPrinter`. */
export type Conversation = {
  /** How the printer is. Null: it did not answer this once, nothing is known. One that never answers counts as ready. */
  deviceStatus(): Promise<DeviceStatus | null>
  /** Prints the bytes of one whole paper and waits, bounded, for its end. */
  print(bytes: Uint8Array): Promise<PrintEnd>
  /** Whether the last paper still hangs in a presenter's mouth; false where there is none. */
  isNotTaken(): Promise<boolean>
  /** Makes the printer forget what its buffers hold of a paper that was broken off. */
  forget(): Promise<void>
  close(): void
}

/** Unanswered questions after which a printer is taken for dead, or for one that never answers. */
const MISSES = 2

/**
 * Talks with the printer behind an open port: one question at a time, because answers carry no number. The model says
 * what may be sent; what this unit really answers is learnt, and learnt again after each new connection where it was
 * silent. `onStatus` hears what the printer says by itself, and what is seen while a paper is under way.
 */
export function talkToPrinter(given: {
  port: Line
  model: PrinterModel
  timers: Timers
  pace: Pace
  onStatus: (status: DeviceStatus) => void
}): Conversation {
  const { port, model, timers, pace, onStatus } = given
  type Learned = 'unknown' | 'yes' | 'never'
  let answers: Learned = 'unknown'
  /** Something was heard since it was last asked: one that is taken for mute may only have been drowned by noise. */
  let hasStirred = false
  let fences: Learned = 'unknown'
  let ids: Learned = model.processId ? 'unknown' : 'never'
  let misses = 0
  // Not from 1: a late answer to somebody who had the line before must not look like one to us.
  let papers = randomInt(9_999)
  /** The head cools down: the paper under way only takes its time. */
  let isHot = false
  /** Nothing that was asked before can be answered any more. */
  let quiet = false
  let begun: readonly number[] = []
  const ears = new Set<(answer: PrinterAnswer) => void>()

  const greet = () => {
    misses = 0
    begun = []
    quiet = false
    if (answers === 'never') answers = 'unknown'
    if (fences === 'never') fences = 'unknown'
    if (ids === 'never' && model.processId) ids = 'unknown'
    // After a power cut nothing of this is left in the printer.
    void port.write(Uint8Array.of(...INITIALISE, ...(model.asb ? REPORT_CHANGES : [])))
  }

  const stopHearing = port.onBytes((bytes) => {
    hasStirred = true
    const heard = hearAnswers(begun, bytes, model.presenter)
    begun = heard.begun
    for (const answer of heard.answers) {
      for (const ear of [...ears]) ear(answer)
      if (answer.kind !== 'asb') continue
      // Whoever has spoken is not mute when it falls silent before its first answer.
      if (model.asb) answers = 'yes'
      onStatus(readAutomaticStatus(answer.bytes))
    }
  })
  const stopWatching = port.onStatus((status) => {
    if (status === 'open') greet()
  })

  const pause = (ms: number) =>
    new Promise<null>((resolve) => {
      timers.after(ms, () => resolve(null))
    })

  /** The first answer that `pick` takes; null once the line is lost or the time is over. */
  const hear = <T>(pick: (answer: PrinterAnswer) => T | null, ms: number): Promise<T | null> =>
    new Promise((resolve) => {
      const end = (found: T | null) => {
        ears.delete(ear)
        stopLine()
        cancel()
        resolve(found)
      }
      const ear = (answer: PrinterAnswer) => {
        const found = pick(answer)
        if (found !== null) end(found)
      }
      const stopLine = port.onStatus(() => end(null))
      const cancel = timers.after(ms, () => end(null))
      ears.add(ear)
    })

  const ask = async (n: 1 | 2 | 3 | 4): Promise<number | null> => {
    if (port.status() !== 'open') return null
    const answer = hear((one) => (one.kind === 'status' ? one.byte : null), pace.answerMs)
    // Not awaited: a line that takes nothing must not make the answer wait longer than its time.
    void port.write(statusQuery(n))
    const heard = await answer
    // Noise that looks like the head of an answer would swallow the next one.
    if (heard === null) begun = []
    return heard
  }

  const unanswered = (): DeviceStatus | null => {
    if (port.status() !== 'open') return 'offline'
    if (answers === 'never') return 'ready'
    if (++misses < MISSES) return null
    misses = 0
    if (answers === 'unknown') {
      answers = 'never'
      return 'ready'
    }
    port.redial('silent')
    return 'offline'
  }

  /**
   * Waits for whatever the printer still has to say to an earlier fence, of a paper that broke off or of a server that
   * died: it would prove a paper that is not there. A unit that does not answer this fence proves nothing.
   */
  const hearOut = async () => {
    const fence = () => hear((one) => (one.kind === 'fence' ? one : null), pace.quietMs)
    let answer = fence()
    void port.write(Uint8Array.of(...FENCE))
    let isAnswered = false
    while ((await answer) !== null) {
      isAnswered = true
      answer = fence()
    }
    if (port.status() !== 'open') return
    quiet = true
    fences = isAnswered ? 'yes' : 'never'
  }

  const askFour = async (): Promise<DeviceStatus | null> => {
    const one = await ask(1)
    const two = one === null ? null : await ask(2)
    const three = two === null ? null : await ask(3)
    const four = three === null ? null : await ask(4)
    if (one === null || two === null || three === null || four === null) return null
    return readDeviceStatus([one, two, three, four])
  }

  const deviceStatus = async (): Promise<DeviceStatus | null> => {
    if (answers === 'never' && !hasStirred) return port.status() === 'open' ? 'ready' : 'offline'
    hasStirred = false
    const seen = await askFour()
    // Off line for no reason is also what a change between two of the four questions looks like.
    const status = seen === 'offline' ? await askFour() : seen
    if (status === null) return unanswered()
    misses = 0
    answers = 'yes'
    if (!quiet && mayPrint(status)) await hearOut()
    return status
  }

  const forget = async () => {
    await port.write(CLEAR_BUFFERS)
  }

  /**
   * Whether the paper under way has come to a stop. What is left of it is forgotten before anybody hears of the trouble and
   * repairs it, because then it would come out after all.
   */
  const hasBrokenOff = async (): Promise<boolean> => {
    const status = await deviceStatus()
    if (status === null) return false
    if (isStopped(status)) {
      await forget()
      // Its answer says that what was sent before has been obeyed.
      await ask(1)
    }
    isHot = status === 'hot'
    onStatus(status)
    return isStopped(status)
  }

  const printProven = async (bytes: Uint8Array): Promise<PrintEnd> => {
    papers = (papers % 9_999) + 1
    const id = ids === 'never' ? null : String(papers).padStart(4, '0')
    let [isDone, isFenced, hasStopped] = [false, false, false]
    let wake = () => {}
    const ear = (answer: PrinterAnswer) => {
      if (answer.kind === 'fence') isFenced = true
      // Over before it is asked about, but not without harm: a row may be missing.
      else if (answer.kind === 'asb' && isStopped(readAutomaticStatus(answer.bytes))) hasStopped = true
      else if (answer.kind === 'done' && answer.id === id) isDone = true
      else return
      wake()
    }
    const waitForProof = async (): Promise<PrintEnd> => {
      const written = await port.write(Uint8Array.of(...bytes, ...(id === null ? [] : processId(id)), ...FENCE))
      if (written.status === 'failed') return { status: 'uncertain', why: 'write-failed' }
      let [waitedMs, hotMs, sinceFenceMs, silent] = [0, 0, 0, 0]
      while (waitedMs < pace.proofMs && hotMs < pace.hotMs) {
        const stirred = new Promise<void>((resolve) => {
          wake = resolve
        })
        if (!isDone && !hasStopped) await Promise.race([pause(pace.checkMs), stirred])
        if (hasStopped) return { status: 'uncertain', why: 'offline' }
        if (isDone) {
          ids = 'yes'
          return { status: 'printed', why: 'process-id' }
        }
        const answer = await ask(1)
        if (port.status() !== 'open') return { status: 'uncertain', why: 'line-lost' }
        silent = answer === null ? silent + 1 : 0
        if (silent >= MISSES) return { status: 'uncertain', why: 'silent' }
        isHot = false
        if (answer !== null && isOffline(answer) && (await hasBrokenOff()))
          return { status: 'uncertain', why: 'offline' }
        if (isHot) hotMs += pace.checkMs
        else waitedMs += pace.checkMs
        if (!isFenced || isHot || ids === 'yes') continue
        // The fence says that the paper was read; knife and rollers still need a moment in which they may fail.
        if (sinceFenceMs >= (ids === 'unknown' ? pace.idMs : pace.settleMs)) {
          ids = 'never'
          fences = 'yes'
          return { status: 'printed', why: 'fence' }
        }
        sinceFenceMs += pace.checkMs
      }
      if (fences === 'yes' || ids === 'yes' || isFenced || (await hasBrokenOff()))
        return { status: 'uncertain', why: 'proof-missing' }
      fences = 'never'
      return { status: 'unproven', why: 'no-fence' }
    }
    ears.add(ear)
    const end = await waitForProof()
    ears.delete(ear)
    // A late answer to this fence must not prove the next paper.
    quiet = end.status === 'printed'
    if (end.why === 'silent' || end.why === 'proof-missing') port.redial(end.why)
    return end
  }

  const printUnproven = async (bytes: Uint8Array): Promise<PrintEnd> => {
    const written = await port.write(bytes)
    if (written.status === 'failed') return { status: 'uncertain', why: 'write-failed' }
    if (answers === 'never') return { status: 'unproven', why: 'mute' }
    await pause(pace.settleMs)
    return mayPrint(await deviceStatus())
      ? { status: 'unproven', why: 'no-fence' }
      : { status: 'uncertain', why: 'offline' }
  }

  return {
    deviceStatus,
    print: (bytes) =>
      (fences === 'never' && ids === 'never') || answers === 'never' ? printUnproven(bytes) : printProven(bytes),
    async isNotTaken() {
      if (!model.presenter || port.status() !== 'open') return false
      const mouth = hear((answer) => (answer.kind === 'mouth' ? answer.bytes : null), pace.answerMs)
      void port.write(MOUTH_QUERY)
      const bytes = await mouth
      return bytes !== null && hasPaperInMouth(bytes)
    },
    forget,
    close() {
      stopHearing()
      stopWatching()
    },
  }
}

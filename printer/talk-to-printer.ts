import type { Line, Timers } from '../line/line.ts'
import type { DeviceStatus } from '../protocol/commands.ts'
import {
  CLEAR_BUFFERS,
  FENCE,
  isFenceAnswer,
  isOffline,
  isStatusAnswer,
  readDeviceStatus,
  statusQuery,
} from './device-status.ts'

/** Milliseconds of a conversation; each with what it is made of. */
export type Pace = {
  /** Between two looks at an idle printer. A fault is to be seen within 2 s. */
  pollMs: number
  /** For one answer; units answer DLE EOT in a few. */
  answerMs: number
  /** For the fence, after the last byte went: a paper takes about 1.5 s, a hot head a few more. */
  fenceMs: number
  /** Between two looks while waiting for the fence. */
  checkMs: number
  /** For a paper of a printer without fences, before its status is believed. */
  settleMs: number
}

/** The pace of an office. Tests go faster. */
export const PACE: Pace = { pollMs: 2_000, answerMs: 500, fenceMs: 8_000, checkMs: 700, settleMs: 1_500 }

/**
 * How a paper ended and what shows it. `printed`: the fence after the cut was answered (`fence`), or the printer never
 * answers fences and its status is good afterwards (`no-fence`), or it never answers at all and took every byte (`mute`).
 * `uncertain`: bytes left and nothing proves the paper.
 */
export type PrintEnd =
  | { status: 'printed'; why: 'fence' | 'no-fence' | 'mute' }
  | { status: 'uncertain'; why: 'write-failed' | 'line-lost' | 'silent' | 'offline' | 'fence-missing' }

/** What can be had from a printer by talking with it; see `talkToPrinter`. */
export type Conversation = {
  /** How the printer is. Null: it did not answer this once, nothing is known. One that never answers counts as ready. */
  deviceStatus(): Promise<DeviceStatus | null>
  /** Prints the bytes of one whole paper and waits, bounded, for its end. */
  print(bytes: Uint8Array): Promise<PrintEnd>
  /** Makes the printer forget what its buffers hold of a paper that was broken off. */
  forget(): Promise<void>
  close(): void
}

/** Unanswered questions after which a printer is taken for dead, or for one that never answers. */
const MISSES = 2

/** Whether a paper may be begun. */
export const mayPrint = (status: DeviceStatus | null): boolean => status === 'ready' || status === 'paper-low'

/**
 * Talks with the printer behind an open port: one question at a time, because answers carry no number. It learns what this
 * unit answers at all, and learns again after each new connection whatever was not answered before.
 */
export function talkToPrinter(port: Line, timers: Timers, pace: Pace): Conversation {
  type Learned = 'unknown' | 'yes' | 'never'
  let answers: Learned = 'unknown'
  let fences: Learned = 'unknown'
  let misses = 0

  const stopHearing = port.onStatus((status) => {
    if (status !== 'open') return
    misses = 0
    if (answers === 'never') answers = 'unknown'
    if (fences === 'never') fences = 'unknown'
  })

  const pause = (ms: number) =>
    new Promise<null>((resolve) => {
      timers.after(ms, () => resolve(null))
    })

  /** The first byte that is such an answer; null once the line is lost or `stop` was called. */
  const listenFor = (isAnswer: (byte: number) => boolean) => {
    let end: (answer: number | null) => void = () => {}
    const answer = new Promise<number | null>((resolve) => {
      end = resolve
    })
    const stopBytes = port.onBytes((bytes) => {
      const found = bytes.find(isAnswer)
      if (found !== undefined) stop(found)
    })
    const stopStatus = port.onStatus(() => stop(null))
    const stop = (found: number | null = null) => {
      stopBytes()
      stopStatus()
      end(found)
    }
    return { answer, stop: () => stop() }
  }

  const ask = async (n: 1 | 2 | 3 | 4): Promise<number | null> => {
    if (port.status() !== 'open') return null
    const listening = listenFor(isStatusAnswer)
    const cancel = timers.after(pace.answerMs, listening.stop)
    // Not awaited: a line that takes nothing must not make the answer wait longer than its time.
    void port.write(statusQuery(n))
    const answer = await listening.answer
    cancel()
    return answer
  }

  const unanswered = (): DeviceStatus | null => {
    if (port.status() !== 'open') return 'offline'
    if (++misses < MISSES) return null
    misses = 0
    if (answers === 'unknown') {
      answers = 'never'
      return 'ready'
    }
    port.redial('silent')
    return 'offline'
  }

  const deviceStatus = async (): Promise<DeviceStatus | null> => {
    if (answers === 'never') return port.status() === 'open' ? 'ready' : 'offline'
    const one = await ask(1)
    const two = one === null ? null : await ask(2)
    const three = two === null ? null : await ask(3)
    const four = three === null ? null : await ask(4)
    if (one === null || two === null || three === null || four === null) return unanswered()
    misses = 0
    answers = 'yes'
    return readDeviceStatus([one, two, three, four])
  }

  const printFenced = async (bytes: Uint8Array): Promise<PrintEnd> => {
    const fence = listenFor(isFenceAnswer)
    let passed = false
    const passing = fence.answer.then((answer) => {
      passed = answer !== null
    })
    const waitForFence = async (): Promise<PrintEnd> => {
      const written = await port.write(Uint8Array.of(...bytes, ...FENCE))
      if (written.status === 'failed') return { status: 'uncertain', why: 'write-failed' }
      let silent = 0
      for (let waitedMs = 0; waitedMs < pace.fenceMs; waitedMs += pace.checkMs) {
        await Promise.race([passing, pause(pace.checkMs)])
        const answer = passed ? null : await ask(1)
        if (passed) {
          fences = 'yes'
          return { status: 'printed', why: 'fence' }
        }
        if (port.status() !== 'open') return { status: 'uncertain', why: 'line-lost' }
        if (answer !== null && isOffline(answer)) return { status: 'uncertain', why: 'offline' }
        silent = answer === null ? silent + 1 : 0
        if (silent >= MISSES) return { status: 'uncertain', why: 'silent' }
      }
      if (fences === 'yes' || !mayPrint(await deviceStatus())) return { status: 'uncertain', why: 'fence-missing' }
      fences = 'never'
      return { status: 'printed', why: 'no-fence' }
    }
    const end = await waitForFence()
    fence.stop()
    // A late answer to this fence must not prove the next paper: a new line hears nothing old.
    if (end.why === 'silent' || end.why === 'fence-missing') port.redial(end.why)
    return end
  }

  const printUnfenced = async (bytes: Uint8Array): Promise<PrintEnd> => {
    const written = await port.write(bytes)
    if (written.status === 'failed') return { status: 'uncertain', why: 'write-failed' }
    if (answers === 'never') return { status: 'printed', why: 'mute' }
    await pause(pace.settleMs)
    return mayPrint(await deviceStatus())
      ? { status: 'printed', why: 'no-fence' }
      : { status: 'uncertain', why: 'offline' }
  }

  return {
    deviceStatus,
    print: (bytes) => (fences === 'never' || answers === 'never' ? printUnfenced(bytes) : printFenced(bytes)),
    async forget() {
      await port.write(CLEAR_BUFFERS)
    },
    close: stopHearing,
  }
}

import type { Line, Timers } from '../../line/line.ts'
import { hearAnswers, type PrinterAnswer } from '../read-answers.ts'

/** Sends bytes and answers what `pick` takes of the printer's next answers; null once the time is over or the line is lost. */
export type Ask = <T>(bytes: Uint8Array, pick: (answer: PrinterAnswer) => T | null, ms: number) => Promise<T | null>

/** Questions over an open line. `presenter`: answers are told apart as those of Custom, see `hearAnswers`. */
export const askOver =
  (line: Line, timers: Timers, presenter = false): Ask =>
  (bytes, pick, ms) =>
    new Promise((resolve) => {
      let begun: readonly number[] = []
      const end = (found: ReturnType<typeof pick>) => {
        stopHearing()
        stopWatching()
        cancel()
        resolve(found)
      }
      const stopHearing = line.onBytes((piece) => {
        const heard = hearAnswers(begun, piece, presenter)
        begun = heard.begun
        const found = heard.answers.map(pick).find((one) => one !== null)
        if (found !== undefined) end(found)
      })
      const stopWatching = line.onStatus(() => end(null))
      const cancel = timers.after(ms, () => end(null))
      void line.write(bytes)
    })

/** Resolves after so many milliseconds. */
export const pause = (timers: Timers, ms: number): Promise<void> =>
  new Promise((resolve) => {
    timers.after(ms, resolve)
  })

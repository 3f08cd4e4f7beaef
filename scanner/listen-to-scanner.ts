import type { Line, LineStatus, Timers } from '../line/line.ts'
import { type Frames, hear, type Listening, NOTHING_HEARD, patience, rest } from './frames.ts'

/** How a scanner is. `offline`: it is unplugged or cannot be opened; it is tried again. */
export type ScannerStatus = 'ready' | 'offline'

/** A scanner at work. */
export type Scanner = { status(): ScannerStatus; stop(): Promise<void> }

const statusOf = (line: LineStatus): ScannerStatus => (line === 'open' ? 'ready' : 'offline')

/**
 * Listens to a scanner and hands over each code once. Opens the line and keeps it open until `stop`; a line that is lost
 * takes the code that had begun with it. `nowMs` is a monotonic clock; `onSpoiled` tells of bytes that made no code.
 */
export const listenToScanner = (given: {
  line: Line
  onCode: (code: string) => void
  onStatus: (status: ScannerStatus) => void
  onSpoiled: () => void
  nowMs: () => number
  timers: Timers
}): Scanner => {
  const { line, onCode, onStatus, onSpoiled, nowMs, timers } = given
  let frames: Frames = NOTHING_HEARD
  let cancelRest = () => {}

  const take = (listening: Listening): void => {
    ;({ frames } = listening)
    cancelRest()
    const ms = patience(frames)
    // A timer may fire a hair early by the other clock; the silence has lasted all the same.
    if (ms !== null) cancelRest = timers.after(ms, () => take(rest(frames, frames.lastAtMs + ms)))
    if (listening.spoiled > 0) onSpoiled()
    for (const code of listening.codes) onCode(code)
  }

  const stopHearing = line.onBytes((bytes) => take(hear(frames, bytes, nowMs())))
  const stopWatching = line.onStatus((status) => {
    cancelRest()
    frames = { ...frames, begun: [], torn: false }
    onStatus(statusOf(status))
  })
  line.open()

  return {
    status: () => statusOf(line.status()),
    async stop() {
      stopHearing()
      stopWatching()
      cancelRest()
      await line.close()
    },
  }
}

import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { codeOf } from '../line/error-code.ts'
import { type Dial, keepOpen, type Patience } from '../line/keep-open.ts'
import { type Line, REAL_TIMERS, type Timers } from '../line/line.ts'
import { parseDevice } from '../line/parse-device.ts'
import { serialLine } from '../line/serial.ts'
import { findSpeed, type OnSpeed } from './find-speed.ts'
import { USUAL_BAUD } from './speed.ts'

/** A device file has no way to say that something came; it is looked into this often. */
const LOOK_MS = 50
const PIECE_BYTES = 1_024

const readOnly = async (): Promise<string> => 'a scanner is not written to'

/** Reads a device or a named pipe. An ordinary file would hand over its old codes at every start: it is refused. */
const dialFile =
  (path: string, timers: Timers): Dial =>
  async (ear) => {
    let file: FileHandle
    try {
      // Not blocking: a device that says nothing must not hold a thread.
      file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    } catch (error) {
      return codeOf(error)
    }
    let held = true
    let cancelLook = () => {}
    const hangUp = () => {
      if (!held) return
      held = false
      cancelLook()
      void file.close()
    }
    const look = async (): Promise<void> => {
      const buffer = new Uint8Array(PIECE_BYTES)
      try {
        for (;;) {
          const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES, null)
          if (!held || bytesRead === 0) break
          ear.heard(buffer.slice(0, bytesRead))
        }
      } catch (error) {
        const code = codeOf(error)
        if (code !== 'EAGAIN' && held) return ear.lost(code)
      }
      if (held) cancelLook = timers.after(LOOK_MS, () => void look())
    }
    if ((await file.stat()).isFile()) {
      hangUp()
      return 'an ordinary file is no scanner'
    }
    cancelLook = timers.after(0, () => void look())
    return { write: readOnly, hangUp }
  }

/**
 * The line to one scanner of the office's document, still closed: `serial:///dev/serial/by-id/…?baud=115200`, where the
 * speed is found out if none is given and told to `onSpeed`, or `file:///dev/…` for a device or pipe that is only read.
 * Throws for anything else: the document's schema lets nothing else through.
 */
export function openScannerLine(
  text: string,
  options: { timers?: Timers; patience?: Partial<Patience>; onSpeed?: OnSpeed } = {},
): Line {
  const { timers = REAL_TIMERS, patience, onSpeed = () => {} } = options
  const address = parseDevice(text, USUAL_BAUD)
  if (address === null) throw new Error(`not the line of a scanner: ${text}`)
  const { kind, path } = address
  if (kind === 'file') return keepOpen(dialFile(path, timers), timers, patience)
  const dial = (baud: number | (() => number)) => serialLine(path, baud, timers, patience)
  return new URL(text).searchParams.has('baud') ? dial(address.baud) : findSpeed(dial, timers, onSpeed)
}

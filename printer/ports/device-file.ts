import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { codeOf } from '../../line/error-code.ts'
import { type Dial, keepOpen, type Patience } from '../../line/keep-open.ts'
import { type Line, REAL_TIMERS, type Timers } from '../../line/line.ts'

/** A USB printer that is busy or out of paper says EAGAIN; it is asked again this often. */
const BUSY_MS = 50

/** Not blocking: a device that takes nothing must not hold a thread. Not creating: a missing device is no file. */
const FLAGS = constants.O_WRONLY | constants.O_NONBLOCK | constants.O_APPEND

const dialFile =
  (path: string, timers: Timers): Dial =>
  async (ear) => {
    let file: FileHandle
    try {
      file = await open(path, FLAGS)
    } catch (error) {
      return codeOf(error)
    }
    let held = true
    let cancelPause = () => {}
    let resume = () => {}
    const pause = () =>
      new Promise<void>((resolve) => {
        resume = resolve
        cancelPause = timers.after(BUSY_MS, resolve)
      })
    return {
      async write(bytes) {
        let sent = 0
        while (held && sent < bytes.length) {
          try {
            sent += (await file.write(bytes, sent)).bytesWritten
          } catch (error) {
            const code = codeOf(error)
            if (code !== 'EAGAIN') {
              ear.lost(code)
              return code
            }
            await pause()
          }
        }
        return held ? null : 'closed'
      },
      hangUp() {
        if (!held) return
        held = false
        cancelPause()
        resume()
        void file.close()
      },
    }
  }

/**
 * A printer behind a device file, `/dev/usb/lp0`. It is only written to: over the USB printer class many units never
 * answer, so such a printer counts as one that does not speak. Whoever needs status uses the network or a virtual COM port.
 */
export function deviceFilePort(path: string, timers: Timers = REAL_TIMERS, patience?: Partial<Patience>): Line {
  return keepOpen(dialFile(path, timers), timers, patience)
}

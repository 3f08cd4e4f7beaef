import { stat } from 'node:fs/promises'
import { SerialPort } from 'serialport'
import { type Dial, keepOpen, type Patience } from './keep-open.ts'
import { type Line, REAL_TIMERS, type Timers } from './line.ts'

/** How often a device that was opened is looked for, ms. */
const LOOK_MS = 1_000

/** Which device stands at a path, null when none does. */
const deviceAt = async (path: string): Promise<string | null> => {
  try {
    const { ino, rdev } = await stat(path)
    return `${ino} ${rdev}`
  } catch {
    return null
  }
}

const dialSerial =
  (path: string, speed: () => number, timers: Timers): Dial =>
  (ear) =>
    new Promise((resolve) => {
      const port = new SerialPort({ path, baudRate: speed(), autoOpen: false })
      let cancelLook = () => {}
      // A device that is unplugged while it speaks is never reported: serialport reads nothing from it, ever again, at
      // full speed. So the device itself is looked for.
      const look = async (device: string | null): Promise<void> => {
        const found = await deviceAt(path)
        if (!port.isOpen) return
        if (found === null || found !== (device ?? found)) ear.lost('unplugged')
        else cancelLook = timers.after(LOOK_MS, () => void look(found))
      }
      port.on('error', (error) => ear.lost(error.message))
      port.on('close', () => ear.lost('unplugged'))
      port.on('data', (bytes: Uint8Array) => ear.heard(bytes))
      port.open((refused) => {
        if (refused) return resolve(refused.message)
        resolve({
          write: (bytes) =>
            new Promise((done) => {
              // Drained means out of the computer: only then does the time limit of a write say anything.
              port.write(Buffer.from(bytes), (error) => {
                if (error) done(error.message)
                else port.drain((undrained) => done(undrained ? undrained.message : null))
              })
            }),
          hangUp() {
            cancelLook()
            if (port.isOpen) port.close(() => {})
          },
        })
        void look(null)
      })
    })

/**
 * A device on a serial line or a virtual COM port, 8N1. Name it by `/dev/serial/by-id/…`: that path stays when the cable
 * is plugged elsewhere, and reopening finds it again. A speed that is not known yet is asked for at every dialling.
 */
export function serialLine(
  path: string,
  baud: number | (() => number),
  timers: Timers = REAL_TIMERS,
  patience?: Partial<Patience>,
): Line {
  return keepOpen(dialSerial(path, typeof baud === 'number' ? () => baud : baud, timers), timers, patience)
}

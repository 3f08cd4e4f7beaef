import { SerialPort } from 'serialport'
import type { PrinterPort, Timers } from '../port.ts'
import { type Dial, keepOpen, type Patience } from './keep-open.ts'

const dialSerial =
  (path: string, baudRate: number): Dial =>
  (ear) =>
    new Promise((resolve) => {
      const port = new SerialPort({ path, baudRate, autoOpen: false })
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
            if (port.isOpen) port.close(() => {})
          },
        })
      })
    })

/**
 * A printer on a serial line or a virtual COM port, 8N1. Name it by `/dev/serial/by-id/…`: that path stays when the cable
 * is plugged elsewhere, and reopening finds it again.
 */
export function serialPort(path: string, baud: number, timers?: Timers, patience?: Partial<Patience>): PrinterPort {
  return keepOpen(dialSerial(path, baud), timers, patience)
}

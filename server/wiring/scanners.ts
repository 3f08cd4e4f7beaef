import { type DeviceLog, REAL_TIMERS } from '../../line/line.ts'
import type { ScannerFace } from '../../protocol/devices-view.ts'
import type { Door } from '../../protocol/door.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import { listenToScanner } from '../../scanner/listen-to-scanner.ts'
import { openScannerLine } from '../../scanner/open-line.ts'

/** The office's scanners at work: how each one is now and what it has done, and how to stop them all. */
export type Scanners = { statuses(): Omit<ScannerFace, 'care'>[]; stop(): Promise<void> }

/**
 * Puts every scanner that is plugged into this machine on the Door, as its kiosk: what it reads is a check-in, and the
 * kiosk shows what came of it as it does after any other scan. A scanner that is not there stops nothing. A check-in is
 * refused only where the kiosk's screen says why already, because no day is open.
 */
export const startScanners = (options: {
  office: Office
  door: Door
  now: () => number
  newCommandId: () => string
  log: DeviceLog
}): Scanners => {
  const { office, door, now, newCommandId, log } = options
  const scanners = office.kiosks.flatMap(({ place, scanner: text }) => {
    if (text === null) return []
    const done: Pick<ScannerFace, 'read' | 'spoiled' | 'lastReadAt'> = { read: 0, spoiled: 0, lastReadAt: null }
    const sender: Sender = { role: 'kiosk', device: `scanner-${place}`, place, staff: null }
    const checkIn = async (scanned: string): Promise<void> => {
      done.read += 1
      done.lastReadAt = now()
      const answer = await door.submit({ type: 'CheckIn', commandId: newCommandId(), scanned }, sender)
      if (answer.status === 'refused') log.warn({ kiosk: place, answer: answer.refusal.code }, 'a scan was not taken')
    }
    const scanner = listenToScanner({
      line: openScannerLine(text, {
        onSpeed: (baud, fits) =>
          log[fits ? 'info' : 'warn'](
            { kiosk: place, baud },
            fits ? 'scanner speed found' : 'not the speed of the scanner',
          ),
      }),
      onCode: (code) => void checkIn(code),
      onStatus: (status) => log[status === 'ready' ? 'info' : 'warn']({ kiosk: place, status }, 'scanner status'),
      onSpoiled: () => {
        done.spoiled += 1
        log.warn({ kiosk: place }, 'a scanner sent what is no code')
      },
      nowMs: () => performance.now(),
      timers: REAL_TIMERS,
    })
    return [{ kiosk: place, scanner, done }]
  })
  return {
    statuses: () => scanners.map(({ kiosk, scanner, done }) => ({ kiosk, status: scanner.status(), ...done })),
    async stop() {
      for (const { scanner } of scanners) await scanner.stop()
    },
  }
}

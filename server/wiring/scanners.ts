import { type DeviceLog, REAL_TIMERS } from '../../line/line.ts'
import type { Door } from '../../protocol/door.ts'
import type { Place } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import { listenToScanner, type ScannerStatus } from '../../scanner/listen-to-scanner.ts'
import { openScannerLine } from '../../scanner/open-line.ts'

/** The office's scanners at work: how each one is now, and how to stop them all. */
export type Scanners = { statuses(): { kiosk: Place; status: ScannerStatus }[]; stop(): Promise<void> }

/**
 * Puts every scanner that is plugged into this machine on the Door, as its kiosk: what it reads is a check-in, and the
 * kiosk shows what came of it as it does after any other scan. A scanner that is not there stops nothing. A check-in is
 * refused only where the kiosk's screen says why already, because no day is open.
 */
export const startScanners = (options: {
  office: Office
  door: Door
  newCommandId: () => string
  log: DeviceLog
}): Scanners => {
  const { office, door, newCommandId, log } = options
  const scanners = office.kiosks.flatMap(({ place, scanner: text }) => {
    if (text === null) return []
    const sender: Sender = { role: 'kiosk', device: `scanner-${place}`, place, staff: null }
    const checkIn = async (scanned: string): Promise<void> => {
      const answer = await door.submit({ type: 'CheckIn', commandId: newCommandId(), scanned }, sender)
      if (answer.status === 'refused') log.warn({ kiosk: place, answer: answer.refusal.code }, 'a scan was not taken')
    }
    const scanner = listenToScanner({
      line: openScannerLine(text),
      onCode: (code) => void checkIn(code),
      onStatus: (status) => log[status === 'ready' ? 'info' : 'warn']({ kiosk: place, status }, 'scanner status'),
      onSpoiled: () => log.warn({ kiosk: place }, 'a scanner sent what is no code'),
      nowMs: () => performance.now(),
      timers: REAL_TIMERS,
    })
    return [{ kiosk: place, scanner }]
  })
  return {
    statuses: () => scanners.map(({ kiosk, scanner }) => ({ kiosk, status: scanner.status() })),
    async stop() {
      for (const { scanner } of scanners) await scanner.stop()
    },
  }
}

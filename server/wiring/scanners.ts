import { type DeviceLog, REAL_TIMERS } from '../../line/line.ts'
import type { ScannerFace } from '../../protocol/devices-view.ts'
import type { Door } from '../../protocol/door.ts'
import type { Place } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import { listenToScanner } from '../../scanner/listen-to-scanner.ts'
import { openScannerLine } from '../../scanner/open-line.ts'
import { followEntries } from './follow-entries.ts'

/** The office's scanners at work. */
export type Scanners = {
  /** How each one is now and what it has done. */
  statuses(): Omit<ScannerFace, 'care'>[]
  /** Starts what a changed document added and stops what it took away; a changed scanner is stopped and started. */
  follow(office: Office): Promise<void>
  stop(): Promise<void>
}

/**
 * Puts every scanner that is plugged into this machine on the Door, as its kiosk: what it reads is a check-in, and the
 * kiosk shows what came of it as it does after any other scan. A scanner that is not there stops nothing. A check-in is
 * refused only where the kiosk's screen says why already, because no day is open.
 */
export const startScanners = async (options: {
  office: Office
  door: Door
  now: () => number
  newCommandId: () => string
  log: DeviceLog
}): Promise<Scanners> => {
  const { office, door, now, newCommandId, log } = options
  const statuses = new Map<Place, () => Omit<ScannerFace, 'care'>>()
  const start = async ({ place, scanner: text }: { place: Place; scanner: string }) => {
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
    statuses.set(place, () => ({ kiosk: place, status: scanner.status(), ...done }))
    return async () => {
      statuses.delete(place)
      await scanner.stop()
    }
  }
  const running = await followEntries(
    ({ kiosks }: Office) => kiosks.flatMap(({ place, scanner }) => (scanner === null ? [] : [{ place, scanner }])),
    start,
    office,
  )
  return { statuses: () => [...statuses.values()].map((status) => status()), ...running }
}

import { Gauge, type Registry } from 'prom-client'
import type { ScannerFace } from '../protocol/devices-view.ts'

/**
 * Registers the figures of the scanners that are plugged into this machine: whether each can be read from, and what it
 * has read and spoiled since the start. They are read when asked for.
 */
export const countScanners = (registry: Registry, read: () => Omit<ScannerFace, 'care'>[]): void => {
  const count = (name: string, help: string, measureOf: (scanner: Omit<ScannerFace, 'care'>) => number): void => {
    const gauge = new Gauge({
      ...{ name, help, labelNames: ['kiosk'], registers: [registry] },
      collect() {
        for (const scanner of read()) gauge.set({ kiosk: scanner.kiosk }, measureOf(scanner))
      },
    })
  }
  count('antrean_scanner_ready', 'Whether the scanner of a kiosk can be read from: 1 ready, 0 offline', ({ status }) =>
    status === 'ready' ? 1 : 0,
  )
  count(
    'antrean_scanner_codes_total',
    'Codes that the scanner of a kiosk read since the start',
    ({ read: codes }) => codes,
  )
  count('antrean_scanner_spoiled_total', 'How often a scanner sent what is no code', ({ spoiled }) => spoiled)
}

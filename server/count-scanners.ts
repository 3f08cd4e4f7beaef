import { Gauge, type Registry } from 'prom-client'
import type { Place } from '../protocol/ids.ts'

/** Registers a figure of the scanners that are plugged into this machine: 1 ready, 0 offline. It is read when asked for. */
export const countScanners = (
  registry: Registry,
  read: () => { kiosk: Place; status: 'ready' | 'offline' }[],
): void => {
  const ready = new Gauge({
    name: 'antrean_scanner_ready',
    help: 'Whether the scanner of a kiosk can be read from: 1 ready, 0 offline',
    labelNames: ['kiosk'],
    registers: [registry],
    collect() {
      for (const { kiosk, status } of read()) ready.set({ kiosk }, status === 'ready' ? 1 : 0)
    },
  })
}

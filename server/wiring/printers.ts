import type { DeviceLog } from '../../line/line.ts'
import { drivePrinter } from '../../printer/drive-printer.ts'
import { openPort } from '../../printer/ports/open-port.ts'
import type { SimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { startSimulated } from '../../printer/simulated/start-simulated.ts'
import type { Door } from '../../protocol/door.ts'
import type { Place } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'

/** The office's printers at work: the simulated ones by place, for the try page, and how to stop them all. */
export type Printers = { simulated: ReadonlyMap<Place, SimulatedPrinter>; stop(): Promise<void> }

/**
 * Puts every printer of the office's document on the Door, a simulated one behind a TCP port of its own. A printer that
 * does not answer stops nothing: its papers wait. `address` is the origin that the slips' QR codes point at.
 */
export const startPrinters = async (options: {
  office: Office
  door: Door
  address: string
  now: () => number
  newCommandId: () => string
  log: DeviceLog
}): Promise<Printers> => {
  const { office, door, address, now, newCommandId, log } = options
  const simulated = new Map<Place, SimulatedPrinter>()
  const stops: (() => Promise<void>)[] = []
  for (const { place, port: text, columns } of office.printers) {
    const rehearsal = text === 'simulated' ? await startSimulated({ clock: now, columns }) : null
    if (rehearsal !== null) {
      simulated.set(place, rehearsal.printer)
      stops.unshift(rehearsal.stop)
    }
    const sender = { role: 'printer', device: `printer-${place}`, place, staff: null } as const
    const port = rehearsal?.port ?? openPort(text)
    stops.unshift(drivePrinter({ door, sender, port, columns, address, newCommandId, log }).stop)
  }
  return {
    simulated,
    async stop() {
      for (const stop of stops) await stop()
    },
  }
}

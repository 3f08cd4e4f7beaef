import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DeviceLog } from '../../line/line.ts'
import { drivePrinter } from '../../printer/drive-printer.ts'
import { modelIds, type PrinterModel, readModel } from '../../printer/model.ts'
import { openPrinter } from '../../printer/ports/open-printer.ts'
import { readLogo } from '../../printer/raster.ts'
import type { SimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import type { Door } from '../../protocol/door.ts'
import type { Place } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Printer } from '../../protocol/office-devices.ts'
import { followEntries } from './follow-entries.ts'

/** The office's printers at work. */
export type Printers = {
  /** The simulated ones by place, for the try page. */
  simulated: ReadonlyMap<Place, SimulatedPrinter>
  /** Starts what a changed document added and stops what it took away; a changed printer is stopped and started. */
  follow(office: Office): Promise<void>
  stop(): Promise<void>
}

/** A printer's model by its id, an office's own in `printers/` of the data folder. Throws when there is none such. */
const modelOf = (id: string, dataDir: string): PrinterModel => {
  const own = join(dataDir, 'printers')
  const model = readModel(id, own)
  if (model !== null) return model
  throw new Error(`office.json: printers: no model "${id}"; there are ${modelIds().join(', ')}, and files in ${own}`)
}

/**
 * Puts every printer of the office's document on the Door that is reached from here, a simulated one behind a TCP port of
 * its own; one with an agent is driven there. A printer that does not answer stops nothing: its papers wait. `address` is
 * the origin that the slips' QR codes point at; `logo.png` in the data folder stands on every slip. Rejects for a model or
 * a logo that cannot be used.
 */
export const startPrinters = async (options: {
  office: Office
  dataDir: string
  door: Door
  address: string
  now: () => number
  newCommandId: () => string
  log: DeviceLog
}): Promise<Printers> => {
  const { office, dataDir, door, address, now, newCommandId, log } = options
  const simulated = new Map<Place, SimulatedPrinter>()
  const logoFile = join(dataDir, 'logo.png')
  const logoBytes = existsSync(logoFile) ? readFileSync(logoFile) : null

  const start = async ({ place, port: text, columns, model: id }: Printer) => {
    const model = modelOf(id, dataDir)
    const logo = logoBytes === null ? null : readLogo(logoBytes, model.dots)
    const opened = await openPrinter(text, { clock: now, model, columns: columns ?? model.columns })
    if (opened.simulated !== null) simulated.set(place, opened.simulated)
    const { port } = opened
    const sender = { role: 'printer', device: `printer-${place}`, place, staff: null } as const
    const driver = drivePrinter({ door, sender, port, model, columns, logo, address, newCommandId, log })
    return async () => {
      await driver.stop()
      await opened.stop()
      simulated.delete(place)
    }
  }
  const running = await followEntries(
    ({ printers }: Office) => printers.filter(({ port }) => port !== 'agent'),
    start,
    office,
  )
  return { simulated, ...running }
}

import { isStopped } from '../../protocol/commands.ts'
import type { Place } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Device, State } from './state.ts'

/** What the choice of a printer looks at. */
type Printing = Pick<State, 'office'> & { devices: Readonly<Record<Place, Pick<Device, 'status'>>> }

const hasStopped = (devices: Printing['devices'], printer: Place): boolean => {
  const device = devices[printer]
  return device !== undefined && isStopped(device.status)
}

/** The printer itself, or while it has stopped the spare one of a kiosk beside it, unless that has stopped as well. */
export const betterPrinter = ({ office, devices }: Printing, printer: Place): Place => {
  const spare = office?.kiosks.find((kiosk) => kiosk.printer === printer && kiosk.spare !== null)?.spare
  if (spare === undefined || spare === null) return printer
  return hasStopped(devices, printer) && !hasStopped(devices, spare) ? spare : printer
}

/** Where the papers of a kiosk come out now; undefined when the kiosk is not in the office's document. */
export const printerOf = (state: Printing, kiosk: Place): Place | undefined => {
  const printer = state.office?.kiosks.find(({ place }) => place === kiosk)?.printer
  return printer === undefined ? undefined : betterPrinter(state, printer)
}

/** The kiosks that a printer stands beside; none for one that is a spare and nothing else. */
export const kiosksAt = ({ kiosks }: Office, printer: Place): Place[] =>
  kiosks.filter((kiosk) => kiosk.printer === printer).map(({ place }) => place)

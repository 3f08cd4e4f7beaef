import type { Place } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'

/**
 * The printer of the office's document that a sender speaks for, null for none: a printer for itself, an agent for the
 * one with the port `agent` that its kiosk prints on. Where several kiosks share it, it is plugged into the first.
 */
export const ownPrinter = (office: Office | null, { role, place }: Sender): Place | null => {
  const printer = office?.printers.find((one) =>
    role === 'agent'
      ? one.port === 'agent' && office.kiosks.find((kiosk) => kiosk.printer === one.place)?.place === place
      : role === 'printer' && one.place === place,
  )
  return printer?.place ?? null
}

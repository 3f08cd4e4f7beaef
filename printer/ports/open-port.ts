import type { PrinterPort } from '../port.ts'
import { deviceFilePort } from './device-file.ts'
import { serialPort } from './serial.ts'
import { tcpPort } from './tcp.ts'

/** The speed of most printers' serial interface as delivered by today's makers; older ones stand at 9,600. */
const USUAL_BAUD = 38_400

/** A printer's port as the office's document names it, taken apart. */
export type PortAddress =
  | { kind: 'simulated' }
  | { kind: 'tcp'; host: string; port: number }
  | { kind: 'serial'; path: string; baud: number }
  | { kind: 'file'; path: string }

/**
 * Reads `simulated`, `tcp://10.0.0.9:9100`, `serial:///dev/serial/by-id/…?baud=38400` or `file:///dev/usb/lp0`. Null for
 * anything else, a port outside 1–65535 or a speed outside 1200–115200 baud.
 */
export function parsePort(text: string): PortAddress | null {
  if (text === 'simulated') return { kind: 'simulated' }
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port, pathname: path, searchParams } = new URL(text)
  if (protocol === 'tcp:' && hostname !== '' && Number(port) > 0)
    return { kind: 'tcp', host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port) }
  if (hostname !== '' || path.length < 2) return null
  if (protocol === 'file:') return { kind: 'file', path }
  if (protocol !== 'serial:') return null
  const baud = Number(searchParams.get('baud') ?? USUAL_BAUD)
  return Number.isInteger(baud) && baud >= 1_200 && baud <= 115_200 ? { kind: 'serial', path, baud } : null
}

/**
 * The port for one printer of the office's document, still closed. Throws for a text that is not a port, and for
 * `simulated`, which is started with `startSimulated`: both are mistakes of whoever wires the office.
 */
export function openPort(text: string): PrinterPort {
  const address = parsePort(text)
  switch (address?.kind) {
    case 'tcp':
      return tcpPort(address.host, address.port)
    case 'serial':
      return serialPort(address.path, address.baud)
    case 'file':
      return deviceFilePort(address.path)
    default:
      throw new Error(`not the port of a real printer: ${text}`)
  }
}

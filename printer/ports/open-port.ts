import type { Line } from '../../line/line.ts'
import { type DeviceAddress, parseDevice } from '../../line/parse-device.ts'
import { serialLine } from '../../line/serial.ts'
import { deviceFilePort } from './device-file.ts'
import { tcpPort } from './tcp.ts'

/** The speed of most printers' serial interface as delivered by today's makers; older ones stand at 9,600. */
const USUAL_BAUD = 38_400

/** A printer's port as the office's document names it, taken apart. */
export type PortAddress = { kind: 'simulated' } | { kind: 'tcp'; host: string; port: number } | DeviceAddress

/**
 * Reads `simulated`, `tcp://10.0.0.9:9100`, `serial:///dev/serial/by-id/…?baud=38400` or `file:///dev/usb/lp0`. Null for
 * anything else, a port outside 1–65535 or a speed outside 1200–115200 baud.
 */
export function parsePort(text: string): PortAddress | null {
  if (text === 'simulated') return { kind: 'simulated' }
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port } = new URL(text)
  if (protocol !== 'tcp:') return parseDevice(text, USUAL_BAUD)
  if (hostname === '' || Number(port) === 0) return null
  return { kind: 'tcp', host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port) }
}

/**
 * The port for one printer of the office's document, still closed. Throws for a text that is not a port, and for
 * `simulated`, which is started with `startSimulated`: both are mistakes of whoever wires the office.
 */
export function openPort(text: string): Line {
  const address = parsePort(text)
  switch (address?.kind) {
    case 'tcp':
      return tcpPort(address.host, address.port)
    case 'serial':
      return serialLine(address.path, address.baud)
    case 'file':
      return deviceFilePort(address.path)
    default:
      throw new Error(`not the port of a real printer: ${text}`)
  }
}

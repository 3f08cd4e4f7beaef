import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import helmet from 'helmet'
import type { Problem } from '../../protocol/problem.ts'

/** Sets what every response carries, whatever becomes of it. */
export type SetHeaders = (request: IncomingMessage, response: ServerResponse) => void

/** A kiosk reads codes with its own camera; no page, and nothing framed in one, gets anything else of the machine. */
const PERMISSIONS = [
  'camera=(self)',
  ...['microphone', 'geolocation', 'display-capture', 'usb', 'serial', 'hid', 'midi', 'payment'].map(
    (name) => `${name}=()`,
  ),
].join(', ')

/**
 * The headers of OWASP's secure headers project for pages that load nothing from elsewhere. No `upgrade-insecure-requests`
 * and no HSTS: an office network without TLS would lock itself out. `wasm-unsafe-eval` is for reading QR codes. `reachable`: origins
 * that a page may speak to.
 */
export const makeSetHeaders = (reachable: readonly string[]): SetHeaders => {
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        connectSrc: ["'self'", ...reachable],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    originAgentCluster: false,
  })
  return (request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Permissions-Policy', PERMISSIONS)
    set(request, response, () => undefined)
  }
}

/** What a raw connection is told when there is no response object to say it with: before routing, or for a bad upgrade. */
export const refuseConnection = (connection: Duplex, status: number): void => {
  const problem: Problem = { type: 'about:blank', title: STATUS_CODES[status] ?? '', status }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${status} ${problem.title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${body.length}`,
    "Content-Security-Policy: default-src 'none'",
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: no-referrer',
    'Cache-Control: no-store',
    'Connection: close',
  ]
  connection.on('error', () => connection.destroy())
  connection.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

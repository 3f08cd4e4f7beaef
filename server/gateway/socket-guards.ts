import type { Server } from 'node:http'
import type { GatewayMetrics } from './gateway-metrics.ts'
import { refuseConnection } from './headers.ts'
import type { Hosts } from './hosts.ts'
import { makeSocketSlots } from './socket-slots.ts'

const SOCKETS_PER_ADDRESS = 30
const MESSAGES_PER_SEC = 20

/**
 * Lets pass from `server` to `inner` what may become a socket: asked for by one of our names (else 421), on the path of
 * socket.io (404), by a page of ours or a program without a page (403), of an address that has room left (429).
 */
export const admitUpgrades = (server: Server, inner: Server, hosts: Hosts, metrics: GatewayMetrics): void => {
  const slots = makeSocketSlots(SOCKETS_PER_ADDRESS)
  server.on('upgrade', (request, connection, head) => {
    connection.on('error', () => connection.destroy())
    const refuse = (status: number, kind: 'host' | 'origin' | 'too-many' | 'http') => {
      metrics.badMessage(kind)
      refuseConnection(connection, status)
    }
    if (!hosts.isOurs(request)) return refuse(421, 'host')
    if (!request.url?.startsWith('/socket.io/?')) return refuse(404, 'http')
    if (request.headers.origin !== undefined && !hosts.isFromOurPage(request)) return refuse(403, 'origin')
    const giveBack = slots.take(request.socket.remoteAddress ?? '')
    if (giveBack === null) return refuse(429, 'too-many')
    connection.once('close', giveBack)
    inner.emit('upgrade', request, connection, head)
  })
}

/** A socket below socket.io, as far as it is counted here. */
type RawSocket = {
  on(event: 'packet', listener: (packet: { type: string }) => void): unknown
  close(discard: boolean): unknown
}

/** Closes a socket at its 21st message of a second, whatever the messages are. */
export const closeFloods = (raw: RawSocket, metrics: GatewayMetrics): void => {
  let second = 0
  let count = 0
  raw.on('packet', ({ type }) => {
    if (type !== 'message') return
    const now = Math.floor(performance.now() / 1000)
    count = now === second ? count + 1 : 1
    second = now
    if (count <= MESSAGES_PER_SEC) return
    metrics.badMessage('flood')
    raw.close(true)
  })
}

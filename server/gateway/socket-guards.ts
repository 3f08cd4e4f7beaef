import type { IncomingMessage, Server } from 'node:http'
import type { GatewayMetrics } from './gateway-metrics.ts'
import { refuseConnection } from './headers.ts'
import type { Hosts } from './hosts.ts'
import type { Listening } from './listen.ts'
import { makeSocketSlots } from './socket-slots.ts'

const SOCKETS_PER_ADDRESS = 30
const MESSAGES_PER_SEC = 20

/** One port whose upgrades may become sockets, and whether phones alone are let in there. */
export type SocketDoor = {
  listening: Pick<Listening, 'plain' | 'secure'>
  hosts: Hosts
  /** Whether this request has to come again by TLS. */
  needsTls(request: IncomingMessage): boolean
  onlyPhones: boolean
}

/**
 * Lets pass from `doors` to `inner` what may become a socket: asked for by one of our names (else 421), by TLS where that
 * is needed (426), on the path of socket.io (404), by a page of ours or a program without a page (403), of an address that
 * has room left (429). The answer tells by which door a request came.
 */
export const admitUpgrades = (
  doors: readonly SocketDoor[],
  inner: Server,
  metrics: GatewayMetrics,
): ((request: IncomingMessage) => SocketDoor | undefined) => {
  const slots = makeSocketSlots(SOCKETS_PER_ADDRESS)
  const cameBy = new WeakMap<IncomingMessage, SocketDoor>()
  for (const door of doors)
    for (const server of [door.listening.plain, door.listening.secure])
      server?.on('upgrade', (request, connection, head) => {
        connection.on('error', () => connection.destroy())
        const refuse = (status: number, kind: 'host' | 'origin' | 'too-many' | 'http') => {
          metrics.badMessage(kind)
          refuseConnection(connection, status)
        }
        const { hosts } = door
        if (!hosts.isOurs(request)) return refuse(421, 'host')
        if (door.needsTls(request)) return refuse(426, 'http')
        if (!request.url?.startsWith('/socket.io/?')) return refuse(404, 'http')
        if (request.headers.origin !== undefined && !hosts.isFromOurPage(request)) return refuse(403, 'origin')
        const giveBack = slots.take(request.socket.remoteAddress ?? '')
        if (giveBack === null) return refuse(429, 'too-many')
        connection.once('close', giveBack)
        cameBy.set(request, door)
        inner.emit('upgrade', request, connection, head)
      })
  return (request) => cameBy.get(request)
}

/** A socket below socket.io, as far as it is counted here. */
type RawSocket = {
  on(event: 'packet', listener: (packet: { type: string }) => void): unknown
  once(event: 'close', listener: () => void): unknown
  close(discard: boolean): unknown
  request: Pick<IncomingMessage, 'socket'>
}

/** How long the other side of a closed socket has for its good-bye; ws would wait half a minute for one that is gone, ms. */
const GOODBYE_MS = 1_000

/** Ends the connection of a socket that was closed, also where nobody answers any more. */
export const endClosed = (raw: RawSocket): void => {
  raw.once('close', () => setTimeout(() => raw.request.socket.destroy(), GOODBYE_MS).unref())
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

import { Counter, Gauge, type Registry } from 'prom-client'

/** What the gateway counts. Labels are names from our own lists, never what somebody sent. */
export type GatewayMetrics = {
  request(method: string, route: string, status: number): void
  socketOpened(role: string): void
  socketClosed(role: string): void
  /** So many devices have a token that is in use at two places now. */
  usedTwice(count: number): void
  /** A message that was no command, a refused connection and the like. */
  badMessage(kind: 'host' | 'origin' | 'http' | 'hello' | 'command' | 'flood' | 'too-many' | 'silent'): void
}

/** Registers the gateway's figures. */
export const makeGatewayMetrics = (registry: Registry): GatewayMetrics => {
  const registers = [registry]
  const requests = new Counter({
    name: 'antrean_http_requests_total',
    help: 'HTTP requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const sockets = new Gauge({
    name: 'antrean_sockets',
    help: 'Sockets that said who they are, by role',
    labelNames: ['role'],
    registers,
  })
  const usedTwice = new Gauge({
    name: 'antrean_devices_used_twice',
    help: 'Devices whose token is in use at two places at once',
    registers,
  })
  const bad = new Counter({
    name: 'antrean_bad_messages_total',
    help: 'Messages and connections that were refused unread',
    labelNames: ['kind'],
    registers,
  })
  return {
    request: (method, route, status) => requests.inc({ method, route, status }),
    socketOpened: (role) => sockets.inc({ role }),
    socketClosed: (role) => sockets.dec({ role }),
    usedTwice: (count) => usedTwice.set(count),
    badMessage: (kind) => bad.inc({ kind }),
  }
}

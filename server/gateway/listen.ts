import { createServer, type Server, type ServerOptions } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import { createServer as createFront, type Server as Front, type Socket } from 'node:net'

/** A leaf with its chain and its key, both PEM. */
export type Certificate = { cert: string; key: string }

/** Bytes of all headers: a browser that is twenty screens sends some 1.5 KB of cookies. */
const HEADERS_MAX = 8 * 1024
/** Every office screen, its phones and as many again (reliability section 5: a ceiling of 500). */
const CONNECTIONS_MAX = 1_000
/** How long the other side has for its good-bye when the gateway closes, ms. */
const GOODBYE_MS = 500
/** How long a connection may say nothing at all before it is closed, ms; a socket has its own pings. */
const SILENT_MS = 15_000
/** The first byte of a TLS record that holds a handshake (RFC 8446, section 5.1). */
const HANDSHAKE = 22

const LIMITS: ServerOptions = {
  maxHeaderSize: HEADERS_MAX,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
}

/** One port that is listened on. */
export type Listening = {
  port: number
  /** What speaks HTTP here, and what speaks it behind TLS; both with the same limits. */
  plain: Server
  secure: SecureServer | null
  /** Takes a connection that came to another server's port and was passed on; `address` is where it came from. */
  take(connection: Socket, address: string): void
  /** Ends every connection, at the latest after half a second, and stops listening. */
  close(): Promise<void>
}

/** Who speaks TLS says so with the first byte; so one port serves both, and this machine needs no certificate. */
const makeFront = (plain: Server, secure: SecureServer): Front =>
  createFront((connection) => {
    const end = () => connection.destroy()
    connection.setTimeout(SILENT_MS, end)
    connection.once('error', end)
    connection.once('data', (first: Buffer) => {
      connection.pause()
      connection.setTimeout(0)
      connection.off('timeout', end)
      connection.off('error', end)
      connection.unshift(first)
      const server = first[0] === HANDSHAKE ? secure : plain
      server.emit('connection', connection)
      process.nextTick(() => connection.resume())
    })
  })

/** Everything here asks a connection itself where it comes from. */
const say = (connection: Socket, address: string): void =>
  void Object.defineProperty(connection, 'remoteAddress', { value: address })

/** Where this machine itself reaches what listens there, an origin. */
export const ownAddress = (host: string, port: number): string => {
  const own = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return new URL(`http://${own.includes(':') ? `[${own}]` : own}:${port}`).origin
}

/** Listens on a port, 0 for a free one; with a certificate by TLS 1.2 or later as well. Rejects when it cannot. */
export const listen = async (at: { host: string; port: number; tls: Certificate | null }): Promise<Listening> => {
  const plain = createServer(LIMITS)
  const secure = at.tls === null ? null : createSecureServer({ ...LIMITS, ...at.tls, minVersion: 'TLSv1.2' })
  for (const server of [plain, secure]) server?.setTimeout(SILENT_MS)
  const front = secure === null ? plain : makeFront(plain, secure)
  front.maxConnections = CONNECTIONS_MAX
  const connections = new Set<Socket>()
  /** Addresses of passed on connections by the port at their last hop: what is inside of TLS knows no more of itself. */
  const passedOn = new Map<string, string>()
  const hopOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`
  secure?.prependListener('secureConnection', (inside) => {
    const address = passedOn.get(hopOf(inside))
    if (address !== undefined) say(inside, address)
  })
  front.on('connection', (connection: Socket) => {
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
  })
  await new Promise<void>((listening, failed) => {
    front.once('error', failed)
    front.listen(at.port, at.host, () => {
      front.off('error', failed)
      listening()
    })
  })
  const bound = front.address()
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : at.port,
    plain,
    secure,
    take(connection, address) {
      const hop = hopOf(connection)
      passedOn.set(hop, address)
      connection.once('close', () => passedOn.delete(hop))
      say(connection, address)
      front.emit('connection', connection)
      process.nextTick(() => connection.resume())
    },
    async close() {
      const closed = new Promise((done) => front.close(done))
      for (const server of [plain, secure]) server?.closeAllConnections()
      // A page that sleeps does not answer the good-bye of its socket.
      const late = setTimeout(() => {
        for (const connection of connections) connection.destroy()
      }, GOODBYE_MS)
      await closed
      clearTimeout(late)
      // A server that never listened itself still looks at its connections every few seconds.
      if (secure !== null) for (const server of [plain, secure]) server.close()
    },
  }
}

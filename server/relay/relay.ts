import { connect, createServer, type Socket } from 'node:net'
import { type Greeting, greet, type RelayDoor } from './greeting.ts'
import { listenOn } from './listen-on.ts'
import { readLine } from './read-line.ts'

/** Where a server takes connections from the others. */
export type PeerAddress = { host: string; port: number }

/** How long somebody who comes while nobody leads is kept waiting, ms. */
const PATIENCE_MS = 10_000

/** Connections of one port, as where they are served. */
const CONNECTIONS_MAX = 1_000

/** What passes on everything that comes to this server's ports, as it is, to the server that leads. */
export type Relay = {
  /** Somebody else leads, or nobody: what went to the one before is cut, so that everybody comes again. */
  moved(leader: PeerAddress | null): void
  close(): Promise<void>
}

const plain = (address: string | undefined): string => (address ?? '').replace(/^::ffff:/, '')

/**
 * Opens a server's ports while another leads. Bytes pass as they are, TLS included: this server knows nothing of what is said.
 * Rejects when a port is taken.
 */
export const openRelay = async (options: {
  host: string
  ports: Readonly<Partial<Record<RelayDoor, number>>>
  secret: Uint8Array
}): Promise<Relay> => {
  const { host, ports, secret } = options
  let leader: PeerAddress | null = null
  const waiting = new Set<() => void>()
  const open = new Set<Socket>()

  const keep = (connection: Socket): void => {
    open.add(connection)
    connection.on('error', () => connection.destroy())
    connection.once('close', () => open.delete(connection))
  }
  const someoneLeads = async (connection: Socket): Promise<PeerAddress | null> => {
    if (leader !== null) return leader
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(late)
        waiting.delete(wake)
        resolve()
      }
      const late = setTimeout(wake, PATIENCE_MS)
      waiting.add(wake)
      connection.once('close', wake)
    })
    return leader
  }
  const passOn = async (connection: Socket, door: RelayDoor): Promise<void> => {
    keep(connection)
    connection.pause()
    const greeting: Greeting = { door, address: plain(connection.remoteAddress) }
    const to = await someoneLeads(connection)
    if (to === null || connection.destroyed) return void connection.destroy()
    const onward = connect(to)
    keep(onward)
    onward.once('close', () => connection.destroy())
    connection.once('close', () => onward.destroy())
    const challenge = await readLine(onward)
    if (challenge === null) return void onward.destroy()
    onward.write(greet(secret, challenge, greeting))
    connection.pipe(onward)
    onward.pipe(connection)
  }

  const servers = await Promise.all(
    (['main', 'guest'] as const).flatMap((door) => {
      const port = ports[door]
      if (port === undefined) return []
      const server = createServer({ noDelay: true }, (connection) => void passOn(connection, door))
      server.maxConnections = CONNECTIONS_MAX
      return [listenOn(server, host, port).then(() => server)]
    }),
  )
  const cut = (): void => {
    for (const connection of open) connection.destroy()
  }
  return {
    moved(next) {
      if (next?.host === leader?.host && next?.port === leader?.port) return
      if (leader !== null) cut()
      leader = next
      if (leader === null) return
      for (const wake of waiting) wake()
    },
    async close() {
      const closed = servers.map((server) => new Promise((done) => server.close(done)))
      cut()
      await Promise.all(closed)
    },
  }
}

import { createServer, type Socket } from 'node:net'
import { type Greeting, newChallenge, readGreeting } from './greeting.ts'
import { listenOn } from './listen-on.ts'
import { readLine } from './read-line.ts'
import type { PeerAddress } from './relay.ts'

/** Of all the other servers together. */
const CONNECTIONS_MAX = 2_000

/**
 * Opens the port at which the server that leads takes what the others pass on. `accept` gets each connection that proved
 * itself by the office's secret, and where it came from. Rejects when the port is taken.
 */
export const openPeerDoor = async (options: {
  at: PeerAddress
  secret: Uint8Array
  accept: (connection: Socket, greeting: Greeting) => void
}): Promise<{ close(): Promise<void> }> => {
  const { at, secret, accept } = options
  const open = new Set<Socket>()
  const admit = async (connection: Socket): Promise<void> => {
    open.add(connection)
    const end = (): void => void connection.destroy()
    connection.once('close', () => open.delete(connection))
    connection.on('error', end)
    const challenge = newChallenge()
    connection.write(`${challenge}\n`)
    const line = await readLine(connection)
    const greeting = line === null ? null : readGreeting(secret, challenge, line)
    if (greeting === null) return end()
    accept(connection, greeting)
  }
  const server = createServer({ noDelay: true }, (connection) => void admit(connection))
  server.maxConnections = CONNECTIONS_MAX
  await listenOn(server, at.host, at.port)
  return {
    async close() {
      const closed = new Promise((done) => server.close(done))
      for (const connection of open) connection.destroy()
      await closed
    },
  }
}

import type { Server } from 'node:net'

/** Listens on a port of an address. Rejects when it is taken or not this machine's. */
export const listenOn = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((listening, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      listening()
    })
  })

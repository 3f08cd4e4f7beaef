import { connect, createServer, type Socket } from 'node:net'

/** A way to a server on this machine that goes through a test; `address` is the origin at its other end. */
export type Relay = {
  address: string
  /** Leads it to a server's origin. */
  plugInto(server: string): void
  breakAll(): void
  /** Every end of a connection that is there. */
  ends: ReadonlySet<Socket>
  remove(): Promise<void>
}

/**
 * Carries what one end of a connection says to the other. `isLost` says, when an end has closed, whether the other is left
 * open: bytes were lost on the way, and it must not learn of it. `settled` is waited for before it is closed.
 */
export type Carry = (
  from: Socket,
  to: Socket,
  way: 'up' | 'down',
) => { isLost(): boolean; settled?(): Promise<unknown> }

/** Lays a relay; while `admits` says no, no connection is made. */
export const layRelay = async (admits: () => boolean, carry: Carry): Promise<Relay> => {
  let port = 0
  const ends = new Set<Socket>()
  const breakAll = (): void => {
    for (const end of ends) end.destroy()
  }
  const pass = (from: Socket, to: Socket, way: 'up' | 'down'): void => {
    ends.add(from)
    const { isLost, settled } = carry(from, to, way)
    from.on('error', () => to.destroy())
    from.on('close', () => {
      ends.delete(from)
      if (isLost()) return
      if (settled === undefined) to.destroy()
      else void settled().then(() => to.destroy())
    })
  }
  const server = createServer((near) => {
    near.on('error', () => near.destroy())
    if (!admits() || port === 0) return near.destroy()
    const far = connect(port, '127.0.0.1')
    pass(near, far, 'up')
    pass(far, near, 'down')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  return {
    address: `http://127.0.0.1:${bound.port}`,
    plugInto(address) {
      port = Number(new URL(address).port)
    },
    ends,
    breakAll,
    remove() {
      breakAll()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}

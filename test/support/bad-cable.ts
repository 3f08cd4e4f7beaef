import { connect, createServer, type Socket } from 'node:net'

/**
 * How a network cable is. `whole`: everything passes. `cut`: every connection breaks, none is made. `silent`: nothing
 * passes and nothing breaks, as when it is pulled. `deaf`: what is said arrives, what is answered does not.
 */
export type CableState = 'whole' | 'cut' | 'silent' | 'deaf'

/** A network cable to an office on this machine; `address` is the origin at its other end. */
export type BadCable = {
  address: string
  /** Plugs it into a server's origin. */
  plugInto(server: string): void
  set(state: CableState): void
  isWhole(): boolean
  /** Resolves once something that was said or answered over this cable was lost. */
  lostSomething(): Promise<void>
  remove(): Promise<void>
}

/** Lays a cable that tests pull, whole until then. */
export const layBadCable = async (): Promise<BadCable> => {
  let state: CableState = 'whole'
  let port = 0
  const ends = new Set<Socket>()
  let tellLoss = () => {}
  const loss = new Promise<void>((resolve) => {
    tellLoss = resolve
  })
  const breakAll = () => {
    for (const end of ends) end.destroy()
  }
  /** A connection that lost bytes stays as silent as it became: what comes after them would make no sense. */
  const pass = (from: Socket, to: Socket, stops: readonly CableState[]) => {
    let lost = false
    ends.add(from)
    from.on('data', (bytes) => {
      lost ||= stops.includes(state)
      if (lost) tellLoss()
      else to.write(bytes)
    })
    from.on('error', () => to.destroy())
    from.on('close', () => {
      ends.delete(from)
      if (!lost) to.destroy()
    })
  }
  const server = createServer((near) => {
    if (state === 'cut' || port === 0) return near.destroy()
    const far = connect(port, '127.0.0.1')
    pass(near, far, ['silent'])
    pass(far, near, ['silent', 'deaf'])
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  return {
    address: `http://127.0.0.1:${bound.port}`,
    plugInto(address) {
      port = Number(new URL(address).port)
    },
    set(next) {
      state = next
      if (state === 'cut') breakAll()
    },
    isWhole: () => state === 'whole',
    lostSomething: () => loss,
    remove() {
      breakAll()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}

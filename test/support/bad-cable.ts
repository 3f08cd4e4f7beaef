import { layRelay } from './relay.ts'

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
  let tellLoss = () => {}
  const loss = new Promise<void>((resolve) => {
    tellLoss = resolve
  })
  const relay = await layRelay(
    () => state !== 'cut',
    (from, to, way) => {
      const stops: readonly CableState[] = way === 'up' ? ['silent'] : ['silent', 'deaf']
      // A connection that lost bytes stays as silent as it became: what comes after them would make no sense.
      let lost = false
      from.on('data', (bytes) => {
        lost ||= stops.includes(state)
        if (lost) tellLoss()
        else to.write(bytes)
      })
      return { isLost: () => lost }
    },
  )
  return {
    address: relay.address,
    plugInto: relay.plugInto,
    set(next) {
      state = next
      if (state === 'cut') relay.breakAll()
    },
    isWhole: () => state === 'whole',
    lostSomething: () => loss,
    remove: relay.remove,
  }
}

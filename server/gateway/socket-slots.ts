import { isLoopback } from './hosts.ts'

/** How many sockets one address may hold open. */
export type SocketSlots = {
  /** Takes a place: what gives it back, or null when there is none left. */
  take(address: string): (() => void) | null
}

/** At most `limit` for one address; this machine is not limited, because a test bench or a proxy is one address. */
export const makeSocketSlots = (limit: number): SocketSlots => {
  const taken = new Map<string, number>()
  return {
    take(address) {
      const count = taken.get(address) ?? 0
      if (count >= limit && !isLoopback(address)) return null
      taken.set(address, count + 1)
      return () => {
        const left = (taken.get(address) ?? 1) - 1
        if (left === 0) taken.delete(address)
        else taken.set(address, left)
      }
    },
  }
}

import type { Instant, Place } from '../protocol/ids.ts'
import type { DeviceRole } from '../protocol/roles.ts'

/** Who is connected now, and who was since the server started. */
export type Presence = {
  /** Somebody opened a line; returns what says that it ended. */
  arrive(device: { role: DeviceRole; place: Place }): () => void
  /** By role and place: open lines, and since when the oldest of them is, or when the last of them ended. */
  read(): { role: DeviceRole; place: Place; connected: number; at: Instant }[]
}

/** Nobody was here yet. `now` is epoch ms. */
export const makePresence = (now: () => Instant): Presence => {
  const seats = new Map<string, { role: DeviceRole; place: Place; since: Instant[]; leftAt: Instant }>()
  return {
    arrive({ role, place }) {
      const key = `${role} ${place}`
      const seat = seats.get(key) ?? { role, place, since: [], leftAt: 0 }
      seats.set(key, seat)
      const at = now()
      seat.since.push(at)
      return () => {
        seat.since.splice(seat.since.indexOf(at), 1)
        seat.leftAt = now()
      }
    },
    read: () =>
      [...seats.values()].map(({ role, place, since, leftAt }) => ({
        ...{ role, place, connected: since.length },
        at: since[0] ?? leftAt,
      })),
  }
}

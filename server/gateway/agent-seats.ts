import type { Place } from '../../protocol/ids.ts'

/**
 * Who is the agent of each kiosk. Two processes at once would each take the paper that the other prints for one of a
 * process that died, so the second waits until the first has gone.
 */
export type AgentSeats = {
  /**
   * Takes the seat of a kiosk for one process and returns how to leave it; null while another process sits there. The
   * same process comes back at once: its older line is a cut one, and is ended by `end`.
   */
  take(kiosk: Place, run: string, end: () => void): (() => void) | null
  /** The kiosks whose agent is connected. */
  taken(): Place[]
}

/** Seats that nobody sits on yet. */
export const makeAgentSeats = (): AgentSeats => {
  const seats = new Map<Place, { run: string; end: () => void }>()
  return {
    take(kiosk, run, end) {
      const before = seats.get(kiosk)
      if (before !== undefined && before.run !== run) return null
      const mine = { run, end }
      seats.set(kiosk, mine)
      before?.end()
      return () => {
        if (seats.get(kiosk) === mine) seats.delete(kiosk)
      }
    },
    taken: () => [...seats.keys()],
  }
}

import type { Door } from '../protocol/door.ts'
import type { Sender } from '../protocol/roles.ts'

/** How the day stands, in people. */
export type Figures = { checkedIn: number; waiting: number; inHand: number; done: number; turnedAway: number }

const INTEGRATION: Sender = { role: 'integration', device: 'demo', place: 'demo', staff: null }

/** Follows the day's figures as another program would. */
export const watchFigures = (door: Door): { now(): Figures; stop(): void } => {
  let figures: Figures = { checkedIn: 0, waiting: 0, inHand: 0, done: 0, turnedAway: 0 }
  const stop = door.watch(INTEGRATION, (view) => {
    if (view.role !== 'integration') return
    const { checkedIn, waiting, inHand, done } = view
    const turnedAway = Object.values(view.turnedAway).reduce((a, b) => a + b, 0)
    figures = { checkedIn, waiting, inHand, done, turnedAway }
  })
  return { now: () => figures, stop }
}

import type { CounterView } from '../protocol/views.ts'
import type { Seen } from '../ui/seen.ts'

type Next = NonNullable<CounterView['next']>
/** The ticket that is called to or served at this counter. */
export type InHand = NonNullable<CounterView['inHand']>

const MINUTE_MS = 60_000

/** What stands at the left of a counter. The line may be down beside any of them: see `isOffline`. */
export type CounterScreen =
  | { screen: 'loading' }
  | { screen: 'not-paired' }
  | { screen: 'sign-in'; view: CounterView }
  | { screen: 'day-closed'; view: CounterView }
  | { screen: 'open'; view: CounterView }
  /** Somebody may be called. `idle-held-only`: nobody but people who came before their hour. */
  | { screen: 'idle-queue' | 'idle-held-only'; view: CounterView; next: Next }
  /** `nextFromAt`: when the first who is held may be called, null when nobody waits at all. */
  | { screen: 'idle-empty'; view: CounterView; nextFromAt: number | null }
  | { screen: 'called'; view: CounterView; inHand: InHand; sinceMs: number }
  | { screen: 'in-hand'; view: CounterView; inHand: InHand; runsMs: number }
  | { screen: 'over-time'; view: CounterView; inHand: InHand; runsMs: number; overMin: number }

/** A counter without a line sends nothing and keeps its last picture. */
export const isOffline = (seen: Seen<CounterView>): boolean => seen.status === 'stale'

/** Chooses from what is seen and the server's clock `now` (epoch ms, null without a view). */
export const chooseScreen = (seen: Seen<CounterView>, now: number | null): CounterScreen => {
  if (seen.status === 'connecting') return { screen: 'loading' }
  if (seen.status === 'not-paired' || seen.status === 'ended') return { screen: 'not-paired' }
  const { view } = seen
  const at = now ?? view.at
  if (view.staff === null) return { screen: 'sign-in', view }
  if (view.inHand !== null) return chooseCase(view, view.inHand, at)
  if (view.day === null) return { screen: 'day-closed', view }
  if (view.open === null) return { screen: 'open', view }
  if (view.next === null) {
    const held = view.queue.filter((queued) => queued.callableFromAt > at).map((queued) => queued.callableFromAt)
    return { screen: 'idle-empty', view, nextFromAt: held.length === 0 ? null : Math.min(...held) }
  }
  const callable = view.queue.filter((queued) => queued.callableFromAt <= at)
  const onlyEarly = [view.next, ...callable].every(({ condition }) => condition === 'held')
  return { screen: onlyEarly ? 'idle-held-only' : 'idle-queue', view, next: view.next }
}

const chooseCase = (view: CounterView, inHand: InHand, at: number): CounterScreen => {
  if (inHand.startedAt === null)
    return { screen: 'called', view, inHand, sinceMs: Math.max(0, at - inHand.lastCalledAt) }
  const runsMs = Math.max(0, at - inHand.startedAt)
  const overMs = runsMs - inHand.standardMin * MINUTE_MS
  if (overMs <= 0) return { screen: 'in-hand', view, inHand, runsMs }
  return { screen: 'over-time', view, inHand, runsMs, overMin: Math.ceil(overMs / MINUTE_MS) }
}

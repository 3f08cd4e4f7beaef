import type { TicketNumber } from '../protocol/ids.ts'
import type { CounterView } from '../protocol/views.ts'
import type { Seen } from '../ui/seen.ts'

type Next = NonNullable<CounterView['next']>
/** A case that was set aside at this counter. */
export type Parked = CounterView['parked'][number]
/** The ticket that is called to or served at this counter. */
export type InHand = NonNullable<CounterView['inHand']>

const MINUTE_MS = 60_000

/** What stands at the left of a counter. The line may be down beside any of them: see `isOffline`. */
export type CounterScreen =
  | { screen: 'loading' }
  | { screen: 'not-paired' }
  | { screen: 'sign-in'; view: CounterView }
  /** Open, and nobody is signed in: the counter and the case, `number`, stay. */
  | { screen: 'locked'; view: CounterView; number: TicketNumber | null }
  | { screen: 'day-closed'; view: CounterView }
  | { screen: 'open'; view: CounterView }
  /** Somebody may be called. `idle-held-only`: nobody but people who came before their hour. */
  | { screen: 'idle-queue' | 'idle-held-only'; view: CounterView; next: Next }
  /** Nothing is called here until somebody resumes. */
  | { screen: 'paused'; view: CounterView; paused: NonNullable<CounterView['paused']> }
  /** Nobody may be called, but a case was set aside here. */
  | { screen: 'parked'; view: CounterView; parked: Parked }
  /** `nextFromAt`: when the first who is held may be called, null when nobody waits at all. */
  | { screen: 'idle-empty'; view: CounterView; nextFromAt: number | null }
  /** `recall-wait`: for `waitSec` more seconds it cannot be recalled, because people need time to stand up. */
  | { screen: 'called' | 'recall-wait'; view: CounterView; inHand: InHand; sinceMs: number; waitSec: number }
  | { screen: 'in-hand'; view: CounterView; inHand: InHand; runsMs: number }
  | { screen: 'over-time'; view: CounterView; inHand: InHand; runsMs: number; overMin: number }

/** A screen with a view behind it. */
export type DeskScreen = Extract<CounterScreen, { view: unknown }>

/** A counter without a line sends nothing and keeps its last picture. */
export const isOffline = (seen: Seen<CounterView>): boolean => seen.status === 'stale'

/** Chooses from what is seen and the server's clock `now` (epoch ms, null without a view). */
export const chooseScreen = (seen: Seen<CounterView>, now: number | null): CounterScreen => {
  if (seen.status === 'connecting') return { screen: 'loading' }
  if (seen.status === 'not-paired' || seen.status === 'ended') return { screen: 'not-paired' }
  const { view } = seen
  const at = now ?? view.at
  if (view.staff === null)
    return view.open === null ? { screen: 'sign-in', view } : { screen: 'locked', view, number: view.lockedNumber }
  if (view.inHand !== null) return chooseCase(view, view.inHand, at)
  if (view.day === null) return { screen: 'day-closed', view }
  if (view.open === null) return { screen: 'open', view }
  if (view.paused !== null) return { screen: 'paused', view, paused: view.paused }
  if (view.next === null) {
    const [parked] = view.parked
    if (parked !== undefined) return { screen: 'parked', view, parked }
    const held = view.queue.filter((queued) => queued.callableFromAt > at).map((queued) => queued.callableFromAt)
    return { screen: 'idle-empty', view, nextFromAt: held.length === 0 ? null : Math.min(...held) }
  }
  const callable = view.queue.filter((queued) => queued.callableFromAt <= at)
  const onlyEarly = [view.next, ...callable].every(({ condition }) => condition === 'held')
  return { screen: onlyEarly ? 'idle-held-only' : 'idle-queue', view, next: view.next }
}

const chooseCase = (view: CounterView, inHand: InHand, at: number): CounterScreen => {
  if (inHand.startedAt === null) {
    const waitSec = inHand.recallsLeft === 0 ? 0 : Math.max(0, Math.ceil((inHand.recallFromAt - at) / 1000))
    const sinceMs = Math.max(0, at - inHand.lastCalledAt)
    return { screen: waitSec > 0 ? 'recall-wait' : 'called', view, inHand, sinceMs, waitSec }
  }
  const runsMs = Math.max(0, at - inHand.startedAt)
  const overMs = runsMs - inHand.standardMin * MINUTE_MS
  if (overMs <= 0) return { screen: 'in-hand', view, inHand, runsMs }
  return { screen: 'over-time', view, inHand, runsMs, overMin: Math.ceil(overMs / MINUTE_MS) }
}

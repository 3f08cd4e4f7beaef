import type { Instant } from '../protocol/ids.ts'
import type { TrackerView } from '../protocol/views.ts'
import type { Seen } from '../ui/seen.ts'

/**
 * The one screen a phone shows. Without a view it is `loading`, or `ended` when the office knows no such ticket. `next`: few
 * are ahead; `next-stage`: one stage is over and the ticket waits for the next.
 */
export type TrackerScreen =
  | { screen: 'loading' }
  | { screen: 'ended' }
  | { screen: Exclude<TrackerView['status'], 'ended'> | 'next' | 'next-stage'; view: TrackerView }

/** With so few ahead it is time to come near. */
export const NEAR = 2

/** Whether the call may come any minute: few ahead, and the counters serve. */
const isNear = ({ ahead, hours, outage }: TrackerView): boolean =>
  ahead !== null && ahead <= NEAR && outage === null && (hours.status === 'open' || hours.status === 'always')

/** Chooses from what is seen. */
export const chooseScreen = (seen: Seen<TrackerView>): TrackerScreen => {
  if (seen.status === 'connecting') return { screen: 'loading' }
  if (seen.status === 'not-paired' || seen.status === 'ended') return { screen: 'ended' }
  const { view } = seen
  const { status } = view
  if (status === 'ended') return { screen: 'ended' }
  if (status !== 'waiting') return { screen: status, view }
  if (isNear(view)) return { screen: 'next', view }
  return { screen: view.step.no > 1 ? 'next-stage' : 'waiting', view }
}

/** What is out of the ordinary while a ticket waits; null on a plain day. `at`: since when, or until when it lasts. */
export type Notice = { notice: 'outage'; at: Instant } | { notice: 'break'; at: Instant | null }

/** Chooses the notice of a ticket that waits. */
export const chooseNotice = ({ status, outage, hours }: TrackerView): Notice | null => {
  if (status !== 'waiting' && status !== 'held') return null
  if (outage !== null) return { notice: 'outage', at: outage.sinceAt }
  return hours.status === 'break' ? { notice: 'break', at: hours.nextAt } : null
}

/** How old the picture is: null while the line holds, else since when (epoch ms) and whole minutes by `now`. */
export const chooseAge = (seen: Seen<TrackerView>, now: number | null): { lostAt: number; oldMin: number } | null =>
  seen.status === 'stale'
    ? { lostAt: seen.lostAt, oldMin: Math.max(0, Math.floor(((now ?? seen.lostAt) - seen.lostAt) / 60_000)) }
    : null

/** Whether the phone sounds and shakes now: the ticket became called while this page watched, and only then. */
export const choosesAlarm = (previous: TrackerView['status'] | null, next: TrackerView['status']): boolean =>
  previous !== null && previous !== 'called' && next === 'called'

/** True when the turn stands before the arrival and the hour: a head start. */
export const isBroughtForward = (view: TrackerView): boolean =>
  view.turnAt < view.checkedInAt && (view.window === null || view.turnAt < view.window.startAt)

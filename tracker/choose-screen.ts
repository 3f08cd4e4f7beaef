import type { TrackerView } from '../protocol/views.ts'
import type { Seen } from '../ui/seen.ts'

/** The one screen a phone shows. Without a view it is `loading`, or `ended` when the office knows no such ticket. */
export type TrackerScreen =
  | { screen: 'loading' }
  | { screen: 'ended' }
  | { screen: Exclude<TrackerView['status'], 'ended'>; view: TrackerView }

/** Chooses from what is seen. */
export const chooseScreen = (seen: Seen<TrackerView>): TrackerScreen => {
  if (seen.status === 'connecting') return { screen: 'loading' }
  if (seen.status === 'not-paired' || seen.status === 'ended') return { screen: 'ended' }
  const { status } = seen.view
  return status === 'ended' ? { screen: 'ended' } : { screen: status, view: seen.view }
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

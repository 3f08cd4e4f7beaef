import type { DisplayView, ShownCall } from '../protocol/views.ts'
import type { Seen } from '../ui/seen.ts'

/** How long a display keeps its last picture unmarked after the line broke, ms (screens.md, `stale`). */
export const STALE_AFTER_MS = 20_000

/** The one screen a display shows. Turmeric belongs to `called`, `recalled` and `several` alone. */
export type DisplayScreen =
  | { screen: 'loading' }
  | { screen: 'not-paired' }
  | { screen: 'closed'; view: DisplayView }
  | { screen: 'before-open'; view: DisplayView }
  | { screen: 'called' | 'recalled'; view: DisplayView; call: ShownCall }
  | { screen: 'several'; view: DisplayView; calls: readonly ShownCall[] }
  | { screen: 'quiet'; view: DisplayView; call: ShownCall }
  | { screen: 'stale'; view: DisplayView; lostAt: number; call: ShownCall | null }

/**
 * Chooses from what is seen and the server's clock `now` (epoch ms, null without a view). A line that broke less than
 * `STALE_AFTER_MS` ago changes nothing: most come back before anybody looks up.
 */
export const chooseScreen = (seen: Seen<DisplayView>, now: number | null): DisplayScreen => {
  if (seen.status === 'connecting') return { screen: 'loading' }
  if (seen.status === 'not-paired' || seen.status === 'ended') return { screen: 'not-paired' }
  const { view } = seen
  const [newest, ...others] = view.live
  const lastCall = newest ?? view.last[0] ?? null
  if (seen.status === 'stale' && now !== null && now - seen.lostAt >= STALE_AFTER_MS)
    return { screen: 'stale', view, lostAt: seen.lostAt, call: lastCall }
  if (view.day === null) return { screen: 'closed', view }
  if (newest !== undefined && others.length > 0) return { screen: 'several', view, calls: view.live }
  if (newest !== undefined) return { screen: newest.times > 1 ? 'recalled' : 'called', view, call: newest }
  return lastCall === null ? { screen: 'before-open', view } : { screen: 'quiet', view, call: lastCall }
}

/** The rows beside the stub, at most five: earlier calls, newest first, without those that stand in the stub. */
export const chooseEarlier = (view: DisplayView, shown: readonly ShownCall[]): ShownCall[] =>
  [...view.live, ...view.last].filter((call) => !shown.some(({ callNo }) => callNo === call.callNo)).slice(0, 5)

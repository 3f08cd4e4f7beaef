import type { ShownCall } from '../protocol/faces.ts'
import type { Instant } from '../protocol/ids.ts'
import type { DisplayView } from '../protocol/views.ts'
import type { Seen } from '../ui/seen.ts'

/** How long a display keeps its last picture unmarked after the line broke, ms (screens.md, `stale`). */
export const STALE_AFTER_MS = 20_000

/** The one screen a display shows. Turmeric belongs to `called`, `recalled` and `several` alone. */
export type DisplayScreen =
  | { screen: 'loading' }
  | { screen: 'not-paired' }
  | { screen: 'closed'; view: DisplayView }
  | { screen: 'before-open'; view: DisplayView }
  | { screen: 'break'; view: DisplayView }
  | { screen: 'outage'; view: DisplayView }
  | { screen: 'called' | 'recalled'; view: DisplayView; call: ShownCall }
  | { screen: 'several'; view: DisplayView; calls: readonly ShownCall[] }
  | { screen: 'quiet'; view: DisplayView; call: ShownCall }
  | { screen: 'stale'; view: DisplayView; lostAt: number; call: ShownCall | null }

/**
 * What stands on the board while nobody is called: an outage, or the hours where they say that the counters do not serve
 * now, else the last call.
 */
const chooseResting = (view: DisplayView, lastCall: ShownCall | null): DisplayScreen => {
  const { status } = view.hours
  if (view.outage !== null) return { screen: 'outage', view }
  if (status === 'break' || status === 'closed') return { screen: status, view }
  if (status === 'before-open' || lastCall === null) return { screen: 'before-open', view }
  return { screen: 'quiet', view, call: lastCall }
}

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
  return chooseResting(view, lastCall)
}

/** That the kiosks close is said from so long before, ms (screens.md, `closing`). */
export const CLOSING_MS = 60 * 60_000

/** A line that stands at the foot of the board instead of the ticker. */
export type Notice = { notice: 'outage' | 'closing'; at: Instant }

/** Chooses the line at the foot: an outage and since when, or that the kiosks close and when; null for neither. */
export const chooseNotice = ({ outage, hours, day, numbersUntilAt }: DisplayView, now: Instant): Notice | null => {
  if (outage !== null) return { notice: 'outage', at: outage.sinceAt }
  if (day === null || numbersUntilAt === null || hours.status === 'closed') return null
  return numbersUntilAt - now <= CLOSING_MS ? { notice: 'closing', at: numbersUntilAt } : null
}

/** The rows beside the stub, at most five: earlier calls, newest first, without those that stand in the stub. */
export const chooseEarlier = (view: DisplayView, shown: readonly ShownCall[]): ShownCall[] =>
  [...view.live, ...view.last].filter((call) => !shown.some(({ callNo }) => callNo === call.callNo)).slice(0, 5)

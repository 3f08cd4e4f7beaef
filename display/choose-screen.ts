import type { ShownCall } from '../protocol/faces.ts'
import type { Instant } from '../protocol/ids.ts'
import type { DisplayView } from '../protocol/views.ts'
import type { Seen } from '../ui/seen.ts'

/** A display that lost its server says so within 20 s (screens.md, `stale`); this long it keeps its picture unmarked, ms. */
export const STALE_AFTER_MS = 16_000

/** The one screen a display shows. Turmeric belongs to `called`, `recalled` and `several` alone. */
export type DisplayScreen =
  | { screen: 'loading' }
  | { screen: 'not-paired' }
  | { screen: RestingScreen; view: DisplayView }
  | { screen: 'called' | 'recalled'; view: DisplayView; call: ShownCall }
  | { screen: 'several'; view: DisplayView; calls: readonly ShownCall[] }
  | { screen: 'quiet'; view: DisplayView; call: ShownCall }
  | { screen: 'stale'; view: DisplayView; lostAt: number; call: ShownCall | null }
  | OverCounter

/** What hangs over one counter shows that counter alone, so that it is read from the far end of the hall. */
export type OverCounter = { view: DisplayView; counter: number } & (
  | { screen: 'over-called'; call: ShownCall }
  | { screen: 'over-idle' }
  | { screen: 'over-resting'; why: RestingScreen }
  | { screen: 'over-stale'; call: ShownCall | null; lostAt: number }
)

/** Why nobody is called, by the hours or an outage. */
export type RestingScreen = 'closed' | 'before-open' | 'break' | 'outage'

/** Why nobody is called: no open day, an outage, or the hours where they say that the counters do not serve now. */
const chooseResting = ({ day, outage, hours }: DisplayView): RestingScreen | null => {
  if (day === null) return 'closed'
  if (outage !== null) return 'outage'
  return hours.status === 'always' || hours.status === 'open' ? null : hours.status
}

const chooseOver = (view: DisplayView, counter: number): DisplayScreen => {
  const [call] = view.live
  if (call !== undefined) return { screen: 'over-called', view, counter, call }
  const why = chooseResting(view)
  return why === null ? { screen: 'over-idle', view, counter } : { screen: 'over-resting', view, counter, why }
}

/**
 * Chooses from what is seen and the server's clock `now` (epoch ms, null without a view). A line that broke less than
 * `STALE_AFTER_MS` ago changes nothing: most come back before anybody looks up.
 */
export const chooseScreen = (seen: Seen<DisplayView>, now: number | null): DisplayScreen => {
  if (seen.status === 'connecting') return { screen: 'loading' }
  if (seen.status === 'not-paired' || seen.status === 'ended') return { screen: 'not-paired' }
  const { view } = seen
  const { counter } = view
  const [newest, ...others] = view.live
  const lastCall = newest ?? view.last[0] ?? null
  if (seen.status === 'stale' && now !== null && now - seen.lostAt >= STALE_AFTER_MS) {
    const { lostAt } = seen
    return counter === null
      ? { screen: 'stale', view, lostAt, call: lastCall }
      : { screen: 'over-stale', view, counter, lostAt, call: lastCall }
  }
  if (counter !== null) return chooseOver(view, counter)
  if (newest !== undefined && view.day !== null)
    return others.length > 0
      ? { screen: 'several', view, calls: view.live }
      : { screen: newest.times > 1 ? 'recalled' : 'called', view, call: newest }
  const why = chooseResting(view)
  if (why !== null) return { screen: why, view }
  return lastCall === null ? { screen: 'before-open', view } : { screen: 'quiet', view, call: lastCall }
}

/** That the kiosks close is said from so long before, ms (screens.md, `closing`). */
export const CLOSING_MS = 60 * 60_000

/** A line of the office's own at the foot of the board. */
export type Notice = { notice: 'outage' | 'closing'; at: Instant }

/** Chooses what the foot says before everything else: an outage and since when, that the kiosks close and when. */
export const chooseNotices = ({ outage, hours, day, numbersUntilAt }: DisplayView, now: Instant): Notice[] => {
  const closes = day !== null && hours.status !== 'closed' ? numbersUntilAt : null
  return [
    ...(outage === null ? [] : [{ notice: 'outage' as const, at: outage.sinceAt }]),
    ...(closes === null || closes - now > CLOSING_MS ? [] : [{ notice: 'closing' as const, at: closes }]),
  ]
}

/** The rows beside the stub, at most five: earlier calls, newest first, without those that stand in the stub. */
export const chooseEarlier = (view: DisplayView, shown: readonly ShownCall[]): ShownCall[] =>
  [...view.live, ...view.last].filter((call) => !shown.some(({ callNo }) => callNo === call.callNo)).slice(0, 5)

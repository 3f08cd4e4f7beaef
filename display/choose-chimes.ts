import type { ShownCall } from '../protocol/faces.ts'
import type { DisplayView } from '../protocol/views.ts'

/** A call older than this is not sounded any more, ms: whoever was meant has gone or was called again. */
export const CHIME_WITHIN_MS = 10_000

/** The last call a display acted upon, and its day. Numbers of calls only grow, but a new day may start them anew. */
export type Acted = { day: string | null; callNo: number }

/**
 * Which calls sound now, oldest first, and what has been acted upon afterwards. `previous` is null on the first view of
 * a page, whose calls were sounded before it: they stay silent. `now` is the server's clock (epoch ms); it may be later
 * than `view.at` when the page slept while views piled up. At most one call sounds per counter, the newest.
 */
export const chooseChimes = (
  previous: Acted | null,
  view: DisplayView,
  now: number = view.at,
): { chimes: ShownCall[]; acted: Acted } => {
  const calls = [...view.live, ...view.last].sort((a, b) => a.callNo - b.callNo)
  const newestNo = calls.at(-1)?.callNo
  const startedAnew =
    newestNo !== undefined && previous !== null && previous.day !== view.day && newestNo < previous.callNo
  const known = previous === null || startedAnew ? 0 : previous.callNo
  const heard = previous === null ? Number.POSITIVE_INFINITY : known
  const fresh = calls.filter((call) => call.callNo > heard && now - call.at <= CHIME_WITHIN_MS)
  const chimes = fresh.filter(
    (call, i) => !fresh.slice(i + 1).some((later) => later.counter === call.counter || later.callNo === call.callNo),
  )
  return { chimes, acted: { day: view.day, callNo: Math.max(known, newestNo ?? 0) } }
}

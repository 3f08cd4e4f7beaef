import type { Window } from '../protocol/ids.ts'
import type { Range } from '../protocol/range.ts'

const HOUR_MS = 3_600_000

/** Where the line of the ribbon of hours (pita jam) begins, in drawing units. */
export const LEFT = 25
/** Where it ends. */
export const RIGHT = 295

/** More hours than this are labelled every second hour, or every third … */
const MOST_LABELS = 5

/**
 * What the ribbon shows, all x in drawing units: hours on the line; the booked hour as a block, passed or not; dots from
 * now to the first possible call; a bracket over the likely call, from now on; a wedge at now.
 */
export type Ribbon = {
  hours: { x: number; at: number; labelled: boolean }[]
  block: { x: number; width: number; passed: boolean } | null
  dots: { fromX: number; toX: number } | null
  likely: { fromX: number; toX: number } | null
  nowX: number
}

type Facts = { window: Window | null; callableFromAt: number; range: Range | null }

/**
 * Draws facts alone: the booked window, the first instant of a possible call, the likely call and the server's clock (all epoch ms). Whole
 * hours of the epoch are whole hours of the wall, because the three zones of the country are.
 */
export const drawRibbon = (facts: Facts, now: number): Ribbon => {
  const { window, callableFromAt, range } = facts
  const startAt = Math.floor(Math.min(now, window?.startAt ?? now) / HOUR_MS) * HOUR_MS
  const lastAt = Math.max(now, window?.endAt ?? callableFromAt, range?.untilAt ?? now)
  const endAt = Math.max(startAt + HOUR_MS, Math.ceil(lastAt / HOUR_MS) * HOUR_MS)
  const xOf = (at: number): number => LEFT + ((at - startAt) / (endAt - startAt)) * (RIGHT - LEFT)
  const count = (endAt - startAt) / HOUR_MS
  const every = Math.ceil(count / (MOST_LABELS - 1))
  return {
    hours: Array.from({ length: count + 1 }, (_, i) => {
      const at = startAt + i * HOUR_MS
      return { x: xOf(at), at, labelled: i % every === 0 }
    }),
    block:
      window === null
        ? null
        : {
            x: xOf(window.startAt),
            width: xOf(window.endAt) - xOf(window.startAt),
            passed: now >= window.endAt,
          },
    dots: callableFromAt > now ? { fromX: xOf(now), toX: xOf(callableFromAt) } : null,
    likely:
      range !== null && range.untilAt > now
        ? { fromX: xOf(Math.max(range.fromAt, now)), toX: xOf(range.untilAt) }
        : null,
    nowX: xOf(now),
  }
}

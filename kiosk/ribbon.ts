import type { Window } from '../protocol/ids.ts'
import type { Range } from '../protocol/range.ts'

/** Where the marks of an hour ribbon stand, in units of its drawing, 870 wide. Instants are epoch ms. */
export type Ribbon = {
  ticks: readonly { at: number; x: number }[]
  window: { x: number; width: number; passed: boolean }
  now: number
  /** From now to the turn: not callable yet. Null when the turn has come. */
  held: { from: number; to: number } | null
  /** The likely call, as a bracket. */
  likely: { from: number; to: number } | null
}

const HOUR_MS = 3_600_000
const LEFT = 47.6
const WIDTH = 774.8
/** More labels than these do not fit side by side. */
const TICKS_MAX = 6

/**
 * Lays out the ribbon: whole hours from before now and the window to after the turn and the likely call. Hours are cut in UTC, which is
 * right where the zone's offset is whole hours (all of Indonesia); elsewhere a tick stands at a half hour and says so.
 */
export const layRibbon = (now: number, window: Window, turnAt: number, range: Range | null): Ribbon => {
  const first = Math.floor(Math.min(now, window.startAt) / HOUR_MS) * HOUR_MS
  const least = Math.ceil(Math.max(now, window.endAt, turnAt, range?.untilAt ?? 0) / HOUR_MS) * HOUR_MS
  const hours = Math.max(3, (least - first) / HOUR_MS + (least === window.endAt ? 1 : 0))
  const step = Math.ceil(hours / (TICKS_MAX - 1))
  const span = Math.ceil(hours / step) * step * HOUR_MS
  const x = (at: number): number => LEFT + ((at - first) / span) * WIDTH
  const ticks = Array.from({ length: span / HOUR_MS / step + 1 }, (_, i) => first + i * step * HOUR_MS)
  return {
    ticks: ticks.map((at) => ({ at, x: x(at) })),
    window: { x: x(window.startAt), width: x(window.endAt) - x(window.startAt), passed: window.endAt <= now },
    now: x(now),
    held: turnAt > now ? { from: x(now), to: x(turnAt) } : null,
    likely: range && range.untilAt > now ? { from: x(Math.max(range.fromAt, now)), to: x(range.untilAt) } : null,
  }
}

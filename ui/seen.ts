import type { Welcome } from '../protocol/socket.ts'
import type { View } from '../protocol/views.ts'

/**
 * What a screen knows of the office. `not-paired`: the server does not know this device. `ended`: this ticket's page is
 * over. `stale`: the last view, kept while the line is down. `lostAt` is the server's time (epoch ms) at which the line
 * broke, null while it holds.
 */
export type Seen<V extends View> =
  | { status: 'connecting' }
  | { status: 'not-paired' }
  | { status: 'ended' }
  | { status: 'live'; view: V; lostAt: null }
  | { status: 'stale'; view: V; lostAt: number }

/** Where a view stands among all: within one epoch `seq` grows with the events, and `at` where time alone changed something. */
type Placed = { epoch: string; seq: number; at: number }

/** True when `next` may follow `last`: another epoch, or not older within the same one. */
export const isNewer = (last: Placed, next: Placed): boolean =>
  last.epoch !== next.epoch || next.seq > last.seq || (next.seq === last.seq && next.at >= last.at)

/** A view arrived: it is shown, unless it is older than the one on the screen. */
export const seeView = <V extends View>(seen: Seen<V>, view: V): Seen<V> => {
  const last = seen.status === 'live' || seen.status === 'stale' ? seen.view : null
  return last !== null && !isNewer(last, view) ? seen : { status: 'live', view, lostAt: null }
}

/** The server greeted this page. A welcome alone shows nothing: the first view does. */
export const seeWelcome = <V extends View>(seen: Seen<V>, welcome: Welcome): Seen<V> => {
  if (welcome.status !== 'welcome') return { status: welcome.status }
  return seen.status === 'not-paired' || seen.status === 'ended' ? { status: 'connecting' } : seen
}

/** The line broke `aliveMs` (monotonic) after the last view was received: the view stays, marked with the time. */
export const seeLoss = <V extends View>(seen: Seen<V>, aliveMs: number): Seen<V> =>
  seen.status === 'live'
    ? { status: 'stale', view: seen.view, lostAt: seen.view.at + Math.max(0, Math.round(aliveMs)) }
    : seen

/** A line that pulses is looked at every `lookMs`, and is lost when it said nothing for `lostMs`. */
export const SILENCE = { lookMs: 100, lostMs: 900 } as const

/**
 * How long a line has been silent, ms, at a look `passedMs` after the one before. A tab that was frozen or slowed counts two
 * looks at most: what was said meanwhile is still waiting to be heard.
 */
export const addSilence = (silentMs: number, passedMs: number): number =>
  silentMs + Math.min(passedMs, 2 * SILENCE.lookMs)

/** The pulse is heard again: what a view says holds, because a newer one would have come before. */
export const seePulse = <V extends View>(seen: Seen<V>): Seen<V> =>
  seen.status === 'stale' ? { status: 'live', view: seen.view, lostAt: null } : seen

/** How often a page may reload for a new build: 3 times within 5 minutes, so that a bad build cannot spin. */
export const RELOADS = { times: 3, withinMs: 5 * 60_000 } as const

/** Reloads that still count (epoch ms of this machine), and whether one more is allowed at `now`. */
export const chooseReload = (earlier: readonly number[], now: number): { reload: boolean; kept: number[] } => {
  const kept = earlier.filter((at) => at <= now && now - at < RELOADS.withinMs)
  return kept.length < RELOADS.times ? { reload: true, kept: [...kept, now] } : { reload: false, kept }
}

import type { Instant } from '../protocol/ids.ts'
import type { TrackerView } from '../protocol/views.ts'
import type { Seen } from '../ui/seen.ts'
import { fill, type Lang, SHARED, say } from '../ui/texts.ts'
import { isOver, type KeptTicket } from './kept-ticket.ts'
import { STATUS_WORDS, TEXTS } from './texts.ts'

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

/** What the phone kept stands in for a line that has not come about yet. */
export const chooseSeen = (live: Seen<TrackerView>, kept: KeptTicket | null): Seen<TrackerView> =>
  live.status === 'connecting' && kept !== null ? { status: 'stale', view: kept.view, lostAt: kept.lostAt } : live

/** Chooses from what is seen, and the server's clock `now` (epoch ms, null without a view): a ticket ends with its day. */
export const chooseScreen = (seen: Seen<TrackerView>, now: number | null): TrackerScreen => {
  if (seen.status === 'connecting') return { screen: 'loading' }
  if (seen.status === 'not-paired' || seen.status === 'ended') return { screen: 'ended' }
  const { view } = seen
  const { status } = view
  if (status === 'ended' || isOver(view, now ?? view.at)) return { screen: 'ended' }
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

const WAITS: readonly TrackerScreen['screen'][] = ['waiting', 'held', 'next-stage']

/**
 * How the phone sounds and shakes now: loudly when the ticket became called while this page watched, softly when it became time
 * to come near, null otherwise. `previous`: the last screen that was seen with a line, null when there was none.
 */
export const chooseAlarm = (
  previous: TrackerScreen['screen'] | null,
  next: TrackerScreen['screen'],
): 'call' | 'near' | null => {
  if (previous === null || previous === next) return null
  if (next === 'called') return 'call'
  return next === 'next' && WAITS.includes(previous) ? 'near' : null
}

/** The title of the tab: where to go, that it is soon, or how the ticket stands; then its number. */
export const chooseTitle = (chosen: TrackerScreen, lang: Lang): string => {
  if (!('view' in chosen)) return say(TEXTS.title, lang)
  const { view, screen } = chosen
  const words =
    view.counter !== null
      ? fill(say(SHARED.counter, lang), { loket: view.counter })
      : say(screen === 'next' ? TEXTS.soon : STATUS_WORDS[view.status], lang)
  return `${words} · ${view.number}`
}

/** True when the turn stands before the arrival and the hour: a head start. */
export const isBroughtForward = (view: TrackerView): boolean =>
  view.turnAt < view.checkedInAt && (view.window === null || view.turnAt < view.window.startAt)

import type { ShownCall } from '../protocol/faces.ts'
import type { Instant } from '../protocol/ids.ts'
import type { DisplayView } from '../protocol/views.ts'
import { clockTime } from '../ui/time.ts'
import type { Notice } from '../voice/say-notice.ts'
import { chooseNotices } from './choose-screen.ts'

/** A call older than this is not spoken any more, ms: whoever was meant has gone or was called again. */
export const SPOKEN_WITHIN_MS = 60_000
/** A call that reaches a display later than this was called while it slept or was cut off, and is not said (reliability M4), ms. */
export const HEARD_WITHIN_MS = 10_000
/** A recall that comes this soon after its call was begun is the same call, ms (screens.md, `recalled`). */
export const MERGED_WITHIN_MS = 5_000
/** While as many others wait, each call is said once, so that the voice keeps up with the counters. */
export const BACKLOG = 2
/** That a break ends is said this long before, ms; that a system is down, this often. */
const BREAK_ENDS_MS = 5 * 60_000
const OUTAGE_AGAIN_MS = 15 * 60_000
/** Notices that are remembered: a day has fewer. */
const REMEMBERED = 50
/** A view lists no more live calls than this (protocol, `DisplayView`). */
const LIVE_MAX = 3

/** A call that was begun to be said, and when (epoch ms). */
export type Begun = { number: string; counter: number; at: Instant }

/**
 * What a display will say, and what it said. `heardNo`: the last call that was taken in, null before the first view;
 * numbers of calls only grow, but a new day may start them anew. `waiting`: oldest first. `owed`: the numbers
 * of calls that waited when the page was reloaded, until the first view. `begun`: calls that were spoken so recently that
 * a recall of them is still the same call. `noticed`: what was said besides calls.
 */
export type SpeechQueue = {
  day: string | null
  heardNo: number | null
  waiting: readonly ShownCall[]
  owed: readonly number[]
  begun: readonly Begun[]
  noticed: readonly string[]
}

/** What outlives a reload of the page: nothing is said twice, and nothing that still waits is forgotten. */
export type SpeechMemory = Omit<SpeechQueue, 'waiting'>

/** What is said next: a call so many times in each language, or a notice once. */
export type Speech = { kind: 'call'; call: ShownCall; times: number } | { kind: 'notice'; notice: Notice }

/** A display that has said nothing yet. */
export const NOTHING_SAID: SpeechMemory = { day: null, heardNo: null, owed: [], begun: [], noticed: [] }

/** What of a queue outlives a reload. */
export const memoryOf = ({ waiting, owed, ...kept }: SpeechQueue): SpeechMemory => ({
  ...kept,
  owed: [...owed, ...waiting.map(({ callNo }) => callNo)],
})

const isSame = (a: Omit<Begun, 'at'>, b: Omit<Begun, 'at'>): boolean => a.number === b.number && a.counter === b.counter

/**
 * Whether a call may still be answered. A view shows the three newest live calls alone: while it is full, an older one
 * may be live behind them, unless its counter has called again.
 */
const isLive = (call: ShownCall, { live, last }: DisplayView, now: Instant): boolean => {
  if (now - call.at > SPOKEN_WITHIN_MS) return false
  if (live.some(({ callNo }) => callNo === call.callNo)) return true
  const isBehind = live.length === LIVE_MAX && live.every(({ callNo }) => callNo > call.callNo)
  return isBehind && ![...live, ...last].some((later) => later.counter === call.counter && later.callNo > call.callNo)
}

const taken = (queue: SpeechQueue, call: ShownCall): SpeechQueue => {
  if (queue.begun.some((begun) => isSame(begun, call) && call.at - begun.at <= MERGED_WITHIN_MS)) return queue
  const at = queue.waiting.findIndex((waiting) => isSame(waiting, call))
  return { ...queue, waiting: at < 0 ? [...queue.waiting, call] : queue.waiting.with(at, call) }
}

/** What may be said besides calls now, the most pressing first, each with the key by which it is said once. */
const chooseSaid = (view: DisplayView, now: Instant): { key: string; notice: Notice }[] => {
  const { announcement, hours } = view
  const clock = (at: Instant): string => clockTime(at, view.office.zone)
  const found: { key: string; notice: Notice }[] = []
  const shown = chooseNotices(view, now)
  for (const { notice, at } of shown)
    if (notice === 'outage') {
      const turn = Math.floor(Math.max(0, now - at) / OUTAGE_AGAIN_MS)
      found.push({ key: `outage ${at} ${turn}`, notice: { notice, since: clock(at) } })
    }
  if (announcement !== null)
    found.push({
      key: `announcement ${announcement.at}`,
      notice: { notice: 'announcement', words: announcement.words },
    })
  if (hours.status === 'break') {
    const ends = hours.nextAt !== null && hours.nextAt - now <= BREAK_ENDS_MS
    found.push(
      ends
        ? { key: `break-ends ${hours.nextAt}`, notice: { notice: 'break-ends' } }
        : {
            key: `break ${hours.nextAt}`,
            notice: { notice: 'break', resumes: hours.nextAt === null ? null : clock(hours.nextAt) },
          },
    )
  }
  if (hours.status === 'closed') found.push({ key: `closed ${hours.nextAt}`, notice: { notice: 'closed' } })
  for (const { notice, at } of shown)
    if (notice === 'closing' && at > now) found.push({ key: `closing ${at}`, notice: { notice, at: clock(at) } })
  return found
}

/** A page that was just opened, with what the page before it had said. */
export const openQueue = (memory: SpeechMemory): SpeechQueue => ({ ...memory, waiting: [] })

/**
 * Takes in a view. `now`: the server's clock (epoch ms), later than `view.at` when the page slept. A page that remembers
 * nothing says nothing of what it finds: it was said before it.
 */
export const hearView = (queue: SpeechQueue, view: DisplayView, now: Instant): SpeechQueue => {
  const calls = [...view.live, ...view.last].sort((a, b) => a.callNo - b.callNo)
  const newestNo = calls.at(-1)?.callNo ?? 0
  const { heardNo } = queue
  if (heardNo === null)
    return {
      ...{ day: view.day, heardNo: newestNo, waiting: [], owed: [], begun: [] },
      noticed: chooseSaid(view, now).map(({ key }) => key),
    }
  const startedAnew = queue.day !== view.day && newestNo < heardNo
  const known = startedAnew ? 0 : heardNo
  const fresh = calls.filter(
    ({ callNo, at }) => queue.owed.includes(callNo) || (callNo > known && now - at <= HEARD_WITHIN_MS),
  )
  const after = fresh.filter((call) => isLive(call, view, now)).reduce(taken, queue)
  return {
    ...after,
    day: view.day,
    heardNo: Math.max(known, newestNo),
    owed: [],
    waiting: after.waiting.filter((call) => isLive(call, view, now)),
    begun: after.begun.filter(({ at }) => now - at <= SPOKEN_WITHIN_MS),
  }
}

/** Chooses what is said now that nothing is being said, and what the queue is then. Notices wait for every call. */
export const chooseSpeech = (
  queue: SpeechQueue,
  view: DisplayView,
  now: Instant,
): { speech: Speech | null; queue: SpeechQueue } => {
  const [call, ...waiting] = queue.waiting
  if (call !== undefined) {
    const times = waiting.length >= BACKLOG ? 1 : view.voice.times
    return {
      speech: { kind: 'call', call, times },
      queue: { ...queue, waiting, begun: [...queue.begun, { number: call.number, counter: call.counter, at: now }] },
    }
  }
  const due = chooseSaid(view, now).find(({ key }) => !queue.noticed.includes(key))
  if (due === undefined) return { speech: null, queue }
  const noticed = [...queue.noticed, due.key].slice(-REMEMBERED)
  return { speech: { kind: 'notice', notice: due.notice }, queue: { ...queue, noticed } }
}

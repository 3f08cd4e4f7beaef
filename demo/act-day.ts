import type { Answer } from '../protocol/answers.ts'
import type { Wish } from '../protocol/commands.ts'
import type { Door } from '../protocol/door.ts'
import type { DayStamp, Instant } from '../protocol/ids.ts'
import type { Office } from '../protocol/office.ts'
import type { Sender } from '../protocol/roles.ts'
import type { Day } from '../simulator/day-file.ts'
import { newMoments } from '../simulator/moments.ts'
import { actCounter, type CounterActor } from './act-counter.ts'
import { actVisitors } from './act-visitors.ts'
import type { Stage } from './stage.ts'
import { type Figures, watchFigures } from './watch-figures.ts'

const MINUTE_MS = 60_000
/** How often staff who wait look up, in minutes: what becomes callable by time alone is seen then. */
const LOOK_MIN = 1
/** Nothing is acted after the office's midnight. */
const LAST_MIN = 1439

/** A day on stage. `ended` resolves with the last figures once everybody is done, or after `stop`. */
export type Acting = { ended: Promise<Figures>; stop(): void }

/**
 * Plays everybody of one day: visitors at the kiosks, staff at the counters. They use the Door as the screens do and see
 * nothing but views; a refusal is shrugged off, because a person at a real screen may have been quicker. `senderAt` gives
 * the sender of a counter with somebody signed in; `until` waits for an instant of the office's clock; `tell` takes a line
 * every half hour.
 */
export const actDay = (given: {
  door: Door
  office: Office
  day: Day
  stamp: DayStamp
  openMin: number
  midnightAt: Instant
  console: Sender
  senderAt: (counter: number) => Sender
  newCommandId: () => string
  now: () => Instant
  until: (at: Instant) => Promise<void>
  tell: (clockMin: number, figures: Figures) => void
}): Acting => {
  const { door, office, day, stamp, openMin, midnightAt, senderAt, newCommandId, now, until, tell } = given
  const moments = newMoments<() => Promise<void>>()
  let stopped = false
  const nowMin = (): number => (now() - midnightAt) / MINUTE_MS
  const ask = async (wish: Wish, sender: Sender): Promise<Answer> =>
    stopped
      ? { status: 'refused', refusal: { code: 'day-not-open' } }
      : door.submit({ ...wish, commandId: newCommandId() }, sender)
  const stage: Stage = { door, office, day, stamp, openMin, ask, nowMin, at: moments.add, console: given.console }

  const visitors = actVisitors(stage)
  const counters: CounterActor[] = day.counters.map((_, k) => actCounter(stage, k, senderAt(k + 1), visitors))
  const figures = watchFigures(door)

  const isOver = (): boolean => {
    const { checkedIn, waiting, inHand, done } = figures.now()
    return visitors.allCame() && waiting === 0 && inHand === 0 && done >= checkedIn
  }
  const look = async (): Promise<void> => {
    if (!isOver() && nowMin() < LAST_MIN) moments.add(nowMin() + LOOK_MIN, look)
  }
  const half = async (): Promise<void> => {
    tell(Math.round(nowMin()), figures.now())
    if (!isOver() && nowMin() < LAST_MIN) moments.add(Math.round(nowMin()) + 30, half)
  }

  const play = async (): Promise<Figures> => {
    moments.add(nowMin(), look)
    moments.add(Math.ceil(nowMin() / 30) * 30, half)
    for (let next = moments.next(); next !== undefined && !stopped; next = moments.next()) {
      await until(Math.ceil(midnightAt + next.at * MINUTE_MS))
      if (stopped) break
      await next.what()
      // Whoever is free acts after every moment, the longest idle first.
      for (const counter of counters.toSorted((a, b) => a.idleSince() - b.idleSince())) await counter.tend()
    }
    const last = figures.now()
    for (const counter of counters) await counter.leave()
    figures.stop()
    return last
  }
  return {
    ended: play(),
    stop() {
      stopped = true
    },
  }
}

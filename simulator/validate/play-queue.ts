import { playDay } from '../play-day.ts'
import { policy } from '../policy.ts'
import type { Interval } from '../statistics.ts'
import { type QueueOffice, queueDay, queueFrame } from '../theory/queue-day.ts'
import { type DaySum, ratioOf } from '../theory/ratio-of.ts'

/** One wait in a textbook office, in minutes before the case of its stage. */
export type Wait = { minutes: number; priority: boolean }

/** How a textbook office is played: `days` independent days, people counted who come after `warmMin`. */
export type Effort = { days: number; lengthMin: number; warmMin: number; seed: number }

/** The waits before `stage` of each day, played by the rules of the server under a policy. */
export const playQueue = (office: QueueOffice, named: string, stage: number, effort: Effort): Wait[][] => {
  const played = policy(named)
  return Array.from({ length: effort.days }, (_, index) => {
    const day = queueDay(office, index, effort.seed, effort.lengthMin)
    return playDay(queueFrame(office), day, played).visits.flatMap(({ arriveMin, cases }, who) => {
      const found = cases.find((one) => one.stage === stage)
      if (found === undefined || arriveMin <= effort.warmMin) return []
      return { minutes: found.calledMin - found.queuedMin, priority: day.applicants[who]?.priority === true }
    })
  })
}

/** The mean of `value` over everybody's wait. */
export const meanWait = (days: readonly Wait[][], value: (wait: Wait) => number = (w) => w.minutes): Interval =>
  ratioOf(
    days.map((waits): DaySum => ({ sum: waits.reduce((sum, wait) => sum + value(wait), 0), count: waits.length })),
  )

import { type DayFrame, planCloseOf } from './day-file.ts'
import type { Play, Visit } from './play-day.ts'
import { type Interval, intervalOf, mean, quantile } from './statistics.ts'

/** A wait longer than this is too long, in minutes (queue-rules section 4). */
export const TOO_LONG_MIN = 60

/** What is counted on one day. Lists hold minutes, one value per person. */
export type Tally = {
  /** Wait of those who booked and arrived inside their window: `max(0, first call − eff)`. */
  inWindow: number[]
  /** The same of those who booked and arrived before its end, early birds included. */
  onTime: number[]
  /** How many of the on-time came to their first call before the window's end. */
  inOwnWindow: number
  /** Waits to the first case of every stage, of the on-time. */
  totalQueue: number[]
  /** Arrival to end, everybody. */
  office: number[]
  /** Waits to the first call of walk-ins without priority, of everybody with priority, and of the late without it. */
  walkIn: number[]
  priority: number[]
  late: number[]
  unjustOvertakes: number
  keyViolations: number
  boundViolations: number | null
  passedWhileKept: number
  /** From the planned close to the last one's end. */
  overtimeMin: number
  served: number
  unserved: number
}

/** Counts one day. Whoever was never called is in `unserved` alone. */
export const tallyDay = (frame: DayFrame, { day, visits, violations }: Omit<Play, 'log'>): Tally => {
  const tally: Tally = {
    ...{ inWindow: [], onTime: [], inOwnWindow: 0, totalQueue: [], office: [], walkIn: [], priority: [], late: [] },
    ...violations,
    ...{ overtimeMin: 0, served: 0, unserved: 0 },
  }
  let lastMin = 0
  for (const [who, { window, priority, arrive }] of day.applicants.entries()) {
    const visit = visits[who]
    const calledMin = visit?.cases[0]?.calledMin
    if (visit === undefined || visit.leftMin === null) tally.unserved += 1
    else {
      tally.served += 1
      tally.office.push(visit.leftMin - arrive)
      lastMin = Math.max(lastMin, visit.leftMin)
    }
    if (visit === undefined || calledMin === undefined) continue
    const waitMin = Math.max(0, calledMin - visit.effMin)
    if (priority) tally.priority.push(waitMin)
    if (window === null) {
      if (!priority) tally.walkIn.push(waitMin)
    } else if (arrive >= window[1]) {
      if (!priority) tally.late.push(waitMin)
    } else {
      tally.onTime.push(waitMin)
      tally.totalQueue.push(waitMin + laterWaits(visit))
      if (calledMin < window[1]) tally.inOwnWindow += 1
      if (arrive >= window[0]) tally.inWindow.push(waitMin)
    }
  }
  tally.overtimeMin = Math.max(0, lastMin - planCloseOf(frame, day))
  return tally
}

const laterWaits = ({ cases }: Visit): number => {
  let [sum, reached] = [0, 1]
  for (const { stage, queuedMin, calledMin } of cases)
    if (stage > reached) {
      sum += calledMin - queuedMin
      reached = stage
    }
  return sum
}

/** The figures of `../shared/days/reference.json` under the same names, and what must be 0. Null: there was nobody. */
export type Figures = {
  inWindowMean: number | null
  inWindowP95: number | null
  inWindowOver60: number | null
  onTimeMean: number | null
  calledInOwnWindow: number | null
  totalQueueMean: number | null
  officeMean: number | null
  walkInP95: number | null
  priorityP95: number | null
  lateP95: number | null
  unjustOvertakes: number | null
  overtimeMean: number | null
  served: number
  unserved: number
  keyViolations: number
  /** Null under rules that promise no bound. */
  boundViolations: number | null
  /** Passed by another counter while kept for one: what families and same counters cost (`Violations`). */
  passedWhileKept: number
}
/** The name of a figure. */
export type FigureName = keyof Figures

/** The figures of some days, people of all days in one pot. */
export const figuresOf = (tallies: readonly Tally[]): Figures => {
  const all = (pick: (tally: Tally) => number[]): number[] => tallies.flatMap(pick)
  const sum = (pick: (tally: Tally) => number | null): number => tallies.reduce((n, tally) => n + (pick(tally) ?? 0), 0)
  const inWindow = all((tally) => tally.inWindow)
  const onTime = all((tally) => tally.onTime)
  const perOnTime = (count: number): number | null => (onTime.length === 0 ? null : count / onTime.length)
  return {
    inWindowMean: mean(inWindow),
    inWindowP95: quantile(inWindow, 0.95),
    inWindowOver60: mean(inWindow.map((waitMin) => Number(waitMin > TOO_LONG_MIN))),
    onTimeMean: mean(onTime),
    calledInOwnWindow: perOnTime(sum((tally) => tally.inOwnWindow)),
    totalQueueMean: mean(all((tally) => tally.totalQueue)),
    officeMean: mean(all((tally) => tally.office)),
    walkInP95: quantile(
      all((tally) => tally.walkIn),
      0.95,
    ),
    priorityP95: quantile(
      all((tally) => tally.priority),
      0.95,
    ),
    lateP95: quantile(
      all((tally) => tally.late),
      0.95,
    ),
    unjustOvertakes: perOnTime(sum((tally) => tally.unjustOvertakes)),
    overtimeMean: mean(tallies.map((tally) => tally.overtimeMin)),
    served: sum((tally) => tally.served),
    unserved: sum((tally) => tally.unserved),
    keyViolations: sum((tally) => tally.keyViolations),
    boundViolations: tallies.some((tally) => tally.boundViolations === null)
      ? null
      : sum((tally) => tally.boundViolations),
    passedWhileKept: sum((tally) => tally.passedWhileKept),
  }
}

/**
 * The difference of a figure between two policies on the same days, `to − from`, day by day, with its 95 % interval. Days
 * on which either has no figure are left out; null when fewer than two are left. A claim counts only when the interval
 * excludes zero.
 */
export const pairedDifference = (from: readonly Figures[], to: readonly Figures[], name: FigureName): Interval | null =>
  intervalOf(
    from.flatMap((before, day) => {
      const [a, b] = [before[name], to[day]?.[name] ?? null]
      return a === null || b === null ? [] : b - a
    }),
  )

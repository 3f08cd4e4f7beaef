import type { DayCounter } from '../day-file.ts'
import type { Scenario } from '../scenarios.ts'
import { type DayName, minutes } from './draw-case.ts'
import { type Draws, drawsOf } from './draws.ts'

/** A late opening is at least so many minutes (read off the realised days, like the next two). */
const LATE_LEAST_MIN = 3
/** Officers take their pauses until so long after the planned close. */
const PAUSES_AFTER_CLOSE_MIN = 90
/** A counter whose officer is absent stays closed until long after everybody left. */
const NEVER_MIN = 1620

type Away = DayCounter['away'][number]

/** The counters of the day: how fast each is, when it opens, pauses, eats, and the outage that stops them all. */
export const drawCounters = (scenario: Scenario, day: DayName): DayCounter[] => {
  const outage = drawOutage(scenario, day)
  const stage = (number: 1 | 2, count: number, absent: number): DayCounter[] =>
    Array.from({ length: count }, (_, k) => {
      const id = `${number}-${k}`
      const draws = drawsOf(day.seed, day.index, 'counter', id)
      const speed = minutes(draws.lognormal(1, scenario.speedCv))
      const closed: Away = [0, minutes(draws.chance(absent) ? NEVER_MIN : openingOf(scenario, draws, id)), 'closed']
      const away = [closed, ...lunchOf(scenario, day, k), ...outage, ...drawPauses(scenario, draws)]
      return { id, stage: number, speed, away: away.sort(([a], [b]) => a - b) }
    })
  return [...stage(1, scenario.c1, scenario.absent1), ...stage(2, scenario.c2, scenario.absent2)]
}

const openingOf = ({ open, openLate, counterOpen }: Scenario, draws: Draws, id: string): number => {
  const isLate = draws.chance(openLate.p)
  const late = draws.uniform(Math.min(LATE_LEAST_MIN, openLate.max), openLate.max)
  return Math.max(open + (isLate ? late : 0), counterOpen[id] ?? 0)
}

const lunchOf = ({ lunch, friday }: Scenario, day: DayName, k: number): Away[] => {
  if (day.friday) return [[...friday.closed, 'lunch']]
  if (lunch.mode === 'none') return []
  return [[...(lunch.mode === 'staggered' && k % 2 === 1 ? lunch.B : lunch.A), 'lunch']]
}

/** One after the other: the time to the next pause counts from the end of the last. */
const drawPauses = ({ open, planClose, pauses }: Scenario, draws: Draws): Away[] => {
  if (pauses.perHour === 0) return []
  const away: Away[] = []
  const gap = () => draws.exponential(60 / pauses.perHour)
  for (let from = open + gap(); from < planClose + PAUSES_AFTER_CLOSE_MIN; ) {
    const to = from + draws.lognormal(pauses.mean, pauses.cv)
    away.push([minutes(from), minutes(to), 'pause'])
    from = to + gap()
  }
  return away
}

const drawOutage = ({ outage }: Scenario, { seed, index }: DayName): Away[] => {
  const draws = drawsOf(seed, index, 'outage')
  if (!draws.chance(outage.p)) return []
  const from = minutes(draws.uniform(...outage.from))
  return [[from, minutes(from + draws.uniform(...outage.dur)), 'outage']]
}

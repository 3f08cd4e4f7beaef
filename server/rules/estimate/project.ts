import type { Instant, Slug } from '../../../protocol/ids.ts'
import { MINUTE, type State } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { byTurn, queueOf } from '../tickets.ts'
import { inflowFrom } from './arrivals.ts'
import { caseTimesOf } from './case-times.ts'
import { chanceOf } from './chance.ts'
import { LONGEST_MIN, projectFluid } from './fluid.ts'
import type { Interval } from './margins.ts'
import type { Past } from './past.ts'
import { closedFrom, type Gap, type Staffing, staffingFrom } from './staff.ts'

/** So many plans of the staff are averaged; one is enough without history, where all are the same. */
const PLANS = 20
/** The normal quantile of 90 %. */
const Z90 = 1.2816
/** Besides chance: how far off the mean speed of a day may be, as a share of the wait. */
const DAY_DOUBT = 0.1

const isIn = (gaps: readonly Gap[], ms: number): boolean => gaps.some(({ from, until }) => from <= ms && ms < until)

/** How many counters serve in each minute from now, in the mean of these plans; each counts with its weight. */
const presence = (staffings: readonly Staffing[], closed: readonly Gap[], weights: readonly number[]): Float64Array =>
  Float64Array.from({ length: LONGEST_MIN }, (_, minute) => {
    const ms = minute * MINUTE
    if (isIn(closed, ms)) return 0
    const counts = staffings.map(({ plans, outages }) =>
      isIn(outages, ms)
        ? 0
        : plans.reduce((sum, { opensAt, away }, place) => {
            const serves = opensAt !== null && opensAt <= ms && !isIn(away, ms)
            return sum + (serves ? (weights[place] ?? 0) : 0)
          }, 0),
    )
    return counts.reduce((sum, count) => sum + count, 0) / counts.length
  })

/**
 * The estimate by the fluid projection, for the tickets of a stage: the median, and a spread from the number of cases ahead.
 * A counter of several stages counts for each with its share; those that help are not counted on, because help is what is
 * spare. A ticket is null when nobody gets to it within twelve hours.
 */
export const projectionOf = (
  state: State,
  past: Past,
  stage: Slug,
  at: Instant,
): ((ticket: Ticket) => Interval | null) => {
  const { office } = state
  if (office === null) return () => null
  const serving = office.counters
    .map(({ number, stages }) => ({ number, stages: state.counters[number]?.stages ?? stages }))
    .filter(({ stages }) => stages.includes(stage))
  const numbers = serving.map(({ number }) => number)
  const plan = staffingFrom(state, past, numbers, at)
  const chance = chanceOf(0)
  const staffings = Array.from({ length: past.days.length === 0 ? 1 : PLANS }, () => plan(chance))
  const weights = serving.map(({ stages }) => 1 / stages.length)
  const there = presence(staffings, closedFrom(state, at), weights)
  const isFree = (number: number): boolean =>
    state.counters[number]?.paused === null && state.tickets.inHand[number] === undefined && (there[0] ?? 0) > 0
  const free = numbers.filter(isFree).length
  const atFirst = office.services.some(({ journey }) => journey[0] === stage)
  const times = caseTimesOf(state, past)
  const caseMin = times.meanMin(stage)
  const queue = queueOf(state.tickets, stage)
  const inflowBefore = atFirst ? inflowFrom(state, past, at, LONGEST_MIN) : null
  return (ticket) => {
    const inflow = inflowBefore?.({ turnAt: ticket.turnAt - at, callableFromAt: 0, atFirst })
    const ahead = queue.findIndex((other) => byTurn(other, ticket) >= 0)
    const projected = projectFluid({
      ahead,
      free,
      caseMin,
      counters: (minute) => there[minute] ?? 0,
      inflow: (minute) => inflow?.[minute] ?? 0,
    })
    if (projected === null) return null
    const minutes = Math.max(projected, (ticket.callableFromAt - at) / MINUTE)
    const pace = caseMin / Math.max(1, there[Math.floor(minutes)] ?? 1)
    const { sigma } = times.of(stage, ticket.service)
    const spread = Z90 * Math.hypot(sigma * pace * Math.sqrt(ahead + 1), DAY_DOUBT * minutes)
    const after = (min: number): Instant => at + Math.round(Math.max(0, min) * MINUTE)
    return { lowAt: after(minutes - spread), medianAt: after(minutes), highAt: after(minutes + spread) }
  }
}

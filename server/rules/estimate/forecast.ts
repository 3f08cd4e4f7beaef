import type { Instant, TicketId } from '../../../protocol/ids.ts'
import type { EventOf, Forecast } from '../events.ts'
import { MINUTE, type State } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { queueOf, ticketBy } from '../tickets.ts'
import { seedOf } from './chance.ts'
import { calibrated, type Interval, marginsOf } from './margins.ts'
import { pastOf } from './past.ts'
import { projectionOf } from './project.ts'
import { HORIZON, rollForward } from './roll-forward.ts'

/** Ranges are shown on whole five minutes. */
const STEP = 5 * MINUTE

/** A shown range stays where it is unless one of its ends moves by more than this, or the median leaves it. */
const PATIENCE = 5 * MINUTE

/** Calls that one estimate rolls forward at most, over all its runs: with them it takes some milliseconds. */
const MOST_CALLS = 4000
/** Calls of a refresh, which answers for everybody and comes once a minute. */
const MOST_CALLS_OF_ALL = 20_000
/** With more people ahead than this even the fewest runs take too long. */
const MOST_AHEAD = 300
/** People per stage to whom a refresh shows their range; who stands farther back keeps theirs until then. */
const MOST_REFRESHED = 400

const forecastOf = (state: State, ticket: Ticket, raw: Interval | null, at: Instant): Forecast | null => {
  if (raw === null || raw.highAt >= at + HORIZON) return null
  const { lowAt, highAt } = calibrated(raw, marginsOf(state.measured, ticket.stage), at)
  const fromAt = Math.floor(lowAt / STEP) * STEP
  return { ...raw, fromAt, untilAt: Math.max(fromAt + STEP, Math.ceil(highAt / STEP) * STEP) }
}

/** A value at a share of an ascending list, between its neighbours. */
const quantile = (sorted: Float64Array, share: number): number => {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? HORIZON
  const above = sorted[Math.ceil(place)] ?? HORIZON
  return Math.round(below + (above - below) * (place - Math.floor(place)))
}

const rolled = (state: State, tickets: readonly Ticket[], at: Instant, seed: string, most: number): Interval[] => {
  const runs = state.office?.estimate.runs ?? 0
  const calls = rollForward(state, at, tickets, { runs, most, seed: seedOf(seed, Math.floor(at / MINUTE)) })
  return calls.map((ofTicket) => {
    const sorted = ofTicket.sort()
    return {
      lowAt: at + quantile(sorted, 0.1),
      medianAt: at + quantile(sorted, 0.5),
      highAt: at + quantile(sorted, 0.9),
    }
  })
}

/**
 * Whether the fluid projection answers: in a hall so full that rolling it forward would hold up the Door, and on an
 * office's first day, when nothing of it is measured and a projection is as good (docs/estimate-accuracy.md).
 */
const isProjected = (state: State, ahead: number): boolean => state.measured.days.length === 0 || ahead > MOST_AHEAD

/**
 * When a waiting ticket is likely called at its stage. Null when it does not wait, when the office shows no estimates
 * (`estimate.runs` 0), or when nobody serves the stage any more. Seeded by ticket and minute.
 */
export const forecastTicket = (state: State, ticketId: TicketId, at: Instant): Forecast | null => {
  const ticket = ticketBy(state.tickets, ticketId)
  if (ticket?.standing.status !== 'waiting' || (state.office?.estimate.runs ?? 0) === 0) return null
  const ahead = queueOf(state.tickets, ticket.stage).indexOf(ticket)
  const raw = isProjected(state, ahead)
    ? projectionOf(state, pastOf(state.measured.days), ticket.stage, at)(ticket)
    : (rolled(state, [ticket], at, ticketId, MOST_CALLS)[0] ?? null)
  return forecastOf(state, ticket, raw, at)
}

/** When those who wait are likely called, the next ones of every stage, from one set of runs. Seeded by the minute. */
export const forecastWaiting = (state: State, at: Instant): Map<TicketId, Forecast> => {
  const found = new Map<TicketId, Forecast>()
  const { office } = state
  if (office === null || office.estimate.runs === 0) return found
  const waiting = office.stages.flatMap(({ id }) => queueOf(state.tickets, id).slice(0, MOST_REFRESHED))
  if (waiting.length === 0) return found
  const raws = isProjected(state, waiting.length)
    ? projected(state, waiting, at)
    : rolled(state, waiting, at, 'everybody', MOST_CALLS_OF_ALL)
  for (const [place, ticket] of waiting.entries()) {
    const forecast = forecastOf(state, ticket, raws[place] ?? null, at)
    if (forecast !== null) found.set(ticket.ticketId, forecast)
  }
  return found
}

const projected = (state: State, waiting: readonly Ticket[], at: Instant): (Interval | null)[] => {
  const past = pastOf(state.measured.days)
  const stages = new Map(
    [...new Set(waiting.map(({ stage }) => stage))].map((id) => [id, projectionOf(state, past, id, at)]),
  )
  return waiting.map((ticket) => stages.get(ticket.stage)?.(ticket) ?? null)
}

/** Whether a shown range is to be replaced: the new median lies outside of it, or an end moves by more than five minutes. */
export const isOutdated = (shown: Forecast | null, now: Forecast): boolean =>
  shown === null ||
  now.medianAt < shown.fromAt ||
  now.medianAt > shown.untilAt ||
  Math.abs(now.fromAt - shown.fromAt) > PATIENCE ||
  Math.abs(now.untilAt - shown.untilAt) > PATIENCE

/** Those of these likely calls whose shown range is outdated, as one event; null when all of them stand. */
export const outdatedOf = (
  state: State,
  forecasts: ReadonlyMap<TicketId, Forecast>,
): EventOf<'ForecastsShown'> | null => {
  const outdated = [...forecasts]
    .filter(([ticketId, forecast]) => isOutdated(ticketBy(state.tickets, ticketId)?.forecast ?? null, forecast))
    .map(([ticketId, forecast]) => ({ ticketId, ...forecast }))
  return outdated.length === 0 ? null : { type: 'ForecastsShown', forecasts: outdated }
}

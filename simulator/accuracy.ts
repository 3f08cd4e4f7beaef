import type { Instant, Slug } from '../protocol/ids.ts'
import { forecastTicket, forecastWaiting } from '../server/rules/estimate/forecast.ts'
import { calibrated, type Interval, marginsOf } from '../server/rules/estimate/margins.ts'
import { pastOf } from '../server/rules/estimate/past.ts'
import { projectionOf } from '../server/rules/estimate/project.ts'
import type { EventOf, Forecast, OfficeEvent } from '../server/rules/events.ts'
import { addMoments, casesOf } from '../server/rules/measured.ts'
import { MINUTE, type State } from '../server/rules/state.ts'
import type { Ticket } from '../server/rules/ticket.ts'
import { queueOf, ticketBy } from '../server/rules/tickets.ts'
import type { DayFile } from './day-file.ts'
import { liveDays } from './live-days.ts'
import type { Policy } from './policy.ts'

/** Called sooner than this after the range was told is not waiting. */
const WAITED_MS = MINUTE

/** Every so many-th estimate is worked out again with a stop-watch. */
const TIMED = 10

/** One estimate and what came of it. */
type Told = {
  /** Counted from 0. */
  day: number
  stage: Slug
  atFirst: boolean
  at: Instant
  /** `max(arrival, window start)`. */
  effAt: Instant
  shown: Forecast
  interval: Interval
  /** The naive estimates and the fluid projection, as instants; null where they say nothing. */
  peopleAhead: Instant
  lastToEnter: Instant | null
  fluid: Instant | null
  /** Medians of the refreshes while it waited. */
  refreshed: Instant[]
  /** Ranges that replaced the first one. */
  changes: number
  /** The range that stood when the call came. */
  last: Forecast
  calledAt: Instant | null
}

/** How good the estimates of some tickets were; minutes and shares of 1. */
export type Accuracy = {
  tickets: number
  /** Mean absolute error of the median, and its mean error: above 0 where the call came later. */
  mae: number
  bias: number
  /** The nominal 80 % interval: outcomes in it, above its upper end. */
  covered: number
  above: number
  /** The shown range: outcomes in it, and its mean width. */
  shown: number
  width: number
  wait: number
}

/** Estimates of one scenario under one policy. */
export type AccuracyReport = {
  scenario: string
  policy: string
  days: number
  /** At check-in, tickets called more than a minute later. */
  checkIn: Accuracy
  /** At check-in, tickets called more than a minute after both arrival and window start: W > 0 of queue-rules. */
  late: Accuracy
  /** The first five days alone. */
  firstDays: Accuracy
  /** Entering a later stage, tickets called more than a minute later. */
  nextStage: Accuracy
  /** Mean absolute errors at check-in on the same tickets. */
  naive: { peopleAhead: number; lastToEnter: number; fluid: number }
  /** Mean absolute error of the refreshed medians: the mean of each ticket's, then of all. Null without refreshes. */
  refreshedMae: number | null
  /** Share of calls inside the range that stood on the screens, and how often a range was replaced per ticket. */
  lastShown: number
  changes: number
  /** ms of computing one estimate. */
  cost: { median: number; p99: number; most: number }
}

/** Days that count as a short history. */
const FIRST_DAYS = 5

/**
 * Lives the days of a file in order, with estimates on and the history of the days before, and holds every estimate against
 * what came. `runs` per estimate; a refresh every `everyMin` minutes, 0 for none.
 */
export const accuracyOf = (
  file: DayFile,
  policy: Policy,
  { runs, everyMin, onDay }: { runs: number; everyMin: number; onDay?: () => void },
): AccuracyReport => {
  const told: Told[] = []
  const waiting = new Map<string, Told>()
  const lastWait = new Map<Slug, number>()
  const costs: number[] = []
  let day = -1

  const tell = (event: EventOf<'CheckedIn' | 'StageFinished'>, shown: Forecast, state: State, at: Instant): void => {
    const ticket = ticketBy(state.tickets, event.ticketId)
    if (ticket === undefined) return
    const atFirst = event.type === 'CheckedIn'
    const one: Told = {
      day,
      stage: ticket.stage,
      atFirst,
      at,
      effAt: atFirst ? Math.max(at, ticket.window?.startAt ?? at) : at,
      shown,
      interval: calibrated(shown, marginsOf(state.measured, ticket.stage), at),
      peopleAhead: byPeopleAhead(state, ticket, at),
      lastToEnter: lastWait.has(ticket.stage) ? at + (lastWait.get(ticket.stage) ?? 0) : null,
      fluid: projectionOf(state, pastOf(state.measured.days), ticket.stage, at)(ticket)?.medianAt ?? null,
      refreshed: [],
      changes: 0,
      last: shown,
      calledAt: null,
    }
    told.push(one)
    waiting.set(event.ticketId, one)
    if (told.length % TIMED === 0) costs.push(costOf(() => forecastTicket(state, event.ticketId, at)))
  }

  const follow = (event: OfficeEvent, state: State, at: Instant): void => {
    if (event.type === 'DayOpened') {
      day += 1
      waiting.clear()
      lastWait.clear()
    }
    if (event.type === 'CheckedIn' && event.forecast) tell(event, event.forecast, state, at)
    if (event.type === 'StageFinished' && event.next?.forecast) tell(event, event.next.forecast, state, at)
    if (event.type === 'ForecastsShown')
      for (const { ticketId, ...forecast } of event.forecasts) {
        const one = waiting.get(ticketId)
        if (one === undefined) continue
        one.last = forecast
        one.changes += 1
      }
    if (event.type === 'Called') {
      const ticket = ticketBy(state.tickets, event.ticketId)
      if (ticket !== undefined) lastWait.set(event.stage, at - ticket.enteredAt)
      const one = waiting.get(event.ticketId)
      if (one?.stage !== event.stage) return
      one.calledAt = at
      waiting.delete(event.ticketId)
    }
  }

  const refresh = (state: State, at: Instant): void => {
    for (const [ticketId, { medianAt }] of forecastWaiting(state, at)) waiting.get(ticketId)?.refreshed.push(medianAt)
  }

  const watch = { event: follow, ...(everyMin > 0 && { minute: refresh }) }
  liveDays(file, { policy, runs, everyMin, watch, ...(onDay && { onDay }) })

  const came = told.filter(hasCome).filter((one) => one.calledAt - one.at > WAITED_MS)
  const first = came.filter(({ atFirst }) => atFirst)
  const refreshed = first.filter((one) => one.refreshed.length > 0)
  const sorted = costs.sort((a, b) => a - b)
  const cost = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  const maeOf = (of: (one: Told) => Instant | null): number =>
    mean(first.flatMap((one) => (of(one) === null ? [] : [Math.abs(one.calledAt - (of(one) ?? 0)) / MINUTE])))
  return {
    scenario: file.scenario,
    policy: policy.name,
    days: file.days.length,
    checkIn: accuracy(first),
    late: accuracy(first.filter((one) => one.calledAt - one.effAt > WAITED_MS)),
    firstDays: accuracy(first.filter((one) => one.day < FIRST_DAYS)),
    nextStage: accuracy(came.filter(({ atFirst }) => !atFirst)),
    naive: {
      peopleAhead: maeOf((one) => one.peopleAhead),
      lastToEnter: maeOf((one) => one.lastToEnter),
      fluid: maeOf((one) => one.fluid),
    },
    refreshedMae:
      refreshed.length === 0
        ? null
        : mean(refreshed.map((one) => mean(one.refreshed.map((at) => Math.abs(one.calledAt - at) / MINUTE)))),
    lastShown: mean(first.map(({ last, calledAt }) => (isIn(last, calledAt) ? 1 : 0))),
    changes: mean(first.map(({ changes }) => changes)),
    cost: { median: cost(0.5), p99: cost(0.99), most: cost(1) },
  }
}

/** ms of the fastest of three: other programs may be at work, and what is computed is the same each time. */
const costOf = (compute: () => void): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const before = performance.now()
      compute()
      return performance.now() - before
    }),
  )

const hasCome = (one: Told): one is Told & { calledAt: Instant } => one.calledAt !== null

const isIn = ({ fromAt, untilAt }: Forecast, at: Instant): boolean => fromAt <= at && at <= untilAt

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

const accuracy = (told: readonly (Told & { calledAt: Instant })[]): Accuracy => {
  const meanOf = (of: (one: Told & { calledAt: Instant }) => number): number => mean(told.map(of))
  return {
    tickets: told.length,
    mae: meanOf(({ calledAt, shown }) => Math.abs(calledAt - shown.medianAt) / MINUTE),
    bias: meanOf(({ calledAt, shown }) => (calledAt - shown.medianAt) / MINUTE),
    covered: meanOf(({ calledAt, interval }) => (interval.lowAt <= calledAt && calledAt <= interval.highAt ? 1 : 0)),
    above: meanOf(({ calledAt, interval }) => (calledAt > interval.highAt ? 1 : 0)),
    shown: meanOf(({ calledAt, shown }) => (isIn(shown, calledAt) ? 1 : 0)),
    width: meanOf(({ shown }) => (shown.untilAt - shown.fromAt) / MINUTE),
    wait: meanOf(({ calledAt, at }) => (calledAt - at) / MINUTE),
  }
}

/**
 * The sign at the door: people ahead × mean ÷ counters. Ahead are those whose turn is before; the mean is the office's own as
 * far as it is measured; counters are those of the stage that serve, before the opening all of them.
 */
const byPeopleAhead = (state: State, ticket: Ticket, at: Instant): Instant => {
  const { office, measured } = state
  const ofStage = (stages: readonly Slug[]): boolean => stages.includes(ticket.stage)
  const serving = Object.values(state.counters).filter(({ stages, paused }) => paused === null && ofStage(stages))
  const all = office?.counters.filter(({ stages }) => ofStage(stages)) ?? []
  const counters = Math.max(1, serving.length > 0 ? serving.length : all.length)
  const { n, sum } = addMoments(casesOf(measured.days, ticket.stage), casesOf([measured.today], ticket.stage))
  const standard = office?.stages.find(({ id }) => id === ticket.stage)?.standardMin ?? 10
  const ahead = queueOf(state.tickets, ticket.stage).indexOf(ticket)
  return at + ((ahead * (n === 0 ? standard : sum / n)) / counters) * MINUTE
}

import type { Instant, Slug, TicketId } from '../../protocol/ids.ts'
import { openStretches } from './calendar.ts'
import { DAY, midnightOf } from './civil.ts'
import { closeMargins, scoreOf, widenedBy } from './estimate/margins.ts'
import type { EventOf, OfficeEvent } from './events.ts'
import {
  type Absence,
  addMinutes,
  DAYS_KEPT,
  type DayMeasured,
  type Ends,
  type Measured,
  type MeasuredCase,
  NEW_DAY,
  NO_CASES,
  NO_ENDS,
  NOTHING_MEASURED,
} from './measured.ts'
import { MINUTE, type State } from './state.ts'
import { ticketBy, ticketIdOf } from './tickets.ts'

/** Between two cases staff fetch the next person; a longer gap while somebody waited is an absence nobody recorded. */
const HANDOVER_MS = 2 * MINUTE

/** Called sooner than this after the range was shown is not waiting: it says nothing of an estimate. */
export const AT_ONCE_MS = MINUTE

/** The reason of an absence in which a counter was closed and opened again. */
const CLOSED: Slug = 'closed'

/** The minute of the business day at an instant, counted from the office's midnight; 0 before the first day. */
export const minuteOfDay = ({ office, day }: State, at: Instant): number =>
  office === null || day === null ? 0 : (at - midnightOf(day.day, office.zone)) / MINUTE

/** When counters serve today, as text, in minutes after midnight: `480-690 800-960`; without a calendar `always`. */
export const shapeOfDay = (state: State): string =>
  openStretches(state)
    .map(({ startAt, endAt }) =>
      endAt - startAt > DAY ? 'always' : `${minuteOfDay(state, startAt)}-${minuteOfDay(state, endAt)}`,
    )
    .join(' ')

/**
 * What is measured after an event, from the state before it. Total, and a few small copies at most, so that it costs next
 * to nothing. The other parts of the state are `evolve`'s.
 */
export const measure = (state: State, event: OfficeEvent, at: Instant): Measured => {
  const { measured } = state
  switch (event.type) {
    case 'DayOpened':
      return { ...measured, today: NEW_DAY, widened: {}, readyAt: {}, lastCase: {}, returned: {} }
    case 'DayClosed':
      return measureDayClosed(state, event)
    case 'CheckedIn':
      return measureCheckedIn(state, event, at)
    case 'CounterOpened':
    case 'CounterClosed':
    case 'CounterResumed':
      return measureAttendance(state, event, at)
    case 'OutageEnded': {
      if (state.outage === null) return measured
      const outage = { fromMin: minuteOfDay(state, state.outage.sinceAt), untilMin: minuteOfDay(state, at) }
      return onDay(measured, { outages: [...measured.today.outages, outage] })
    }
    case 'Called':
      return measureCalled(state, event, at)
    case 'Missed':
      return measureMissed(state, event, at)
    case 'Parked':
      return measureCase(state, event, at, 'parked')
    case 'StageFinished':
      return measureCase(state, event, at, event.next === null ? 'over' : 'moved')
    case 'Returned':
      return measureReturned(state, event.ticketId, at, true)
    case 'Resumed':
      return measureReturned(state, event.ticketId, at, false)
    case 'Transferred':
      return ready(measured, event.counter, at)
    case 'TakenOver':
      return ready(measured, event.from, at)
    case 'Reassigned':
    case 'TicketCancelled':
      return event.from === null ? measured : ready(measured, event.from, at)
    case 'Undone':
      return measureUndone(state, event)
    default:
      return measured
  }
}

const onDay = (measured: Measured, change: Partial<DayMeasured>): Measured => ({
  ...measured,
  today: { ...measured.today, ...change },
})

const withEnds = (measured: Measured, stage: Slug, change: (ends: Ends) => Partial<Ends>): Measured => {
  const ends = measured.today.ends[stage] ?? NO_ENDS
  return onDay(measured, { ends: { ...measured.today.ends, [stage]: { ...ends, ...change(ends) } } })
}

const ready = (measured: Measured, counter: number, at: Instant): Measured => ({
  ...measured,
  readyAt: { ...measured.readyAt, [counter]: at },
})

const measureCheckedIn = (state: State, event: EventOf<'CheckedIn'>, at: Instant): Measured => {
  const { measured } = state
  const { today } = measured
  const cameAt = event.cameAt ?? at
  const booking = event.key === null ? undefined : state.bookings[event.key]
  if (booking !== undefined)
    return onDay(measured, { offsets: [...today.offsets, (cameAt - booking.window.startAt) / MINUTE] })
  const { priority, service } = event
  return onDay(measured, { walkIns: [...today.walkIns, { min: minuteOfDay(state, cameAt), priority, service }] })
}

/** A counter opens, opens again, closes, or comes back from a pause: each tells when it was not there. */
const measureAttendance = (
  state: State,
  { type, counter }: EventOf<'CounterOpened' | 'CounterClosed' | 'CounterResumed'>,
  at: Instant,
): Measured => {
  const { measured } = state
  const nowMin = minuteOfDay(state, at)
  const known = measured.today.counters[counter] ?? { openMin: nowMin, away: [], closedMin: null }
  const paused = state.counters[counter]?.paused ?? null
  // A pause that was pressed during a case began when the case ended.
  const pausedMin = paused && minuteOfDay(state, Math.max(paused.sinceAt, measured.readyAt[counter] ?? 0))
  const absent = (fromMin: number, reason: Slug): readonly Absence[] =>
    nowMin > fromMin ? [...known.away, { fromMin, untilMin: nowMin, reason }] : known.away
  const attendance =
    type === 'CounterClosed'
      ? { ...known, closedMin: pausedMin ?? nowMin }
      : type === 'CounterOpened'
        ? { ...known, away: known.closedMin === null ? known.away : absent(known.closedMin, CLOSED), closedMin: null }
        : paused === null || state.tickets.inHand[counter] !== undefined
          ? known
          : { ...known, away: absent(pausedMin ?? nowMin, paused.reason) }
  return ready(onDay(measured, { counters: { ...measured.today.counters, [counter]: attendance } }), counter, at)
}

/** The first call at a stage is the outcome of the range that was promised for it. */
const measureCalled = (state: State, { stage, ticketId }: EventOf<'Called'>, at: Instant): Measured => {
  const ticket = ticketBy(state.tickets, ticketId)
  const counted = withEnds(state.measured, stage, ({ calls }) => ({ calls: calls + 1 }))
  const promised = ticket?.promised
  const isFirst = ticket?.misses === 0 && counted.returned[ticketId] !== stage
  if (ticket === undefined || !promised || !isFirst) return counted
  const { shown, inside, above } = counted.today.coverage
  const isAbove = at > promised.untilAt
  const isInside = at >= promised.fromAt && !isAbove
  const coverage = { shown: shown + 1, inside: inside + (isInside ? 1 : 0), above: above + (isAbove ? 1 : 0) }
  const covered = onDay(counted, { coverage })
  if (at - ticket.enteredAt < AT_ONCE_MS) return covered
  const score = scoreOf(promised, at)
  const scores = { ...covered.today.scores, [stage]: [...(covered.today.scores[stage] ?? []), score] }
  const widened = { ...covered.widened, [stage]: widenedBy(covered, stage, score) }
  return { ...onDay(covered, { scores }), widened }
}

const measureMissed = (state: State, { ticketId, counter }: EventOf<'Missed'>, at: Instant): Measured => {
  const ticket = ticketBy(state.tickets, ticketId)
  if (ticket?.standing.status !== 'called') return state.measured
  const lostMin = (at - ticket.standing.calledAt) / MINUTE
  const change = (ends: Ends) => ({ missed: ends.missed + 1, lostMin: ends.lostMin + lostMin })
  return ready(withEnds(state.measured, ticket.stage, change), counter, at)
}

/**
 * How long the case kept its counter: from when both were there, so that fetching the next person counts, and at most
 * `HANDOVER_MS` before the call.
 */
const measureCase = (
  state: State,
  { ticketId, counter }: { ticketId: TicketId; counter: number },
  at: Instant,
  end: MeasuredCase['end'],
): Measured => {
  const { measured } = state
  const ticket = ticketBy(state.tickets, ticketId)
  if (ticket?.standing.status !== 'serving') return measured
  const { stage, service, enteredAt, callableFromAt } = ticket
  const { calledAt } = ticket.standing
  const readyAt = measured.readyAt[counter] ?? calledAt
  const bothAt = Math.max(readyAt, enteredAt, callableFromAt, calledAt - HANDOVER_MS)
  const minutes = (at - Math.min(bothAt, calledAt)) / MINUTE
  const one = { stage, service, minutes, again: measured.returned[ticketId] === stage, end, readyAt }
  return ready({ ...withCase(measured, one, 1), lastCase: { ...measured.lastCase, [counter]: one } }, counter, at)
}

const withCase = (
  measured: Measured,
  { stage, service, minutes, again, end }: MeasuredCase,
  sign: 1 | -1,
): Measured => {
  const { today } = measured
  if (again) {
    const moments = addMinutes(today.again[stage] ?? NO_CASES, minutes, sign)
    return onDay(measured, { again: { ...today.again, [stage]: moments } })
  }
  const ofStage = today.cases[stage] ?? {}
  const moments = addMinutes(ofStage[service] ?? NO_CASES, minutes, sign)
  const cases = { ...today.cases, [stage]: { ...ofStage, [service]: moments } }
  return withEnds(onDay(measured, { cases }), stage, (ends) => ({ [end]: ends[end] + sign }))
}

/** A finish that is taken back was none: the case goes on. */
const measureUndone = (state: State, { act, counter }: EventOf<'Undone'>): Measured => {
  const { measured } = state
  const last = measured.lastCase[counter]
  return act !== 'finish' || last === undefined ? measured : ready(withCase(measured, last, -1), counter, last.readyAt)
}

const measureReturned = (state: State, ticketId: TicketId, at: Instant, scanned: boolean): Measured => {
  const { measured } = state
  const ticket = ticketBy(state.tickets, ticketId)
  if (ticket?.standing.status !== 'parked') return measured
  const backAfter = [...measured.today.backAfter, (at - ticket.standing.sinceAt) / MINUTE]
  const returned = { ...measured.returned, [ticketId]: ticket.stage }
  const back = { ...onDay(measured, { backAfter }), returned }
  return scanned ? back : ready(back, ticket.standing.counter, at)
}

/** The day becomes the newest of the days before, unless nobody was served on it. */
const measureDayClosed = (state: State, { day }: EventOf<'DayClosed'>): Measured => {
  const { measured } = state
  const { today } = measured
  if (Object.keys(today.cases).length === 0) return measured
  const noShows = Object.values(state.bookings).filter(
    (booking) =>
      booking.day === day && booking.status === 'booked' && ticketIdOf(state.tickets, booking.key) === undefined,
  ).length
  const days = [{ ...today, shape: shapeOfDay(state), noShows }, ...measured.days].slice(0, DAYS_KEPT)
  return { ...NOTHING_MEASURED, days, margins: closeMargins(measured.margins, days) }
}

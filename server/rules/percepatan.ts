import type { Instant, Slug, TicketId } from '../../protocol/ids.ts'
import type { Lane, Office } from '../../protocol/office.ts'
import type { Turn } from './arrival.ts'
import { instantOf } from './civil.ts'
import { laneOf, serviceOf, windowsOf } from './lanes.ts'
import { MINUTE, type State } from './state.ts'
import type { Ticket } from './ticket.ts'

/**
 * Minutes kept free before a deadline for waiting at all remaining stages. Half an hour is what the reference days let a
 * ticket with a good turn wait in the worst tenth of cases (queue-rules section 4: priority p95 11.5 at one stage, twice
 * that for two, and a pause), so a turn moved forward by it is early enough.
 */
const QUEUE_ALLOWANCE_MIN = 30

type Timed = Pick<Ticket, 'letter' | 'service' | 'priority' | 'shiftMin'>

/** By when everything of a lane must be finished today; null for lanes without a deadline. */
const deadlineOf = (state: State, lane: Lane | undefined): Instant | null => {
  const { office, day } = state
  if (office === null || day === null || !lane?.finishBy) return null
  return instantOf(day.day, lane.finishBy, office.zone)
}

/** What the stages of the journey from `stage` on are expected to take together, in minutes. */
const remainingMin = (office: Office, service: Slug, stage: Slug): number => {
  const journey = serviceOf(office, service)?.journey ?? []
  const left = journey.slice(Math.max(0, journey.indexOf(stage)))
  return left.reduce((sum, id) => sum + (office.stages.find((each) => each.id === id)?.standardMin ?? 0), 0)
}

/**
 * h of a ticket that enters `stage` with `r = readyAt`, in signed minutes. Kept through the stages, except in a lane with
 * a deadline D (its latest start of this stage, the queueing allowance taken off): there `K = max(min(r, D), r − P)`, worked
 * out anew at each stage. So `−P ≤ h ≤ 0`, and the overtaking bound of the other lanes holds as it stands. Once the deadline
 * is past, the head start is P: the promise failed, and the person is not let down twice.
 */
export const shiftAtStage = (state: State, ticket: Timed, stage: Slug, readyAt: Instant): number => {
  const { office } = state
  const lane = office === null ? undefined : laneOf(office, ticket.letter)
  const deadlineAt = deadlineOf(state, lane)
  if (office === null || deadlineAt === null || ticket.priority) return ticket.shiftMin
  const { rule, priorityHeadStartMin } = windowsOf(office, lane)
  if (rule !== 'window') return ticket.shiftMin
  const startAt = deadlineAt - (remainingMin(office, ticket.service, stage) + QUEUE_ALLOWANCE_MIN) * MINUTE
  return Math.max(Math.min(0, (startAt - readyAt) / MINUTE), -priorityHeadStartMin)
}

/** A turn at check-in, moved forward by the deadline of its lane; who comes after the deadline has the turn of any lane. */
export const withDeadline = (state: State, ticket: Timed, stage: Slug, turn: Turn, at: Instant): Turn => {
  const lane = state.office === null ? undefined : laneOf(state.office, ticket.letter)
  const deadlineAt = deadlineOf(state, lane)
  if (deadlineAt === null || at >= deadlineAt) return turn
  const readyAt = turn.turnAt - turn.shiftMin * MINUTE
  const shiftMin = shiftAtStage(state, { ...ticket, shiftMin: turn.shiftMin }, stage, readyAt)
  return { ...turn, shiftMin, turnAt: readyAt + shiftMin * MINUTE }
}

/**
 * By when the stage of this ticket has to begin so that its lane's deadline can be met; for a case being served by when it
 * had to. Null without a deadline, and when the visit is over.
 */
export const latestStartAt = (state: State, ticket: Ticket): Instant | null => {
  const { office } = state
  const { status } = ticket.standing
  const deadlineAt = office === null ? null : deadlineOf(state, laneOf(office, ticket.letter))
  if (office === null || deadlineAt === null || status === 'done' || status === 'ended') return null
  return deadlineAt - remainingMin(office, ticket.service, ticket.stage) * MINUTE
}

/** The tickets of lanes that have a deadline. */
const withDeadlines = ({ office, tickets }: State): readonly Ticket[] =>
  (office?.lanes ?? []).flatMap(({ letter, finishBy }) => (finishBy === null ? [] : (tickets.lanes[letter] ?? [])))

const standardMinOf = (state: State, { stage }: Ticket): number =>
  state.office?.stages.find(({ id }) => id === stage)?.standardMin ?? 0

/**
 * Tickets that will miss the deadline of their lane unless staff act: the remaining stages no longer fit from now on (for a
 * case being served: it began too late, or takes too long), or the latest time shown for the call lies beyond that.
 */
export const percepatanAtRisk = (state: State, at: Instant): TicketId[] =>
  withDeadlines(state)
    .filter((ticket) => {
      const startAt = latestStartAt(state, ticket)
      if (startAt === null) return false
      const { standing, forecast } = ticket
      if (standing.status === 'serving')
        return startAt < standing.startedAt || startAt + standardMinOf(state, ticket) * MINUTE <= at
      return startAt <= at || (standing.status === 'waiting' && startAt < (forecast?.untilAt ?? 0))
    })
    .map(({ ticketId }) => ticketId)

/** The instants at which a ticket may come to be at risk by itself, in no order. */
export const riskPoints = (state: State): Instant[] =>
  withDeadlines(state).flatMap((ticket) => {
    const startAt = latestStartAt(state, ticket)
    return startAt === null ? [] : [startAt, startAt + standardMinOf(state, ticket) * MINUTE]
  })

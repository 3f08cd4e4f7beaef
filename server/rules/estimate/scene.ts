import type { Instant, Slug } from '../../../protocol/ids.ts'
import type { Office } from '../../../protocol/office.ts'
import { serviceOf } from '../lanes.ts'
import { type Ends, NO_ENDS } from '../measured.ts'
import { MINUTE, type State } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { byTurn, everyTicket, queueOf, ticketBy } from '../tickets.ts'
import { arrivalsFrom } from './arrivals.ts'
import { type CaseTimes, caseTimesOf } from './case-times.ts'
import type { Chance } from './chance.ts'
import { pastOf } from './past.ts'
import { closedFrom, type Gap, type Staffing, staffingFrom } from './staff.ts'
import type { Coming, Visitor } from './visitor.ts'

/** A counter as the roll-forward has it. */
export type Desk = { number: number; stages: readonly Slug[]; helps: readonly Slug[] }

/** How cases and calls of a stage end, as shares; `lostMs` is what a call costs that nobody answers. */
type Shares = { missed: number; lostMs: number; parked: number; moved: number }

/** Everything of the office that the runs of one estimate start from. Times in ms since the estimate's instant. */
export type Scene = {
  office: Office
  desks: readonly Desk[]
  stages: ReadonlySet<Slug>
  /** Waiting and callable now, by stage, in the order of turns. */
  queues: ReadonlyMap<Slug, readonly Visitor[]>
  /** Waiting now, callable later. */
  later: readonly Coming[]
  /** In hand by place of the desk: who, and for how long already. */
  inHand: readonly ({ visitor: Visitor; elapsed: number } | null)[]
  /** Set aside: who, for how long already, and by which counter. */
  parked: readonly { visitor: Visitor; elapsed: number; counter: number }[]
  /** Who is still to come, until so many ms from now. */
  arrivals: (chance: Chance, until: number) => Coming[]
  staffing: (chance: Chance) => Staffing
  closed: readonly Gap[]
  times: CaseTimes
  shares: ReadonlyMap<Slug, Shares>
  nextStage: (visitor: Visitor) => Slug | undefined
  /** For how long people who were set aside stay away, in ascending order. */
  backAfter: readonly number[]
  /** The only one who is asked about: see `isAfter`; null with several. */
  limit: Visitor | null
  targets: number
}

/** The stages that can matter to these: those that counters couple with them, and whatever leads to them. */
const stagesAround = (office: Office, desks: readonly Desk[], first: readonly Slug[]): ReadonlySet<Slug> => {
  const found = new Set(first)
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const { stages, helps } of desks) {
      const all = [...stages, ...helps]
      if (all.some((id) => found.has(id))) for (const id of all) found.add(id)
    }
    for (const { journey } of office.services) {
      const last = journey.findLastIndex((id) => found.has(id))
      for (const id of journey.slice(0, last + 1)) found.add(id)
    }
  }
  return found
}

const visitorOf = (ticket: Ticket, at: Instant, back: boolean, place: number): Visitor => ({
  turnAt: ticket.turnAt - at,
  tie: ticket.tie,
  order: ticket.order,
  callableFromAt: ticket.callableFromAt - at,
  reserved: ticket.reserved,
  stage: ticket.stage,
  service: ticket.service,
  letter: ticket.letter,
  priority: ticket.priority,
  shift: ticket.shiftMin * MINUTE,
  party: ticket.party,
  back,
  misses: ticket.misses,
  place,
})

/** Whether somebody cannot be called before the one who is asked about: static keys, so nobody of a later turn ever is. */
export const isAfter = (visitor: Visitor, limit: Visitor | null): boolean =>
  limit !== null &&
  visitor.stage === limit.stage &&
  visitor.callableFromAt >= limit.callableFromAt &&
  byTurn(visitor, limit) > 0

const sharesOf = ({ moved, parked, over, calls, missed, lostMin }: Ends): Shares => ({
  missed: calls === 0 ? 0 : missed / calls,
  lostMs: missed === 0 ? 0 : Math.round((lostMin / missed) * MINUTE),
  parked: moved + parked + over === 0 ? 0 : parked / (moved + parked + over),
  moved: moved + over === 0 ? 1 : moved / (moved + over),
})

/** The office at `at` as the runs for these waiting tickets start from it; null before there is an office. */
export const sceneOf = (state: State, at: Instant, targets: readonly Ticket[]): Scene | null => {
  const { office, measured } = state
  if (office === null) return null
  const past = pastOf(measured.days)
  const places = new Map(targets.map(({ ticketId }, place) => [ticketId, place]))
  const visitor = (ticket: Ticket): Visitor =>
    visitorOf(ticket, at, measured.returned[ticket.ticketId] === ticket.stage, places.get(ticket.ticketId) ?? -1)

  const counters = office.counters.map((counter): Desk => ({ ...counter, ...state.counters[counter.number] }))
  const asked = targets.map(({ stage }) => stage)
  const stages = stagesAround(office, counters, asked)
  const desks = counters.filter(({ stages: own, helps }) => [...own, ...helps].some((id) => stages.has(id)))

  const [only] = targets
  const limit = targets.length === 1 && only !== undefined ? visitor(only) : null
  const queues = new Map<Slug, Visitor[]>()
  const later: Coming[] = []
  for (const stage of stages) {
    const waiting = queueOf(state.tickets, stage)
      .map(visitor)
      .filter((each) => !isAfter(each, limit))
    const callable = waiting.filter(({ callableFromAt }) => callableFromAt <= 0)
    queues.set(stage, callable)
    for (const each of waiting) if (each.callableFromAt > 0) later.push({ at: each.callableFromAt, visitor: each })
  }
  const parked = everyTicket(state.tickets).flatMap((ticket) => {
    const { standing, stage } = ticket
    if (standing.status !== 'parked' || !stages.has(stage)) return []
    const back = { ...visitor(ticket), back: true }
    return isAfter(back, limit) ? [] : [{ visitor: back, elapsed: at - standing.sinceAt, counter: standing.counter }]
  })
  const inHand = desks.map(({ number }) => {
    const ticket = ticketBy(state.tickets, state.tickets.inHand[number])
    if (ticket?.standing.status !== 'called' && ticket?.standing.status !== 'serving') return null
    return { visitor: visitor(ticket), elapsed: at - ticket.standing.calledAt }
  })
  const begins = office.services.map(({ journey }) => journey[0] ?? '')
  const atFirst = limit !== null && begins.includes(limit.stage)
  return {
    office,
    desks,
    stages,
    queues,
    later,
    inHand,
    parked,
    arrivals: begins.some((stage) => stages.has(stage))
      ? arrivalsFrom(state, past, at, limit && { turnAt: limit.turnAt, callableFromAt: limit.callableFromAt, atFirst })
      : () => [],
    staffing: staffingFrom(
      state,
      past,
      desks.map(({ number }) => number),
      at,
    ),
    closed: closedFrom(state, at),
    times: caseTimesOf(state, past),
    shares: new Map([...stages].map((stage) => [stage, sharesOf(past.ends[stage] ?? NO_ENDS)])),
    nextStage: ({ service, stage }) => {
      const journey = serviceOf(office, service)?.journey ?? []
      return journey[journey.indexOf(stage) + 1]
    },
    backAfter: past.backAfter,
    limit,
    targets: targets.length,
  }
}

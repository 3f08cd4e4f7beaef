import type { Instant, Slug } from '../../protocol/ids.ts'
import type { Reserved } from './events.ts'
import type { OpenCounter, State } from './state.ts'
import type { Ticket } from './ticket.ts'
import { byTurn, callableFromOf, queueOf, ticketBy, withTurn } from './tickets.ts'

/** The tickets that wait for one of these stages, in the order of their turns, callable now or not. */
export const waitingFor = (state: State, stages: readonly Slug[]): readonly Ticket[] => {
  const [only] = stages
  if (stages.length === 1 && only !== undefined) return queueOf(state.tickets, only)
  return stages.flatMap((stage) => queueOf(state.tickets, stage)).sort(byTurn)
}

/** What the selection looks at in whoever waits. Live tickets have it, and so have those of an estimate or a rehearsal. */
export type Waiting = Pick<Ticket, 'turnAt' | 'tie' | 'order' | 'callableFromAt' | 'reserved'>

/** Whom to take first, and whom that passed over. */
export type Pair<T> = { first: T; second: T | null }

type Best<T> = { first: T | null; second: T | null }

const consider = <T extends Waiting>(best: Best<T>, waiting: T): void => {
  if (best.first === null || byTurn(waiting, best.first) < 0) {
    best.second = best.first
    best.first = waiting
  } else if (best.second === null || byTurn(waiting, best.second) < 0) best.second = waiting
}

const picked = <T>({ first, second }: Best<T>, helping: boolean): (Pair<T> & { helping: boolean }) | null =>
  first === null ? null : { first, second, helping }

/**
 * The smallest turn keys among those who are callable now: of whoever this counter may take (`own`), and, when nobody is,
 * of whoever is kept for another counter without being sent there by name (`spare`). Queues are in the order of turns, so
 * each is read once, and no further than to its second who may be taken.
 */
const bestOf = <T extends Waiting>(
  counter: number,
  stages: readonly Slug[],
  queueAt: (stage: Slug) => readonly T[],
  at: Instant,
  callableFromAt: ((stage: Slug) => Float64Array) | null,
): { own: Best<T>; spare: Best<T> } => {
  const own: Best<T> = { first: null, second: null }
  const spare: Best<T> = { first: null, second: null }
  for (const stage of stages) {
    const queue = queueAt(stage)
    const times = callableFromAt === null ? null : callableFromAt(stage)
    let found = 0
    for (let place = 0; place < queue.length; place += 1) {
      if (times !== null && (times[place] ?? 0) > at) continue
      const waiting = queue[place]
      if (waiting === undefined) break
      if (own.second !== null && byTurn(waiting, own.second) > 0) break
      if (waiting.callableFromAt > at) continue
      const { reserved } = waiting
      if (reserved === null || reserved.counter === counter) {
        consider(own, waiting)
        found += 1
        if (found === 2) break
      } else if (!reserved.strict) consider(spare, waiting)
    }
  }
  return { own, spare }
}

/**
 * The heart of the law, the selection of queue-rules section 2 at a counter that is free: the smallest turn key of its own
 * stages; only when nothing of its own is callable, of the stages it helps with; and when that is nothing either, whoever
 * is kept for another counter without being sent there by name, so that nobody waits beside an idle counter. With the
 * runner-up of the same choice; null when there is nobody. `callableFromAt`, where the caller keeps it, is `callableFromAt` of
 * each of a queue in its order, so that a hall of early birds is skipped without a look at each.
 */
export const pickFor = <T extends Waiting>(
  counter: { number: number; stages: readonly Slug[]; helps: readonly Slug[] },
  queueAt: (stage: Slug) => readonly T[],
  at: Instant,
  callableFromAt: ((stage: Slug) => Float64Array) | null = null,
): (Pair<T> & { helping: boolean }) | null => {
  const here = bestOf(counter.number, counter.stages, queueAt, at, callableFromAt)
  if (here.own.first !== null) return picked(here.own, false)
  const there = bestOf(counter.number, counter.helps, queueAt, at, callableFromAt)
  return picked(there.own, true) ?? picked(here.spare, false) ?? picked(there.spare, true)
}

/** Whom a counter would call, why, and whom it passed over for that. */
export type Choice = { ticket: Ticket; runnerUp: Ticket | null; helping: boolean }

/** Whom this counter calls next; null when nobody may be called. */
export const chooseNext = (
  state: State,
  number: number,
  counter: Pick<OpenCounter, 'stages' | 'helps'>,
  at: Instant,
): Choice | null => {
  const { stages, helps } = counter
  const { tickets } = state
  const pick = pickFor(
    { number, stages, helps },
    (stage) => queueOf(tickets, stage),
    at,
    (stage) => callableFromOf(tickets, stage),
  )
  return pick && { ticket: pick.first, runnerUp: pick.second, helping: pick.helping }
}

/**
 * The family that is called with a ticket (queue-rules section 2): the others of its party that wait for the same stage
 * with the same turn key, in the order of their turns. Nobody when the office does not call families together.
 */
export const familyOf = (state: State, { party, ticketId, stage, turnAt }: Ticket): readonly Ticket[] =>
  party === null || !state.office?.families.together
    ? []
    : withTurn(state.tickets, stage, turnAt).filter((other) => other.party === party && other.ticketId !== ticketId)

/** Members of a ticket's family that wait for its stage and are kept for this counter, in the order of their turns. */
export const familyKeptAt = (state: State, { party, stage }: Ticket, counter: number): readonly Ticket[] =>
  party === null
    ? []
    : queueOf(state.tickets, stage).filter((other) => other.party === party && other.reserved?.counter === counter)

/**
 * Whether a ticket of this stage can be kept for a counter: it is open and serves or helps the stage. While it pauses it
 * keeps only those who were sent to it by name.
 */
export const canKeep = (state: State, { counter, strict }: Reserved, stage: Slug): boolean => {
  const open = state.counters[counter]
  if (open === undefined || !(strict || open.paused === null)) return false
  return open.stages.includes(stage) || open.helps.includes(stage)
}

/** The ticket called to or served at this counter, if any. */
export const inHandAt = (state: State, counter: number): Ticket | undefined =>
  ticketBy(state.tickets, state.tickets.inHand[counter])

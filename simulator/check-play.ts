import type { Instant, Slug, TicketId } from '../protocol/ids.ts'
import type { EventOf, Reserved } from '../server/rules/events.ts'
import { MINUTE } from '../server/rules/state.ts'
import type { Policy } from './policy.ts'
import type { Logged } from './rules-desk.ts'

/**
 * What went wrong in a play, counted. The first three are 0 under the shipped rule.
 * `unjustOvertakes`: while somebody on time is entitled (now at or after `eff`), one without priority and with a later
 * `eff` is called before them to the first stage; not counted where both are called in one instant.
 * `keyViolations`: calls that passed over a smaller key, or helped while the own stage had somebody callable.
 * `boundViolations`: somebody who entered the stage more than `(r − e) + h + P` minutes later was called before, or
 * `(r − e) + h` among booked people without priority; null under rules that promise no bound.
 *
 * Members of a family who were called together with the one before them stand before that counter: they are not passed
 * when another counter calls. `passedWhileKept` counts those calls, as `unjustOvertakes` counts the others: the price of
 * calling families together, 0 with `families` off.
 */
export type Violations = {
  unjustOvertakes: number
  keyViolations: number
  boundViolations: number | null
  passedWhileKept: number
}

type Person = {
  ticketId: TicketId
  order: number
  tie: number
  party: string | undefined
  priority: boolean
  booked: boolean
  onTime: boolean
  effAt: Instant
  enteredAt: Instant
  turnAt: Instant
  shiftMin: number
  callableFromAt: Instant
  reserved: Reserved | null
  /** Called together with their family: they stand before that counter, so nobody passes them any more. */
  beckoned: boolean
  stage: Slug
  called: boolean
  /** When somebody was called before them who should not have been; settled by their own call. */
  passedAt: Instant[]
}
type Waiting = Map<TicketId, Person>
const NOBODY: Waiting = new Map()

/** Instants are milliseconds with rounding in the last digits. */
const ROUNDING_MS = 1

const personOf = (event: EventOf<'CheckedIn'>, at: Instant, others: Iterable<Person>): Person => {
  const { ticketId, order, party, priority, window, arrival, turnAt, shiftMin, callableFromAt, stage } = event
  const person: Person = {
    ...{ ticketId, order, party, turnAt, shiftMin, callableFromAt, stage },
    tie: event.tie ?? order,
    // Whoever joins a family that has priority goes with it.
    priority: priority || shiftMin < 0,
    booked: window !== null,
    onTime: arrival === 'early' || arrival === 'on-time',
    effAt: Math.max(at, window?.startAt ?? at),
    enteredAt: at,
    reserved: null,
    beckoned: false,
    called: false,
    passedAt: [],
  }
  if (party === undefined) return person
  // A family has one turn, which is that of the first of them.
  for (const other of others)
    if (other.party === party && other.turnAt === turnAt) {
      person.enteredAt = Math.min(person.enteredAt, other.enteredAt)
      person.effAt = Math.min(person.effAt, other.effAt)
    }
  return person
}

const beats = (a: Person, b: Person): boolean => (a.turnAt - b.turnAt || a.tie - b.tie || a.order - b.order) < 0

/**
 * Holds a play against the rule, from its log alone and without the dispatch code: an own model of who waits where.
 * Overrides by staff do not occur in plays.
 */
export const checkPlay = (log: readonly Logged[], { windows, families }: Policy): Violations => {
  const people = new Map<TicketId, Person>()
  const waiting = new Map<Slug, Waiting>()
  const duties = new Map<number, EventOf<'CounterOpened'>>()
  const found = {
    unjustOvertakes: 0,
    keyViolations: 0,
    boundViolations: windows.rule === 'window' ? 0 : null,
    passedWhileKept: 0,
  }

  const waitingFor = (stage: Slug): Waiting => waiting.get(stage) ?? NOBODY
  const enter = (person: Person, stage: Slug): void => {
    person.stage = stage
    const there = waiting.get(stage) ?? new Map()
    waiting.set(stage, there.set(person.ticketId, person))
  }
  const passesTooFar = (person: Person, passed: Person): boolean => {
    const plain = [person, passed].every(({ booked, priority }) => booked && !priority)
    const boundAt = passed.turnAt + (plain ? 0 : windows.priorityHeadStartMin * MINUTE)
    return person.enteredAt > boundAt + ROUNDING_MS
  }

  const check = (event: EventOf<'Called'>, person: Person, at: Instant): void => {
    const { stages = [], helps = [] } = duties.get(event.counter) ?? {}
    const mayTake = ({ callableFromAt, reserved }: Person) =>
      callableFromAt <= at && (reserved === null || reserved.counter === event.counter)
    const hasWaiting = (among: Slug[], test: (other: Person) => boolean): boolean => {
      for (const stage of among)
        for (const other of waitingFor(stage).values()) if (mayTake(other) && test(other)) return true
      return false
    }
    const isWrong =
      person.callableFromAt > at ||
      hasWaiting(event.helping ? helps : stages, (other) => beats(other, person)) ||
      (event.helping && hasWaiting(stages, () => true))
    if (isWrong) found.keyViolations += 1
    for (const other of waitingFor(event.stage).values()) {
      if (other === person) continue
      const isEntitled = other.onTime && !other.called && other.effAt <= at
      const isUnjust = isEntitled && other.effAt < person.effAt && !person.priority && !person.called
      if (other.beckoned) found.passedWhileKept += Number(isUnjust)
      else {
        if (isUnjust) other.passedAt.push(at)
        if (found.boundViolations !== null && passesTooFar(person, other)) found.boundViolations += 1
      }
    }
  }

  for (const { at, event } of log) {
    if (event.type === 'CounterOpened') duties.set(event.counter, event)
    if (event.type === 'CheckedIn') {
      const { party, ...alone } = event
      const person = personOf(families ? event : alone, at, people.values())
      people.set(person.ticketId, person)
      enter(person, event.stage)
    }
    const person = 'ticketId' in event ? people.get(event.ticketId) : undefined
    if (person === undefined) continue
    if (event.type === 'Called') {
      check(event, person, at)
      found.unjustOvertakes += person.passedAt.filter((passedAt) => passedAt < at).length
      person.passedAt = []
      waitingFor(event.stage).delete(person.ticketId)
      Object.assign(person, { called: true, reserved: null, beckoned: false })
      for (const member of event.together ?? []) {
        const kin = people.get(member)
        if (kin !== undefined)
          Object.assign(kin, { reserved: { counter: event.counter, strict: false }, beckoned: true })
      }
    }
    if (event.type === 'StageFinished' && event.next !== null) {
      const { stage, turnAt, shiftMin = person.shiftMin } = event.next
      Object.assign(person, { turnAt, shiftMin, enteredAt: at, callableFromAt: at, beckoned: false })
      enter(person, stage)
    }
    if (event.type === 'Returned') {
      Object.assign(person, { turnAt: event.turnAt, callableFromAt: at, reserved: event.reserved ?? null })
      enter(person, person.stage)
    }
  }
  for (const { passedAt } of people.values()) found.unjustOvertakes += passedAt.length
  return found
}

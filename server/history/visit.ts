import type { Arrival } from '../../protocol/faces.ts'
import type { Instant, LaneLetter, Slug, TicketId, Window } from '../../protocol/ids.ts'
import type { Range } from '../../protocol/range.ts'
import type { EventOf, OfficeEvent } from '../rules/events.ts'

/**
 * One case at a counter that ended: from start, resumption or take-over to its end. `ms` is its length. `stage`: that of the
 * stay, but for a whole journey kept on paper, whose stages are joined by `+`.
 */
type Case = { counter: number; stage: string; ms: number }

/** One stay at a stage, from entering it until it is finished or left for another. */
export type StageVisit = {
  stage: Slug
  /** From when waiting counts: `max(check-in, window start)` at the first stage, else the moment of entering. */
  readyAt: Instant
  /** The range that was first shown for it, null when none was. */
  promised: Range | null
  /** The first call, which is the outcome of the promise. */
  calledAt: Instant | null
  calls: number
  /** Calls by a counter that helped out. */
  helped: number
  recalls: number
  misses: number
  parks: number
  cases: readonly Case[]
}

/** One ticket through its day, as far as figures need it: no number, no code, no name. */
export type Visit = {
  lane: LaneLetter
  arrival: Arrival
  walkInReason: Slug | null
  window: Window | null
  incomplete: boolean
  checkedInAt: Instant
  /** `max(check-in, window start)`: from here on waiting counts. */
  readyAt: Instant
  calledAt: Instant | null
  /** Milliseconds waited until now, at all stages and after every return, without the wait that goes on. */
  waitedMs: number
  /** From when the wait that goes on counts; null while nobody waits. */
  waitsFromAt: Instant | null
  stages: readonly StageVisit[]
  /** Who has it in hand, and since when the case goes on, null while it is only called. */
  hand: { counter: number; startedAt: Instant | null } | null
  endedAt: Instant | null
  outcome: EventOf<'StageFinished'>['outcome'] | null
}

const enter = (stage: Slug, readyAt: Instant, promised: Range | null | undefined): StageVisit => ({
  stage,
  readyAt,
  promised: promised ? { fromAt: promised.fromAt, untilAt: promised.untilAt } : null,
  calledAt: null,
  ...{ calls: 0, helped: 0, recalls: 0, misses: 0, parks: 0, cases: [] },
})

/** The visit that begins with a number, which may have been typed in from paper afterwards. */
export const beginVisit = (event: EventOf<'CheckedIn'>, at: Instant): Visit => {
  const cameAt = event.cameAt ?? at
  const readyAt = Math.max(cameAt, event.window?.startAt ?? cameAt)
  return {
    lane: event.letter,
    arrival: event.arrival,
    walkInReason: event.walkInReason ?? null,
    window: event.window,
    incomplete: event.incomplete === true,
    checkedInAt: cameAt,
    readyAt,
    calledAt: null,
    waitedMs: 0,
    waitsFromAt: readyAt,
    stages: [enter(event.stage, readyAt, event.forecast)],
    hand: null,
    endedAt: null,
    outcome: null,
  }
}

const atStage = (visit: Visit, change: (now: StageVisit) => Partial<StageVisit>): readonly StageVisit[] =>
  visit.stages.map((stage, k) => (k === visit.stages.length - 1 ? { ...stage, ...change(stage) } : stage))

/** The stages after the case in hand ended, if one went on. */
const caseEnded = ({ hand, stages, ...visit }: Visit, at: Instant): readonly StageVisit[] =>
  hand === null || hand.startedAt === null
    ? stages
    : atStage({ ...visit, hand, stages }, ({ stage, cases }) => ({
        cases: [...cases, { counter: hand.counter, stage, ms: at - (hand.startedAt ?? at) }],
      }))

/** Events that change one visit; all but the undoing, which brings back what was before. */
export type VisitEvent = EventOf<
  | 'Called'
  | 'Recalled'
  | 'Started'
  | 'Missed'
  | 'Parked'
  | 'Resumed'
  | 'Returned'
  | 'StageFinished'
  | 'Transferred'
  | 'TakenOver'
  | 'Reassigned'
  | 'TicketCancelled'
  | 'ServedOnPaper'
>

/** Whether an event is about one visit, and which. */
export const isOfVisit = (event: OfficeEvent): event is VisitEvent => VISIT_EVENTS.has(event.type)

const VISIT_EVENTS: ReadonlySet<OfficeEvent['type']> = new Set<VisitEvent['type']>([
  ...(['Called', 'Recalled', 'Started', 'Missed', 'Parked', 'Resumed'] as const),
  ...(['Returned', 'StageFinished', 'Transferred', 'TakenOver'] as const),
  ...(['Reassigned', 'TicketCancelled', 'ServedOnPaper'] as const),
])

/** Which ticket an act at a counter can be taken back for, null when the act is none of those. */
export const undoableTicket = (event: OfficeEvent): { counter: number; ticketId: TicketId } | null =>
  event.type === 'Called' || event.type === 'StageFinished' || event.type === 'Missed' ? event : null

/** The visit after one of its events. */
export const evolveVisit = (visit: Visit, event: VisitEvent, at: Instant): Visit => {
  switch (event.type) {
    case 'Called':
      return {
        ...visit,
        calledAt: visit.calledAt ?? at,
        waitedMs: visit.waitedMs + (visit.waitsFromAt === null ? 0 : Math.max(0, at - visit.waitsFromAt)),
        waitsFromAt: null,
        hand: { counter: event.counter, startedAt: null },
        stages: atStage(visit, ({ calledAt, calls, helped }) => ({
          calledAt: calledAt ?? at,
          calls: calls + 1,
          helped: helped + (event.helping ? 1 : 0),
        })),
      }
    case 'Recalled':
      return { ...visit, stages: atStage(visit, ({ recalls }) => ({ recalls: recalls + 1 })) }
    case 'Started':
      return { ...visit, hand: { counter: event.counter, startedAt: at } }
    case 'Missed':
      // Whoever did not come is not waiting for the office until they may be called again.
      return {
        ...visit,
        hand: null,
        waitsFromAt: event.again?.callableFromAt ?? null,
        stages: atStage(visit, ({ misses }) => ({ misses: misses + 1 })),
      }
    case 'Parked':
      return {
        ...visit,
        hand: null,
        stages: atStage({ ...visit, stages: caseEnded(visit, at) }, ({ parks }) => ({ parks: parks + 1 })),
      }
    case 'Resumed':
      return { ...visit, hand: { counter: event.counter, startedAt: at } }
    case 'Returned':
      return { ...visit, waitsFromAt: at }
    case 'TakenOver':
      return {
        ...visit,
        stages: caseEnded(visit, at),
        hand: { counter: event.counter, startedAt: visit.hand?.startedAt == null ? null : at },
      }
    case 'Transferred':
      return {
        ...visit,
        hand: null,
        waitsFromAt: at,
        stages: [...caseEnded(visit, at), enter(event.stage, at, null)],
      }
    case 'Reassigned': {
      // Whoever waits goes on waiting, and not from before their own time.
      const waitsFromAt = visit.waitsFromAt ?? at
      const stages = caseEnded(visit, at)
      const stays = stages.at(-1)?.stage === event.stage
      const next = stays ? [] : [enter(event.stage, Math.max(at, waitsFromAt), null)]
      return { ...visit, hand: null, waitsFromAt, stages: [...stages, ...next] }
    }
    case 'TicketCancelled':
      return {
        ...{ ...visit, hand: null, waitsFromAt: null, stages: caseEnded(visit, at) },
        ...{ endedAt: at, outcome: 'withdrawn' },
      }
    case 'ServedOnPaper': {
      const { counter, stages, calledAt, doneAt } = event
      const whole = { counter, stage: stages.join('+'), ms: doneAt - calledAt }
      return {
        ...{ ...visit, calledAt, waitedMs: Math.max(0, calledAt - visit.readyAt), waitsFromAt: null },
        ...{ endedAt: doneAt, outcome: 'completed' },
        stages: atStage(visit, ({ cases }) => ({ calledAt, cases: [...cases, whole] })),
      }
    }
    case 'StageFinished': {
      const stages = caseEnded(visit, at)
      if (event.next === null) return { ...visit, hand: null, stages, endedAt: at, outcome: event.outcome }
      const next = enter(event.next.stage, at, event.next.forecast)
      return { ...visit, hand: null, stages: [...stages, next], waitsFromAt: at }
    }
  }
}

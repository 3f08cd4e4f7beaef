import type { Undoable } from '../../protocol/commands.ts'
import type { Instant, TicketId } from '../../protocol/ids.ts'
import { canKeep } from './dispatch.ts'
import type { EventOf } from './events.ts'
import type { Call, Kiosk, OpenCounter, State } from './state.ts'
import type { Ticket } from './ticket.ts'
import { everyTicket, putTicket, ticketBy } from './tickets.ts'

const NO_KIOSK: Kiosk = { visit: null, staffCalledAt: null }
const CALLS_KEPT = 24

/** A replay of a journal that another version wrote must not fail, so a ticket that is not known changes nothing. */
export const withTicket = (state: State, ticketId: TicketId, change: (ticket: Ticket) => Partial<Ticket>): State => {
  const ticket = ticketBy(state.tickets, ticketId)
  if (ticket === undefined) return state
  return { ...state, tickets: putTicket(state.tickets, { ...ticket, ...change(ticket) }) }
}

/** The state with something changed at one kiosk. */
export const withKiosk = (state: State, kiosk: string, change: Partial<Kiosk>): State => ({
  ...state,
  kiosks: { ...state.kiosks, [kiosk]: { ...(state.kiosks[kiosk] ?? NO_KIOSK), ...change } },
})

/** The state with something changed at one open counter; a closed one stays closed. */
export const withCounter = (state: State, counter: number, change: Partial<OpenCounter>): State => {
  const open = state.counters[counter]
  return open === undefined ? state : { ...state, counters: { ...state.counters, [counter]: { ...open, ...change } } }
}

const withCall = (state: State, call: Call): State => ({
  ...state,
  callNo: call.callNo,
  calls: [call, ...state.calls].slice(0, CALLS_KEPT),
})

/** Remembers the ticket as it stands before an act, so that the counter can take the act back. */
const withUndo = (
  state: State,
  counter: number,
  act: Undoable,
  ticketId: TicketId,
  at: Instant,
  kept: readonly TicketId[] = [],
): State => {
  const before = ticketBy(state.tickets, ticketId)
  return before === undefined ? state : withCounter(state, counter, { undo: { act, at, before, kept } })
}

/** Nobody can take back what was done to this ticket before. */
export const withoutUndo = (state: State, ticketId: TicketId): State =>
  Object.entries(state.counters)
    .filter(([, { undo }]) => undo?.before.ticketId === ticketId)
    .reduce((now, [counter]) => withCounter(now, Number(counter), { undo: null }), state)

/** Nobody is kept for this counter any more; with `strict` also those who were sent to it by name. */
export const release = (state: State, counter: number, strict: boolean): State =>
  everyTicket(state.tickets)
    .filter(({ reserved }) => reserved?.counter === counter && (strict || !reserved.strict))
    .reduce((now, { ticketId }) => withTicket(now, ticketId, () => ({ reserved: null })), state)

/** A number was given. */
export const evolveCheckedIn = (state: State, event: EventOf<'CheckedIn'>, at: Instant): State => {
  const { visitId, kiosk, type: _, party, tie, walkInReason, forecast, by, cameAt = at, ...facts } = event
  const ticket: Ticket = {
    ...facts,
    kiosk,
    party: party ?? null,
    tie: tie ?? event.order,
    walkInReason: walkInReason ?? null,
    forecast: forecast ?? null,
    promised: forecast ?? null,
    checkedInAt: cameAt,
    enteredAt: cameAt,
    done: [],
    reserved: null,
    misses: 0,
    asked: [],
    papers: 0,
    standing: { status: 'waiting' },
  }
  const given: State = {
    ...state,
    tickets: putTicket(state.tickets, ticket),
    lastNumber: { ...state.lastNumber, [event.letter]: Number(event.number.slice(1)) },
    checkIns: event.order,
  }
  if (by === 'staff') return given
  const { arrival: verdict, ticketId, key } = event
  return withKiosk(given, kiosk, { visit: { visitId, at, verdict, ticketId, key, booked: null } })
}

/** Somebody is called; the family that is called with them is kept for the same counter. */
export const evolveCalled = (state: State, event: EventOf<'Called'>, at: Instant): State => {
  const { callNo, ticketId, counter, together = [] } = event
  const kept = together.filter((member) => ticketBy(state.tickets, member)?.reserved?.counter !== counter)
  const called = withTicket(withUndo(state, counter, 'call', ticketId, at, kept), ticketId, () => ({
    reserved: null,
    standing: { status: 'called', counter, calledAt: at, lastCalledAt: at, times: 1 },
  }))
  const waits = kept.reduce(
    (now, member) => withTicket(now, member, () => ({ reserved: { counter, strict: false } })),
    called,
  )
  return withCall(waits, { callNo, ticketId, counter, at, times: 1, together })
}

/** Who was called with a ticket that is called again. */
const togetherOf = (state: State, { ticketId, counter }: EventOf<'Recalled'>): readonly TicketId[] =>
  state.calls.find((call) => call.ticketId === ticketId && call.counter === counter)?.together ?? []

/** The call is repeated. */
export const evolveRecalled = (state: State, event: EventOf<'Recalled'>, at: Instant): State => {
  const standing = ticketBy(state.tickets, event.ticketId)?.standing
  if (standing?.status !== 'called') return state
  const times = standing.times + 1
  return withCall(
    withTicket(state, event.ticketId, () => ({ standing: { ...standing, lastCalledAt: at, times } })),
    {
      callNo: event.callNo,
      ticketId: event.ticketId,
      counter: event.counter,
      at,
      times,
      together: togetherOf(state, event),
    },
  )
}

/** A stage is over: on to the next one or home. */
export const evolveStageFinished = (state: State, event: EventOf<'StageFinished'>, at: Instant): State => {
  const { ticketId, counter, stage, outcome, next } = event
  return withTicket(withUndo(state, counter, 'finish', ticketId, at), ticketId, ({ shiftMin, done }) =>
    next === null
      ? { forecast: null, standing: { status: 'done', outcome, doneAt: at } }
      : {
          stage: next.stage,
          done: [...done, stage],
          turnAt: next.turnAt,
          shiftMin: next.shiftMin ?? shiftMin,
          forecast: next.forecast ?? null,
          promised: next.forecast ?? null,
          enteredAt: at,
          callableFromAt: at,
          misses: 0,
          standing: { status: 'waiting' },
        },
  )
}

/** Nobody came to the call. */
export const evolveMissed = (state: State, event: EventOf<'Missed'>, at: Instant): State =>
  withTicket(withUndo(state, event.counter, 'no-show', event.ticketId, at), event.ticketId, ({ misses }) =>
    event.again === null
      ? { misses: misses + 1, forecast: null, standing: { status: 'missed', sinceAt: at } }
      : { ...event.again, misses: misses + 1, standing: { status: 'waiting' } },
  )

/**
 * The ticket stands as before the act; papers that came out meanwhile stay counted. A call that was none is off the
 * screens, and the family that it kept waits for all again.
 */
export const evolveUndone = (state: State, event: EventOf<'Undone'>): State => {
  const { counter, act, ticketId } = event
  const undo = state.counters[counter]?.undo
  if (undo?.before.ticketId !== ticketId) return state
  const { before, kept } = undo
  const back = withTicket(withCounter(state, counter, { undo: null }), ticketId, ({ papers }) => ({
    ...before,
    papers,
    reserved: before.reserved && canKeep(state, before.reserved, before.stage) ? before.reserved : null,
  }))
  if (act !== 'call') return back
  const calls = back.calls.filter((call) => call.ticketId !== ticketId || call.counter !== counter || call.at < undo.at)
  return kept.reduce<State>(
    (now, member) =>
      withTicket(now, member, ({ reserved }) =>
        reserved?.counter === counter && !reserved.strict ? { reserved: null } : {},
      ),
    { ...back, calls },
  )
}

import type { LaneFace, ShownCall, ZoneFace } from '../../protocol/faces.ts'
import type { Instant, Slug, Window } from '../../protocol/ids.ts'
import type { Office, Service, Stage } from '../../protocol/office.ts'
import type { Range } from '../../protocol/range.ts'
import type { Queued, Slip } from '../../protocol/views.ts'
import { latestStartAt } from '../rules/percepatan.ts'
import type { Call, State } from '../rules/state.ts'
import type { Ticket } from '../rules/ticket.ts'
import { ticketBy } from '../rules/tickets.ts'

/** What every view needs besides the state. */
export type Frame = {
  epoch: string
  seq: number
  at: Instant
  /** Token of a ticket's status page. */
  tokenOf: (ticketId: string) => string
}

/** The fields at the top of every view. Views exist only once an office is configured. */
export const headOf = (state: State, office: Office, frame: Frame) => ({
  epoch: frame.epoch,
  seq: frame.seq,
  at: frame.at,
  office: { name: office.name, zone: office.zone },
  day: state.day?.status === 'open' ? state.day.day : null,
})

const NOWHERE = { id: '-', en: '-' }

/** A lane as screens draw it. A lane that was taken out of the document while tickets of it live keeps its letter. */
export const laneFace = (office: Office, letter: string): LaneFace => {
  const lane = office.lanes.find((each) => each.letter === letter)
  return lane
    ? { letter: lane.letter, name: lane.name, shape: lane.shape }
    : { letter, name: { id: `Jalur ${letter}`, en: `Lane ${letter}` }, shape: 'square' }
}

/** The service and stage of a ticket, where the document still knows them. */
export const termsOf = (
  office: Office,
  ticket: Ticket,
): { service: Service | undefined; stage: Stage | undefined } => ({
  service: office.services.find(({ id }) => id === ticket.service),
  stage: office.stages.find(({ id }) => id === ticket.stage),
})

/** When a ticket is likely called, as it is shown; null when none is known and for one that does not wait. */
export const rangeOf = ({ standing, forecast }: Ticket): Range | null =>
  standing.status === 'waiting' && forecast !== null ? { fromAt: forecast.fromAt, untilAt: forecast.untilAt } : null

/** What paper and screens say of a ticket; no field of the ticket gets out that is not named here. */
export const ticketFace = (office: Office, ticket: Ticket) => {
  const { service, stage } = termsOf(office, ticket)
  return {
    number: ticket.number,
    lane: laneFace(office, ticket.letter),
    service: service?.name ?? NOWHERE,
    window: ticket.window,
    checkedInAt: ticket.checkedInAt,
    arrival: ticket.arrival,
    priority: ticket.priority,
    turnAt: ticket.turnAt,
    callableFromAt: ticket.callableFromAt,
    setBackMin: Math.max(0, ticket.shiftMin),
    range: rangeOf(ticket),
    stage: stage?.name ?? NOWHERE,
    waitAt: stage?.waitAt ?? NOWHERE,
    documents: service?.documents ?? [],
  } satisfies Partial<Slip>
}

const firstStage = (office: Office, ticket: Ticket): boolean =>
  termsOf(office, ticket).service?.journey[0] === ticket.stage

/** A waiting ticket as a row of the queue. */
export const queuedFace = (state: State, office: Office, ticket: Ticket, at: Instant): Queued => {
  const first = firstStage(office, ticket)
  const { window } = ticket
  const held = at < ticket.callableFromAt || (first && window !== null && at < window.startAt)
  const condition = held
    ? 'held'
    : ticket.shiftMin > 0 || ticket.misses > 0
      ? 'set-back'
      : first && window !== null && at >= window.endAt
        ? 'passed'
        : 'ready'
  return {
    ticketId: ticket.ticketId,
    number: ticket.number,
    lane: laneFace(office, ticket.letter),
    window,
    stage: ticket.stage,
    arrival: ticket.arrival,
    turnAt: ticket.turnAt,
    callableFromAt: ticket.callableFromAt,
    range: rangeOf(ticket),
    keptFor: ticket.reserved?.counter ?? null,
    setBackMin: Math.max(0, ticket.shiftMin),
    priority: ticket.priority,
    startBy: latestStartAt(state, ticket),
    condition,
  }
}

/** Where a counter stands, null where the office has no zones or does not say. */
export const zoneOf = (office: Office, counter: number): Slug | null =>
  office.counters.find(({ number }) => number === counter)?.zone ?? null

/** A zone as screens name it; null for none. */
export const zoneFace = (office: Office, zone: Slug | null): ZoneFace | null => {
  const found = office.zones.find(({ id }) => id === zone)
  return found ? { name: found.name, floor: found.floor } : null
}

/** A call as a display of a zone (null: of the whole office) shows it; null when its ticket is no longer known. */
export const callFace = (state: State, office: Office, call: Call, zone: Slug | null): ShownCall | null => {
  const ticket = ticketBy(state.tickets, call.ticketId)
  if (ticket === undefined) return null
  const { callNo, counter, at, times, together } = call
  const there = zoneOf(office, counter)
  return {
    callNo,
    number: ticket.number,
    counter,
    at,
    times,
    lane: laneFace(office, ticket.letter),
    window: ticket.window,
    together: together.flatMap((member) => ticketBy(state.tickets, member)?.number ?? []).sort(),
    zone: there === zone ? null : zoneFace(office, there),
  }
}

/** The booked window that the clock is in, the earliest where several overlap. */
export const windowInService = (state: State, at: Instant): Window | null => {
  const day = state.day?.day
  let serving: Window | null = null
  for (const { window, day: booked } of Object.values(state.bookings))
    if (booked === day && window.startAt <= at && at < window.endAt)
      if (serving === null || window.startAt < serving.startAt) serving = window
  return serving
}

import type { ShownCall } from '../../protocol/faces.ts'
import type { Instant, Slug } from '../../protocol/ids.ts'
import type { Lane, Office } from '../../protocol/office.ts'
import type { DisplayView } from '../../protocol/views.ts'
import { todaysPlan } from '../rules/calendar.ts'
import { CALL_LIVE_MS } from '../rules/deadlines.ts'
import type { Call, State } from '../rules/state.ts'
import type { Ticket } from '../rules/ticket.ts'
import { byTurn, queueOf, ticketBy } from '../rules/tickets.ts'
import { callFace, type Frame, headOf, laneFace, rangeOf, windowInService, zoneFace, zoneOf } from './faces.ts'
import { hoursFace } from './hours-face.ts'

/** A call is live until its person is there, or nobody came for a minute; a recall replaces the call before it. */
const isLive = (ticket: Ticket | undefined, call: ShownCall, at: number): boolean =>
  ticket?.standing.status === 'called' &&
  ticket.standing.lastCalledAt === call.at &&
  ticket.standing.counter === call.counter &&
  at - call.at < CALL_LIVE_MS

/** Zone of the display at a place, null for the whole office. */
export const zoneOfDisplay = (office: Office, place: string): Slug | null =>
  office.displays.find((display) => display.place === place)?.zone ?? null

/** Stages that a zone's counters serve as their own; all of them without a zone. */
const stagesOf = (office: Office, zone: Slug | null): Slug[] =>
  zone === null
    ? office.stages.map(({ id }) => id)
    : office.counters.filter((counter) => counter.zone === zone).flatMap(({ stages }) => stages)

/** Whether tickets of a lane can come to one of these stages: those of priority and walk-in have any service. */
const comesTo = (office: Office, lane: Lane, stages: readonly Slug[]): boolean =>
  lane.kind === 'priority' ||
  lane.kind === 'walk-in' ||
  office.services.some(
    ({ lane: letter, journey }) => letter === lane.letter && journey.some((id) => stages.includes(id)),
  )

/** A call belongs to the zone of its counter, and to where its person waits: a helping counter may stand elsewhere. */
const concerns = (state: State, office: Office, call: Call, zone: Slug, stages: readonly Slug[]): boolean => {
  const stage = ticketBy(state.tickets, call.ticketId)?.stage
  return zoneOf(office, call.counter) === zone || (stage !== undefined && stages.includes(stage))
}

const numbersUntil = (state: State, office: Office): Instant | null => {
  const plan = todaysPlan(state)
  if (plan === null || plan === 'always' || office.hours?.numbersWhenClosed) return null
  return Math.min(plan.numbers.endAt, plan.closeAt)
}

/** What a waiting-room display shows: numbers, counters, lanes and windows, nobody's name. */
export const displayView = (state: State, office: Office, place: string, frame: Frame): DisplayView => {
  const zone = zoneOfDisplay(office, place)
  const counter = office.displays.find((display) => display.place === place)?.counter ?? null
  const stages = [...new Set(stagesOf(office, zone))]
  const live: ShownCall[] = []
  const last: ShownCall[] = []
  const seen = new Set<string>()
  for (const call of state.calls) {
    if (counter !== null && call.counter !== counter) continue
    if (zone !== null && !concerns(state, office, call, zone, stages)) continue
    const shown = callFace(state, office, call, zone)
    const once = `${call.ticketId} ${call.counter}`
    if (shown === null || seen.has(once)) continue
    seen.add(once)
    if (live.length < 3 && isLive(ticketBy(state.tickets, call.ticketId), shown, frame.at)) live.push(shown)
    else if (last.length < 5) last.push(shown)
  }
  const waiting = stages.flatMap((stage) => queueOf(state.tickets, stage))
  const lanes = office.lanes
    .filter((lane) => comesTo(office, lane, stages))
    .map((lane) => {
      const own = waiting.filter(({ letter }) => letter === lane.letter)
      const next = own.sort(byTurn)[0]
      return {
        lane: laneFace(office, lane.letter),
        next: next?.number ?? null,
        range: next ? rangeOf(next) : null,
        waiting: own.length,
      }
    })
  return {
    role: 'display',
    ...headOf(state, office, frame),
    live,
    last,
    lanes,
    serving: windowInService(state, frame.at),
    zone: zoneFace(office, zone),
    counter,
    hours: hoursFace(state, office, frame.at),
    numbersUntilAt: numbersUntil(state, office),
    outage: state.outage,
    announcement: state.announcement,
    ticker: office.ticker,
    voice: office.voice,
  }
}

import type { Place } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { reckonArrival, reckonWalkIn } from './arrival.ts'
import { midnightOf } from './civil.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import type { OfficeEvent } from './events.ts'
import { type Desk, deskOf, issueTicket } from './issue-ticket.ts'
import { laneFor, serviceOf, windowsOf } from './lanes.ts'
import type { State } from './state.ts'
import { ticketBy, ticketIdOf } from './tickets.ts'

/** Where numbers of the desk are given when no paper is printed: no kiosk. */
const NO_KIOSK: Place = 'desk'

/** The office on its open day, at a kiosk where the paper comes out, or without one. */
const paperDesk = (state: State, kiosk: Place | null): Desk | Decision => {
  if (kiosk !== null) return deskOf(state, kiosk)
  if (state.office === null) return refuse('office-not-ready')
  return state.day?.status === 'open'
    ? { office: state.office, day: state.day.day, printer: '' }
    : refuse('day-not-open')
}

/** Whether times are in their order, within the business day, and not in the future. */
const arePossible = (day: string, office: Office, at: number, times: readonly number[]): boolean =>
  [midnightOf(day, office.zone), ...times, at].every((time, i, all) => i === 0 || (all[i - 1] ?? 0) <= time)

/**
 * A visit that was kept on paper while the office could not give numbers, typed in with the times on that paper. Its turn
 * is what the rules would have reckoned then, from `cameAt`: whoever came since has theirs unchanged and is passed only by
 * as many as came before. A visit that is over already (`served`) is recorded with its times and waits for nobody.
 *
 * The booking's own window, service and priority count where the list has the code; else what is on the letter. A code that
 * has a ticket today gets no second one: nothing is recorded, and the answer names its number. Refused with
 * `time-impossible` for times out of order, of another day or in the future, `unknown-booking` for what is no code,
 * `unknown-place` for a counter or kiosk that the office has not.
 */
export const decideEnterPaperVisit = (state: State, command: SealedOf<'EnterPaperVisit'>, at: number): Decision => {
  const { commandId: visitId, presented, kiosk, cameAt, served } = command
  const desk = paperDesk(state, kiosk)
  if ('status' in desk) return desk
  const { office, day } = desk
  if (!arePossible(day, office, at, [cameAt, ...(served === null ? [] : [served.calledAt, served.doneAt])]))
    return refuse('time-impossible')
  if (served !== null && !office.counters.some(({ number }) => number === served.counter))
    return refuse('unknown-place')
  if (presented !== null && presented.status !== 'code') return refuse('unknown-booking')
  const key = presented?.key ?? null
  const known = key === null ? undefined : ticketBy(state.tickets, ticketIdOf(state.tickets, key))
  if (known !== undefined) return take([], { kind: 'check-in', visitId, verdict: 'already-in', number: known.number })

  const booking = state.bookings[key ?? ''] ?? null
  const service = serviceOf(office, booking?.service ?? command.service)
  if (service === undefined) return refuse('unknown-service')
  const priority = booking?.priority ?? command.priority
  const isOfToday = booking?.status === 'booked' && booking.day === day
  const stated = booking === null ? command.window : isOfToday ? booking.window : null
  const lane = laneFor(office, service, { priority, walkIn: key === null && stated === null })
  const windows = windowsOf(office, lane)
  const kept = stated === null ? 'too-late' : reckonArrival({ window: stated, priority }, cameAt, windows)
  const [turn, window] = kept === 'too-late' ? [reckonWalkIn(priority, cameAt, windows), null] : [kept, stated]
  const giving = { visitId, kiosk: kiosk ?? NO_KIOSK, at: cameAt, override: null }
  const given = issueTicket(
    state,
    desk,
    giving,
    { service, priority, key, window, booking, walkInReason: null },
    lane,
    turn,
  )
  if (given.status === 'refused') return given
  return take(
    [
      ...given.events.flatMap((event) => onPaper(event, command)),
      ...servedEvents(given.events, command, service.journey),
    ],
    given.result,
  )
}

/** A number of the desk: by staff, with the time of the visitor's coming; without a paper where nobody waits for one. */
const onPaper = (event: OfficeEvent, { kiosk, cameAt, served }: SealedOf<'EnterPaperVisit'>): OfficeEvent[] => {
  if (event.type === 'CheckedIn') return [{ ...event, by: 'staff', cameAt }]
  return event.type === 'SlipQueued' && (kiosk === null || served !== null) ? [] : [event]
}

const servedEvents = (
  events: readonly OfficeEvent[],
  { served }: SealedOf<'EnterPaperVisit'>,
  stages: string[],
): OfficeEvent[] =>
  served === null
    ? []
    : events.flatMap((event) =>
        event.type === 'CheckedIn' ? [{ type: 'ServedOnPaper', ticketId: event.ticketId, stages, ...served }] : [],
      )

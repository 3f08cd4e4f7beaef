import type { Sender } from '../../protocol/roles.ts'
import { reckonArrival, reckonWalkIn, type Turn } from './arrival.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import type { Booking, EventOf, OfficeEvent } from './events.ts'
import { nextNumber, nextSlipId, ticketIdOf } from './numbering.ts'
import { MINUTE, type State, type Ticket } from './state.ts'

/** The verdicts that end without a ticket. */
type Away = EventOf<'TurnedAway'>['verdict']

const turnAway = (visitId: string, sender: Sender, verdict: Away, booking: Booking | null): Decision => {
  const booked = booking === null ? null : { day: booking.day, window: booking.window }
  return take([{ type: 'TurnedAway', visitId, kiosk: sender.place, verdict, key: booking?.key ?? null, booked }], {
    kind: 'check-in',
    visitId,
    verdict,
    number: null,
  })
}

/** A second scan changes nothing, except that it brings back a ticket that missed its calls. */
const checkInAgain = (visitId: string, sender: Sender, ticket: Ticket, at: number): Decision => {
  const over = ticket.standing.status === 'done' || ticket.standing.status === 'ended'
  const verdict = over ? 'ended' : 'already-in'
  const events: OfficeEvent[] = [
    { type: 'CheckedInAgain', visitId, kiosk: sender.place, ticketId: ticket.ticketId, verdict },
  ]
  if (ticket.standing.status === 'missed')
    events.push({ type: 'Returned', ticketId: ticket.ticketId, turnAt: at + ticket.shiftMin * MINUTE })
  return take(events, { kind: 'check-in', visitId, verdict, number: ticket.number })
}

const issueTicket = (state: State, visitId: string, sender: Sender, booking: Booking, turn: Turn): Decision => {
  const { office, day } = state
  const service = office?.services.find(({ id }) => id === booking.service)
  const kiosk = office?.kiosks.find(({ place }) => place === sender.place)
  const stage = service?.journey[0]
  if (office === null || day === null || kiosk === undefined) return refuse('unknown-place')
  if (service === undefined || stage === undefined) return refuse('unknown-service')
  const ofKind = (kind: string) => office.lanes.find((lane) => lane.kind === kind)?.letter
  const letter =
    (booking.priority ? ofKind('priority') : turn.arrival === 'walk-in' ? ofKind('walk-in') : null) ?? service.lane
  const number = nextNumber(state, letter)
  const ticketId = ticketIdOf(day.day, number)
  return take(
    [
      {
        type: 'CheckedIn',
        visitId,
        kiosk: sender.place,
        ticketId,
        number,
        order: state.checkIns + 1,
        letter,
        service: service.id,
        key: booking.key,
        priority: booking.priority,
        window: turn.arrival === 'walk-in' ? null : booking.window,
        ...turn,
        stage,
      },
      {
        type: 'SlipQueued',
        slipId: nextSlipId({ ticketId, papers: 0 }),
        ticketId,
        printer: kiosk.printer,
        mark: 'original',
      },
    ],
    { kind: 'check-in', visitId, verdict: turn.arrival, number },
  )
}

/**
 * Somebody presented a code. Every outcome is a fact, also the ones without a ticket, because how many come on the wrong
 * day or too late is what an office wants to know. Refused only where the sender cannot ask: no day is open, or the
 * kiosk is not in the office's document.
 */
export const decideCheckIn = (state: State, command: SealedOf<'CheckIn'>, sender: Sender, at: number): Decision => {
  const { office, day } = state
  if (office === null) return refuse('office-not-ready')
  if (day?.status !== 'open') return refuse('day-not-open')
  if (!office.kiosks.some(({ place }) => place === sender.place)) return refuse('unknown-place')
  const { commandId: visitId, presented } = command
  if (presented.status === 'billing-code') return turnAway(visitId, sender, 'billing-code', null)
  if (presented.status === 'unreadable') return turnAway(visitId, sender, 'unknown', null)
  const ticket = state.tickets[state.ticketOf[presented.key] ?? '']
  if (ticket !== undefined) return checkInAgain(visitId, sender, ticket, at)
  const booking = state.bookings[presented.key]
  if (booking === undefined) return turnAway(visitId, sender, 'unknown', null)
  if (booking.status !== 'booked') return turnAway(visitId, sender, booking.status, booking)
  if (booking.day !== day.day) return turnAway(visitId, sender, 'wrong-day', booking)
  const turn = reckonArrival(booking, at, office.windows)
  return turn === 'too-late'
    ? turnAway(visitId, sender, turn, booking)
    : issueTicket(state, visitId, sender, booking, turn)
}

/** The visitor whose window is long past says yes to a number without appointment. */
export const decideTakeNumberAnyway = (
  state: State,
  command: SealedOf<'TakeNumberAnyway'>,
  sender: Sender,
  at: number,
): Decision => {
  const { office, day } = state
  if (office === null) return refuse('office-not-ready')
  if (day?.status !== 'open') return refuse('day-not-open')
  const visit = state.kiosks[sender.place]?.visit
  if (visit?.visitId !== command.visitId || visit.verdict !== 'too-late') return refuse('nothing-offered')
  const booking = state.bookings[visit.key ?? '']
  if (booking === undefined) return refuse('nothing-offered')
  const ticket = state.tickets[state.ticketOf[booking.key] ?? '']
  if (ticket !== undefined) return checkInAgain(command.commandId, sender, ticket, at)
  return issueTicket(state, command.commandId, sender, booking, reckonWalkIn(booking.priority, at, office.windows))
}

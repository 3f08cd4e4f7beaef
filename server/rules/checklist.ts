import type { Sender } from '../../protocol/roles.ts'
import { checkInAgain } from './check-in.ts'
import { type Decision, refuse, type SealedOf } from './decision.ts'
import { deskOf, issueTicket } from './issue-ticket.ts'
import { keptBooking } from './kept-booking.ts'
import { serviceOf } from './lanes.ts'
import type { State } from './state.ts'
import { ticketBy } from './tickets.ts'

/**
 * The visitor has answered about the originals and gets the number, whatever the answer: nobody is sent home for papers by
 * a machine. The arrival is that of the scan, so reading the list costs nobody their hour. `nothing-offered` where this kiosk
 * did not just ask, or the booking has changed since.
 */
export const decideConfirmDocuments = (
  state: State,
  command: SealedOf<'ConfirmDocuments'>,
  sender: Sender,
  at: number,
): Decision => {
  const desk = deskOf(state, sender.place)
  if ('status' in desk) return desk
  const visit = state.kiosks[sender.place]?.visit
  if (visit?.visitId !== command.visitId || visit.verdict !== 'checklist') return refuse('nothing-offered')
  const booking = state.bookings[visit.key ?? '']
  if (booking?.status !== 'booked' || booking.day !== desk.day) return refuse('nothing-offered')
  const here = { visitId: command.commandId, kiosk: sender.place, at }
  const ticket = ticketBy(state.tickets, state.ticketOf[booking.key])
  if (ticket !== undefined) return checkInAgain(state, ticket, here)
  const service = serviceOf(desk.office, booking.service)
  if (service === undefined) return refuse('unknown-service')
  const kept = keptBooking(desk.office, booking, service, visit.at)
  if (kept === null) return refuse('nothing-offered')
  const giving = { ...here, override: null, incomplete: command.incomplete }
  return issueTicket(state, desk, giving, kept.applicant, kept.lane, kept.turn)
}

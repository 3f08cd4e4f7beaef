import type { Office } from '../../protocol/office.ts'
import type { KioskView, Visit } from '../../protocol/views.ts'
import type { State, Ticket } from '../rules/state.ts'
import { type Frame, headOf, ticketFace } from './faces.ts'

/** How the newest paper of a ticket fares. */
const paperState = (state: State, ticketId: string, papers: number) =>
  state.papers[`${ticketId}/${papers}`]?.state ?? 'printed'

const counterOf = ({ standing }: Ticket): number | null =>
  standing.status === 'called' || standing.status === 'serving' ? standing.counter : null

const visitOf = (state: State, office: Office, place: string): Visit | null => {
  const visit = state.kiosks[place]?.visit
  if (!visit) return null
  const ticket = visit.ticketId === null ? undefined : state.tickets[visit.ticketId]
  return {
    visitId: visit.visitId,
    at: visit.at,
    verdict: visit.verdict,
    ticket:
      ticket === undefined
        ? null
        : {
            ...ticketFace(office, ticket),
            ticketId: ticket.ticketId,
            paper: paperState(state, ticket.ticketId, ticket.papers),
            reprintsLeft: Math.max(0, office.reprints + 1 - ticket.papers),
            counter: counterOf(ticket),
          },
    booked: visit.booked,
  }
}

/** What one kiosk may see: its own last visit, its printer, and nothing of anybody else. */
export const kioskView = (state: State, office: Office, place: string, frame: Frame): KioskView => {
  const printer = office.kiosks.find((kiosk) => kiosk.place === place)?.printer
  return {
    role: 'kiosk',
    ...headOf(state, office, frame),
    place,
    codeLength: office.payload.codeLength,
    visit: visitOf(state, office, place),
    staffCalledAt: state.kiosks[place]?.staffCalledAt ?? null,
    printer: state.devices[printer ?? ''] ?? 'offline',
  }
}

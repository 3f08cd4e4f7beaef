import type { Instant } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { KioskView, Visit } from '../../protocol/views.ts'
import { givesNumbers } from '../rules/calendar.ts'
import { askedOriginals } from '../rules/kept-booking.ts'
import { laneFor, numberHours, numbersLeft, serviceOf } from '../rules/lanes.ts'
import { paperBy } from '../rules/papers.ts'
import { offeredWindows } from '../rules/scan-only.ts'
import type { Kiosk, State } from '../rules/state.ts'
import type { Ticket } from '../rules/ticket.ts'
import { counterOf, ticketBy, ticketIdOf } from '../rules/tickets.ts'
import { type Frame, headOf, ticketFace } from './faces.ts'
import { hoursFace } from './hours-face.ts'

/** How the newest paper of a ticket fares. */
const paperState = (state: State, ticketId: string, papers: number) =>
  paperBy(state.papers, `${ticketId}/${papers}`)?.state ?? 'printed'

/** Where a paper comes out that does not come at this kiosk; null when it does. */
const elsewhere = (state: State, office: Office, place: string, slipId: string): string | null => {
  const printer = paperBy(state.papers, slipId)?.printer
  const own = office.kiosks.find((kiosk) => kiosk.place === place)?.printer
  if (printer === undefined || printer === own) return null
  return office.kiosks.find((kiosk) => kiosk.printer === printer)?.place ?? null
}

const familyOf = (state: State, { party }: Ticket): NonNullable<Visit['ticket']>['family'] => {
  if (party === null) return null
  const members = Object.values(state.bookings).filter(
    (booking) => booking.party === party && booking.day === state.day?.day && booking.status === 'booked',
  )
  const here = members.filter(({ key }) => ticketIdOf(state.tickets, key) !== undefined).length
  return members.length < 2 ? null : { here: Math.max(1, here), toCome: members.length - here }
}

/** The service that a visitor without a number yet comes for, where the originals are asked about next. */
const serviceAsked = (state: State, office: Office, { verdict, key }: NonNullable<Kiosk['visit']>) => {
  if (verdict === 'checklist') return serviceOf(office, state.bookings[key ?? '']?.service ?? '')
  return verdict === 'window-needed' ? serviceOf(office, office.agenda.scanOnlyService ?? '') : undefined
}

const visitOf = (state: State, office: Office, place: string): Visit | null => {
  const visit = state.kiosks[place]?.visit
  if (!visit) return null
  const ticket = ticketBy(state.tickets, visit.ticketId)
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
            paperAt: elsewhere(state, office, place, `${ticket.ticketId}/${ticket.papers}`),
            reprintsLeft: Math.max(0, office.reprints + 1 - ticket.papers),
            counter: counterOf(ticket),
            family: familyOf(state, ticket),
          },
    booked: visit.booked,
    documents: [...askedOriginals(office, serviceAsked(state, office, visit))],
  }
}

/** What may be had without a booking, service by service; a closed day has nothing. */
const walkInOf = (state: State, office: Office, at: Instant): KioskView['walkIn'] => {
  if (state.day?.status !== 'open') return []
  return office.services.flatMap((service) => {
    const lane = laneFor(office, service, { priority: false, walkIn: true })
    if (lane === undefined) return []
    const hours = numberHours(state, lane)
    const closedToday = hours === null && !givesNumbers(state, at)
    if (closedToday) return []
    return [
      {
        service: service.id,
        name: service.name,
        documents: [...askedOriginals(office, service)],
        left: numbersLeft(state, lane),
        fromAt: hours?.startAt ?? null,
        untilAt: hours?.endAt ?? null,
        grantedBy: lane.grantedBy,
      },
    ]
  })
}

/** What one kiosk may see: its own last visit, its printer, what it can give now, and nothing of anybody else. */
export const kioskView = (state: State, office: Office, place: string, frame: Frame): KioskView => {
  const printer = office.kiosks.find((kiosk) => kiosk.place === place)?.printer
  return {
    role: 'kiosk',
    ...headOf(state, office, frame),
    place,
    codeLength: office.payload.codeLength,
    visit: visitOf(state, office, place),
    staffCalledAt: state.kiosks[place]?.staffCalledAt ?? null,
    printer: state.devices[printer ?? '']?.status ?? 'offline',
    walkIn: walkInOf(state, office, frame.at),
    walkInReasons: office.reasons.walkIn,
    windows: [...offeredWindows(state)],
    givesNumbers: givesNumbers(state, frame.at),
    hours: hoursFace(state, office, frame.at),
    outage: state.outage,
    voice: office.voice,
  }
}

import type { Instant, Words } from '../../protocol/ids.ts'
import type { Lane, Office, Service } from '../../protocol/office.ts'
import { reckonArrival, type Turn } from './arrival.ts'
import type { Booking } from './events.ts'
import type { Applicant } from './issue-ticket.ts'
import { laneFor, windowsOf } from './lanes.ts'
import type { State } from './state.ts'
import { everyTicket } from './tickets.ts'

/** A booking that is served as such: who gets the number, in which lane and at what turn. */
export type KeptBooking = { applicant: Applicant; lane: Lane | undefined; turn: Turn }

/** How a booking is served whose visitor arrived at `at`; null when its window is too long past. */
export const keptBooking = (office: Office, booking: Booking, service: Service, at: Instant): KeptBooking | null => {
  const { priority, window, key } = booking
  const lane = laneFor(office, service, { priority, walkIn: false })
  const turn = reckonArrival({ window, priority }, at, windowsOf(office, lane))
  return turn === 'too-late'
    ? null
    : { applicant: { service, priority, key, window, booking, walkInReason: null }, lane, turn }
}

/** The originals of a service that a kiosk asks about before the number; none where the office does not ask. */
export const askedOriginals = (office: Office, service: Service | undefined): readonly Words[] =>
  office.checklist ? (service?.documents ?? []) : []

/**
 * Whether the originals are asked about before a booking gets its number (domain section 5). A family is asked once: the
 * others of its party who come for the same service have heard the list.
 */
export const asksDocuments = (state: State, { party }: Booking, service: Service): boolean => {
  if (state.office === null || askedOriginals(state.office, service).length === 0) return false
  if (party === undefined) return true
  return !everyTicket(state.tickets).some((ticket) => ticket.party === party && ticket.service === service.id)
}

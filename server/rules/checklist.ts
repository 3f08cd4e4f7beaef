import type { Instant, Place } from '../../protocol/ids.ts'
import type { Sender } from '../../protocol/roles.ts'
import { checkInAgain } from './check-in.ts'
import { type Decision, refuse, type Sealed, type SealedOf, take } from './decision.ts'
import type { OfficeEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { deskOf, issueTicket } from './issue-ticket.ts'
import { keptBooking } from './kept-booking.ts'
import { serviceOf } from './lanes.ts'
import type { State } from './state.ts'
import { ticketBy, ticketIdOf } from './tickets.ts'

/**
 * So long a visitor is waited for, ms. The kiosk itself takes silence for a yes after a minute untouched, unless its page was
 * lost; whoever still reads, or has the list read out, must not be answered for.
 */
export const SILENT_MS = 300_000

/** The visit whose originals were asked about at a kiosk and that was not answered, null when there is none. */
const askedAt = (state: State, kiosk: Place) => {
  const visit = state.kiosks[kiosk]?.visit
  return visit?.verdict === 'checklist' ? visit : null
}

/** The number of whoever was asked at this kiosk, with the arrival of the scan. */
const giveAsked = (state: State, kiosk: Place, at: Instant, visitId: string, incomplete?: true): Decision => {
  const desk = deskOf(state, kiosk)
  if ('status' in desk) return desk
  const visit = askedAt(state, kiosk)
  const booking = state.bookings[visit?.key ?? '']
  if (visit === null || booking?.status !== 'booked' || booking.day !== desk.day) return refuse('nothing-offered')
  const here = { visitId, kiosk, at }
  const ticket = ticketBy(state.tickets, ticketIdOf(state.tickets, booking.key))
  if (ticket !== undefined) return checkInAgain(state, ticket, here)
  const service = serviceOf(desk.office, booking.service)
  if (service === undefined) return refuse('unknown-service')
  const kept = keptBooking(desk.office, booking, service, visit.at)
  if (kept === null) return refuse('nothing-offered')
  return issueTicket(state, desk, { ...here, override: null, incomplete }, kept.applicant, kept.lane, kept.turn)
}

/**
 * The visitor has answered about the originals and gets the number, whatever the answer: nobody is sent home for papers by
 * a machine. The arrival is that of the scan, so reading the list costs nobody their hour. `nothing-offered` where this kiosk
 * did not just ask, or the booking has changed since.
 */
export const decideConfirmDocuments = (
  state: State,
  { commandId, visitId, incomplete }: SealedOf<'ConfirmDocuments'>,
  { place }: Sender,
  at: Instant,
): Decision =>
  askedAt(state, place)?.visitId === visitId
    ? giveAsked(state, place, at, commandId, incomplete)
    : refuse('nothing-offered')

/** The visitor fetches a document first and wants no number now. `nothing-offered` where this kiosk did not just ask. */
export const decidePutOff = (state: State, { visitId }: SealedOf<'PutOff'>, { place }: Sender): Decision =>
  askedAt(state, place)?.visitId === visitId ? take([{ type: 'PutOff', kiosk: place }]) : refuse('nothing-offered')

/** Facts that give its number to a visit that was left without an answer; none when nothing is owed. */
const silenceAt = (state: State, kiosk: Place, at: Instant): OfficeEvent[] => {
  const visit = askedAt(state, kiosk)
  const given = visit === null ? null : giveAsked(state, kiosk, at, visit.visitId)
  return given?.status === 'taken' ? given.events : []
}

const after = (state: State, events: readonly OfficeEvent[], at: Instant): State =>
  events.reduce((now, event) => evolve(now, event, at), state)

/**
 * Decides for whoever comes to a kiosk next. Somebody who was asked there and has not answered gets the number first: whoever
 * scans and sits down believes to be done. The same code again is the same person, who is asked again.
 */
export const decideNextAt = (
  state: State,
  command: Sealed,
  { place }: Sender,
  at: Instant,
  decideThen: (state: State) => Decision,
): Decision => {
  const presented = command.type === 'CheckIn' ? command.presented : null
  const isSame = presented?.status === 'code' && presented.key === askedAt(state, place)?.key
  const given = isSame ? [] : silenceAt(state, place, at)
  if (given.length === 0) return decideThen(state)
  const then = decideThen(after(state, given, at))
  return then.status === 'taken' ? { ...then, events: [...given, ...then.events] } : then
}

/** Numbers of those who were asked `SILENT_MS` ago or earlier, at a kiosk whose page was lost meanwhile. */
export const silentNumbers = (state: State, at: Instant): OfficeEvent[] => {
  const events: OfficeEvent[] = []
  for (const kiosk of Object.keys(state.kiosks))
    if (at - (askedAt(state, kiosk)?.at ?? at) >= SILENT_MS)
      events.push(...silenceAt(after(state, events, at), kiosk, at))
  return events
}

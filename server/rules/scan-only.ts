import type { Sender } from '../../protocol/roles.ts'
import { reckonArrival, reckonWalkIn } from './arrival.ts'
import { todaysPlan } from './calendar.ts'
import { checkInAgain } from './check-in.ts'
import { type Decision, refuse, type SealedOf } from './decision.ts'
import { deskOf, issueTicket } from './issue-ticket.ts'
import { laneFor, serviceOf, windowsOf } from './lanes.ts'
import type { State } from './state.ts'
import { ticketBy, ticketIdOf } from './tickets.ts'

/** The windows that a visitor may choose from: those sold today, in an office that works without a list; else none. */
export const offeredWindows = (state: State) => {
  const plan = todaysPlan(state)
  const scanOnly = state.office?.agenda.scanOnlyService ?? null
  return scanOnly === null || plan === null || plan === 'always' ? [] : plan.windows
}

/**
 * The visitor says the window on the letter, or that it is not known. A stated window counts like a booked one; unknown, or
 * too long past, the turn is that of somebody without an appointment, in the lane of the service all the same: a code was
 * shown, and it is remembered. The arrival is that of the scan: what was read since costs nobody their hour. `nothing-offered` where this kiosk did not just ask, or for a window that is not sold today.
 */
export const decideStateWindow = (
  state: State,
  command: SealedOf<'StateWindow'>,
  sender: Sender,
  at: number,
): Decision => {
  const desk = deskOf(state, sender.place)
  if ('status' in desk) return desk
  const { commandId: visitId, window } = command
  const visit = state.kiosks[sender.place]?.visit
  const asked = visit?.visitId === command.visitId && visit.verdict === 'window-needed'
  const isSold = ({ startAt, endAt }: NonNullable<typeof window>) =>
    startAt === window?.startAt && endAt === window.endAt
  if (!asked || visit.key === null) return refuse('nothing-offered')
  if (window !== null && !offeredWindows(state).some(isSold)) return refuse('nothing-offered')
  const { key } = visit
  const here = { visitId, kiosk: sender.place, at }
  const ticket = ticketBy(state.tickets, ticketIdOf(state.tickets, key))
  if (ticket !== undefined) return checkInAgain(state, ticket, here)
  const service = serviceOf(desk.office, desk.office.agenda.scanOnlyService ?? '')
  if (service === undefined) return refuse('nothing-offered')
  const priority = false
  const lane = laneFor(desk.office, service, { priority, walkIn: false })
  const windows = windowsOf(desk.office, lane)
  const kept = window === null ? 'too-late' : reckonArrival({ window, priority }, visit.at, windows)
  const [turn, counted] = kept === 'too-late' ? [reckonWalkIn(priority, visit.at, windows), null] : [kept, window]
  const applicant = { service, priority, key, window: counted, booking: null, walkInReason: null }
  return issueTicket(state, desk, { ...here, override: null, incomplete: command.incomplete }, applicant, lane, turn)
}

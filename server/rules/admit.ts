import type { OverrideAct } from '../../protocol/commands.ts'
import type { Place, Slug, StaffNumber } from '../../protocol/ids.ts'
import type { Sender } from '../../protocol/roles.ts'
import { reckonArrival, reckonWalkIn, type Turn } from './arrival.ts'
import { authorityOf } from './at-counter.ts'
import { isOver } from './check-in.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import { type Desk, deskOf, issueTicket } from './issue-ticket.ts'
import { laneFor, serviceOf, windowsOf } from './lanes.ts'
import { MINUTE, type State } from './state.ts'
import { ticketBy, ticketIdOf } from './tickets.ts'
import { giveWalkIn } from './walk-in.ts'

type Authority = { staff: StaffNumber; reason: Slug }

/** The kiosk where a paper comes out, with who answers for it and why. Refused: as `deskOf` and `authorityOf`. */
export const staffDeskOf = (
  state: State,
  sender: Sender,
  { kiosk, reason }: { kiosk: Place; reason: Slug },
): (Desk & { authority: Authority }) | Decision => {
  const desk = deskOf(state, kiosk)
  if ('status' in desk) return desk
  const authority = authorityOf(state, sender, reason)
  return 'status' in authority ? authority : { ...desk, authority }
}

const withoutSetBack = (turn: Turn): Turn => ({
  ...turn,
  shiftMin: Math.min(0, turn.shiftMin),
  turnAt: turn.turnAt - Math.max(0, turn.shiftMin) * MINUTE,
})

/**
 * Staff admit a code that the kiosk turned away: another day or office, cancelled, moved, unpaid, unknown, too late, after
 * hours. Its turn is that of somebody without an appointment, in the lane of the service or of priority. A booking of today
 * whose window still counts keeps it, and a set-back is taken away (`late-accepted`).
 *
 * One booking has one live ticket: where it waits already, nothing is recorded and the answer names its number.
 * `nothing-to-override` for a payment code and for what is no code: staff give a number without a booking instead.
 */
export const decideAdmit = (state: State, command: SealedOf<'Admit'>, sender: Sender, at: number): Decision => {
  const desk = staffDeskOf(state, sender, command)
  if ('status' in desk) return desk
  const { office, day, authority } = desk
  const { commandId: visitId, presented, kiosk } = command
  if (presented.status !== 'code' && presented.status !== 'other-office') return refuse('nothing-to-override')
  const key = presented.status === 'code' ? presented.key : null
  const ticket = key === null ? undefined : ticketBy(state.tickets, ticketIdOf(state.tickets, key))
  if (ticket !== undefined && !isOver(ticket))
    return take([], { kind: 'check-in', visitId, verdict: 'already-in', number: ticket.number })
  const booking = state.bookings[key ?? ''] ?? null
  const service = serviceOf(office, booking?.service ?? command.service)
  if (service === undefined) return refuse('unknown-service')
  const priority = booking?.priority ?? false
  const lane = laneFor(office, service, { priority, walkIn: false })
  const windows = windowsOf(office, lane)
  const valid = booking?.status === 'booked' && booking.day === day ? booking : null
  const kept = valid === null ? 'too-late' : reckonArrival(valid, at, windows)
  const [turn, window] =
    kept === 'too-late' ? [reckonWalkIn(priority, at, windows), null] : [kept, valid?.window ?? null]
  const isLate = turn.arrival === 'late' && turn.shiftMin > 0
  const act: OverrideAct = isLate ? 'late-accepted' : 'admitted'
  const giving = { visitId, kiosk, at, override: { act, ...authority } }
  const applicant = { service, priority, key, window, booking, walkInReason: null }
  return issueTicket(state, desk, giving, applicant, lane, isLate ? withoutSetBack(turn) : turn)
}

/** Staff give a number without a booking, whatever the lane's cap, hours and `grantedBy` say. */
export const decideGrantNumber = (
  state: State,
  command: SealedOf<'GrantNumber'>,
  sender: Sender,
  at: number,
): Decision => {
  const desk = staffDeskOf(state, sender, command)
  if ('status' in desk) return desk
  const { commandId: visitId, priority, walkInReason, kiosk } = command
  const service = serviceOf(desk.office, command.service)
  if (service === undefined) return refuse('unknown-service')
  if (!desk.office.reasons.walkIn.some(({ id }) => id === walkInReason)) return refuse('unknown-reason')
  const giving = { visitId, kiosk, at, override: { act: 'walk-in-granted' as const, ...desk.authority } }
  return giveWalkIn(state, desk, giving, { service, priority, booking: null, walkInReason })
}

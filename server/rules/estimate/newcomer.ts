import type { Instant, Slug } from '../../../protocol/ids.ts'
import type { Office } from '../../../protocol/office.ts'
import { reckonArrival, reckonWalkIn, type Turn } from '../arrival.ts'
import type { Booking } from '../events.ts'
import { laneFor, serviceOf, windowsOf } from '../lanes.ts'
import { MINUTE } from '../state.ts'
import type { Visitor } from './visitor.ts'

/**
 * Whose turn is asked for, in ms since the instant: nobody matters whose turn is later and who may not be called earlier.
 * `atFirst`: at the first stage; at a later one a turn cannot be before `arrival + h`. Null: everybody matters.
 */
export type Limit = { turnAt: number; callableFromAt: number; atFirst: boolean } | null

/** Whether somebody with this turn, coming at `arrivesAt`, cannot matter any more; nor can they when they come later. */
export const isBeyond = (limit: Limit, turn: Turn, arrivesAt: Instant, at: Instant): boolean => {
  if (limit === null) return false
  const turnAt = limit.atFirst ? turn.turnAt : arrivesAt + turn.shiftMin * MINUTE
  return turnAt - at >= limit.turnAt && Math.max(arrivesAt, turn.callableFromAt) - at >= limit.callableFromAt
}

/** The turn of a booking that comes at `arrivesAt`, also where it comes too late for its window. */
export const turnOf = (booking: Booking, windows: Office['windows'], arrivesAt: Instant): Turn => {
  const turn = reckonArrival(booking, arrivesAt, windows)
  return turn === 'too-late' ? reckonWalkIn(booking.priority, arrivesAt, windows) : turn
}

/** The arrival rules of the lane in which somebody's number would be. */
export const windowsFor = (office: Office, id: Slug, priority: boolean, walkIn: boolean): Office['windows'] => {
  const service = serviceOf(office, id)
  return windowsOf(office, service && laneFor(office, service, { priority, walkIn }))
}

/**
 * Somebody of a service who begins to wait at its first stage, with all that does not depend on when they come. Null where
 * the document lost the service.
 */
export const newVisitor = (
  office: Office,
  booking: Pick<Booking, 'service' | 'priority'>,
  order: number,
): Visitor | null => {
  const service = serviceOf(office, booking.service)
  const stage = service?.journey[0]
  if (service === undefined || stage === undefined) return null
  const lane = laneFor(office, service, { priority: booking.priority, walkIn: false })
  return {
    turnAt: 0,
    tie: order,
    order,
    callableFromAt: 0,
    reserved: null,
    stage,
    service: service.id,
    letter: lane?.letter ?? '',
    priority: booking.priority,
    shift: 0,
    party: null,
    back: false,
    misses: 0,
    place: -1,
  }
}

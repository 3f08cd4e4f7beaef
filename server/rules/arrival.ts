import type { Instant } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Arrival } from '../../protocol/views.ts'
import type { Booking } from './events.ts'
import { MINUTE } from './state.ts'

/** The turn that follows from an arrival, fixed when the ticket enters its first stage. */
export type Turn = { arrival: Arrival; shiftMin: number; turnAt: Instant; callableFromAt: Instant }

/**
 * The turn by window (queue-rules section 2), at check-in: `K = r + h` with `r = max(arrival, window start)`.
 * Early is before the start; on time up to the window's end, which no longer belongs to it; then the grace, then late up
 * to the limit, from where on a number without appointment is offered (`too-late`). Priority replaces the set-back by its head start.
 */
export const reckonArrival = (booking: Booking, at: Instant, windows: Office['windows']): Turn | 'too-late' => {
  const { startAt, endAt } = booking.window
  const pastMin = (at - endAt) / MINUTE
  if (pastMin >= windows.lateLimitMin) return 'too-late'
  const arrival = at < startAt ? 'early' : at < endAt ? 'on-time' : pastMin < windows.graceMin ? 'late-grace' : 'late'
  const setBackMin = arrival === 'late' ? windows.lateSetBackMin : 0
  const shiftMin = booking.priority ? -windows.priorityHeadStartMin : setBackMin
  return {
    arrival,
    shiftMin,
    turnAt: Math.max(at, startAt) + shiftMin * MINUTE,
    callableFromAt: Math.max(at, startAt - windows.earliestCallMin * MINUTE),
  }
}

/** The turn of somebody served without an appointment: `K = arrival + W`, with priority `arrival − P`. */
export const reckonWalkIn = (priority: boolean, at: Instant, windows: Office['windows']): Turn => {
  const shiftMin = priority ? -windows.priorityHeadStartMin : windows.walkInSetBackMin
  return { arrival: 'walk-in', shiftMin, turnAt: at + shiftMin * MINUTE, callableFromAt: at }
}

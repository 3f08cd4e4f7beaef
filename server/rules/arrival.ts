import type { Arrival } from '../../protocol/faces.ts'
import type { Instant } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Booking } from './events.ts'
import { MINUTE } from './state.ts'

/** The turn that follows from an arrival, fixed when the ticket enters its first stage. */
export type Turn = { arrival: Arrival; shiftMin: number; turnAt: Instant; callableFromAt: Instant }

type Windows = Office['windows']

/** How far strict classes lie apart, in minutes: more than any office is open, so that classes never mix. */
const CLASS_MIN = 720

const inClass = (priority: boolean, otherwiseMin: number): number => (priority ? -CLASS_MIN : otherwiseMin)

const arrivalOf = ({ startAt, endAt }: Booking['window'], at: Instant, graceMin: number): Arrival => {
  if (at < startAt) return 'early'
  if (at < endAt) return 'on-time'
  return at - endAt < graceMin * MINUTE ? 'late-grace' : 'late'
}

/**
 * The turn of a booking at check-in, by the office's rule. The turn by window (queue-rules section 2): `K = r + h` with
 * `r = max(arrival, window start)`. Early is before the start; on time up to the window's end, which no longer belongs to
 * it; then the grace, then late up to the limit, from where on a number without appointment is offered (`too-late`).
 * Priority replaces the set-back by its head start.
 *
 * The other rules (`TurnRule`) know neither set-back nor limit, and whoever is there may be called. By `appointment`
 * `K = window start`; by `arrival` and `classes` `K = arrival`, in strict classes 720 minutes apart.
 */
export const reckonArrival = (
  { window, priority }: Pick<Booking, 'window' | 'priority'>,
  at: Instant,
  windows: Windows,
): Turn | 'too-late' => {
  const arrival = arrivalOf(window, at, windows.graceMin)
  const turn = (readyAt: Instant, shiftMin: number, callableFromAt: Instant = at): Turn => ({
    arrival,
    shiftMin,
    turnAt: readyAt + shiftMin * MINUTE,
    callableFromAt,
  })
  switch (windows.rule) {
    case 'arrival':
      return turn(at, 0)
    case 'appointment':
      return turn(window.startAt, 0)
    case 'classes':
      return turn(at, inClass(priority, 0))
    case 'window': {
      if (at - window.endAt >= windows.lateLimitMin * MINUTE) return 'too-late'
      const setBackMin = arrival === 'late' ? windows.lateSetBackMin : 0
      const shiftMin = priority ? -windows.priorityHeadStartMin : setBackMin
      return turn(
        Math.max(at, window.startAt),
        shiftMin,
        Math.max(at, window.startAt - windows.earliestCallMin * MINUTE),
      )
    }
  }
}

/**
 * The turn of somebody served without an appointment: by window `K = arrival + W`, with priority `arrival − P`; in classes
 * after all who booked; else `K = arrival`.
 */
export const reckonWalkIn = (priority: boolean, at: Instant, windows: Windows): Turn => {
  const { rule, priorityHeadStartMin, walkInSetBackMin } = windows
  const shifts = {
    arrival: 0,
    appointment: 0,
    classes: inClass(priority, CLASS_MIN),
    window: priority ? -priorityHeadStartMin : walkInSetBackMin,
  }
  const shiftMin = shifts[rule]
  return { arrival: 'walk-in', shiftMin, turnAt: at + shiftMin * MINUTE, callableFromAt: at }
}

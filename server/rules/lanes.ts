import type { Instant, LaneLetter, Slug, Window } from '../../protocol/ids.ts'
import type { Lane, Office, Service } from '../../protocol/office.ts'
import type { RefusalCode } from '../../protocol/refusals.ts'
import { givesNumbers, todaysPlan } from './calendar.ts'
import { instantOf } from './civil.ts'
import type { State } from './state.ts'

/** Lanes that are themselves the service: their people keep them, with priority and without an appointment (domain 4). */
const OWN_KINDS: readonly Lane['kind'][] = ['percepatan', 'pickup']

/**
 * The lane a number of this service belongs to: of a percepatan or pickup service always its own; else the priority lane,
 * the lane of those without an appointment, or the service's. Undefined only where the document lost the lane.
 */
export const laneFor = (
  office: Office,
  service: Service,
  who: { priority: boolean; walkIn: boolean },
): Lane | undefined => {
  const own = laneOf(office, service.lane)
  if (own !== undefined && OWN_KINDS.includes(own.kind)) return own
  const kind = who.priority ? 'priority' : who.walkIn ? 'walk-in' : null
  return office.lanes.find((lane) => lane.kind === kind) ?? own
}

/** A lane by its letter. */
export const laneOf = (office: Office, letter: LaneLetter): Lane | undefined =>
  office.lanes.find((lane) => lane.letter === letter)

/** The arrival rules of a lane: its own, or the office's. */
export const windowsOf = (office: Office, lane: Lane | undefined): Office['windows'] => lane?.windows ?? office.windows

/** Numbers that a lane still gives today to people without a booking; null without a cap. */
export const numbersLeft = (state: State, lane: Lane): number | null =>
  lane.cap === null ? null : Math.max(0, lane.cap - (state.lastNumber[lane.letter] ?? 0))

/** When a lane gives numbers today to people without a booking; null when no hours say so, or the office is closed. */
export const numberHours = (state: State, lane: Lane): Window | null => {
  const { office, day } = state
  if (office === null || day === null) return null
  const { numbers } = lane
  if (numbers !== null)
    return {
      startAt: instantOf(day.day, numbers.from, office.zone),
      endAt: instantOf(day.day, numbers.until, office.zone),
    }
  const plan = todaysPlan(state)
  return plan === null || plan === 'always' || office.hours?.numbersWhenClosed ? null : plan.numbers
}

/**
 * Why a kiosk gives no number of this lane at `at` without a booking, null when it does: `lane-closed` outside of its
 * hours and the office's, `staff-grant-needed`, or `lane-full` once as many numbers as its cap are out, those of booked
 * people included. The cap never holds for booked people.
 */
export const walkInObstacle = (state: State, lane: Lane, at: Instant): RefusalCode | null => {
  const hours = lane.numbers === null ? null : numberHours(state, lane)
  const within = hours === null || (hours.startAt <= at && at < hours.endAt)
  if (!within || !givesNumbers(state, at)) return 'lane-closed'
  if (lane.grantedBy === 'staff') return 'staff-grant-needed'
  return numbersLeft(state, lane) === 0 ? 'lane-full' : null
}

/** The service of an id, undefined where the document has none. */
export const serviceOf = (office: Office, id: Slug): Service | undefined =>
  office.services.find((service) => service.id === id)

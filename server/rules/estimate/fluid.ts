/**
 * The fluid projection of queue-rules section 3: people as a stream instead of persons. Deterministic, in steps of one
 * minute, checkable by hand.
 */
export type Fluid = {
  /** Who waits before: with a smaller turn. */
  ahead: number
  /** Counters that are free now. */
  free: number
  /** Mean minutes of a case. */
  caseMin: number
  /** How many counters serve in the minute that begins `minute` minutes from now. */
  counters: (minute: number) => number
  /** How many people come in that minute whose turn is before. */
  inflow: (minute: number) => number
}

/** No projection reaches further: twelve hours. */
export const LONGEST_MIN = 720

/**
 * In how many minutes somebody is called who waits now. Every free counter takes one at once; after that counters take
 * `counters ÷ caseMin` people a minute, first whoever waits before or comes before. The call falls into the first minute by
 * whose end all of them and one more were taken, at the place in it where that one is. Null when that is not within
 * twelve hours.
 */
export const projectFluid = ({ ahead, free, caseMin, counters, inflow }: Fluid): number | null => {
  let left = ahead + 1 - free
  if (left <= 0) return 0
  for (let minute = 0; minute < LONGEST_MIN; minute += 1) {
    left += inflow(minute)
    const taken = counters(minute) / caseMin
    if (taken >= left) return minute + left / taken
    left -= taken
  }
  return null
}

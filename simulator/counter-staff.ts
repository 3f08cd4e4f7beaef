import type { DayCounter } from './day-file.ts'

/** Share of a lunch that is kept when a case ran into it (README of the days). */
const LUNCH_KEPT = 0.75

/**
 * Whoever sits at one counter of the day: what staff do, which no rule of the office decides. A counter is never
 * interrupted; an absence that falls into a case begins when the case ends.
 */
export type Staff = {
  /** Until when they are away, in minutes after midnight; 0 when they are there. */
  awayUntil: number
  /** Absences that began during the case in hand. */
  owed: DayCounter['away']
  busy: boolean
  /** When the last case ended, 0 before the first: of several who are free, the longest idle takes the next ticket. */
  lastEndMin: number
}

/** At the counter before anything began. */
export const newStaff = (): Staff => ({ awayUntil: 0, owed: [], busy: false, lastEndMin: 0 })

/** An absence begins, now or after the case. Overlapping ones merge. */
export const goAway = (staff: Staff, away: DayCounter['away'][number]): void => {
  if (staff.busy) staff.owed.push(away)
  else staff.awayUntil = Math.max(staff.awayUntil, away[1])
}

/** The case ends at `now`: a pause owed keeps its length, a lunch three quarters of it, the rest their planned end. */
export const endCase = (staff: Staff, now: number): void => {
  staff.busy = false
  staff.lastEndMin = now
  for (const [from, to, why] of staff.owed) {
    const length = to - from
    const until = why === 'pause' ? now + length : why === 'lunch' ? Math.max(to, now + LUNCH_KEPT * length) : to
    staff.awayUntil = Math.max(staff.awayUntil, until)
  }
  staff.owed = []
}

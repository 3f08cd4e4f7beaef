import type { Booking } from '../server/rules/events.ts'
import type { Day, DayFrame } from './day-file.ts'
import { officeOfDay, SERVICE } from './office-of-day.ts'
import type { Policy } from './policy.ts'
import { AT_CONSOLE, atCounter, type Desk, instantOf, newDesk, PLAY_DAY } from './rules-desk.ts'

/** The key that stands for the booking of a day's applicant, by their place in the file. */
export const keyOf = (who: number): string => `applicant-${String(who).padStart(12, '0')}`
const noShowKeyOf = (which: number): string => `no-show---${String(which).padStart(12, '0')}`
const partyOf = (group: number | string): string => `group-${group}`.slice(0, 22).padEnd(22, '_')

const bookingOf = (key: string, [start, end]: readonly [number, number], priority: boolean): Booking => ({
  key,
  day: PLAY_DAY,
  window: { startAt: instantOf(start), endAt: instantOf(end) },
  service: SERVICE,
  status: 'booked',
  priority,
})

/**
 * The office at midnight of a day: configured by the policy, the agenda in (also those who will not come, because the
 * office does not know that), every counter opened. Whether somebody sits there is the staff's matter, not the rules'.
 */
export const openPlay = (frame: DayFrame, day: Day, policy: Policy): Desk => {
  const desk = newDesk()
  const office = officeOfDay(frame, day, policy)
  desk.act({ type: 'ConfigureOffice', office }, AT_CONSOLE, 0)
  desk.act({ type: 'OpenDay', day: PLAY_DAY }, AT_CONSOLE, 0)
  const came = day.applicants.flatMap(({ window, priority, group }, who) => {
    if (window === null) return []
    const booking = bookingOf(keyOf(who), window, priority)
    return group === null ? booking : { ...booking, party: partyOf(group) }
  })
  const missing = day.noShows.map(({ window, priority }, k) => bookingOf(noShowKeyOf(k), window, priority))
  desk.act({ type: 'ImportAgenda', bookings: [...came, ...missing] }, AT_CONSOLE, 0)
  for (const { number, stages, helps } of office.counters)
    desk.act({ type: 'OpenCounter', stages, helps }, atCounter(number), 0)
  return desk
}

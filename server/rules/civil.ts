import type { Weekday } from '../../protocol/hours.ts'
import type { ClockTime, DayStamp, Instant } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { MINUTE } from './state.ts'

/**
 * Minutes ahead of UTC. The three zones are set by Keputusan Presiden 41/1987; none of them has had daylight saving, nor
 * another offset since 1964 (IANA tz database, file `asia`), so an offset is all that the rules need to know of a zone.
 */
const AHEAD_MIN: Record<Office['zone'], number> = { 'Asia/Jakarta': 420, 'Asia/Makassar': 480, 'Asia/Jayapura': 540 }

/** 24 hours: every day of these zones has them. */
export const DAY = 1440 * MINUTE

/** 1970-01-01 was a Thursday. */
const WEEKDAYS = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const satisfies readonly Weekday[]

/**
 * Days from 1970-01-01 to a day of the Gregorian calendar, from the year 0 on: H. Hinnant, "chrono-compatible low-level
 * date algorithms", `days_from_civil`. Years begin in March there, so that the leap day comes last.
 */
const dayNumber = (day: DayStamp): number => {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse, `civil_from_days` of the same paper. */
const dayStamp = (number: number): DayStamp => {
  const days = number + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** The instant at which a day begins in a zone: the office's midnight. */
export const midnightOf = (day: DayStamp, zone: Office['zone']): Instant =>
  dayNumber(day) * DAY - AHEAD_MIN[zone] * MINUTE

/** The day it is in a zone at an instant. */
export const dayAt = (at: Instant, zone: Office['zone']): DayStamp =>
  dayStamp(Math.floor((at + AHEAD_MIN[zone] * MINUTE) / DAY))

/** The day `count` days after `day`. */
export const dayAfter = (day: DayStamp, count: number): DayStamp => dayStamp(dayNumber(day) + count)

/** How many days there are from one to another, both counted. */
export const daysFromTo = (from: DayStamp, until: DayStamp): number => dayNumber(until) - dayNumber(from) + 1

/** The day of the week. */
export const weekdayOf = (day: DayStamp): Weekday => WEEKDAYS[((dayNumber(day) % 7) + 7) % 7] ?? 'thu'

/** The instant at which clocks in the zone show `clock` on `day`; `24.00` is the next midnight. */
export const instantOf = (day: DayStamp, clock: ClockTime, zone: Office['zone']): Instant =>
  midnightOf(day, zone) + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * MINUTE

/** `10.07`: an instant as the clocks of the zone show it, seconds cut off; the other way round of `instantOf`. */
export const clockIn = (at: Instant, zone: Office['zone']): ClockTime => {
  const minutes = Math.floor((at - midnightOf(dayAt(at, zone), zone)) / MINUTE)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`
}

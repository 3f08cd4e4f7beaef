import type { Opening } from '../../protocol/hours.ts'
import type { DayStamp, Instant, Window, Words } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { DAY, instantOf, midnightOf, weekdayOf } from './civil.ts'
import { MINUTE, type State } from './state.ts'

/** Hours that were set at short notice, by day; null closes it. */
type Exceptions = State['exceptions']

/**
 * The hours of a day. The most particular wins: hours set at short notice, then an exceptional day of the document, then
 * a season, then the week. Null: closed; `always`: the office has no calendar.
 */
export const openingOf = (
  office: Pick<Office, 'hours'>,
  exceptions: Exceptions,
  day: DayStamp,
): Opening | null | 'always' => {
  const set = exceptions[day]
  if (set !== undefined) return set
  const { hours } = office
  if (hours === null) return 'always'
  const exceptional = hours.days.find((each) => each.day === day)
  if (exceptional !== undefined) return exceptional.opening
  const season = hours.seasons.find(({ from, until }) => from <= day && day <= until)
  return (season?.week ?? hours.week)[weekdayOf(day)]
}

/** What an exceptional day of the document is called, a holiday above all; null when hours were set at short notice. */
export const nameOfDay = (office: Office, exceptions: Exceptions, day: DayStamp): Words | null =>
  exceptions[day] === undefined ? (office.hours?.days.find((each) => each.day === day)?.name ?? null) : null

/** One day's hours as instants; every stretch includes its start, not its end. */
export type DayPlan = {
  openAt: Instant
  closeAt: Instant
  breaks: readonly (Window & { name: Words })[]
  /** When kiosks give numbers: from midnight where the hours do not say, until the close at the latest. */
  numbers: Window
  /** The windows that are sold. */
  windows: readonly Window[]
}

/** The hours of a day as instants in the office's zone; null and `always` as in `openingOf`. */
export const planOf = (
  office: Pick<Office, 'hours' | 'zone'>,
  exceptions: Exceptions,
  day: DayStamp,
): DayPlan | null | 'always' => {
  const opening = openingOf(office, exceptions, day)
  if (opening === null || opening === 'always') return opening
  const instant = (clock: string): Instant => instantOf(day, clock, office.zone)
  const stretch = ({ from, until }: { from: string; until: string }): Window => ({
    startAt: instant(from),
    endAt: instant(until),
  })
  const closeAt = instant(opening.close)
  const { numbers } = opening
  return {
    openAt: instant(opening.open),
    closeAt,
    breaks: opening.breaks.map(({ name, ...rest }) => ({ ...stretch(rest), name })),
    numbers: numbers === null ? { startAt: midnightOf(day, office.zone), endAt: closeAt } : stretch(numbers),
    windows: opening.windows.map(stretch).sort((a, b) => a.startAt - b.startAt),
  }
}

/** The hours of the business day, also after its close; `always` before the first day, and without an office. */
export const todaysPlan = ({ office, day, exceptions }: State): DayPlan | null | 'always' =>
  office === null || day === null ? 'always' : planOf(office, exceptions, day.day)

/** The last instant there is (ECMA-262 time values): the end of a stretch that does not end. */
const END_OF_TIME = 100_000_000 * DAY

/** The stretches of a plan in which counters serve, in order: the opening hours without the breaks. */
export const stretchesOf = (plan: DayPlan | null | 'always'): Window[] => {
  if (plan === 'always') return [{ startAt: 0, endAt: END_OF_TIME }]
  if (plan === null) return []
  const stretches: Window[] = []
  let fromAt = plan.openAt
  for (const { startAt, endAt } of [...plan.breaks].sort((a, b) => a.startAt - b.startAt)) {
    if (startAt > fromAt) stretches.push({ startAt: fromAt, endAt: startAt })
    fromAt = Math.max(fromAt, endAt)
  }
  if (fromAt < plan.closeAt) stretches.push({ startAt: fromAt, endAt: plan.closeAt })
  return stretches
}

/** When counters serve on the business day: none when it is closed, one endless stretch when there is no calendar. */
export const openStretches = (state: State): Window[] => stretchesOf(todaysPlan(state))

/** The open minutes of `[fromAt, untilAt)`. */
export const openMinutesBetween = (stretches: readonly Window[], fromAt: Instant, untilAt: Instant): number =>
  stretches.reduce(
    (sum, { startAt, endAt }) => sum + Math.max(0, Math.min(endAt, untilAt) - Math.max(startAt, fromAt)) / MINUTE,
    0,
  )

/**
 * The instant at which `minutes` of open time have passed since `at`, closed time skipped: the earliest such instant, so
 * none of it is the end of a break. Null when the stretches hold less. No minutes are over at once, at `at`.
 */
export const addOpenTime = (stretches: readonly Window[], at: Instant, minutes: number): Instant | null => {
  let left = minutes * MINUTE
  if (left <= 0) return at
  for (const { startAt, endAt } of stretches) {
    const fromAt = Math.max(startAt, at)
    if (fromAt + left <= endAt) return fromAt + left
    left -= Math.max(0, endAt - fromAt)
  }
  return null
}

/** Whether kiosks give numbers at `at`: by the day's hours, breaks included; an office to try things with always does. */
export const givesNumbers = (state: State, at: Instant): boolean => {
  const plan = todaysPlan(state)
  if (plan === 'always' || state.office?.hours?.numbersWhenClosed) return true
  return plan !== null && plan.numbers.startAt <= at && at < Math.min(plan.numbers.endAt, plan.closeAt)
}

/** The instants of the business day at which its hours change something, in no order. */
export const turningPoints = (state: State): Instant[] => {
  const plan = todaysPlan(state)
  if (plan === null || plan === 'always') return []
  const { openAt, closeAt, numbers, breaks } = plan
  return [openAt, closeAt, numbers.startAt, numbers.endAt, ...breaks.flatMap(({ startAt, endAt }) => [startAt, endAt])]
}

import type { DayStamp } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import { dayAfter, weekdayOf } from '../../server/rules/civil.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { generateDay } from '../generate/generate-days.ts'
import { liveDays } from '../live-days.ts'
import { policy } from '../policy.ts'
import { changeScenario, type Scenario, scenarioOf } from '../scenarios.ts'
import { seedMishaps } from './seed-mishaps.ts'
import { seedOffice, seedServiceOf } from './seed-office.ts'

/** Rolled forward so often for a likely call: a year takes minutes, and ranges are a little coarser. */
const RUNS = 3
/** Bookings per window of a quiet day, and what the busiest days have more: 300 visits a day in the mean. */
const [QUOTA, QUOTA_MORE] = [50, 8]
/** Days after which the year is at its busiest again. */
const SEASON_DAYS = 125

/** What was recorded of one command. */
export type Done = { commandId: string; by: Sender; at: number; events: readonly OfficeEvent[] }

/** The scenario of a working day, counted from 0: the peak day with more counters, its quota going up and down. */
const scenarioOfDay = (index: number): Scenario => {
  const quota = QUOTA + Math.round((QUOTA_MORE / 2) * (1 + Math.sin((2 * Math.PI * index) / SEASON_DAYS)))
  const changed = changeScenario(scenarioOf('D1-peak'), { quota, c1: 4, c2: 9, walkin: { mean: 30 } })
  if ('mistake' in changed) throw new RangeError(changed.mistake)
  return changed.scenario
}

/** The first day of `days` working days, all weeks from Monday to Friday, of which the last is over before `before`. */
export const firstDayOf = (days: number, before: DayStamp): DayStamp => {
  let monday = dayAfter(before, -7 * Math.ceil(days / 5))
  while (weekdayOf(monday) !== 'mon') monday = dayAfter(monday, -1)
  return monday
}

/**
 * Lives so many working days of an office of about 300 visits a day, from `firstDay`, a Monday, on, through the rules
 * themselves. `each` is told of every command, in order; `onDay` after each day. The same seed gives the same history.
 * Returns the office's document.
 */
export const seedDays = (options: {
  example: Office
  days: number
  seed: number
  firstDay: DayStamp
  /** How often the day is rolled forward for a likely call. */
  runs?: number
  each: (done: Done) => void
  onDay?: () => void
}): Office => {
  const { example, days, seed, firstDay, each, onDay, runs = RUNS } = options
  const frame = { open: 480, planClose: 930, stages: ['documents', 'interview'] }
  const generated = Array.from({ length: days }, (_, index) => generateDay(scenarioOfDay(index), index, seed))
  const [first] = generated
  if (first === undefined) throw new RangeError('a history needs a day')
  const office = seedOffice(example, first, runs)
  liveDays(
    { ...frame, scenario: 'seed', days: generated },
    {
      policy: policy('window+help2+families'),
      runs,
      everyMin: 0,
      watch: { act: each },
      ...(onDay && { onDay }),
      house: { firstDay, office: () => office, serviceOf: seedServiceOf(office), mishaps: seedMishaps(office, seed) },
    },
  )
  return office
}

import type { Day, DayFile } from '../day-file.ts'
import type { Scenario } from '../scenarios.ts'
import { drawBookings } from './draw-bookings.ts'
import { drawCounters } from './draw-counters.ts'
import { drawWalkIns } from './draw-walk-ins.ts'
import { drawsOf } from './draws.ts'

/**
 * Day `index` (from 0) of a scenario under a seed, in the format of the day files. Everything that chance decides is in
 * it, so no policy can change who comes, how long a case takes or when a counter pauses. Whoever is in two scenarios is
 * drawn alike in both: what is changed in one (a counter, the quota) changes nothing else, which makes days comparable
 * pair by pair.
 */
export const generateDay = (scenario: Scenario, index: number, seed: number): Day => {
  const friday = index % scenario.friday.every === scenario.friday.every - 1
  const day = { index, seed, friday }
  const pace = drawsOf(seed, index, 'pace').lognormal(1, scenario.daySpeedCv)
  const { came, noShows } = drawBookings(scenario, day, pace)
  return {
    id: `${scenario.name}/${index}`,
    friday,
    applicants: [...came, ...drawWalkIns(scenario, day, pace)].sort((a, b) => a.arrive - b.arrive),
    counters: drawCounters(scenario, day),
    noShows,
  }
}

/** The first `count` days of a scenario under a seed, as a day file. */
export const generateDays = (scenario: Scenario, count: number, seed: number): DayFile => ({
  scenario: scenario.name,
  open: scenario.open,
  planClose: scenario.planClose,
  stages: ['documents', 'interview'],
  days: Array.from({ length: count }, (_, index) => generateDay(scenario, index, seed)),
})

import type { Day, DayFile } from '../day-file.ts'
import { exactly, type Finding } from '../finding.ts'
import { generateDays } from '../generate/generate-days.ts'
import { tallyDay } from '../measures.ts'
import { playDay } from '../play-day.ts'
import { policy } from '../policy.ts'
import { type ScenarioName, scenarioOf } from '../scenarios.ts'
import { intervalOf } from '../statistics.ts'
import { floorOf, isOnTime } from '../theory/floor.ts'

/** Rounding of minutes to instants, summed over the people of a day. */
const ROUNDING_MIN = 0.01

/**
 * The day with its on-time people alone: their first case, nobody with priority, nobody before or behind them. Served in
 * the order of `eff` this is the least wait that a rule can hope for which does not know how long a case will take:
 * whoever else is served, and every other order, can only add to it, on average over days.
 */
export const onTimeAlone = (day: Day): Day => ({
  ...day,
  applicants: day.applicants
    .filter(isOnTime)
    .map((one) => ({ ...one, priority: false, group: null, service: one.service.slice(0, 1), return: null })),
  noShows: [],
})

/** The on-time people's waits of one day until their first call, summed. */
const waitOf = (file: DayFile, day: Day, named: string): number =>
  tallyDay(file, playDay(file, day, policy(named))).onTime.reduce((sum, wait) => sum + wait, 0)

/**
 * Validation 11: no policy beats the floor. On every single day its on-time people wait at least as long as the bound that
 * holds for any order whatever (`floorOf`), and on average over the days longer than if they were served alone.
 */
export const checkFloor = (name: ScenarioName, policies: readonly string[], days: number, seed: number): Finding[] => {
  const file = generateDays(scenarioOf(name), days, seed)
  const people = file.days.map(({ applicants }) => applicants.filter(isOnTime).length)
  return policies.flatMap((named) => {
    const { helpers } = policy(named)
    const waits = file.days.map((day) => waitOf(file, day, named))
    const alone = file.days.map((day) => waitOf(file, onTimeAlone(day), `appointment+help${helpers}`))
    const below = file.days.filter((day, k) => (waits[k] ?? 0) < floorOf(day, helpers) - ROUNDING_MIN)
    const above = intervalOf(waits.map((wait, k) => (wait - (alone[k] ?? 0)) / (people[k] ?? 1)))
    const floor = alone.reduce((sum, wait) => sum + wait, 0) / people.reduce((sum, count) => sum + count, 0)
    return [
      exactly(`${name}, ${named}: days below the bound`, below.length, 0),
      {
        what: `${name}, ${named}: minutes above the floor`,
        figure: above?.mean ?? 0,
        expected: `> 0 (floor ${floor.toFixed(1)})`,
        interval: above === null ? null : [above.low, above.high],
        holds: above !== null && above.low > 0,
      },
    ]
  })
}

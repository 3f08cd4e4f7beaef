import { exactly, type Finding, nearTheory } from '../finding.ts'
import { generateDay } from '../generate/generate-days.ts'
import { APPLICATIONS, scenarioOfVolume, volumesOf } from '../generate/months.ts'
import { scenarioOf } from '../scenarios.ts'
import { ratioOf } from '../theory/ratio-of.ts'

/** Validation 13: a year of Denpasar, its total, the months' shares, and how many people its generated days have. */
export const checkMonths = (year: keyof typeof APPLICATIONS, total: number, seed: number): Finding[] => {
  const peak = scenarioOf('D1-peak')
  const volumes = volumesOf(year, peak, seed)
  const inMonth = (month: number) => volumes.filter(({ day }) => Number(day.slice(5, 7)) === month + 1)
  const sum = (list: typeof volumes) => list.reduce((all, { applications }) => all + applications, 0)
  const wrong = APPLICATIONS[year].filter((applications, month) => sum(inMonth(month)) !== applications)
  const fridays = peak.friday.windows.length / peak.windows.length
  // Fridays are every fifth day, as the scenario counts; so the days of the year keep their weekday.
  const came = volumes.map(({ friday, applications }, k) => {
    const scenario = scenarioOfVolume(peak, friday ? applications / fridays : applications)
    return { sum: generateDay(scenario, 5 * k + (friday ? 4 : 0), seed).applicants.length, count: applications }
  })
  return [
    exactly(`${year}: applications`, sum(volumes), total),
    exactly(`${year}: months that differ`, wrong.length, 0),
    nearTheory(`${year}: people on generated days, per application`, ratioOf(came), 1),
  ]
}

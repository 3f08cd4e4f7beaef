import type { Applicant, Day } from '../day-file.ts'
import type { Scenario } from '../scenarios.ts'
import { type DayName, drawCase, minutes } from './draw-case.ts'
import { type Draws, drawsOf } from './draws.ts'

/** Members of a family are written down one after the other, 15 seconds apart (read off the realised days). */
const MEMBER_GAP_MIN = 0.25
/** Whoever stood at the closed gate is written down within these minutes of its opening (read off the realised days). */
const GATE_RUSH_MIN = 6

/** Everybody who booked for the day: who came, window by window, and who did not. */
export const drawBookings = (
  scenario: Scenario,
  { index, seed, friday }: DayName,
  pace: number,
): { came: Applicant[]; noShows: Day['noShows'] } => {
  const today = drawsOf(seed, index, 'bookings')
  const booked = Math.round(scenario.quota * within(0, 1, today.normal(scenario.fill.mean, scenario.fill.sd)))
  const absentShare = within(0, 1, today.normal(scenario.noShow.mean, scenario.noShow.sd))
  const came: Applicant[] = []
  const noShows: Day['noShows'] = []
  let group = 0
  for (const start of friday ? scenario.friday.windows : scenario.windows) {
    const window: [number, number] = [start, start + scenario.windowMin]
    for (let taken = 0; taken < booked; group++) {
      const draws = drawsOf(seed, index, 'booking', start, taken)
      const size = Math.min(partySize(scenario, draws), booked - taken)
      const isAbsent = draws.chance(absentShare)
      const arrive = drawArrival(scenario, draws, window)
      for (let member = 0; member < size; member++) {
        const priority = draws.chance(scenario.priBooked)
        const application = drawCase(scenario, draws, pace)
        if (isAbsent) noShows.push({ window, priority, kind: application.kind })
        else {
          const arrived = minutes(arrive + member * MEMBER_GAP_MIN)
          came.push({ arrive: arrived, window, priority, group: size === 1 ? null : group, ...application })
        }
      }
      taken += size
    }
  }
  return { came, noShows }
}

/** `p` is the share of people in families, so of parties fewer are families, by their mean size. */
const partySize = ({ groups: { p, sizes } }: Scenario, draws: Draws): number => {
  const meanSize = sizes.reduce((sum, [size, share]) => sum + size * share, 0)
  const size = draws.oneOf(sizes)
  return draws.chance(p / meanSize) ? size : 1
}

const drawArrival = ({ punct, gate }: Scenario, draws: Draws, [start, end]: [number, number]): number => {
  const early = start - Math.min(draws.lognormal(punct.earlyMean, punct.earlyCv), punct.earlyMax)
  const rush = gate + draws.uniform(0, GATE_RUSH_MIN)
  const late = end + Math.min(draws.exponential(punct.lateMean), punct.lateMax)
  const inWindow = start + (end - start) * draws.beta(...punct.inBeta)
  return draws.oneOf([
    [Math.max(early, rush), punct.early],
    [inWindow, punct.inwin],
    [late, punct.late],
  ])
}

const within = (least: number, most: number, value: number): number => Math.min(most, Math.max(least, value))

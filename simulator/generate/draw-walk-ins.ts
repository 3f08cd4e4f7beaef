import type { Applicant } from '../day-file.ts'
import type { Scenario } from '../scenarios.ts'
import { type DayName, drawCase, minutes } from './draw-case.ts'
import { drawsOf } from './draws.ts'

/** Whoever comes without an appointment, the sudden crowd of a bad day included; in no order. */
export const drawWalkIns = (scenario: Scenario, { index, seed, friday }: DayName, pace: number): Applicant[] => {
  const { walkin, surge, windows } = scenario
  const today = drawsOf(seed, index, 'walk-ins')
  // The realised Fridays have walk-ins in proportion to their windows.
  const usual = today.poisson(walkin.mean * (friday ? scenario.friday.windows.length / windows.length : 1))
  const crowd = today.chance(surge.p) ? drawsOf(seed, index, 'surge').poisson(surge.n) : 0
  return Array.from({ length: usual + crowd }, (_, k) => {
    const isUsual = k < usual
    const draws = isUsual ? drawsOf(seed, index, 'walk-in', k) : drawsOf(seed, index, 'surge', k - usual)
    const [first, ...more] = walkin.profile.map(([from, to, share]) => [{ from, to }, share] as const)
    const { from, to } = first === undefined || !isUsual ? surgeHours(surge) : draws.oneOf([first, ...more])
    return {
      arrive: minutes(draws.uniform(from, to)),
      window: null,
      priority: isUsual && draws.chance(walkin.priShare),
      group: null,
      ...drawCase(scenario, draws, pace),
    }
  })
}

const surgeHours = ({ at, dur }: Scenario['surge']) => ({ from: at, to: at + dur })

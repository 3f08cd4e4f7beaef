import type { Applicant } from '../day-file.ts'
import type { Scenario } from '../scenarios.ts'
import type { Draws } from './draws.ts'

/** Which day is drawn: its number from 0, the seed of the run, and whether it is a Friday. */
export type DayName = { index: number; seed: number; friday: boolean }

/** The second look at corrected papers varies like this (read off the realised days). */
const REWORK_CV = 0.4

/** Minutes to three decimals, as in the day files. */
export const minutes = (value: number): number => Math.round(value * 1000) / 1000

/** One person's application: its kind, its minutes at both stages and what goes wrong with it. `pace` is the day's. */
export const drawCase = (
  { types, m1, cv1, m2, cv2, reject, rework }: Scenario,
  draws: Draws,
  pace: number,
): Pick<Applicant, 'kind' | 'service' | 'return'> => {
  const [first, ...more] = types.map((type, kind) => [{ ...type, kind }, type.p] as const)
  const { kind, f1, f2 } = first === undefined ? { kind: 0, f1: 1, f2: 1 } : draws.oneOf([first, ...more])
  const documents = minutes(draws.lognormal(m1 * f1 * pace, cv1))
  const interview = minutes(draws.lognormal(m2 * f2 * pace, cv2))
  const isRejected = draws.chance(reject)
  const mustReturn = draws.chance(rework.p)
  const after = minutes(draws.uniform(...rework.delay))
  const again = minutes(draws.lognormal(rework.mean, REWORK_CV))
  if (isRejected) return { kind, service: [documents], return: null }
  return { kind, service: [documents, interview], return: mustReturn ? { after, service: again } : null }
}

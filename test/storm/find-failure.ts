import { checkHistory } from './check-history.ts'
import { runStorm } from './storm.ts'
import { type Seams, SOUND } from './world.ts'

/** What is wrong with one storm, as sentences; none when nothing is. */
export const complaintsOf = async (seed: number, options: { steps?: number; seams?: Seams } = {}) => {
  const aftermath = await runStorm(seed, options)
  return { complaints: [...aftermath.troubles, ...checkHistory(aftermath)], aftermath }
}

/** A storm that broke something: its seed, the length of its shortest failing prefix, and what is wrong with that. */
export type Failure = { seed: number; steps: number; complaints: string[] }

/** The shortest prefix of a failing storm that still fails. `seams` are made anew for each try. */
const shorten = async (seed: number, longest: number, seams: () => Seams): Promise<Failure> => {
  for (let steps = 0; steps < longest; steps++) {
    const { complaints } = await complaintsOf(seed, { steps, seams: seams() })
    if (complaints.length > 0) return { seed, steps, complaints }
  }
  const { complaints } = await complaintsOf(seed, { steps: longest, seams: seams() })
  return { seed, steps: longest, complaints }
}

/** What a run of storms came to: the first that failed, or how much was lived through. */
export type Found = { failure: Failure | null; storms: number; steps: number; commands: number; lives: number }

/** Lets storms come, one seed after the other, until one breaks something. `seams` are made anew for each. */
export const findFailure = async (
  seeds: { from: number; count: number },
  seams: () => Seams = () => SOUND,
): Promise<Found> => {
  const found: Found = { failure: null, storms: 0, steps: 0, commands: 0, lives: 0 }
  for (let seed = seeds.from; seed < seeds.from + seeds.count; seed++) {
    const { complaints, aftermath } = await complaintsOf(seed, { seams: seams() })
    found.storms += 1
    found.steps += aftermath.steps
    found.commands += aftermath.written.length
    found.lives += aftermath.lives
    if (complaints.length === 0) continue
    found.failure = await shorten(seed, aftermath.steps, seams)
    return found
  }
  return found
}

/** A failure as it is told: the seed, its shortest prefix, how to see it again, and what is wrong. */
export const describeFailure = ({ seed, steps, complaints }: Failure): string =>
  [
    `storm ${seed} breaks the office after ${steps} acts and faults; its story: npm run storm -- ${seed} ${steps}`,
    ...complaints.slice(0, 10),
  ].join('\n  ')

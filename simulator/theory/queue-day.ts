import type { Applicant, Day, DayFrame } from '../day-file.ts'
import { type Draws, drawsOf } from '../generate/draws.ts'

/**
 * An office of the textbook as a day: one queue before each stage, nobody booked, nobody away, all as fast as each other.
 * Minutes throughout; `servers` counters at each stage in turn.
 */
export type QueueOffice = {
  servers: readonly number[]
  /** Arrivals per minute, independent of each other. */
  rate: number
  /** Minutes of a case at each stage. */
  service(draws: Draws, priority: boolean): number[]
  /** Share of priority. */
  priority?: number
  /** The cases of those who stand before the first stage at the beginning, so that the office begins in its steady state. */
  present?(draws: Draws): number[][]
}

const STAGES = ['first', 'second', 'third']

/** What the textbook's days have in common. */
export const queueFrame = ({ servers }: Pick<QueueOffice, 'servers'>): DayFrame => ({
  open: 0,
  planClose: 1440,
  stages: STAGES.slice(0, servers.length),
})

/** Day `index`: whoever comes in `[0, lengthMin)`. The same seed and index give the same day. */
export const queueDay = (office: QueueOffice, index: number, seed: number, lengthMin: number): Day => {
  const draws = drawsOf(seed, 'queue', index)
  const applicants: Applicant[] = []
  const come = (arrive: number, given?: number[]): void => {
    const priority = draws.chance(office.priority ?? 0)
    const service = given ?? office.service(draws, priority)
    applicants.push({ arrive, window: null, priority, group: null, kind: 0, service, return: null })
  }
  for (const service of office.present?.(draws) ?? []) come(0, service)
  const gap = () => draws.exponential(1 / office.rate)
  for (let at = gap(); at < lengthMin; at += gap()) come(at)
  return { id: `queue/${index}`, friday: false, applicants, counters: countersOf(office.servers), noShows: [] }
}

/** So many counters at each stage, always there, speed 1. */
export const countersOf = (servers: readonly number[]): Day['counters'] =>
  servers.flatMap((count, stage) =>
    Array.from({ length: count }, (_, k) => ({ id: `${stage + 1}-${k}`, stage: stage + 1, speed: 1, away: [] })),
  )

/**
 * How many are in the system of M/M/c in its steady state. Whoever comes later sees the steady state, too, so a day that
 * begins like this needs no warming up.
 */
export const steadyNumber = (draws: Draws, servers: number, load: number): number => {
  // Up to c the weights are load^n / n!, beyond it each is load / c of the one before.
  const ratio = load / servers
  const weights = [1]
  for (let n = 1; n < servers; n++) weights.push(((weights[n - 1] ?? 0) * load) / n)
  const tail = ((weights[servers - 1] ?? 0) * ratio) / (1 - ratio)
  let left = draws.uniform(0, weights.reduce((sum, one) => sum + one, 0) + tail)
  for (const [n, one] of weights.entries()) {
    if (left < one) return n
    left -= one
  }
  return servers + Math.floor(Math.log(1 - left / tail) / Math.log(ratio))
}

/**
 * The work before one counter in its steady state, lognormal cases: as many parts as M/M/1 has people, each what is left of
 * a case into which somebody looks at a random moment (long cases are met more often).
 */
export const steadyWork = (draws: Draws, load: number, { mean, cv }: { mean: number; cv: number }): number[] =>
  Array.from({ length: steadyNumber(draws, 1, load) }, () =>
    draws.uniform(0, draws.lognormal(mean * (1 + cv * cv), cv)),
  )

/**
 * An even stream, as the study of the office counts it: `perHour` arrivals an hour from `from` until `until`, each a case of
 * `minutes`, one booth.
 */
export const evenDay = (perHour: number, minutes: number, from: number, until: number): Day => ({
  id: `even/${perHour}`,
  friday: false,
  applicants: Array.from({ length: Math.floor(((until - from) * perHour) / 60) + 1 }, (_, k) => ({
    ...{ arrive: from + (k * 60) / perHour, window: null, priority: false },
    ...{ group: null, kind: 0, service: [minutes], return: null },
  })),
  counters: [{ id: '1-0', stage: 1, speed: 1, away: [[0, from, 'closed']] }],
  noShows: [],
})

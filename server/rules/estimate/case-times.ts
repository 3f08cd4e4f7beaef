import type { Slug } from '../../../protocol/ids.ts'
import { addMoments, type Moments, NO_CASES } from '../measured.ts'
import { MINUTE, type State } from '../state.ts'
import { type Chance, normalQuantile, normalShare } from './chance.ts'
import { type Past, SHORT_HISTORY } from './past.ts'

/** How long cases take: lognormal, `ln(ms)` with mean `mu` and spread `sigma`. */
export type CaseTime = { mu: number; sigma: number }

/** Coefficient of variation while nothing is measured (queue-rules section 3). */
const FIRST_CV = 0.5

/** A mean that was measured on few cases is drawn towards what was believed before, as if by so many cases. */
const BELIEF = 10

/** Days never differ by less than 4 % in the mean: staff change (variance of the speed between days). */
const LEAST_BETWEEN = 0.04 ** 2

/** A spread from fewer cases is not used. */
const ENOUGH = 30

/** A time with this mean in minutes and this spread of logarithms. */
export const caseTime = (meanMin: number, sigma: number): CaseTime => ({
  mu: Math.log(meanMin * MINUTE) - (sigma * sigma) / 2,
  sigma,
})

/** Spread of logarithms that belongs to a coefficient of variation. */
export const sigmaOf = (cv: number): number => Math.sqrt(Math.log(1 + cv * cv))

/** The mean of measured minutes, drawn towards `belief`. */
export const meanOf = ({ n, sum }: Moments, belief: number): number => (sum + BELIEF * belief) / (n + BELIEF)

const spreadOf = ({ n, sumLog, sumLog2 }: Moments, otherwise: number): number =>
  n < ENOUGH ? otherwise : Math.sqrt(Math.min(2.25, Math.max(0.01, sumLog2 / n - (sumLog / n) ** 2)))

/** What a draw takes, in whole ms; `pace` shifts its logarithm. */
export const drawCase = ({ mu, sigma }: CaseTime, pace: number, chance: Chance): number =>
  Math.round(Math.exp(mu + pace + sigma * normalQuantile(chance())))

/** What is left, in whole ms, of a case that has taken `elapsed` ms: the draws that are longer. */
export const drawRest = (time: CaseTime, pace: number, elapsed: number, chance: Chance): number => {
  if (elapsed <= 0) return drawCase(time, pace, chance)
  const mu = time.mu + pace
  const { sigma } = time
  const past = normalShare((Math.log(elapsed) - mu) / sigma)
  const whole = Math.exp(mu + sigma * normalQuantile(past + (1 - past) * chance()))
  return Math.max(0, Math.round(whole - elapsed))
}

/** Cases of a stage against what the same cases were expected to take. */
const ratioOf = (cases: Readonly<Record<Slug, Moments>>, expected: (service: Slug) => number) => {
  const entries = Object.entries(cases)
  const n = entries.reduce((sum, [, moments]) => sum + moments.n, 0)
  const took = entries.reduce((sum, [, moments]) => sum + moments.sum, 0)
  const should = entries.reduce((sum, [service, moments]) => sum + moments.n * expected(service), 0)
  return { n, ratio: n === 0 ? 1 : took / should }
}

/**
 * Today's speed of a stage against the days before, and how sure that is: `(n·ratio + w)/(n + w)`, the ratio of today's
 * minutes to what the same cases were expected to take (queue-rules section 3). The weight w of the days before is 10 until
 * enough days are known; then what they say themselves, the variance of cases over the variance between days. `doubt` is the
 * spread of the speed's logarithm that is left.
 */
export const speedOf = (
  days: readonly Readonly<Record<Slug, Moments>>[],
  today: Readonly<Record<Slug, Moments>>,
  expected: (service: Slug) => number,
  sigma: number,
): { speed: number; doubt: number } => {
  const variance = Math.exp(sigma * sigma) - 1
  const past = days.map((cases) => ratioOf(cases, expected)).filter(({ n }) => n >= ENOUGH)
  const between =
    past.length < SHORT_HISTORY
      ? variance / BELIEF
      : past.reduce((sum, { n, ratio }) => sum + (ratio - 1) ** 2 - variance / n, 0) / (past.length - 1)
  const weight = variance / Math.min(variance / BELIEF, Math.max(LEAST_BETWEEN, between))
  const { n, ratio } = ratioOf(today, expected)
  return { speed: (n * ratio + weight) / (n + weight), doubt: Math.sqrt(variance / (n + weight)) }
}

/** The times of cases today: by stage and service, and of those who come back with papers. */
export type CaseTimes = {
  of: (stage: Slug, service: Slug) => CaseTime
  again: (stage: Slug) => CaseTime
  /** Mean minutes of a case of a stage, all services together, at today's speed. */
  meanMin: (stage: Slug) => number
  /** How unsure today's speed of a stage is: spread of its logarithm. */
  doubt: (stage: Slug) => number
}

/** The times as they are to be expected now: the days before, or the standard minutes, at today's speed. */
export const caseTimesOf = ({ office, measured }: State, past: Past): CaseTimes => {
  const byStage = (office?.stages ?? []).map((stage) => {
    const before = past.cases[stage.id] ?? {}
    const all = Object.values(before).reduce(addMoments, NO_CASES)
    const mean = meanOf(all, stage.standardMin)
    const sigma = spreadOf(all, sigmaOf(FIRST_CV))
    const meanMin = (service: Slug): number => meanOf(before[service] ?? NO_CASES, mean)
    const days = past.days.map(({ cases }) => cases[stage.id] ?? {})
    const { speed, doubt } = speedOf(days, measured.today.cases[stage.id] ?? {}, meanMin, sigma)
    const again = past.again[stage.id] ?? NO_CASES
    const times = new Map(
      (office?.services ?? []).map(({ id }) => [
        id,
        caseTime(meanMin(id) * speed, spreadOf(before[id] ?? NO_CASES, sigma)),
      ]),
    )
    const other = caseTime(mean * speed, sigma)
    return [
      stage.id,
      { times, other, again: caseTime(meanOf(again, mean) * speed, spreadOf(again, sigma)), mean: mean * speed, doubt },
    ] as const
  })
  const stages = new Map(byStage)
  const unknown = caseTime(1, sigmaOf(FIRST_CV))
  return {
    of: (stage, service) => stages.get(stage)?.times.get(service) ?? stages.get(stage)?.other ?? unknown,
    again: (stage) => stages.get(stage)?.again ?? unknown,
    meanMin: (stage) => stages.get(stage)?.mean ?? 1,
    doubt: (stage) => stages.get(stage)?.doubt ?? 0,
  }
}

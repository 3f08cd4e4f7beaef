import { playDays } from '../compare-days.ts'
import type { Finding } from '../finding.ts'
import { generateDays } from '../generate/generate-days.ts'
import { policy } from '../policy.ts'
import { changeScenario, scenarioOf } from '../scenarios.ts'

/** Validation 10, its last relation: one more counter at either stage never raises the mean time in the office. */
export const checkMoreCounters = (days: number, seed: number): Finding[] => {
  const normal = scenarioOf('D2-normal')
  const officeMean = (change: object, rule: string): number => {
    const changed = changeScenario(normal, change)
    if ('mistake' in changed) throw new RangeError(changed.mistake)
    return playDays(generateDays(changed.scenario, days, seed), policy(rule)).figures.officeMean ?? Number.NaN
  }
  return ['fifo', 'window'].flatMap((rule) => {
    const before = officeMean({}, rule)
    return [{ c1: normal.c1 + 1 }, { c2: normal.c2 + 1 }].map((change) => {
      const after = officeMean(change, rule)
      const what = `${rule}, ${'c1' in change ? 'documents' : 'interview'} with one counter more: time in office`
      return { what, figure: after, expected: `≤ ${before.toPrecision(5)}`, interval: null, holds: after <= before }
    })
  })
}

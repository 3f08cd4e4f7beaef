import { describe, expect, test } from 'vitest'
import { compareDays } from '../../simulator/compare-days.ts'
import { policy } from '../../simulator/policy.ts'
import { agreeWith } from '../../simulator/reference.ts'
import { resultsJson } from '../../simulator/results-json.ts'
import { allDaysOf, firstDayOf, POLICIES, REFERENCE, SCENARIOS } from './given-days.ts'

const policies = POLICIES.map(policy)

/** The reference without its pooled figures, which are of forty days. */
const firstDays = Object.fromEntries(Object.entries(REFERENCE).map(([name, { firstDay }]) => [name, { firstDay }]))

describe('the simulator agrees with the reference', () => {
  test.each(SCENARIOS)(
    'ticket by ticket on the first day of %s, under every policy, and breaks no promise',
    (scenario) => {
      const file = firstDayOf(scenario)
      const comparison = compareDays(file, policies)
      const { compared, disagreements } = agreeWith(firstDays, resultsJson([comparison]))
      expect(disagreements).toEqual([])
      expect(compared).toBe((file.days[0]?.applicants.length ?? 0) * 2 * policies.length)
      for (const { policy: played, figures } of comparison.results) {
        expect(figures).toMatchObject({ unserved: 0, keyViolations: 0, served: file.days[0]?.applicants.length })
        if (played.windows.rule === 'window') expect(figures).toMatchObject({ unjustOvertakes: 0, boundViolations: 0 })
      }
    },
  )

  // All forty days of all scenarios are one command: simulate --days … --reference ../shared/days/reference.json
  test('in the pooled figures of forty normal days, where the given days lie beside the checkout', () => {
    const file = allDaysOf('D2-normal')
    if (file === null)
      return console.warn('../shared/days is not here: the first days alone were held against the reference')
    const results = resultsJson([compareDays(file, [policy('window+help2')])])
    expect(agreeWith(REFERENCE, results).disagreements).toEqual([])
  })

  test('and a disagreement is told with its place', () => {
    const other = structuredClone(firstDays)
    const call = other['D2-normal']?.firstDay.fifo?.[3]
    if (call !== undefined) call[0] = 500
    const { disagreements } = agreeWith(other, resultsJson([compareDays(firstDayOf('D2-normal'), [policy('fifo')])]))
    expect(disagreements).toEqual(['D2-normal, fifo: applicant 3, stage 1 is called at 483.655, the reference has 500'])
  })
})

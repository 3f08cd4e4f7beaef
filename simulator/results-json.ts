import { type Comparison, differenceOf, firstCalls } from './compare-days.ts'
import type { FigureName, Figures } from './measures.ts'
import type { Reference } from './reference.ts'

/** Figures and minutes are told to three decimals, like the days themselves. */
const told = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000)
const toldAll = <T extends object>(values: T): Record<string, number | null> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, told(value)]))

/**
 * Comparisons in the shape of `../shared/days/reference.json`: per scenario the figures of each policy, and `firstDay` with
 * the first calls of every applicant of the first day. Besides it `days`, how many there were, and `difference`: per policy
 * and figure the paired daily difference to the first policy with its 95 % interval. A scenario that comes twice gets a
 * number.
 */
export const resultsJson = (comparisons: readonly Comparison[]): Reference => {
  const all: Reference = {}
  for (const comparison of comparisons) {
    const { scenario, file, results } = comparison
    let name = scenario
    for (let n = 2; name in all; n++) name = `${scenario} (${n})`
    const perPolicy = <T>(of: (result: (typeof results)[number]) => T): Record<string, T> =>
      Object.fromEntries(results.map((result) => [result.policy.name, of(result)]))
    all[name] = {
      ...perPolicy(({ figures }) => toldAll(figures)),
      firstDay: perPolicy(({ plays: [first] }) =>
        first === undefined ? [] : firstCalls(first, file.stages.length).map((calls) => calls.map(told)),
      ),
      days: file.days.length,
      difference: perPolicy((result) =>
        Object.fromEntries(
          figureNames(result.figures).flatMap((figure) => {
            const interval = differenceOf(comparison, result, figure)
            return interval === null ? [] : [[figure, toldAll(interval)]]
          }),
        ),
      ),
    }
  }
  return all
}

const figureNames = (figures: Figures) => Object.keys(figures) as FigureName[]

import { type Comparison, differenceOf, type Result } from './compare-days.ts'
import type { Finding } from './finding.ts'
import type { FigureName } from './measures.ts'
import type { ScenarioName } from './scenarios.ts'
import { ratioOf } from './theory/ratio-of.ts'

/** The policies of the targets: what the others are held against, the order alone, and the order with two helpers. */
export const TARGET_POLICIES = ['fifo', 'window', 'window+help2'] as const

/**
 * A target: the figure itself, its ratio to first come first served on the same days, or its difference from that.
 * `order` and `help` are the limits by order alone and with two helpers. `claim`: an improvement is claimed, so the
 * paired daily difference must exclude zero. `like the reference` is a ratio, too, but the limit is what the reference
 * reached on as many days of its own. Both have the error of their days, so it is missed only where the ratio is more than
 * √2 half-widths of its 95 % interval beyond.
 */
type Target = {
  figure: FigureName
  as: 'value' | 'ratio' | 'difference' | 'like the reference'
  limit: 'most' | 'least'
  order: number
  help: number
  claim: 'both' | 'help' | 'none'
}

const target = (
  figure: FigureName,
  as: Target['as'],
  limit: Target['limit'],
  [order, help]: [number, number],
  claim: Target['claim'] = 'both',
): Target => ({ figure, as, limit, order, help, claim })

const likeReference = (order: number, help: number): Target[] => [
  target('inWindowMean', 'like the reference', 'most', [order, help]),
]

/** Nothing that the rule promises may break on any of the days. */
const KEPT: readonly Target[] = (['unjustOvertakes', 'keyViolations', 'boundViolations', 'unserved'] as const).map(
  (figure) => target(figure, 'value', 'most', [0, 0], 'none'),
)

/** Queue-rules section 4. */
export const TARGETS: Record<ScenarioName, readonly Target[]> = {
  'D1-peak': [
    target('inWindowMean', 'ratio', 'most', [0.7, 0.36]),
    target('inWindowOver60', 'value', 'most', [0.065, 0.02]),
    target('calledInOwnWindow', 'value', 'least', [0.89, 0.96]),
    target('onTimeMean', 'ratio', 'most', [0.83, 0.4]),
    target('totalQueueMean', 'ratio', 'most', [0.83, 0.55]),
    target('priorityP95', 'value', 'most', [13, 12]),
    target('walkInP95', 'value', 'most', [140, 115], 'none'),
    target('lateP95', 'ratio', 'most', [1.2, 1], 'none'),
    target('officeMean', 'ratio', 'most', [1.02, 0.84], 'help'),
    target('overtimeMean', 'difference', 'most', [2, 0], 'none'),
  ],
  'D2-normal': likeReference(0.7, 0.33),
  'D3-too-early': likeReference(0.58, 0.35),
  'D4-disrupted': likeReference(0.84, 0.61),
  'X-complaint': likeReference(0.6, 0.35),
}

/**
 * Days of a scenario, played under the target policies in their order, against the scenario's targets. The interval is
 * that of the paired daily difference from first come first served; `like the reference` has the ratio's, √2 times as wide.
 */
export const checkTargets = (name: ScenarioName, comparison: Comparison): Finding[] => {
  const [before, ...after] = comparison.results
  if (before === undefined) return []
  return after.flatMap((result) =>
    [...TARGETS[name], ...KEPT].map((one) => checkTarget(name, one, comparison, before, result)),
  )
}

const UNITS: Record<Target['as'], string> = {
  value: '',
  ratio: ' × fifo',
  difference: ' above fifo',
  'like the reference': ' × fifo within the interval',
}

const checkTarget = (
  name: string,
  { figure, as, limit, order, help, claim }: Target,
  comparison: Comparison,
  before: Result,
  result: Result,
): Finding => {
  const helped = result.policy.helpers > 0
  const most = helped ? help : order
  const [from, to] = [before.figures[figure] ?? Number.NaN, result.figures[figure] ?? Number.NaN]
  const isRatio = as === 'ratio' || as === 'like the reference'
  const value = isRatio ? to / from : as === 'difference' ? to - from : to
  const difference = differenceOf(comparison, result, figure)
  const isClaimed = claim === 'both' || (claim === 'help' && helped)
  const isSure = difference !== null && (limit === 'most' ? difference.high < 0 : difference.low > 0)
  const half = as === 'like the reference' ? Math.SQRT2 * halfOfRatio(before, result, figure) : 0
  return {
    what: `${name}, ${result.policy.name}: ${figure}`,
    figure: value,
    expected: `${limit === 'most' ? '≤' : '≥'} ${most}${UNITS[as]}`,
    interval: half > 0 ? [value - half, value + half] : difference && [difference.low, difference.high],
    holds: (limit === 'most' ? value - half <= most : value + half >= most) && (isSure || !isClaimed),
  }
}

const halfOfRatio = (before: Result, after: Result, figure: FigureName): number => {
  const { low, high } = ratioOf(
    before.daily.map((day, k) => ({ count: day[figure] ?? 0, sum: after.daily[k]?.[figure] ?? 0 })),
  )
  return (high - low) / 2
}

import { type Comparison, differenceOf } from './compare-days.ts'
import type { FigureName } from './measures.ts'

/** Figures in the order in which they are told, and how: minutes, a share, or a count. */
const ROWS: [name: FigureName, unit: 'min' | '%' | ''][] = [
  ['inWindowMean', 'min'],
  ['inWindowP95', 'min'],
  ['inWindowOver60', '%'],
  ['calledInOwnWindow', '%'],
  ['onTimeMean', 'min'],
  ['totalQueueMean', 'min'],
  ['officeMean', 'min'],
  ['walkInP95', 'min'],
  ['priorityP95', 'min'],
  ['lateP95', 'min'],
  ['overtimeMean', 'min'],
  ['unjustOvertakes', ''],
  ['served', ''],
  ['unserved', ''],
  ['keyViolations', ''],
  ['boundViolations', ''],
  ['passedWhileKept', ''],
]
const COUNTS: readonly FigureName[] = ['served', 'unserved', 'keyViolations', 'boundViolations', 'passedWhileKept']

const decimal = (value: number, digits: number): string => value.toFixed(digits)
const signed = (value: number, digits: number): string => `${value < 0 ? '−' : '+'}${decimal(Math.abs(value), digits)}`

/**
 * A comparison as a table for the terminal: per policy the figure, its ratio to the first policy, and the paired daily
 * difference with its 95 % interval (a `*` where that excludes zero).
 */
export const resultsTable = (comparison: Comparison): string => {
  const { scenario, file, results } = comparison
  const [first] = results
  const people = file.days.reduce((sum, day) => sum + day.applicants.length, 0)
  const rows = ROWS.map(([name, unit]) => [
    unit === '' ? name : `${name} (${unit})`,
    ...results.flatMap((result) => {
      const scale = unit === '%' ? 100 : 1
      const digits = COUNTS.includes(name) ? 0 : unit === '' ? 2 : 1
      const value = result.figures[name]
      const shown = value === null ? '–' : decimal(value * scale, digits)
      if (result === first) return [shown]
      const base = first?.figures[name] ?? null
      const ratio =
        value === null || base === null || base === 0 || COUNTS.includes(name) ? '' : decimal(value / base, 2)
      const interval = COUNTS.includes(name) ? null : differenceOf(comparison, result, name)
      if (interval === null) return [shown, ratio, '']
      const [low, high] = [interval.low * scale, interval.high * scale]
      const sure = low > 0 || high < 0 ? ' *' : '  '
      const ends = `[${signed(low, digits)}, ${signed(high, digits)}]`
      return [shown, ratio, `${signed(interval.mean * scale, digits)} ${ends}${sure}`]
    }),
  ])
  const head = [
    '',
    ...results.flatMap(({ policy }, k) => (k === 0 ? [policy.name] : [policy.name, 'ratio', 'difference'])),
  ]
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const lines = all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
  return [`${scenario}: ${file.days.length} days, ${people} applicants`, ...lines]
    .map((line) => line.trimEnd())
    .join('\n')
}

import type { Accuracy, AccuracyReport } from './accuracy.ts'

/** What queue-rules section 3 demands of a scenario; `name` as in the report. */
type Demand = { name: string; value: number; holds: boolean; asked: string; unit: 'min' | '%' | '' | 'ms' }

const LEAST_SHOWN: Record<string, number> = { 'D4-disrupted': 0.84, 'X-complaint': 0.84 }
const SHOWN = 0.86

/** The demands on a report under the shipped rule, each with what it came to. Those in minutes and ratios are for D1 alone. */
export const demandsOn = (report: AccuracyReport): Demand[] => {
  const { scenario, checkIn, naive, refreshedMae, cost } = report
  const most = (name: string, value: number, limit: number, unit: Demand['unit']): Demand => ({
    ...{ name, value, unit, holds: value <= limit },
    asked: `≤ ${written(limit, unit)}`,
  })
  const leastShown = LEAST_SHOWN[scenario] ?? SHOWN
  const covered = checkIn.covered
  return [
    ...(scenario === 'D1-peak'
      ? [
          most('mean absolute error', checkIn.mae, 6, 'min'),
          most('ratio to people ahead', checkIn.mae / naive.peopleAhead, 0.4, ''),
          most('ratio to last to enter', checkIn.mae / naive.lastToEnter, 0.32, ''),
        ]
      : []),
    {
      ...{ name: 'nominal 80 % covers', value: covered, unit: '%', holds: covered >= 0.76 && covered <= 0.88 },
      asked: '76–88 %',
    },
    most('above the upper end', checkIn.above, 0.14, '%'),
    {
      ...{ name: 'shown range covers', value: checkIn.shown, unit: '%', holds: checkIn.shown >= leastShown },
      asked: `≥ ${written(leastShown, '%')}`,
    },
    ...(refreshedMae === null ? [] : [most('refreshed error', refreshedMae, checkIn.mae, 'min')]),
    most('p99 of one estimate', cost.p99, 20, 'ms'),
  ]
}

const written = (value: number, unit: Demand['unit']): string => {
  if (unit === '%') return `${(value * 100).toFixed(1).replace(/\.0$/, '')} %`
  return `${value.toFixed(unit === '' ? 2 : 1)}${unit === '' ? '' : ` ${unit}`}`
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const min = (value: number): string => value.toFixed(1)
const share = (value: number): string => (value * 100).toFixed(1)

const figures = ({ tickets, wait, mae, bias, covered, above, shown, width }: Accuracy): string[] => [
  String(tickets),
  min(wait),
  mae.toFixed(2),
  bias.toFixed(2),
  share(covered),
  share(above),
  share(shown),
  min(width),
]

const HEAD = ['tickets', 'wait', 'error', 'bias', '80 % covers', 'above', 'shown covers', 'shown width']

const named = ({ scenario, policy }: AccuracyReport): string => `${scenario} ${policy}`

const demands = (reports: readonly AccuracyReport[]): string =>
  table(
    ['scenario', 'demand', 'asked', 'reached', ''],
    reports.flatMap((report) =>
      demandsOn(report).map(({ name, value, holds, asked, unit }) => [
        report.scenario,
        name,
        asked,
        written(value, unit),
        holds ? 'holds' : '**missed**',
      ]),
    ),
  )

const compared = (reports: readonly AccuracyReport[]): string =>
  table(
    ['scenario, policy', 'estimate', 'fluid projection', 'people ahead × mean ÷ counters', 'last to enter service'],
    reports.map((report) => [
      named(report),
      report.checkIn.mae.toFixed(2),
      ...[report.naive.fluid, report.naive.peopleAhead, report.naive.lastToEnter].map((mae) => mae.toFixed(2)),
    ]),
  )

const refreshes = (reports: readonly AccuracyReport[]): string =>
  table(
    [
      'scenario, policy',
      'error at check-in',
      'error of the refreshes',
      'last shown range covers',
      'changes per ticket',
    ],
    reports.flatMap((report) =>
      report.refreshedMae === null
        ? []
        : [
            [
              named(report),
              report.checkIn.mae.toFixed(2),
              report.refreshedMae.toFixed(2),
              share(report.lastShown),
              report.changes.toFixed(1),
            ],
          ],
    ),
  )

/** `command` is what reproduces the report, `runs` and `everyMin` what was asked of the office. */
export type Made = { command: string; runs: number; everyMin: number }

/** The committed report: what the estimate reaches on given days, as Markdown. */
export const accuracyReport = (reports: readonly AccuracyReport[], { command, runs, everyMin }: Made): string => {
  const ofRule = reports.filter(({ policy }) => policy === 'window')
  const shipped = ofRule.length > 0 ? ofRule : reports
  const missed = shipped.flatMap(demandsOn).filter(({ holds }) => !holds).length
  const rows = (of: (report: AccuracyReport) => Accuracy): string =>
    table(
      ['scenario, policy', ...HEAD],
      reports.map((report) => [named(report), ...figures(of(report))]),
    )
  return `# How exact the likely calls are

Made by

\`\`\`
${command}
\`\`\`

Each file is lived by one office in the order of its days, through the very rules of the server (\`simulator/live-days.ts\`):
at every check-in the office tells a range, with no more knowledge than its own events up to then. What it has learnt
from the days before is its history, so the first day has none. ${runs} runs per estimate; refreshed every ${everyMin} minutes.

- **Really waited**: called more than a minute after check-in. Whoever is called at once needs no estimate. Counting only
  those called more than a minute after \`max(check-in, window start)\`, the wait W of the rules, is the table after the next.
- **Error**: mean absolute difference between the median and the first call, minutes; **bias**: mean difference, above 0
  where the call came later.
- **80 % covers**: calls inside the calibrated nominal 80 % interval, before it is rounded; **above**: after its upper end.
- **Shown covers**: calls inside the range on the slip, which is that interval on whole five minutes.

## What is demanded

${missed === 0 ? 'Everything holds.' : `${missed} of these are missed.`} By queue-rules section 3, under \`${shipped[0]?.policy}\`.

${demands(shipped)}

## At check-in, those who really waited

${rows(({ checkIn }) => checkIn)}

## At check-in, W more than a minute

${rows(({ late }) => late)}

## Against simpler estimates: error at check-in

Ahead are those whose turn is before; the mean is the office's own; counters are those that serve then. Last to enter
service: you will wait as long as the last one who was called.

${compared(reports)}

The fluid projection knows the same history and is nearly as good. It answers on an office's first day and in a hall so
full that rolling it forward would take too long.

## While waiting

The error of the refreshes is the mean over a ticket's refreshes, then over tickets. A shown range is replaced only when
the median leaves it or an end moves by more than five minutes.

${refreshes(reports)}

## The first five days alone

${rows(({ firstDays }) => firstDays)}

## Entering a later stage

${rows(({ nextStage }) => nextStage)}

## Cost

Milliseconds of one estimate on the machine that made this, the fastest of three. \`npm run bench\` measures it as well.

${table(
  ['scenario, policy', 'median', 'p99', 'most'],
  reports.map((report) => [named(report), ...[report.cost.median, report.cost.p99, report.cost.most].map(min)]),
)}
`
}

import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type AccuracyReport, accuracyOf } from '../accuracy.ts'
import { accuracyReport } from '../accuracy-report.ts'
import type { DayFile } from '../day-file.ts'
import { generateDays } from '../generate/generate-days.ts'
import { POLICY_WORDS, type Policy, parsePolicy } from '../policy.ts'
import { isScenarioName, SCENARIO_NAMES, scenarioOf } from '../scenarios.ts'
import { showProgress } from './progress.ts'
import { readDayFile } from './read-files.ts'

const HELP = `npm run accuracy -- --days <file> [--days <file> …] [--policy a,b,c] [--report <out>] [--json <out>]
npm run accuracy -- --scenario <name> [--generate <n>] [--seed <n>] [and as above]

  How exact the likely calls are that the office tells on these days. They are lived in order by one office.
  --days <file>    office-days, in the format of simulator/days; may be given again
  --scenario <s>   made-up days; may be given again: ${SCENARIO_NAMES.join(', ')}
  --generate <n>   how many of them, default 40; --seed <n> makes other ones, default 7
  --policy <list>  default window; ${POLICY_WORDS}
  --runs <n>       of every estimate, default 120
  --every <n>      minutes between refreshes, default 5; 0 leaves them out
  --report <out>   writes the report there instead of printing it
  --json <out>     the figures as JSON
  --help           this text`

const FLAGS = {
  days: { type: 'string', multiple: true, default: [] as string[] },
  scenario: { type: 'string', multiple: true, default: [] as string[] },
  generate: { type: 'string', default: '40' },
  seed: { type: 'string', default: '7' },
  policy: { type: 'string', default: 'window' },
  runs: { type: 'string', default: '120' },
  every: { type: 'string', default: '5' },
  report: { type: 'string' },
  json: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

const whole = (name: string, text: string, least: number, most: number): number => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new Error(`--${name} is a whole number from ${least} to ${most}`)
}

const policiesOf = (list: string): Policy[] =>
  list.split(',').map((text) => {
    const read = parsePolicy(text)
    if ('mistake' in read) throw new Error(read.mistake)
    return read.policy
  })

const generated = (names: readonly string[], count: number, seed: number): DayFile[] =>
  names.map((name) => {
    if (!isScenarioName(name)) throw new Error(`"${name}" is no scenario: ${SCENARIO_NAMES.join(', ')}`)
    return generateDays(scenarioOf(name), count, seed)
  })

/** `npm run accuracy`. A mistake of the caller is one sentence and exit code 1. */
const tellAccuracy = async (args: readonly string[]): Promise<void> => {
  const { values } = parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false })
  if (values.help) return console.log(HELP)
  const runs = whole('runs', values.runs, 1, 400)
  const everyMin = whole('every', values.every, 0, 120)
  const policies = policiesOf(values.policy)
  const given = await Promise.all(values.days.map(readDayFile))
  const count = whole('generate', values.generate, 1, 10_000)
  const files = [...given, ...generated(values.scenario, count, whole('seed', values.seed, 0, 2 ** 31))]
  if (files.length === 0) throw new Error('--days <file> or --scenario <name> is needed (--help says more)')
  const progress = showProgress(files.reduce((sum, { days }) => sum + days.length, 0) * policies.length)
  const reports = policies.flatMap((policy) =>
    files.map((file): AccuracyReport => accuracyOf(file, policy, { runs, everyMin, onDay: progress.step })),
  )
  progress.end()
  // Where the report goes does not change it.
  const asked = args.filter((arg, i) => ![arg, args[i - 1]].some((each) => each === '--report' || each === '--json'))
  const report = accuracyReport(reports, { command: `npm run accuracy -- ${asked.join(' ')}`, runs, everyMin })
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(reports, null, 1)}\n`)
  if (values.report === undefined) console.log(report)
  else await writeFile(values.report, report)
}

await tellAccuracy(process.argv.slice(2)).catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
})

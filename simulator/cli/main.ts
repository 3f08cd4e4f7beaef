import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Comparison, compareDays } from '../compare-days.ts'
import { type Replay, replayComplaint, tellComplaint } from '../complaint.ts'
import type { DayFile } from '../day-file.ts'
import { generateDays } from '../generate/generate-days.ts'
import { type Policy, policy } from '../policy.ts'
import { agreeWith, type Reference } from '../reference.ts'
import { makeReport } from '../report/make-report.ts'
import { resultsJson } from '../results-json.ts'
import { resultsTable } from '../results-table.ts'
import { scenarioOf } from '../scenarios.ts'
import { HELP, type Options, parseOptions } from './options.ts'
import { showProgress } from './progress.ts'
import { readDayFile, readReference } from './read-files.ts'
import { writeReport } from './write-report.ts'

const COMPLAINT_DAY = fileURLToPath(new URL('../days/complaint.json', import.meta.url))
const DISAGREEMENTS_TOLD = 20

const tellTheComplaint = async ({ policies }: Options): Promise<Replay> => {
  const replay = replayComplaint(await readDayFile(COMPLAINT_DAY), policy('fifo'), policies)
  if (replay === null) throw new Error(`${COMPLAINT_DAY}: nobody with the window 10.00–11.00 came at 10.00`)
  console.log(tellComplaint(replay))
  return replay
}

const comparisons = (files: readonly DayFile[], policies: readonly Policy[]): Comparison[] => {
  const progress = showProgress(files.reduce((sum, { days }) => sum + days.length, 0) * policies.length)
  const compared = files.map((file) => compareDays(file, policies, progress.step))
  progress.end()
  return compared
}

/** Says whether results agree with a reference file; exit code 1 where they do not. */
const holdAgainst = async (path: string, results: Reference): Promise<void> => {
  const { compared, disagreements } = agreeWith(await readReference(path), results)
  const [few, more] = [disagreements.slice(0, DISAGREEMENTS_TOLD), disagreements.length - DISAGREEMENTS_TOLD]
  if (compared === 0) throw new Error(`${path}: has none of these scenarios and policies`)
  for (const line of few) console.log(line)
  if (more > 0) console.log(`and ${more} more`)
  console.log(`${compared - disagreements.length} of ${compared} values agree with ${path}`)
  if (disagreements.length > 0) process.exitCode = 1
}

const comparePolicies = async (options: Options): Promise<Comparison[]> => {
  const { days, generated, policies, json, reference } = options
  const { scenarios, count, seed } = generated
  const given = await Promise.all(days.map(readDayFile))
  const compared = comparisons(
    [...given, ...scenarios.map((name) => generateDays(scenarioOf(name), count, seed))],
    policies,
  )
  console.log(compared.map(resultsTable).join('\n\n'))
  const results = resultsJson(compared)
  if (json !== null) await writeFile(json, `${JSON.stringify(results, null, 1)}\n`)
  if (reference !== null) await holdAgainst(reference, results)
  return compared
}

/** `npm run simulate`. A mistake of the caller is one sentence and exit code 1. */
const simulate = async (args: readonly string[]): Promise<void> => {
  const read = parseOptions(args)
  if ('mistake' in read) throw new Error(read.mistake)
  const { options } = read
  if (options.help) return console.log(HELP)
  const replay = options.complaint ? await tellTheComplaint(options) : null
  const compared = options.days.length + options.generated.scenarios.length > 0 ? await comparePolicies(options) : []
  if (options.html !== null) await writeReport(options.html, makeReport({ comparisons: compared, replay }))
}

await simulate(process.argv.slice(2)).catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
})

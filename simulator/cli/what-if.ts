import type { Words } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { DayFile } from '../day-file.ts'
import { generateDays } from '../generate/generate-days.ts'
import { type Policy, parsePolicy } from '../policy.ts'
import { recordedDays } from '../recorded-day.ts'
import { recordedVariants } from '../recorded-variants.ts'
import { makeReport } from '../report/make-report.ts'
import { numberText } from '../report/numbers.ts'
import { isScenarioName, SCENARIO_NAMES, scenarioOf } from '../scenarios.ts'
import { answerSentences, askWhatIf } from '../what-if.ts'
import { together, usualChanges } from '../what-if-changes.ts'
import { showProgress } from './progress.ts'
import { readDayFile } from './read-files.ts'
import { readJournal } from './read-journal.ts'
import { changesOf, parseWhatIf, WHAT_IF_HELP, type WhatIfOptions } from './what-if-options.ts'
import { writeReport } from './write-report.ts'

const DAYS_MAX = 1000

/** Days to play, the rule as it is now, and what has to be said of them first. */
type Material = { file: DayFile; policy: Policy; about: Words[] }

const policyNamed = (text: string): Policy => {
  const read = parsePolicy(text)
  if ('mistake' in read) throw new Error(read.mistake)
  return read.policy
}

/** The office's own rule: its settings, and as many helping counters as its document has. */
const policyOf = ({ windows, counters, families, returns }: Office): Policy => ({
  name: 'window',
  windows,
  helpers: counters.filter(({ helps }) => helps.length > 0).length,
  families: families.together,
  sameCounter: returns.sameCounter,
  estimateRuns: 0,
})

const recorded = async ({ on, policy }: WhatIfOptions, count: number): Promise<Material> => {
  const found = recordedDays(await readJournal(process.env.ANTREAN_DATA || 'data'))
  const days = found?.days.filter(({ day }) => on === undefined || day.id === on) ?? []
  if (found === null || days.length === 0) throw new Error('the journal has no such day with tickets and counters')
  const people = days.reduce((sum, { day }) => sum + day.applicants.length, 0)
  const leftOut = days.reduce((sum, day) => sum + day.leftOut, 0)
  const waits = days.map(({ inWindowMean }) => inWindowMean)
  const real = numberText(waits.reduce((a, b) => a + b, 0) / waits.length, 1)
  const [all, left] = [numberText(people), leftOut === 0 ? null : numberText(leftOut)]
  return {
    file: recordedVariants({ ...found, days }, count),
    policy: policy === undefined ? policyOf(found.office) : policyNamed(policy),
    about: [
      {
        id: `${days.length} hari kantor ini, ${all} pemohon, dimainkan ulang dengan lama layanan yang ditukar di antara tetangga antrean. Kenyataannya: menunggu rata-rata ${real} menit.`,
        en: `${days.length} day(s) of this office, ${all} applicants, played again with service times swapped among neighbours in the queue. In reality the mean wait was ${real.replace(',', '.')} min.`,
      },
      ...(left === null
        ? []
        : [{ id: `${left} tiket layanan lain tidak ikut.`, en: `${left} tickets of other services are left out.` }]),
    ],
  }
}

const materialOf = async (options: WhatIfOptions, count: number, seed: number): Promise<Material> => {
  if (options.recorded) return recorded(options, count)
  const policy = policyNamed(options.policy ?? 'window')
  if (options.days !== undefined) {
    const file = await readDayFile(options.days)
    return { file: { ...file, days: file.days.slice(0, count) }, policy, about: [] }
  }
  const name = options.scenario ?? 'D1-peak'
  if (!isScenarioName(name)) throw new Error(`there is no scenario ${name}: ${SCENARIO_NAMES.join(', ')}`)
  return { file: generateDays(scenarioOf(name), count, seed), policy, about: [] }
}

const whole = (name: string, text: string, from: number, to: number): number => {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < from || value > to)
    throw new Error(`--${name} is a whole number from ${from} to ${to}`)
  return value
}

const tell = (lines: readonly Words[]): void => {
  for (const { id, en } of lines) console.log(`${id}\n  ${en}`)
}

/** `npm run what-if`. A mistake of the caller is one sentence and exit code 1. */
const whatIf = async (args: readonly string[]): Promise<void> => {
  const read = parseWhatIf(args)
  if ('mistake' in read) throw new Error(read.mistake)
  const { options } = read
  if (options.help) return console.log(WHAT_IF_HELP)
  const count = whole('count', options.count, 2, DAYS_MAX)
  const { file, policy, about } = await materialOf(options, count, whole('seed', options.seed, 0, 2 ** 31))
  const asked = changesOf(options, file, policy)
  if ('mistake' in asked) throw new Error(asked.mistake)
  const changes = asked.changes.length === 0 ? usualChanges(file.stages, policy) : [together(asked.changes)]
  const progress = showProgress(file.days.length * (changes.length + 1))
  const answers = askWhatIf(file, policy, changes, progress.step)
  progress.end()
  const findings = answerSentences(answers)
  tell([...about, ...findings])
  if (options.html === undefined) return
  const title = { id: 'Bagaimana kalau …', en: 'What if …' }
  const report = makeReport({
    ...{ title, findings: [...about, ...findings], replay: null },
    ...{ comparisons: [answers.comparison], names: answers.names },
  })
  await writeReport(options.html, report)
}

await whatIf(process.argv.slice(2)).catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
})

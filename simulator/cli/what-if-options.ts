import { parseArgs } from 'node:util'
import type { DayFrame } from '../day-file.ts'
import type { Policy } from '../policy.ts'
import { SCENARIO_NAMES } from '../scenarios.ts'
import { type Change, helpersOn, oneMoreCounter, otherBreaks, otherQuota, otherSettings } from '../what-if-changes.ts'

/** Every flag of `npm run what-if`. What a flag does is said in `WHAT_IF_HELP`. */
const FLAGS = {
  recorded: { type: 'boolean', default: false },
  on: { type: 'string' },
  scenario: { type: 'string' },
  days: { type: 'string' },
  count: { type: 'string', default: '40' },
  seed: { type: 'string', default: '1' },
  policy: { type: 'string' },
  counter: { type: 'string', multiple: true },
  helpers: { type: 'string' },
  quota: { type: 'string', multiple: true },
  lunch: { type: 'string' },
  set: { type: 'string', multiple: true },
  html: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** What was asked for, as it was typed. */
export type WhatIfOptions = ReturnType<typeof parseArgs<{ options: typeof FLAGS }>>['values']

/** What the command can do. */
export const WHAT_IF_HELP = `npm run what-if -- [--recorded [--on <day>] | --scenario <name> | --days <file>] [changes] [--html <out>]

Days, one of
  --recorded         the office's own days from its journal (ANTREAN_DATA); --on 2026-11-24 takes one of them
  --scenario <name>  made-up days: ${SCENARIO_NAMES.join(', ')} (default D1-peak)
  --days <file>      a file of days
  --count <n>        how many days to play, default 40; --seed makes other ones
  --policy <p>       the rule as it is now, default window; for recorded days the office's own

Changes, all at once; without any the usual questions are answered one by one
  --counter <stage>  one more counter at a stage, counted from 1; may be given again
  --helpers <n>      so many counters of stage 2 help stage 1 when their own queue is empty
  --quota <n>        bookings per window; --quota 10.00=30 for one window; may be given again
  --lunch <a-b,…>    lunch breaks, shared in turn: 11.30-12.30,12.30-13.30; "none" for none
  --set <name>=<n>   a setting of the arrival rules: lateSetBackMin=45; may be given again
  --html <out>       the answer as one page with charts`

/** Reads the command line. A mistake comes back as one sentence. */
export const parseWhatIf = (args: readonly string[]): { options: WhatIfOptions } | { mistake: string } => {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS })
    const sources = [values.recorded, values.scenario !== undefined, values.days !== undefined].filter(Boolean)
    if (sources.length > 1) return { mistake: 'one of --recorded, --scenario and --days, not several' }
    return { options: values }
  } catch (cause) {
    if (cause instanceof TypeError) return { mistake: cause.message }
    throw cause
  }
}

const minuteOf = (text: string): number | null => {
  const [, hour, minute] = /^(\d{1,2})[.:](\d{2})$/.exec(text) ?? []
  const value = Number(hour) * 60 + Number(minute)
  return Number.isNaN(value) || value > 1440 ? null : value
}

const wholeOf = (text: string): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null)

const stretchOf = (text: string): [number, number] | null => {
  const [from = null, to = null] = text.split(/[-–]/).map(minuteOf)
  return from === null || to === null || from >= to ? null : [from, to]
}

/** The changes that were asked for, none when none was. A mistake comes back as one sentence. */
export const changesOf = (
  { counter = [], helpers, quota = [], lunch, set = [] }: WhatIfOptions,
  { stages }: DayFrame,
  policy: Policy,
): { changes: Change[] } | { mistake: string } => {
  const changes: Change[] = []
  for (const text of counter) {
    const name = stages[Number(text) - 1]
    if (name === undefined) return { mistake: `--counter ${text}: the stages are 1 to ${stages.length}` }
    changes.push(oneMoreCounter(Number(text), name))
  }
  if (helpers !== undefined) {
    const count = wholeOf(helpers)
    if (count === null) return { mistake: `--helpers ${helpers}: is no number of counters` }
    changes.push(helpersOn(count, stages))
  }
  for (const text of quota) {
    const [window, number] = text.includes('=') ? text.split('=') : [null, text]
    const [startMin, count] = [window === null || window === undefined ? null : minuteOf(window), wholeOf(number ?? '')]
    if (count === null || (window !== null && startMin === null))
      return { mistake: `--quota ${text}: is written 30, or 10.00=30` }
    changes.push(otherQuota(startMin, count))
  }
  if (lunch !== undefined) {
    const stretches = lunch === 'none' ? [] : lunch.split(',').map(stretchOf)
    if (stretches.some((one) => one === null))
      return { mistake: `--lunch ${lunch}: is written 11.30-12.30,12.30-13.30` }
    changes.push(otherBreaks(stretches.filter((one) => one !== null)))
  }
  if (set.length > 0) {
    const settings = Object.fromEntries(
      set.map((text) => {
        const [name = '', value = ''] = text.split('=')
        return [name, value !== '' && Number.isFinite(Number(value)) ? Number(value) : value]
      }),
    )
    const read = otherSettings(policy.windows, settings)
    if ('mistake' in read) return { mistake: `--set ${read.mistake}` }
    changes.push(read.change)
  }
  return { changes }
}

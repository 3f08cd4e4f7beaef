import { parseArgs } from 'node:util'
import { POLICY_WORDS, type Policy, parsePolicy } from '../policy.ts'
import { isScenarioName, SCENARIO_NAMES, type ScenarioName } from '../scenarios.ts'

/** Every flag of `npm run simulate`. What a flag does is said in `HELP`. */
const FLAGS = {
  days: { type: 'string', multiple: true },
  scenario: { type: 'string', multiple: true },
  generate: { type: 'string' },
  seed: { type: 'string' },
  policy: { type: 'string', multiple: true },
  json: { type: 'string' },
  html: { type: 'string' },
  reference: { type: 'string' },
  complaint: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** What was asked for on the command line. Paths as they were typed. */
export type Options = {
  days: string[]
  /** Days that are made up: so many of each scenario, under a seed. */
  generated: { scenarios: ScenarioName[]; count: number; seed: number }
  policies: Policy[]
  json: string | null
  html: string | null
  reference: string | null
  complaint: boolean
  help: boolean
}

const POLICIES = 'fifo,window,window+help2'
const COUNT = 200
const SEED = 7
const MOST_DAYS = 10_000

/** What the command can do. */
export const HELP = `npm run simulate -- --days <file> [--days <file> …] [--policy a,b,c] [--json <out>] [--html <out>] [--reference <file>]
npm run simulate -- --scenario <name> [--scenario <name> …] [--generate <n>] [--seed <n>] [and as above]
npm run simulate -- --complaint [--policy a,b,c] [--html <out>]

  --days <file>    office-days to play, in the format of simulator/days; may be given again
  --scenario <s>   made-up days of a scenario; may be given again:
                   ${SCENARIO_NAMES.join(', ')}
  --generate <n>   how many of them, default ${COUNT}; --seed <n> makes other ones, default ${SEED}
  --policy <list>  policies with commas between them, default ${POLICIES};
                   the others are held against the first
                   ${POLICY_WORDS}
  --json <out>     figures, differences and the first day ticket by ticket
  --html <out>     the same as one page with charts, to be opened in a browser
  --reference <f>  results of another simulator: says whether these agree, exit code 1 if not
  --complaint      window 10.00–11.00, arrived at 10.00: what that person lives through under each policy
  --help           this text`

const mistakeOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** Reads the command line. A mistake comes back as one sentence. */
export const parseOptions = (args: readonly string[]): { options: Options } | { mistake: string } => {
  let values: ReturnType<typeof parseArgs<{ options: typeof FLAGS }>>['values']
  try {
    values = parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false }).values
  } catch (cause) {
    return { mistake: mistakeOf(cause) }
  }
  const policies: Policy[] = []
  for (const text of (values.policy ?? [POLICIES]).flatMap((list) => list.split(','))) {
    const read = parsePolicy(text)
    if ('mistake' in read) return read
    if (!policies.some(({ name }) => name === read.policy.name)) policies.push(read.policy)
  }
  const { scenario = [], generate = String(COUNT), seed = String(SEED) } = values
  const scenarios = scenario.filter(isScenarioName)
  const unknown = scenario.find((name) => !isScenarioName(name))
  if (unknown !== undefined) return { mistake: `"${unknown}" is no scenario: ${SCENARIO_NAMES.join(', ')}` }
  if (!/^\d+$/.test(generate) || Number(generate) < 1 || Number(generate) > MOST_DAYS)
    return { mistake: `--generate is a number of days from 1 to ${MOST_DAYS}` }
  if (!/^\d{1,9}$/.test(seed)) return { mistake: '--seed is a whole number of at most nine digits' }
  const generated = { scenarios, count: Number(generate), seed: Number(seed) }
  const { days = [], json = null, html = null, reference = null, complaint = false, help = false } = values
  if (days.length === 0 && scenarios.length === 0 && !complaint && !help)
    return { mistake: '--days <file>, --scenario <name> or --complaint is needed (--help says more)' }
  return { options: { days, generated, policies, json, html, reference, complaint, help } }
}

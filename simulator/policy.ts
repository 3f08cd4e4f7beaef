import { z } from 'zod'
import { Estimate, type TurnRule, Windows } from '../protocol/office-rules.ts'

/** What is compared: the office's document, changed in these points. Everything else is the shipped office. */
export type Policy = {
  /** As it was written: `window+help2+late45`. */
  name: string
  windows: Windows
  /** So many counters of the second stage, the first ones of the day, help the first stage. */
  helpers: number
  /** Members of a family share one turn. */
  families: boolean
  /** Who comes back with papers is kept for the same counter. */
  sameCounter: boolean
  /** How often the day is rolled forward for an estimate at check-in; 0: no estimate, which is much faster. */
  estimateRuns: number
}

/** What `+estimate` asks for: the shipped office's own setting. */
const RUNS = Estimate.parse({}).runs

const RULES: Record<string, TurnRule> = {
  fifo: 'arrival',
  appointment: 'appointment',
  classes: 'classes',
  window: 'window',
}

/** Short forms of the settings that offices turn most. */
const SHORT: Record<string, keyof Windows> = {
  late: 'lateSetBackMin',
  limit: 'lateLimitMin',
  priority: 'priorityHeadStartMin',
  walkin: 'walkInSetBackMin',
  early: 'earliestCallMin',
  grace: 'graceMin',
}

const FLAGS = ['families', 'same', 'estimate']

/** How a policy is written, for the help text. */
export const POLICY_WORDS = `${Object.keys(RULES).join(' | ')}, then any of +helpN +families +same +estimate ${Object.keys(
  SHORT,
)
  .map((word) => `+${word}N`)
  .join(' ')} +set:name=value`

const settingOf = (part: string): [name: string, value: string] | null => {
  const [, name, value] = /^set:([A-Za-z]+)=(.+)$/.exec(part) ?? /^([a-z]+)(\d+(?:\.\d+)?)$/.exec(part) ?? []
  if (name === undefined || value === undefined) return null
  const known = part.startsWith('set:') ? name : SHORT[name]
  return known === undefined || !(known in Windows.shape) || known === 'rule' ? null : [known, value]
}

const mistakeIn = (name: string, error: z.ZodError): string =>
  `${name}: ${error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`

/** Reads one policy. A mistake comes back as one sentence. Guard rails of the settings are the office's own. */
export const parsePolicy = (text: string): { policy: Policy } | { mistake: string } => {
  const name = text.trim()
  const [head = '', ...parts] = name.split('+')
  const rule = RULES[head]
  if (rule === undefined) return { mistake: `"${name}" is no policy: ${POLICY_WORDS}` }
  const settings: Record<string, unknown> = { rule }
  let helpers = 0
  for (const part of parts) {
    const help = /^help(\d+)$/.exec(part)?.[1]
    const setting = settingOf(part)
    if (help !== undefined) helpers = Number(help)
    else if (setting !== null) settings[setting[0]] = z.coerce.number().safeParse(setting[1]).data ?? setting[1]
    else if (!FLAGS.includes(part)) return { mistake: `"${part}" in "${name}" is unknown: ${POLICY_WORDS}` }
  }
  const windows = Windows.safeParse(settings)
  if (!windows.success) return { mistake: mistakeIn(name, windows.error) }
  const has = (part: string) => parts.includes(part)
  return {
    policy: {
      name,
      windows: windows.data,
      helpers,
      families: has('families'),
      sameCounter: has('same'),
      estimateRuns: has('estimate') ? RUNS : 0,
    },
  }
}

/** A policy that is written in our own code. Throws on a mistake, which is ours. */
export const policy = (text: string): Policy => {
  const read = parsePolicy(text)
  if ('mistake' in read) throw new RangeError(read.mistake)
  return read.policy
}

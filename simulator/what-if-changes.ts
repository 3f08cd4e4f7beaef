import type { Words } from '../protocol/ids.ts'
import { Windows } from '../protocol/office-rules.ts'
import { clockText } from './clock-words.ts'
import type { Day, DayCounter } from './day-file.ts'
import type { Policy } from './policy.ts'
import { withQuota } from './what-if-quota.ts'

/** One thing that an office head could change: what it is called, and what it does to days and rules. */
export type Change = { name: Words; day(day: Day): Day; policy(policy: Policy): Policy }

const unchanged = { day: (day: Day) => day, policy: (policy: Policy) => policy }

const STAGES: Record<string, Words> = {
  documents: { id: 'Verifikasi berkas', en: 'document check' },
  interview: { id: 'Wawancara dan foto', en: 'interview and photo' },
}
/** The name of a stage of a day file in words; a recorded day has it in the office's own. */
const stageWords = (name: string): Words => STAGES[name] ?? { id: name, en: name }

const awayMin = ({ away }: DayCounter): number => away.reduce((sum, [from, to]) => sum + to - from, 0)

/**
 * One more counter at a stage, counted from 1: as fast as the others on the mean, with the hours of the one that was
 * there longest, without its short pauses.
 */
export const oneMoreCounter = (stage: number, stageName: string): Change => ({
  ...unchanged,
  name: {
    id: `Satu loket lagi untuk ${stageWords(stageName).id}`,
    en: `One more counter for ${stageWords(stageName).en}`,
  },
  day(day) {
    const own = day.counters.filter((counter) => counter.stage === stage)
    const [model] = [...own].sort((a, b) => awayMin(a) - awayMin(b))
    if (model === undefined) return day
    const speed = own.reduce((sum, counter) => sum + counter.speed, 0) / own.length
    const away = model.away.filter(([, , why]) => why !== 'pause')
    return {
      ...day,
      counters: [...day.counters, { ...model, id: `${stage}-more-${day.counters.length}`, speed, away }],
    }
  },
})

/** So many counters of the second stage take somebody of the first whenever nobody of their own can be called. */
export const helpersOn = (helpers: number, stages: readonly string[]): Change => {
  const [first, second] = [stageWords(stages[0] ?? ''), stageWords(stages[1] ?? '')]
  return {
    ...unchanged,
    name: {
      id: `${helpers} loket ${second.id} membantu ${first.id} bila antreannya sendiri kosong`,
      en: `${helpers} counters for ${second.en} help with ${first.en} whenever their own queue is empty`,
    },
    policy: (policy) => ({ ...policy, helpers }),
  }
}

/** Another number of bookings for one window, by its start in minutes after midnight, or for all of them (null). */
export const otherQuota = (startMin: number | null, quota: number): Change => ({
  ...unchanged,
  name: {
    id: startMin === null ? `Kuota ${quota} per jam janji` : `Kuota ${quota} untuk jam ${clockText(startMin)}`,
    en:
      startMin === null
        ? `A quota of ${quota} per window`
        : `A quota of ${quota} for the window of ${clockText(startMin)}`,
  },
  day: (day) => withQuota(day, quota, (start) => startMin === null || start === startMin),
})

/** Other lunch breaks: the counters of a stage take these stretches in turn; none at all for an empty list. */
export const otherBreaks = (stretches: readonly (readonly [number, number])[]): Change => {
  const shown = stretches.map(([from, to]) => `${clockText(from)}–${clockText(to)}`).join(', ')
  return {
    ...unchanged,
    name:
      stretches.length === 0
        ? { id: 'Tanpa istirahat siang', en: 'No lunch break' }
        : { id: `Istirahat ${shown}`, en: `Breaks ${shown}` },
    day(day) {
      const seen = new Map<number, number>()
      const counters = day.counters.map((counter): DayCounter => {
        const turn = seen.get(counter.stage) ?? 0
        seen.set(counter.stage, turn + 1)
        const stretch = stretches[turn % Math.max(1, stretches.length)]
        const kept = counter.away.filter(([, , why]) => why !== 'lunch')
        return { ...counter, away: stretch === undefined ? kept : [...kept, [stretch[0], stretch[1], 'lunch']] }
      })
      return { ...day, counters }
    },
  }
}

/**
 * Other settings of the arrival rules, by their names in the office's document. A mistake, such as a number outside of
 * the guard rails, comes back as one sentence.
 */
export const otherSettings = (
  windows: Windows,
  settings: Readonly<Record<string, unknown>>,
): { change: Change } | { mistake: string } => {
  const read = Windows.safeParse({ ...windows, ...settings })
  const shown = Object.entries(settings)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
  if (!read.success)
    return {
      mistake: `${shown}: ${read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
    }
  return {
    change: {
      ...unchanged,
      name: { id: `Aturan ${shown}`, en: `Settings ${shown}` },
      policy: (policy) => ({ ...policy, windows: read.data }),
    },
  }
}

/** Several changes at once. */
export const together = (changes: readonly Change[]): Change => ({
  name: {
    id: changes.map(({ name }) => name.id).join('; '),
    en: changes.map(({ name }) => name.en).join('; '),
  },
  day: (day) => changes.reduce((now, change) => change.day(now), day),
  policy: (policy) => changes.reduce((now, change) => change.policy(now), policy),
})

/** What every office head asks first: one more counter at each stage, and help across the stages. */
export const usualChanges = (stages: readonly string[], { helpers }: Policy): Change[] => [
  ...stages.map((name, k) => oneMoreCounter(k + 1, name)),
  ...(stages.length > 1 ? [helpersOn(helpers + 2, stages)] : []),
]

import { parseArgs } from 'node:util'
import { type Day, type DayFile, readDays } from '../simulator/day-file.ts'
import { generateDay } from '../simulator/generate/generate-days.ts'
import { isScenarioName, SCENARIO_NAMES, scenarioOf } from '../simulator/scenarios.ts'

/** What `npm run demo` was asked for. */
export type DemoWish = {
  speed: number
  frame: Pick<DayFile, 'open' | 'planClose' | 'stages'>
  day: Day
  scenario: string
}

/** How the command is written. */
export const DEMO_USAGE = [
  'npm run demo -- [--speed 60] [--scenario D1-peak | --days <file>] [--day 0] [--seed 1]',
  '',
  '  --speed     simulated minutes per real minute, 1 to 600; 60 plays an office day in about nine minutes',
  `  --scenario  a made-up day: ${SCENARIO_NAMES.join(', ')}, or any`,
  '  --days      a day of a file, in the format of the simulator',
  '  --day       which day of the file or scenario, from 0',
  '  --seed      another number makes other days of a scenario',
  '',
  'ANTREAN_DATA names a folder to play in (empty, or of an earlier demonstration); without it one is made and removed.',
  'HOST and PORT as for npm start. Ctrl+C ends it.',
]

const OPTIONS = {
  speed: { type: 'string', default: '60' },
  scenario: { type: 'string' },
  days: { type: 'string' },
  day: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const

const whole = (text: string, from: number, to: number): number | null => {
  const value = Number(text)
  return /^\d+$/.test(text) && value >= from && value <= to ? value : null
}

/**
 * Reads the words of the command. `readJson` reads a file's content, `random` chooses among the scenarios for `any`. A
 * mistake comes back as one sentence; `help` when the usage was asked for.
 */
export const readDemoWish = (
  args: readonly string[],
  readJson: (file: string) => unknown,
  random: () => number,
): DemoWish | { mistake: string } | 'help' => {
  let values: ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']
  try {
    values = parseArgs({ args: [...args], options: OPTIONS }).values
  } catch (trouble) {
    if (trouble instanceof TypeError) return { mistake: trouble.message }
    throw trouble
  }
  if (values.help) return 'help'
  const speed = whole(values.speed, 1, 600)
  const index = whole(values.day, 0, 9999)
  const seed = whole(values.seed, 0, 2 ** 31)
  if (speed === null) return { mistake: '--speed is a whole number from 1 to 600' }
  if (index === null || seed === null) return { mistake: '--day and --seed are whole numbers from 0' }
  if (values.days !== undefined && values.scenario !== undefined)
    return { mistake: 'either --scenario or --days, not both' }
  if (values.days !== undefined) {
    const read = readDays(readJson(values.days))
    if ('mistake' in read) return { mistake: `${values.days}: ${read.mistake}` }
    const day = read.file.days[index]
    if (day === undefined) return { mistake: `${values.days} has ${read.file.days.length} days, counted from 0` }
    return { speed, frame: read.file, day, scenario: read.file.scenario }
  }
  const any = SCENARIO_NAMES[Math.floor(random() * SCENARIO_NAMES.length)] ?? 'D1-peak'
  const name = values.scenario === 'any' ? any : (values.scenario ?? 'D1-peak')
  if (!isScenarioName(name)) return { mistake: `there is no scenario ${name}: ${SCENARIO_NAMES.join(', ')}, any` }
  const { open, planClose } = scenarioOf(name)
  const frame = { open, planClose, stages: ['documents', 'interview'] }
  return { speed, frame, day: generateDay(scenarioOf(name), index, seed), scenario: name }
}

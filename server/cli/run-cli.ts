import { parseArgs } from 'node:util'
import { ConfigProblem } from '../../config/config-problem.ts'
import { announce } from './announce.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { checkConfigFile } from './check-config-file.ts'
import type { CliCommand, CliReport } from './cli-command.ts'
import type { CliRooms } from './cli-rooms.ts'
import { clock } from './clock.ts'
import { drill } from './drill.ts'
import { hours } from './hours.ts'
import { hub } from './hub.ts'
import { importFile } from './import-file.ts'
import { move } from './move.ts'
import { nightly } from './nightly.ts'
import { outage } from './outage.ts'
import { pair } from './pair.ts'
import { pin } from './pin.ts'
import { restore } from './restore.ts'
import { tls } from './tls.ts'
import { today } from './today.ts'
import { verify } from './verify.ts'
import { why } from './why.ts'

/** Where lines go: answers to `out`, what went wrong to `err`. */
export type CliOutput = { out: (line: string) => void; err: (line: string) => void }

/** 0 done, 1 refused or a problem found, 2 not a command. */
export type ExitCode = 0 | 1 | 2

const COMMANDS: readonly CliCommand[] = [
  pair,
  importFile,
  pin,
  today,
  hours,
  outage,
  announce,
  audit,
  why,
  checkConfigFile,
  verify,
  backup,
  nightly,
  drill,
  restore,
  move,
  clock,
  tls,
  hub,
]

const HELP = [
  'antrean <command> [--json] [--help]',
  '',
  ...COMMANDS.map(({ usage, summary }) => `  ${usage.replace('antrean ', '').padEnd(36)} ${summary}`),
  '',
  'ANTREAN_DATA names the data folder (default: data). Exit codes: 0 done, 1 refused, 2 usage.',
]

const helpOf = ({ usage, summary, help }: CliCommand): string[] => [
  `${usage} [--json]`,
  summary,
  ...help.map((line) => `  ${line}`),
]

const isParseMistake = (trouble: unknown): trouble is Error =>
  trouble instanceof Error && 'code' in trouble && String(trouble.code).startsWith('ERR_PARSE_ARGS')

const readArguments = (command: CliCommand, given: readonly string[]) => {
  const names = ['json', 'help', ...command.switches]
  const options = Object.fromEntries(names.map((name) => [name, { type: 'boolean' as const }]))
  try {
    const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true })
    return { words: positionals, switches: new Set(Object.keys(values)) }
  } catch (trouble) {
    if (isParseMistake(trouble)) return { usage: trouble.message }
    throw trouble
  }
}

const reportOf = async (work: ReturnType<CliCommand['run']>): ReturnType<CliCommand['run']> => {
  try {
    return await work
  } catch (trouble) {
    if (!(trouble instanceof ConfigProblem)) throw trouble
    const { problems } = trouble
    return { exit: 1, text: trouble.message.split('\n'), json: { status: 'refused', problems } }
  }
}

const tell = ({ exit, text, json }: CliReport, isJson: boolean, { out, err }: CliOutput): ExitCode => {
  if (isJson) out(JSON.stringify(json))
  else for (const line of text) (exit === 0 ? out : err)(line)
  return exit
}

/** Runs one command line without the program's name. Faults reject; refusals, problems and mistakes are exit codes. */
export const runCli = async (given: readonly string[], rooms: CliRooms, output: CliOutput): Promise<ExitCode> => {
  const [name, ...rest] = given
  if (name === '--help' || name === '-h' || name === 'help') {
    for (const line of HELP) output.out(line)
    return 0
  }
  const command = COMMANDS.find((one) => one.name === name)
  const complain = (lines: readonly string[]): ExitCode => {
    for (const line of lines) output.err(line)
    return 2
  }
  if (command === undefined) return complain(name === undefined ? HELP : [`no command ${name}`, ...HELP])

  const read = readArguments(command, rest)
  if ('usage' in read) return complain([read.usage, '', ...helpOf(command)])
  const { words, switches } = read
  if (switches.has('help')) {
    for (const line of helpOf(command)) output.out(line)
    return 0
  }
  const report = await reportOf(command.run(words, switches, rooms))
  if ('usage' in report) return complain([report.usage, '', ...helpOf(command)])
  return tell(report, switches.has('json'), output)
}

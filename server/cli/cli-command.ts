import { z } from 'zod'
import type { CliRooms } from './cli-rooms.ts'

/** What a command has to say: lines for people, one object for programs. `exit` is the process's. */
export type CliReport = { exit: 0 | 1; text: readonly string[]; json: Readonly<Record<string, unknown>> }

/** The command was not written as it should be; nothing was done. */
export type UsageMistake = { usage: string }

/** One command of `antrean`. */
export type CliCommand = {
  name: string
  /** `antrean pair <role> <place>` */
  usage: string
  summary: string
  /** More for `--help`, line by line. */
  help: readonly string[]
  /** Names of its own switches, without dashes. */
  switches: readonly string[]
  run(words: readonly string[], switches: ReadonlySet<string>, rooms: CliRooms): Promise<CliReport | UsageMistake>
}

const mistakePrint = (names: readonly string[], issue: z.core.$ZodIssue): string => {
  const [at] = issue.path
  const name = typeof at === 'number' ? names[at] : undefined
  if (name === undefined) return `needs ${names.length === 0 ? 'nothing more' : names.join(' ')}`
  return issue.code === 'invalid_value'
    ? `${name} is one of ${issue.values.join(', ')}`
    : `${name} is not written as it should be`
}

/**
 * Makes a command whose words are checked by a zod tuple. `names` are the words as usage shows them (`<file>`,
 * `[file]`), in the order of the tuple.
 */
export const makeCommand = <W>(what: {
  name: string
  names: readonly string[]
  words: z.ZodType<W>
  summary: string
  help?: readonly string[]
  switches?: readonly string[]
  run: (words: W, rooms: CliRooms, switches: ReadonlySet<string>) => Promise<CliReport>
}): CliCommand => {
  const { name, names, words, summary, help = [], switches = [], run } = what
  const shown = [...names, ...switches.map((flag) => `[--${flag}]`)]
  return {
    name,
    usage: ['antrean', name, ...shown].join(' '),
    summary,
    help,
    switches,
    async run(given, flags, rooms) {
      const read = words.safeParse(given)
      if (!read.success) return { usage: read.error.issues.map((issue) => mistakePrint(names, issue)).join('; ') }
      return run(read.data, rooms, flags)
    },
  }
}

/** The words of a command that may name a file. */
export const MAYBE_FILE = z.union([z.tuple([]), z.tuple([z.string().min(1)])])
/** The words of a command that names one file. */
export const ONE_FILE = z.tuple([z.string().min(1)])

/** The report of something that could not be done. */
export const refusedReport = (reason: string): CliReport => ({
  exit: 1,
  text: [reason],
  json: { status: 'refused', reason },
})

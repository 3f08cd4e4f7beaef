import type { z } from 'zod'

/** One mistake in what people configure: where it is, what belongs there and what was found. */
export type Problem = {
  /** As it was given to us, so that it can be opened from the message. `environment` for variables. */
  file: string
  /** `counters[2].helps[0]`, `line 4, column 7`, or empty for the whole file. */
  path: string
  expected: string
  got: string
}

/** `file: path: expected …, got …`, one line. */
export const problemPrint = ({ file, path, expected, got }: Problem): string =>
  `${file}: ${path === '' ? '' : `${path}: `}expected ${expected}, got ${got}`

/** Stops a start or a change: every mistake at once, in `problems`, and one line each in the message. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemPrint).join('\n'))
    this.problems = problems
  }
}

/** Longer texts are described, not shown: they may be the hash of a secret. */
const SHOWN_CHARACTERS = 20

const gotPrint = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value === 'string' && value.length > SHOWN_CHARACTERS) return `a text of ${value.length} characters`
  return JSON.stringify(value) ?? String(value)
}

const pathPrint = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (now, key) =>
      typeof now === 'object' && now !== null ? Object.getOwnPropertyDescriptor(now, key)?.value : undefined,
    value,
  )

const UNITS: Record<string, string> = { string: ' characters', array: ' entries', set: ' entries', file: ' bytes' }
const list = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ')

/** What belongs there, null where only the issue's own words say it. */
const expectedPrint = (issue: z.core.$ZodIssue): string | null => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int'
        ? 'a whole number'
        : `${/^[aio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
    case 'invalid_value':
      return issue.values.length === 1 ? list(issue.values) : `one of ${list(issue.values)}`
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${UNITS[issue.origin] ?? ''}`
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${UNITS[issue.origin] ?? ''}`
    case 'invalid_format':
      return issue.pattern === undefined ? `a ${issue.format}` : `a text like ${issue.pattern}`
    default:
      return null
  }
}

/**
 * Zod's issues as problems of `file`, one per unknown key. `value` is what was parsed: the issue of a cross-check
 * carries the whole document, so what was found is looked up by its path.
 */
export const problemsOf = (file: string, value: unknown, issues: readonly z.core.$ZodIssue[]): Problem[] =>
  issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => {
        const path = [...issue.path, key]
        return { file, path: pathPrint(path), expected: 'no such setting', got: gotPrint(valueAt(value, path)) }
      })
    const got = gotPrint(valueAt(value, issue.path))
    const path = pathPrint(issue.path)
    const expected = expectedPrint(issue)
    return [
      expected === null
        ? { file, path, expected: 'a value that fits', got: `${got} (${issue.message})` }
        : { file, path, expected, got },
    ]
  })

import type { z } from 'zod'
import type { FieldProblem } from '../../protocol/office-change.ts'

type Found = Omit<FieldProblem, 'path' | 'line'>

/** What the schema says in its own words, by what it means. A name stands where the words have one. */
const RULES: readonly (readonly [RegExp, FieldProblem['code']])[] = [
  [/^(?<name>.*) appears twice$/, 'twice'],
  [/twice/, 'twice'],
  [/^no \w+ (?<name>.*)$/, 'no-such'],
  [/must be later than|must not be before/, 'must-be-later'],
  [/within the opening hours/, 'outside-hours'],
  [/must not exceed lateLimitMin/, 'over-late-limit'],
  [/must be at least lateSetBackMin/, 'under-late-set-back'],
  [/exactly one lane/, 'one-walk-in-lane'],
  [/already its own stage/, 'own-stage'],
  [/its own printer already/, 'own-printer'],
  [/regular expression|named group/, 'wrong-form'],
]

const byRule = (message: string): Found => {
  for (const [pattern, code] of RULES) {
    const match = pattern.exec(message)
    if (match !== null) return match.groups?.name === undefined ? { code } : { code, name: match.groups.name }
  }
  return { code: 'other', name: message.slice(0, 200) }
}

const countOf = (origin: string): Pick<Found, 'count'> => {
  if (origin === 'string') return { count: 'characters' }
  return origin === 'array' ? { count: 'entries' } : {}
}

const foundIn = (issue: z.core.$ZodIssue, value: unknown): Found => {
  switch (issue.code) {
    case 'invalid_type':
      return { code: value === undefined || value === null ? 'missing' : 'wrong-kind' }
    case 'too_small':
      if (issue.origin === 'string' && value === '') return { code: 'missing' }
      return { code: 'too-small', min: Number(issue.minimum), ...countOf(issue.origin) }
    case 'too_big':
      return { code: 'too-big', max: Number(issue.maximum), ...countOf(issue.origin) }
    case 'invalid_value':
      return { code: 'not-offered' }
    case 'invalid_format':
      return { code: value === '' ? 'missing' : 'wrong-form' }
    case 'custom':
      return byRule(issue.message)
    default:
      return { code: 'other', name: issue.message.slice(0, 200) }
  }
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (now, key) =>
      typeof now === 'object' && now !== null ? Object.getOwnPropertyDescriptor(now, key)?.value : undefined,
    value,
  )

/** Zod's issues with a document as problems of its fields, every one at once; `value` is what was checked. */
export const fieldProblemsOf = (issues: readonly z.core.$ZodIssue[], value: unknown): FieldProblem[] =>
  issues.flatMap((issue): FieldProblem[] => {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)))
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key], line: null, code: 'unknown-setting' }))
    return [{ path, line: null, ...foundIn(issue, valueAt(value, issue.path)) }]
  })

import type { Office } from '../../protocol/office.ts'
import type { Change } from '../../protocol/office-change.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an entry of a list is known by, in the order in which it is looked for. */
const KEYS = ['letter', 'id', 'number', 'place', 'day'] as const

const keyOf = (entry: unknown): string | null => {
  if (!isFields(entry)) return null
  // Words are a text in two languages; their `id` is the Indonesian one and no name.
  const key = 'en' in entry ? undefined : KEYS.find((one) => one in entry)
  return key === undefined ? null : String(entry[key])
}

/** Said as one thing: a text in two languages, the hours of one day. */
const isWhole = (value: Fields): boolean => 'en' in value || 'open' in value

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const entriesOf = (list: readonly unknown[]): Map<string, unknown> =>
  new Map(list.map((entry, i) => [keyOf(entry) ?? String(i), entry]))

const diffLists = (path: string[], from: readonly unknown[], to: readonly unknown[]): Change[] => {
  const [before, after] = [entriesOf(from), entriesOf(to)]
  const kept = [...before.keys()].filter((key) => after.has(key))
  const keptAfter = [...after.keys()].filter((key) => before.has(key))
  const order: Change[] = same(kept, keptAfter) ? [] : [{ path, kind: 'order', from: kept, to: keptAfter }]
  return [
    ...[...before].flatMap(([key, was]): Change[] =>
      after.has(key)
        ? diffValues([...path, key], was, after.get(key))
        : [{ path: [...path, key], kind: 'removed', from: was, to: null }],
    ),
    ...[...after].flatMap(([key, is]): Change[] =>
      before.has(key) ? [] : [{ path: [...path, key], kind: 'added', from: null, to: is }],
    ),
    ...order,
  ]
}

const diffValues = (path: string[], from: unknown, to: unknown): Change[] => {
  if (same(from, to)) return []
  if (isFields(from) && isFields(to) && !isWhole(from) && !isWhole(to))
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((name) =>
      diffValues([...path, name], from[name], to[name]),
    )
  if (Array.isArray(from) && Array.isArray(to) && [...from, ...to].every(isFields)) return diffLists(path, from, to)
  return [{ path, kind: 'changed', from: from ?? null, to: to ?? null }]
}

/** Every difference between two documents, in their order; none when they say the same. */
export const diffOffice = (from: Office, to: Office): Change[] => diffValues([], from, to)

/** How many changes of one version are told by name; whoever changed more imported another office. */
const TOLD_MAX = 60
/** How much of a text is told. */
const TEXT_MAX = 60

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** By what a member of a list of the office's document is known: `lanes.A`, `counters.3`, `stages.photo`. */
const NAMES = ['letter', 'id', 'number', 'place'] as const

const nameOf = (value: unknown): string | null => {
  if (!isRecord(value)) return null
  const name = NAMES.map((key) => value[key]).find((found) => typeof found === 'string' || typeof found === 'number')
  return name === undefined ? null : String(name)
}

/** Members of a value by name: of a list by what they are known by, so that one put in front changes no other. */
const membersOf = (value: unknown): Map<string, unknown> | null => {
  if (isRecord(value)) return new Map(Object.entries(value))
  if (!Array.isArray(value)) return null
  const names = value.map((member, i) => nameOf(member) ?? String(i + 1))
  return new Set(names).size === names.length ? new Map(names.map((name, i) => [name, value[i]])) : null
}

const textOf = (value: unknown): string => {
  if (value === undefined) return '–'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text
}

const compare = (before: unknown, after: unknown, path: string): string[] => {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const [a, b] = [membersOf(before), membersOf(after)]
  if (a === null || b === null) return [`${path}: ${textOf(before)} → ${textOf(after)}`]
  const inside = [...new Set([...a.keys(), ...b.keys()])].flatMap((name) =>
    compare(a.get(name), b.get(name), path === '' ? name : `${path}.${name}`),
  )
  return inside.length > 0 ? inside : [`${path}: →`]
}

/**
 * What differs between two versions of the office's document, `windows.graceMin: 15 → 20`, at most 60 lines. Members of lists
 * are named by letter, id, number or place. Empty without a version before.
 */
export const changesOf = (before: unknown, after: unknown): string[] => {
  if (before === null) return []
  const all = compare(before, after, '')
  return all.length <= TOLD_MAX ? all : [...all.slice(0, TOLD_MAX), `+ ${all.length - TOLD_MAX}`]
}

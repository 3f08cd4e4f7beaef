import type { Blocker, Change, FieldProblem } from '../../protocol/office-change.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { LABELS, LISTS } from './labels.ts'
import { TEXTS } from './texts.ts'

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A setting's place in words: `['lanes', 'A', 'cap']` is "Jalur A, jatah nomor sehari". */
export const placeText = (path: readonly (string | number)[], lang: Lang): string => {
  const words: string[] = []
  let place = ''
  let pattern = ''
  for (const key of path) {
    const next = pattern === '' ? String(key) : `${pattern}.${key}`
    const label = LABELS[next] ?? (LISTS.includes(pattern) ? undefined : LABELS[String(key)])
    if (label !== undefined) {
      if (place !== '') words.push(place)
      place = say(label, lang)
      pattern = next
    } else {
      place = `${place} ${typeof key === 'number' ? key + 1 : key}`.trim()
      pattern = `${pattern}.*`
    }
  }
  return [...words, place].join(', ')
}

/** A value as people write it: hours as hours, texts in two languages in the reader's, nothing as "tidak ada". */
export const valueText = (value: unknown, lang: Lang): string => {
  if (value === null || value === undefined || value === '') return say(TEXTS.none, lang)
  if (typeof value === 'boolean') return say(value ? TEXTS.yes : TEXTS.no, lang)
  if (Array.isArray(value))
    return value.length === 0 ? say(TEXTS.none, lang) : value.map((one) => valueText(one, lang)).join('; ')
  if (!isFields(value)) return String(value)
  if ('en' in value) return String(value[lang])
  if ('open' in value) {
    const breaks = Array.isArray(value.breaks) ? value.breaks.map((one) => valueText(one, lang)) : []
    const hours = `${value.open}–${value.close}`
    return breaks.length === 0 ? hours : `${hours}, ${say(TEXTS.breaks, lang)} ${breaks.join(', ')}`
  }
  if ('from' in value) return `${value.from}–${value.until}`
  if ('name' in value) return valueText(value.name, lang)
  return Object.values(value)
    .map((one) => valueText(one, lang))
    .join(', ')
}

/** One change in a line: what, from which value, to which. */
export const changeText = ({ path, kind, from, to }: Change, lang: Lang): string => {
  const where = placeText(path, lang)
  switch (kind) {
    case 'added':
      return fill(say(TEXTS.added, lang), { apa: where, nilai: valueText(to, lang) })
    case 'removed':
      return fill(say(TEXTS.removed, lang), { apa: where })
    case 'order':
      return fill(say(TEXTS.reordered, lang), { apa: where, nilai: valueText(to, lang) })
    case 'changed':
      return fill(say(TEXTS.changed, lang), { apa: where, dari: valueText(from, lang), ke: valueText(to, lang) })
  }
}

/** What is wrong with a field, as a sentence without its place. */
export const problemText = ({ code, min, max, count, name }: FieldProblem, lang: Lang): string => {
  const words = TEXTS.problems[code]
  const unit = count === undefined ? '' : ` ${say(count === 'entries' ? TEXTS.entries : TEXTS.characters, lang)}`
  return fill(say(words, lang), { min: `${min}${unit}`, max: `${max}${unit}`, nama: name ?? '' })
}

/** A problem with its place, and with the line of the file where it came from one. */
export const problemWithPlace = (problem: FieldProblem, lang: Lang): string => {
  const line = problem.line === null ? '' : `${fill(say(TEXTS.line, lang), { n: problem.line })}: `
  const place = problem.path.length === 0 ? '' : `${placeText(problem.path, lang)}: `
  return `${line}${place}${problemText(problem, lang)}`
}

/** Who stands in the way, and what would be taken from them. */
export const blockerText = (blocker: Blocker, lang: Lang): string => {
  switch (blocker.kind) {
    case 'zone':
      return say(TEXTS.blockedZone, lang)
    case 'counter':
      return fill(say(TEXTS.blockedCounter, lang), { loket: blocker.counter })
    case 'ticket':
      return fill(say(TEXTS.blockedTicket[blocker.lost], lang), { no: blocker.number })
  }
}

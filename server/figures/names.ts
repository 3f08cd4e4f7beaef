import type { Words } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { NAME_WORDS } from './table-words.ts'

type Named = readonly { id: string; name: Words }[]

const two = (n: number): string => String(n).padStart(2, '0')
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}.${two(minute % 60)}`

/** How the codes of figures are called in an office and a language; a code that it knows no more stands for itself. */
export const namesIn = (office: Office, lang: 'id' | 'en') => {
  const inList = (list: Named) => (id: string) => list.find((one) => one.id === id)?.name[lang] ?? id
  const fixed = (words: Record<string, Words>) => (key: string) => words[key]?.[lang] ?? key
  const { reasons } = office
  return {
    lane(letter: string): string {
      const name = office.lanes.find((lane) => lane.letter === letter)?.name[lang]
      return name === undefined ? letter : `${letter} ${name}`
    },
    window(key: string): string {
      const [start = 0, end = 0] = key.split('-').map(Number)
      return `${clock(start)}–${clock(end)}`
    },
    hour: (key: string): string => clock(Number(key) * 60),
    counter: (number: number): string => `${NAME_WORDS.counter[lang]} ${number}`,
    /** Those of a journey kept on paper are joined by `+`. */
    stage: (id: string): string => id.split('+').map(inList(office.stages)).join(' + '),
    standardMin: (id: string): number | null => office.stages.find((stage) => stage.id === id)?.standardMin ?? null,
    walkIn: inList(reasons.walkIn),
    override: inList([...reasons.override, ...reasons.cancel]),
    document: inList(reasons.extraDocument),
    pause: inList(reasons.pause),
    arrival: fixed(NAME_WORDS.arrivals),
    verdict: fixed(NAME_WORDS.verdicts),
    outcome: fixed(NAME_WORDS.outcomes),
    act: fixed(NAME_WORDS.acts),
    scope: fixed(NAME_WORDS.scopes),
    promise: fixed(NAME_WORDS.promises),
    paper: fixed(NAME_WORDS.papers),
    report: fixed(NAME_WORDS.reports),
    trouble: fixed(NAME_WORDS.troubles),
  }
}

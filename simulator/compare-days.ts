import type { DayFile } from './day-file.ts'
import { type FigureName, type Figures, figuresOf, pairedDifference, tallyDay } from './measures.ts'
import { type Play, playDay } from './play-day.ts'
import type { Policy } from './policy.ts'
import type { Interval } from './statistics.ts'

/** Some days under one policy: all of them in one pot, each by itself, and what everybody lived through. */
export type Result = {
  policy: Policy
  figures: Figures
  daily: Figures[]
  plays: Pick<Play, 'day' | 'visits'>[]
}

/** The same days under several policies, the first of which the others are held against. */
export type Comparison = { scenario: string; file: DayFile; results: Result[] }

/** Plays days under one policy. `onDay` is told after each of them. */
export const playDays = (file: DayFile, policy: Policy, onDay: () => void = () => {}): Result => {
  const plays: Result['plays'] = []
  const tallies = file.days.map((day) => {
    const play = playDay(file, day, policy)
    plays.push({ day, visits: play.visits })
    onDay()
    return tallyDay(file, play)
  })
  return { policy, figures: figuresOf(tallies), daily: tallies.map((tally) => figuresOf([tally])), plays }
}

/** Plays the days of a file under every policy. */
export const compareDays = (file: DayFile, policies: readonly Policy[], onDay?: () => void): Comparison => ({
  scenario: file.scenario,
  file,
  results: policies.map((policy) => playDays(file, policy, onDay)),
})

/** How a result differs from the comparison's first in one figure, day by day; null for the first itself. */
export const differenceOf = ({ results: [first] }: Comparison, result: Result, name: FigureName): Interval | null =>
  first === undefined || first === result ? null : pairedDifference(first.daily, result.daily, name)

/** The first call of every stage for every applicant of a play, in minutes after midnight; null: never called to it. */
export const firstCalls = ({ visits }: Pick<Play, 'visits'>, stages: number): (number | null)[][] =>
  visits.map(({ cases }) =>
    Array.from({ length: stages }, (_, k) => cases.find(({ stage }) => stage === k + 1)?.calledMin ?? null),
  )

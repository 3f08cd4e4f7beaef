import { ELEMENTS, type SurveyAnswers, type SurveyElement, type SurveyWeight } from '../../protocol/survey.ts'
import type { Band, ElementResult } from '../../protocol/survey-results.ts'
import { compare, plus, type Rational, rational, times, toHundredths } from './rational.ts'

const WEIGHTS: Record<SurveyWeight, Rational> = {
  '1/9': rational(1, 9),
  '0.111': rational(111, 1000),
  '0.11': rational(11, 100),
}

/**
 * The band of a value of the 25–100 scale that is rounded to two decimals (PermenPANRB 14/2017): D up to 64.99, C up to
 * 76.60, B up to 88.30, A above. A weight below 1/9 can lead below 25, which is D as well.
 */
export const bandOf = (value: number): Band => {
  if (value < 65) return 'D'
  if (value < 76.61) return 'C'
  return value < 88.31 ? 'B' : 'A'
}

const SCALE = rational(25)

/** Each element, in the regulation's order: how often it was answered, and what the answers add up to. */
export type Tally = readonly { element: SurveyElement; n: number; sum: number }[]

/** Counts each element over those who answered it. */
export const tallyOf = (respondents: readonly SurveyAnswers[]): Tally =>
  ELEMENTS.map((element) => {
    const marks = respondents.flatMap((answers) => answers[element] ?? [])
    return { element, n: marks.length, sum: marks.reduce<number>((sum, mark) => sum + mark, 0) }
  })

const meanOf = ({ n, sum }: Tally[number]): Rational | null => (n === 0 ? null : rational(sum, n))

/** Each element: how many answered, their mean, its value on the scale and the band of that; null where nobody did. */
export const elementResults = (tally: Tally): ElementResult[] =>
  tally.map((counted) => {
    const { element, n } = counted
    const mean = meanOf(counted)
    if (mean === null) return { element, n, mean, value: null, band: null }
    const value = toHundredths(times(mean, SCALE))
    return { element, n, mean: toHundredths(mean), value, band: bandOf(value) }
  })

/**
 * IKM: Σ mean × weight × 25, rounded half up to two decimals, with its band. Null when an element was answered by nobody:
 * a sum of fewer than nine would be no IKM.
 */
export const indexOf = (tally: Tally, weight: SurveyWeight): { ikm: number; band: Band } | null => {
  const means = tally.flatMap((counted) => meanOf(counted) ?? [])
  if (means.length < ELEMENTS.length) return null
  const sum = means.reduce(plus)
  const ikm = toHundredths(times(times(sum, WEIGHTS[weight]), SCALE))
  return { ikm, band: bandOf(ikm) }
}

/** How many of the lowest elements are named: those that the regulation asks to be improved first. */
const LOWEST = 3

/**
 * The three elements with the lowest exact means, lowest first. Between equal means the regulation's order decides; those
 * that are as low as the third and left out by that are said in `alsoAsLow`.
 */
export const lowestOf = (tally: Tally): { lowest: SurveyElement[]; alsoAsLow: SurveyElement[] } => {
  const ranked = tally
    .flatMap((counted) => {
      const mean = meanOf(counted)
      return mean === null ? [] : [{ element: counted.element, mean }]
    })
    .sort((a, b) => compare(a.mean, b.mean))
  const last = ranked[LOWEST - 1]
  const rest = ranked.slice(LOWEST)
  return {
    lowest: ranked.slice(0, LOWEST).map(({ element }) => element),
    alsoAsLow:
      last === undefined ? [] : rest.filter(({ mean }) => compare(mean, last.mean) === 0).map(({ element }) => element),
  }
}

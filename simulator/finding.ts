import { z } from 'zod'
import type { Interval } from './statistics.ts'

/** One figure that was held against what it must be: `expected` in words, `interval` where chance is in it. */
export type Finding = {
  what: string
  figure: number
  expected: string
  interval: readonly [low: number, high: number] | null
  holds: boolean
}

/** How much of a 95 % half-width a figure may be off (queue-rules section 5): about three standard errors. */
const HALVES = 1.6
/** Nothing is asked to be nearer than this. */
const LEAST_TOLERANCE = 0.01

/** A measured mean against theory: inside max(1.6 × the 95 % half-width, 1 %). */
export const nearTheory = (what: string, { mean, low, high }: Interval, theory: number): Finding => ({
  what,
  figure: mean,
  expected: theory.toPrecision(4),
  interval: [low, high],
  holds: Math.abs(mean - theory) <= Math.max((HALVES * (high - low)) / 2, LEAST_TOLERANCE * Math.abs(theory)),
})

/** A count that must be exactly this. */
export const exactly = (what: string, figure: number, expected: number): Finding => ({
  what,
  figure,
  expected: String(expected),
  interval: null,
  holds: figure === expected,
})

/** One finding as a line: the verdict, what it is, the figure, what was expected, and the interval. */
export const lineOf = (
  { what, figure, expected, interval, holds }: Finding,
  words: readonly [string, string],
): string => {
  const round = (value: number): string => Number(value.toPrecision(5)).toString()
  const ends = interval === null ? '' : `  [${interval.map(round).join(', ')}]`
  const verdict = (holds ? words[0] : words[1]).padEnd(Math.max(...words.map(({ length }) => length)))
  return `${verdict}  ${what.padEnd(56)} ${round(figure).padStart(9)}  expected ${expected}${ends}`
}

/** Findings as they come from another process. A figure that is no number crosses as null. */
export const Findings = z.array(
  z.object({
    what: z.string(),
    figure: z
      .number()
      .nullable()
      .transform((value) => value ?? Number.NaN),
    expected: z.string(),
    interval: z.tuple([z.number(), z.number()]).nullable(),
    holds: z.boolean(),
  }),
)

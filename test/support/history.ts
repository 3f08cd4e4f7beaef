import { addMinutes, type DayMeasured, type Moments, NEW_DAY, NO_CASES } from '../../server/rules/measured.ts'
import type { State } from '../../server/rules/state.ts'

/** So many cases that took these minutes each, one after the other. */
export const cases = (...minutes: number[]): Moments =>
  minutes.reduce<Moments>((sum, each) => addMinutes(sum, each), NO_CASES)

/** Forty cases around `mean` with a coefficient of variation of about a half. */
export const usualCases = (mean: number): Moments =>
  cases(...Array.from({ length: 40 }, (_, i) => mean * (0.4 + (1.2 * (i + 0.5)) / 40)))

/** A day on which the documents took five minutes and the interview twelve; nobody paused, came late or stayed away. */
export const usualDay = (change: Partial<DayMeasured> = {}): DayMeasured => ({
  ...NEW_DAY,
  cases: {
    documents: { 'passport-new': usualCases(5) },
    interview: { 'passport-new': usualCases(12) },
  },
  ...change,
})

/** The state of an office that remembers these days, the newest first. */
export const remembering = (state: State, ...days: DayMeasured[]): State => ({
  ...state,
  measured: { ...state.measured, days },
})

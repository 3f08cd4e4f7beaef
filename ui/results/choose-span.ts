import type { SurveySpan } from '../../protocol/desk/survey.ts'

/** Spans that offices report: the month, the half-year of the regulation's report, the year. */
export const SPANS = ['month', 'half', 'year'] as const
/** One of them. */
export type SpanName = (typeof SPANS)[number]

const stamp = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`

/** The months of a span around a day (`2026-11-24`), up to the one of that day; `back` spans earlier, which are whole. */
export const chooseSpan = (name: SpanName, day: string, back: number): SurveySpan => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const length = name === 'month' ? 1 : name === 'half' ? 6 : 12
  const now = year * 12 + month - 1
  const first = Math.floor(now / length) * length - back * length
  const last = Math.min(first + length - 1, back === 0 ? now : first + length - 1)
  return {
    from: stamp(Math.floor(first / 12), (first % 12) + 1),
    until: stamp(Math.floor(last / 12), (last % 12) + 1),
  }
}

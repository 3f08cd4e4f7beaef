import type { Span } from '../../protocol/desk/figures.ts'
import { SPAN_MAX_DAYS } from '../../protocol/desk/figures.ts'
import { DayStamp } from '../../protocol/ids.ts'
import type { Lang } from '../texts.ts'
import { dayParts, dayText } from '../time.ts'

/** How a span is chosen: one day, a week from Monday, any days, a month of the calendar. */
export type SpanKind = 'day' | 'week' | 'any' | 'month'

const DAY_MS = 86_400_000
const atUtc = (day: DayStamp): number => Date.parse(`${day}T00:00:00Z`)
const stampOf = (ms: number): DayStamp => new Date(ms).toISOString().slice(0, 10)

/** The day so many days after another, before it where negative. */
export const dayPlus = (day: DayStamp, days: number): DayStamp => stampOf(atUtc(day) + days * DAY_MS)

/** How many days of the calendar a span has, both ends counted. */
export const lengthOf = ({ from, until }: Span): number => Math.round((atUtc(until) - atUtc(from)) / DAY_MS) + 1

const mondayOf = (day: DayStamp): DayStamp => dayPlus(day, -((new Date(atUtc(day)).getUTCDay() + 6) % 7))

/** The month of the calendar that a day lies in. */
export const monthOf = (day: DayStamp): Span => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return { from: stampOf(Date.UTC(year, month - 1, 1)), until: stampOf(Date.UTC(year, month, 0)) }
}

/** Days that are looked at when nothing was chosen: three weeks. */
const USUAL_DAYS = 21

/** The span of a kind that holds a day; for any days those that end with it. */
export const spanAround = (kind: SpanKind, day: DayStamp): Span => {
  if (kind === 'day') return { from: day, until: day }
  if (kind === 'week') return { from: mondayOf(day), until: dayPlus(mondayOf(day), 6) }
  if (kind === 'month') return monthOf(day)
  return { from: dayPlus(day, 1 - USUAL_DAYS), until: day }
}

/** The span of the same kind just before (−1) or after (1). */
export const spanBeside = (kind: SpanKind, span: Span, step: -1 | 1): Span => {
  if (kind === 'month') return monthOf(step < 0 ? dayPlus(span.from, -1) : dayPlus(span.until, 1))
  const days = lengthOf(span) * step
  return { from: dayPlus(span.from, days), until: dayPlus(span.until, days) }
}

/** `24/11/2026`, as people here write a day. */
export const typedDay = (day: DayStamp): string => day.split('-').reverse().join('/')

/** The day that somebody typed, with slashes, dots or dashes; null where it is none. */
export const readDay = (text: string): DayStamp | null => {
  const [, date = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? []
  const day = DayStamp.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return day.success ? day.data : null
}

/** Whether days that somebody typed are a span that the office reckons. */
export const isSpan = ({ from, until }: Span): boolean => {
  const days = lengthOf({ from, until })
  return days >= 1 && days <= SPAN_MAX_DAYS
}

/** `2–20 November 2026`, as short as it can be said; one day with its weekday. */
export const spanText = ({ from, until }: Span, lang: Lang): string => {
  if (from === until) return dayText(from, lang)
  const [a, b] = [dayParts(from, lang), dayParts(until, lang)]
  const end = `${b.date} ${b.month} ${b.year}`
  if (a.year !== b.year) return `${a.date} ${a.month} ${a.year} – ${end}`
  return a.month === b.month ? `${a.date}–${end}` : `${a.date} ${a.month} – ${end}`
}

import type { Window } from '../protocol/ids.ts'
import type { Range } from '../protocol/range.ts'
import type { Lang } from './texts.ts'

const WEEKDAYS = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

const MONTHS = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs far more than using it, and a board formats dozens of times a second. */
const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    numberingSystem: 'latn',
  })
  clocks.set(zone, made)
  return made
}

/** `10.07`: an instant (epoch ms) as the wall clock of the office's zone shows it, whatever the browser's zone. */
export const clockTime = (at: number, zone: string): string => clockOf(zone).format(at).replace(':', '.')

/** `10.00–11.00`: a window in the office's zone, with an en dash and no spaces. */
export const windowText = (window: Window, zone: string): string =>
  `${clockTime(window.startAt, zone)}–${clockTime(window.endAt, zone)}`

/** `10.20–10.45`: a likely call in the office's zone. */
export const rangeText = (range: Range, zone: string): string =>
  windowText({ startAt: range.fromAt, endAt: range.untilAt }, zone)

/** The day (`2026-11-24`) that the calendar on the wall of the office shows at an instant (epoch ms). */
export const calendarDay = (at: number, zone: string): string => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    numberingSystem: 'latn',
  }).formatToParts(at)
  const piece = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${piece('year')}-${piece('month')}-${piece('day')}`
}

/** A day of the office's calendar (`2026-11-24`) in words, piece by piece. */
export type DayParts = { weekday: string; date: number; month: string; year: number }

/** The pieces of a day in one language. The day has no zone: it is a square of the calendar. */
export const dayParts = (day: string, lang: Lang): DayParts => {
  const square = new Date(`${day}T00:00:00Z`)
  return {
    weekday: WEEKDAYS[lang][square.getUTCDay()] ?? '',
    date: square.getUTCDate(),
    month: MONTHS[lang][square.getUTCMonth()] ?? '',
    year: square.getUTCFullYear(),
  }
}

/** `Selasa, 24 November 2026` or `Tuesday, 24 November 2026`. */
export const dayText = (day: string, lang: Lang): string => {
  const { weekday, date, month, year } = dayParts(day, lang)
  return `${weekday}, ${date} ${month} ${year}`
}

/** The day before a day of the calendar, as a day of the calendar. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** `6.42`: a length of time (ms) in minutes and seconds; a negative one reads as `0.00`. */
export const durationText = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`
}

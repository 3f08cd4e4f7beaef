import type { Window } from '../../protocol/ids.ts'

const CLOCK = /^(\d{1,2})[.:](\d{2})$/
const DAY_MS = 86_400_000

/** What a clock of the office is an instant of: some day and its midnight there. No zone of the country shifts its clock. */
export type Midnight = { day: string; midnightAt: number }

/** `10.00` or `10:00` on a day (`2026-11-24`) of the office as an instant (epoch ms); null for what is no time of a day. */
export const readClockAt = (text: string, day: string, { day: known, midnightAt }: Midnight): number | null => {
  const found = CLOCK.exec(text.trim())
  const [hour = 24, minute = 60] = found?.slice(1).map(Number) ?? []
  if (hour > 23 || minute > 59) return null
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${known}T00:00:00Z`)) / DAY_MS)
  return Number.isNaN(days) ? null : midnightAt + days * DAY_MS + (hour * 60 + minute) * 60_000
}

/** Two clocks as a window; null where either is none, or they are not in order. */
export const readWindowAt = (from: string, until: string, day: string, midnight: Midnight): Window | null => {
  const [startAt, endAt] = [readClockAt(from, day, midnight), readClockAt(until, day, midnight)]
  return startAt === null || endAt === null || startAt >= endAt ? null : { startAt, endAt }
}

import { Temporal } from 'temporal-polyfill'
import type { Verdict } from '../../protocol/answers.ts'
import type { AgendaRow } from '../../protocol/commands.ts'
import type { DayStamp, Instant, Window } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'

/** A number in `[0, 1)`, as from `Math.random`. */
export type Random = () => number

/** A code to try at a kiosk: what the kiosk says of it now, and the row, if any, that has to be in the agenda for it. */
export type Sample = { code: string; verdict: Verdict; rows: AgendaRow[] }

const HOUR = 3_600_000
const MINUTE = 60_000
/** Hours at which the windows of an ordinary day start (domain 6: the break is 12–13). */
const WINDOW_HOURS = [8, 9, 10, 11, 13, 14] as const
/** Quota of a window, about 120 a day (domain 1: Denpasar 147), and its fill. */
const QUOTA = 20
const FILL = 0.97
/** Shares of the first service (domain 1: new passports 63 % in Karawang) and, assumed, of the rarer bookings. */
const SHARES = { first: 0.63, cancelled: 0.05, unpaid: 0.02, priority: 0.07 }
/** Without O, 0, I and 1: people type codes. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 8
const BILLING_LENGTH = 15

const draw = <T>(choices: ArrayLike<T>, random: Random): T | undefined => choices[Math.floor(random() * choices.length)]
const drawText = (letters: string, length: number, random: Random): string =>
  Array.from({ length }, () => draw(letters, random) ?? '').join('')

const makeCodes = (random: Random): (() => string) => {
  const given = new Set<string>()
  return () => {
    let code = drawText(LETTERS, CODE_LENGTH, random)
    while (given.has(code)) code = drawText(LETTERS, CODE_LENGTH, random)
    given.add(code)
    return code
  }
}

const midnightOf = (day: DayStamp, zone: Office['zone']): Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds

/**
 * The bookings of a plausible day: six windows of an hour (08–12, 13–15 in `zone`), about 20 in each, some of them
 * cancelled or unpaid. `services` are ids, the first is asked for most. Codes have 8 characters of A–Z and 2–9.
 */
export const exampleAgenda = (what: {
  day: DayStamp
  zone: Office['zone']
  services: readonly string[]
  random: Random
}): AgendaRow[] => {
  const { day, zone, services, random } = what
  const newCode = makeCodes(random)
  const midnightAt = midnightOf(day, zone)
  return WINDOW_HOURS.flatMap((hour) =>
    Array.from({ length: QUOTA }, (): AgendaRow[] => {
      const isTaken = random() < FILL
      const service = (random() < SHARES.first ? null : draw(services.slice(1), random)) ?? services[0]
      if (!isTaken || service === undefined) return []
      const lot = random()
      const status = lot < SHARES.cancelled ? 'cancelled' : lot < SHARES.cancelled + SHARES.unpaid ? 'unpaid' : 'booked'
      const startAt = midnightAt + hour * HOUR
      const window = { startAt, endAt: startAt + HOUR }
      return [{ code: newCode(), day, window, service, status, priority: random() < SHARES.priority }]
    }).flat(),
  )
}

/**
 * Codes for everything a kiosk may say at `at`, made to last: fresh bookings around `at` with a window of at most an
 * hour inside `day`, codes that are in no agenda, and a billing code. What cannot be at this hour is left out: nobody is
 * too late a minute after midnight. `windows` are the office's numbers (queue-rules 2).
 */
export const sampleRows = (what: {
  at: Instant
  day: DayStamp
  zone: Office['zone']
  services: readonly string[]
  windows: Office['windows']
  random: Random
}): Sample[] => {
  const { at, day, zone, services, windows, random } = what
  const { graceMin, lateLimitMin } = windows
  const newCode = makeCodes(random)
  const startsAt = midnightOf(day, zone)
  const tomorrow = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  const endsAt = midnightOf(tomorrow, zone)

  /** A window in whole minutes and inside the day; null where nothing is left of it. */
  const clamp = (startAt: Instant, endAt: Instant): Window | null => {
    const whole = (instant: Instant) => Math.floor(instant / MINUTE) * MINUTE
    const window = { startAt: Math.max(whole(startAt), startsAt), endAt: Math.min(whole(endAt), endsAt) }
    return window.startAt < window.endAt ? window : null
  }
  const from = (startAt: Instant) => clamp(startAt, startAt + HOUR)
  const upTo = (wantedAt: Instant) => {
    const endAt = Math.max(wantedAt, startsAt + MINUTE)
    return clamp(endAt - HOUR, endAt)
  }
  const pastMin = (window: Window): number => (at - window.endAt) / MINUTE
  const isNow = (window: Window): boolean => window.startAt <= at && at < window.endAt

  const sample = (
    verdict: Verdict,
    window: Window | null,
    fits: (window: Window) => boolean,
    more: Partial<Pick<AgendaRow, 'day' | 'status'>> = {},
  ): Sample[] => {
    const service = services[0]
    if (window === null || service === undefined || !fits(window)) return []
    const code = newCode()
    return [{ code, verdict, rows: [{ code, day, window, service, status: 'booked', priority: false, ...more }] }]
  }
  // Windows are sold by the clock hour, so these are, too, where the verdict allows it.
  const hourOf = (instant: Instant): Instant => Math.floor(instant / HOUR) * HOUR
  const now = from(hourOf(at))
  const tomorrowAt = endsAt + 10 * HOUR

  return [
    ...sample('early', from(Math.min(at + HOUR, endsAt - MINUTE)), (window) => at < window.startAt),
    ...sample('on-time', now, isNow),
    ...sample(
      'late-grace',
      upTo(at - (graceMin / 2) * MINUTE),
      (window) => pastMin(window) >= 0 && pastMin(window) < graceMin && pastMin(window) < lateLimitMin,
    ),
    ...sample(
      'late',
      upTo(hourOf(at - graceMin * MINUTE)),
      (window) => pastMin(window) >= graceMin && pastMin(window) < lateLimitMin,
    ),
    ...sample('too-late', upTo(hourOf(at - lateLimitMin * MINUTE)), (window) => pastMin(window) >= lateLimitMin),
    ...sample('wrong-day', { startAt: tomorrowAt, endAt: tomorrowAt + HOUR }, () => true, { day: tomorrow }),
    ...sample('cancelled', now, isNow, { status: 'cancelled' }),
    ...sample('unpaid', now, isNow, { status: 'unpaid' }),
    ...sample('moved', now, isNow, { status: 'moved' }),
    { code: newCode(), verdict: 'unknown', rows: [] },
    { code: drawText('0123456789', BILLING_LENGTH, random), verdict: 'billing-code', rows: [] },
  ]
}

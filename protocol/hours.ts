import { z } from 'zod'
import { ClockTime, DayStamp, Words } from './ids.ts'

/** A stretch of one day, `from` included, `until` not. */
const Stretch = z
  .strictObject({ from: ClockTime, until: ClockTime })
  .refine((stretch) => stretch.from < stretch.until, { path: ['until'], message: 'must be later than from' })

/**
 * One day's hours in the office's own clock. Counters serve from `open` to `close` except in `breaks`; number-taking goes
 * on in breaks. `numbers` is when kiosks give numbers, null from midnight on; after the close they give none. `windows` are
 * the hours that are sold: a kiosk without a list offers them.
 */
export const Opening = z
  .strictObject({
    open: ClockTime,
    close: ClockTime,
    breaks: z
      .array(Stretch.safeExtend({ name: Words }))
      .max(6)
      .default([]),
    numbers: Stretch.nullable().default(null),
    windows: z.array(Stretch).max(24).default([]),
  })
  .refine((day) => day.open < day.close, { path: ['close'], message: 'must be later than open' })
  .refine((day) => day.breaks.every(({ from, until }) => day.open <= from && until <= day.close), {
    path: ['breaks'],
    message: 'must lie within the opening hours',
  })
export type Opening = z.infer<typeof Opening>

/** Hours of the seven days; null is a day on which the office is closed. */
const Week = z.strictObject({
  mon: Opening.nullable(),
  tue: Opening.nullable(),
  wed: Opening.nullable(),
  thu: Opening.nullable(),
  fri: Opening.nullable(),
  sat: Opening.nullable(),
  sun: Opening.nullable(),
})
/** A day of the week as the hours name it. */
export type Weekday = keyof z.infer<typeof Week>

/**
 * The office's calendar (domain section 6). The most particular wins: an exceptional day, then a season such as Ramadan,
 * then the week.
 */
export const Hours = z.strictObject({
  week: Week,
  seasons: z
    .array(
      z
        .strictObject({ name: Words, from: DayStamp, until: DayStamp, week: Week })
        .refine((season) => season.from <= season.until, { path: ['until'], message: 'must not be before from' }),
    )
    .max(12)
    .default([]),
  /** Holidays (`opening` null) and days with hours of their own. */
  days: z
    .array(z.strictObject({ day: DayStamp, name: Words, opening: Opening.nullable() }))
    .max(400)
    .default([]),
  /** Whether kiosks give numbers also when the office is closed: only an office to try things with does. */
  numbersWhenClosed: z.boolean().default(false),
})
export type Hours = z.infer<typeof Hours>

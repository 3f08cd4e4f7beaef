import { z } from 'zod'
import { Care } from '../devices-view.ts'
import { OutageFace } from '../faces.ts'
import { DayStamp, Instant, LaneLetter, Place, Window, Words } from '../ids.ts'
import { SurveyElement, SurveyWeight } from '../survey.ts'
import { MonthStamp } from '../survey-results.ts'

/** What an office is called at the hub, `denpasar`: given there, and the first part of every key of its tables. */
export const OfficeId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
export type OfficeId = z.infer<typeof OfficeId>

/** SHA-256 in hexadecimal. */
const Link = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * One event that an office tells the hub. `seq` is its number in the office's journal and `before` that of the one told before it (0:
 * none), so that a gap shows; `event` is its JSON as text; `link` goes on the chain of what was told: `nextLink` over the link before
 * and `seq`, `at`, `event`.
 */
export const Told = z
  .strictObject({ seq: z.int().min(1), before: z.int().min(0), at: Instant, event: z.string().min(2), link: Link })
  .refine(({ seq, before }) => before < seq, { path: ['before'], message: 'is not before seq' })
export type Told = z.infer<typeof Told>

/** The most events of one parcel. */
export const PARCEL_MAX = 500

/** Events of one office, in any order, as often as it likes: the hub keeps each once. */
export const Parcel = z.strictObject({ told: z.array(Told).min(1).max(PARCEL_MAX) })
export type Parcel = z.infer<typeof Parcel>

/** How far the hub has an office without a gap: its last event there, all zero before the first. */
export const HubPlace = z.strictObject({ seq: z.int().min(0), at: Instant, link: Link })
export type HubPlace = z.infer<typeof HubPlace>

const Many = z.int().min(0).max(10_000_000)

/** What the answers of one month come to, by element: how many, and the sum of their marks. Never a single answer. */
export const SurveyMonth = z.strictObject({
  month: MonthStamp,
  /** Respondents. */
  n: Many.min(1),
  tally: z.array(z.strictObject({ element: SurveyElement, n: Many, sum: Many })).max(9),
})
export type SurveyMonth = z.infer<typeof SurveyMonth>

/**
 * How an office is now, which no event tells: who waits, which counters are open, what is unwell. Counts and places, nobody's number.
 * The newest one counts.
 */
export const Bulletin = z.strictObject({
  at: Instant,
  name: z.string().min(1).max(120),
  /** One of Indonesia's three. */
  zone: z.string().regex(/^Asia\/(Jakarta|Makassar|Jayapura)$/),
  day: DayStamp.nullable(),
  isOpen: z.boolean(),
  /** Per lane those who wait; `longestSinceAt` as on the supervisor's floor. */
  lanes: z
    .array(
      z.strictObject({
        letter: LaneLetter,
        name: Words,
        waiting: z.int().min(1),
        longestSinceAt: Instant,
      }),
    )
    .max(24),
  counters: z.strictObject({ all: z.int().min(0), open: z.int().min(0), paused: z.int().min(0) }),
  load: z
    .array(
      z.strictObject({
        window: Window,
        booked: z.int().min(0),
        came: z.int().min(0),
        capacity: z.int().min(0).nullable(),
      }),
    )
    .max(96),
  outage: OutageFace.nullable(),
  /** How many devices there are, and those that somebody should look at; `status` is the printer's, `away` for all others. */
  devices: z.strictObject({
    all: z.int().min(0),
    toSee: z
      .array(
        z.strictObject({
          kind: z.enum(['printer', 'scanner', 'kiosk', 'display', 'counter', 'agent', 'survey']),
          place: Place,
          care: Care.exclude(['none']),
          status: z.string().max(32),
        }),
      )
      .max(100),
  }),
  /** How the office weighs its survey, and its months that are known since the bulletin before: all in the first of a run. */
  survey: z.strictObject({ weight: SurveyWeight, months: z.array(SurveyMonth).max(120) }),
  /** Whether events are told as they come; the hub has another history under this name than the office. */
  telling: z.enum(['on', 'another-history']),
})
export type Bulletin = z.infer<typeof Bulletin>

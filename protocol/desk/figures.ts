import { z } from 'zod'
import { DayStamp, LaneLetter, Slug, Words } from '../ids.ts'
import { LaneShape } from '../office.ts'

/** The longest span that is reckoned in one go, in days of the calendar. */
export const SPAN_MAX_DAYS = 400

const Count = z.int().min(0)
/** Minutes with fractions; null of nobody. */
const MinutesOf = z.number().nullable()
/** Share of 1; null of nobody. */
const Share = z.number().min(0).max(1).nullable()

/**
 * How long people waited from `max(check-in, window start)` to their first call: quantiles by nearest rank, shares that
 * waited longer than 30 and 60 minutes. `queuedMin` is the median of the same people's waiting at all stages, so that no
 * stage is improved at the cost of another.
 */
export const Waits = z.strictObject({
  n: Count,
  medianMin: MinutesOf,
  p90Min: MinutesOf,
  over30: Share,
  over60: Share,
  queuedMin: MinutesOf,
})
export type Waits = z.infer<typeof Waits>

/** Waits of one lane, window (`480-540`, minutes after midnight), hour (`8`), or kind of arrival. */
export const WaitsOf = Waits.extend({ key: z.string() })
export type WaitsOf = z.infer<typeof WaitsOf>

/**
 * Booked and there before the window ended: first called within it, up to 30 min past it, later. Who went home uncalled when
 * the day closed is among the later ones, and told apart as `uncalled`; on a day that is open they are not counted yet.
 */
export const Kept = z.strictObject({ n: Count, within: Count, upTo30: Count, later: Count, uncalled: Count })
export type Kept = z.infer<typeof Kept>

const Counted = z.array(z.strictObject({ key: z.string(), n: Count }))
/** Names with how often, the most frequent first. */
export type Counted = z.infer<typeof Counted>

/** What a span comes to in a few figures, for the page's head and to hold against the span before. */
export const Headline = z.strictObject({
  /** Days with at least one visit, and visits. */
  days: Count,
  visits: Count,
  kept: Kept,
  /** Everybody who was called. */
  waits: Waits,
  officeMin: MinutesOf,
  promises: z.strictObject({ inside: Count, before: Count, after: Count }),
  /** Bookings of closed days that stood, and those of them that never came. */
  booked: Count,
  noShows: Count,
})
export type Headline = z.infer<typeof Headline>

/** A span of days, both ends included. */
export const Span = z.strictObject({ from: DayStamp, until: DayStamp })
export type Span = z.infer<typeof Span>

/**
 * The figures of a span of business days. Minutes carry fractions, shares are of 1, keys are the office's own codes. Of a day
 * that is still open no-shows are not known, and everything else is as it stands.
 */
export const Figures = z.strictObject({
  ...Span.shape,
  headline: Headline,
  /** The span of equal length just before; null when the office has no day in it. */
  before: Span.extend({ headline: Headline }).nullable(),
  /** The day with the first figures, null without any. */
  since: DayStamp.nullable(),
  byLane: z.array(WaitsOf),
  byWindow: z.array(WaitsOf),
  byHour: z.array(WaitsOf),
  byArrival: z.array(WaitsOf),
  /** The hours of those who booked in a regular lane and came before their window's end. */
  punctualByHour: z.array(WaitsOf),
  keptByWindow: z.array(Kept.extend({ key: z.string() })),
  /** Check-in to the end, of visits that ended. */
  office: z.strictObject({ n: Count, medianMin: MinutesOf, p90Min: MinutesOf }),
  /** Never called at all. */
  uncalled: Count,
  /** With a booking: median minutes before the window's start (early) or after its end (late); null for on time. */
  arrivals: z.array(z.strictObject({ key: z.string(), n: Count, offMin: MinutesOf })),
  stages: z.array(
    z.strictObject({
      stage: Slug,
      /** From entering the stage to its first call. */
      waits: Waits.omit({ queuedMin: true }),
      ...{ calls: Count, helped: Count, recalls: Count, misses: Count, parks: Count },
      /** Cases that ended, by everybody who served the stage. */
      cases: Count,
      caseMedianMin: MinutesOf,
    }),
  ),
  counters: z.array(
    z.strictObject({
      counter: z.int(),
      openMin: z.number(),
      pausedMin: z.number(),
      servingMin: z.number(),
      cases: Count,
      /** `stage`: all of them, joined by `+`, for whole journeys that were kept on paper. */
      byStage: z.array(z.strictObject({ stage: z.string(), cases: Count, medianMin: MinutesOf })),
    }),
  ),
  pauses: z.array(z.strictObject({ key: Slug, minutes: z.number() })),
  walkIns: Counted,
  outcomes: Counted,
  turnedAway: Counted,
  documents: Counted,
  overrides: z.array(z.strictObject({ act: z.string(), reason: Slug, n: Count })),
  outages: z.array(z.strictObject({ scope: z.string(), n: Count, minutes: z.number() })),
  papers: Counted,
  reports: Counted,
  troubles: Counted,
  incomplete: Count,
  putOff: Count,
})
export type Figures = z.infer<typeof Figures>

/** What a column of a table holds, so that a page writes it as people read it. `share`: per cent. */
export const FigureUnit = z.enum(['text', 'count', 'minutes', 'share'])
export type FigureUnit = z.infer<typeof FigureUnit>

/** One table of the figures, in both languages. Its cells are written in the language that was asked for. */
export const FigureTable = z.strictObject({
  id: z.string(),
  name: Words,
  /** What its figures are, in a few words; in both languages. */
  about: Words,
  columns: z.array(z.strictObject({ name: Words, unit: FigureUnit })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
})
export type FigureTable = z.infer<typeof FigureTable>

/** What the page of the figures shows: the figures, their tables, and the lanes as they are drawn. */
export const FiguresPage = z.strictObject({
  figures: Figures,
  tables: z.array(FigureTable),
  lanes: z.array(z.strictObject({ letter: LaneLetter, name: Words, shape: LaneShape })),
  /** Today in the office's zone. */
  today: DayStamp,
  /** The service standard that the chart draws. */
  limitMin: z.number(),
})
export type FiguresPage = z.infer<typeof FiguresPage>

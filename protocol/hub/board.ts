import { z } from 'zod'
import { Figures, FigureTable, Kept, Span, Waits } from '../desk/figures.ts'
import { Instant, Slug } from '../ids.ts'
import { SurveyElement } from '../survey.ts'
import { Band, ElementResult, MonthStamp } from '../survey-results.ts'
import { Bulletin, OfficeId } from './report.ts'

/**
 * One office on the board. `state`: never told anything; silent for longer than a minute; its history is another one than the hub
 * has; else as it is, `trouble` when an outage goes on or a device wants somebody now.
 */
export const BoardOffice = z.strictObject({
  office: OfficeId,
  /** As it calls itself; before it was heard, its id. */
  name: z.string(),
  region: Slug,
  state: z.enum(['new', 'silent', 'other-history', 'trouble', 'well']),
  /** When it was last heard, by the hub's clock; null: never. */
  heardAt: Instant.nullable(),
  /** Events that the hub has of it but cannot use yet, because one before them is missing. */
  waitingEvents: z.int().min(0),
  /** What it last said of itself; null: nothing yet. */
  bulletin: Bulletin.omit({ survey: true }).nullable(),
  /** Of its day that is lived: visits, windows kept, waits to the first call; null without one. */
  today: z.strictObject({ visits: z.int().min(0), kept: Kept, waits: Waits }).nullable(),
})
export type BoardOffice = z.infer<typeof BoardOffice>

/** A province as a tile: its place on the map of tiles, `col` from the west, `row` from the north, both from 1. */
export const Region = z.strictObject({ id: Slug, name: z.string(), col: z.int().min(1), row: z.int().min(1) })
export type Region = z.infer<typeof Region>

/** Every office as it is now: regions with an office in them, offices in the order of regions and names. */
export const Board = z.strictObject({ at: Instant, regions: z.array(Region), offices: z.array(BoardOffice) })
export type Board = z.infer<typeof Board>

/** Of whom figures are asked: one office, the offices of a region, or all of them where neither is named. */
const SCOPE = { office: OfficeId.optional(), region: Slug.optional() }
const isOneScope = (asked: { office?: string | undefined; region?: string | undefined }): boolean =>
  asked.office === undefined || asked.region === undefined
const TWO_SCOPES = { path: ['region'], message: 'goes without office' }

/** Figures of a span: both days included, of days in each office's own calendar. */
export const HubFiguresQuery = z
  .strictObject({ ...Span.shape, ...SCOPE, lang: z.enum(['id', 'en']).default('id') })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'is before from' })
  .refine(isOneScope, TWO_SCOPES)
export type HubFiguresQuery = z.infer<typeof HubFiguresQuery>

/**
 * The figures of a scope, in the shape of the offices' own. For several offices those of single counters are left out: counter 1 of
 * two offices is not one counter.
 */
export const HubFigures = z.strictObject({
  figures: Figures,
  tables: z.array(FigureTable),
  /** How many offices had a day in the span. */
  offices: z.int().min(0),
  /** The service standard that the chart draws. */
  limitMin: z.number(),
})
export type HubFigures = z.infer<typeof HubFigures>

/** The survey of whole months. */
export const HubSurveyQuery = z
  .strictObject({ from: MonthStamp, until: MonthStamp, ...SCOPE })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'is before from' })
  .refine(isOneScope, TWO_SCOPES)
export type HubSurveyQuery = z.infer<typeof HubSurveyQuery>

/** One line of the survey: respondents, and their index where every element was answered. */
const SurveyLine = { n: z.int().min(0), ikm: z.number().nullable(), band: Band.nullable() }

/** The survey of a scope: all answers together, by element, and by office. Each office's own index uses its own weight. */
export const HubSurvey = z.strictObject({
  from: MonthStamp,
  until: MonthStamp,
  ...SurveyLine,
  elements: z.array(ElementResult),
  /** The three lowest elements, lowest first, and those that are as low as the third. */
  lowest: z.array(SurveyElement),
  offices: z.array(z.strictObject({ office: OfficeId, name: z.string(), ...SurveyLine })),
})
export type HubSurvey = z.infer<typeof HubSurvey>

/** What is compared of a span; minutes to a tenth. */
const HubLine = {
  days: z.int().min(0),
  visits: z.int().min(0),
  kept: Kept,
  waits: Waits,
  promises: z.strictObject({ inside: z.int().min(0), before: z.int().min(0), after: z.int().min(0) }),
  booked: z.int().min(0),
  noShows: z.int().min(0),
}

/** One office in a span, for the table that compares offices. */
export const HubOfficeLine = z.strictObject({ office: OfficeId, name: z.string(), region: Slug, ...HubLine })
export type HubOfficeLine = z.infer<typeof HubOfficeLine>

/** The offices of a scope, each with its own figures of a span, and all their visits together. */
export const HubCompare = z.strictObject({
  ...Span.shape,
  offices: z.array(HubOfficeLine),
  all: z.strictObject(HubLine),
})
export type HubCompare = z.infer<typeof HubCompare>

/** The key of a reader, as it is typed in once. */
export const HubSignIn = z.strictObject({ key: z.string().min(1).max(100) })

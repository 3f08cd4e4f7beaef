import { z } from 'zod'
import { MonthStamp } from '../survey-results.ts'

const span = { from: MonthStamp, until: MonthStamp }
const isForward = ({ from, until }: { from: MonthStamp; until: MonthStamp }): boolean => from <= until
const BACKWARD = { path: ['until'], message: 'is before from' }

/** Whole months, first and last included. */
export const SurveySpan = z.strictObject(span).refine(isForward, BACKWARD)
export type SurveySpan = z.infer<typeof SurveySpan>

/** The tables of the survey: its result, by element, by month, by channel, and every respondent as the regulation lists them. */
export const SurveySheet = z.enum(['result', 'elements', 'months', 'channels', 'respondents'])
export type SurveySheet = z.infer<typeof SurveySheet>

/** What is taken away: as CSV one table, as a workbook all of them. */
export const SurveyExport = z
  .strictObject({
    ...span,
    format: z.enum(['csv', 'xlsx']),
    lang: z.enum(['id', 'en']),
    sheet: SurveySheet.default('elements'),
  })
  .refine(isForward, BACKWARD)
export type SurveyExport = z.infer<typeof SurveyExport>

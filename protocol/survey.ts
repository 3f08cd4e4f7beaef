import { z } from 'zod'
import { Place, TicketId } from './ids.ts'

/** The nine elements of the satisfaction survey (SKM, PermenPANRB 14/2017), in the regulation's order. The keys never change. */
export const ELEMENTS = [
  'persyaratan',
  'prosedur',
  'waktu',
  'biaya',
  'produk',
  'kompetensi',
  'perilaku',
  'sarana',
  'pengaduan',
] as const
/** One of the nine elements by its key. */
export const SurveyElement = z.enum(ELEMENTS)
export type SurveyElement = z.infer<typeof SurveyElement>

/** An answer: 1 is the worst, 4 the best; its words are the question's own. */
export const Mark = z.literal([1, 2, 3, 4])
export type Mark = z.infer<typeof Mark>

/** What one respondent said: an element that was skipped is absent, and at least one is there. */
export const SurveyAnswers = z
  .partialRecord(SurveyElement, Mark)
  .refine((answers) => Object.keys(answers).length > 0, { message: 'answers nothing' })
export type SurveyAnswers = z.infer<typeof SurveyAnswers>

/** Where answers come from: the tablet at the exit, the second screen of a counter, the page on the phone. */
export const SurveyChannel = z.enum(['exit', 'counter', 'phone'])
export type SurveyChannel = z.infer<typeof SurveyChannel>

/** How an invitation ended before its day did. */
export const Settled = z.enum(['answered', 'declined'])
export type Settled = z.infer<typeof Settled>

/** A counter's second screen stands at the place `counter-3`, whatever the office's document names. */
const COUNTER_SCREEN = /^counter-([1-9]\d?)$/
/** The counter whose second screen stands at a place; null for a tablet at the exit. */
export const counterOfScreen = (place: string): number | null => {
  const number = COUNTER_SCREEN.exec(place)?.[1]
  return number === undefined ? null : Number(number)
}

/**
 * Each element weighs the same. `1/9` is the regulation's; `0.111` and `0.11` are what offices have rounded it to, for
 * figures that can be held against their earlier ones.
 */
export const SurveyWeight = z.enum(['1/9', '0.111', '0.11'])
export type SurveyWeight = z.infer<typeof SurveyWeight>

const isUnique = (list: readonly string[]): boolean => new Set(list).size === list.length

/** The survey in the office's document. */
export const SurveySettings = z.strictObject({
  on: z.boolean().default(true),
  /** Every how many-th visit that ends is invited, 1 all of them: who is asked is not left to who volunteers. */
  everyKth: z.int().min(1).max(100).default(5),
  weight: SurveyWeight.default('1/9'),
  /** Languages of the tablets, the first is what they start in. The phone has both. */
  languages: z
    .array(z.enum(['id', 'en']))
    .min(1)
    .refine(isUnique, { message: 'names a language twice' })
    .default(['id', 'en']),
  channels: z
    .array(SurveyChannel)
    .min(1)
    .refine(isUnique, { message: 'names a channel twice' })
    .default([...SurveyChannel.options]),
  /** Places of the tablets at the exit. */
  tablets: z
    .array(Place.refine((place) => counterOfScreen(place) === null, { message: "is a counter's second screen" }))
    .max(10)
    .refine(isUnique, { message: 'names a tablet twice' })
    .default(['1']),
})
export type SurveySettings = z.infer<typeof SurveySettings>

/**
 * What a respondent says, beside the Door: the journal must not hold answers beside a ticket. The same again changes
 * nothing; what was said first stands.
 */
export const SurveyCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('AnswerSurvey'), ticketId: TicketId, answers: SurveyAnswers }),
  z.strictObject({ type: z.literal('DeclineSurvey'), ticketId: TicketId }),
])
export type SurveyCommand = z.infer<typeof SurveyCommand>

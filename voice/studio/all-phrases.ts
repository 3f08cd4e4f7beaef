import { IDLE, KIOSK_TEXTS } from '../../kiosk/texts.ts'
import { Words } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { REFUSAL_WORDS } from '../../ui/texts.ts'
import { dayParts } from '../../ui/time.ts'
import { type Lang, slugOf } from '../clip-of.ts'
import { letterName, roundWords, smallWords } from '../numbers.ts'
import { SAID } from '../phrases.ts'

/** Words that get a clip; `spoken`: as they are to be said, where that differs from how they are written. */
export type Phrase = { lang: Lang; words: string; spoken?: string }

/** The languages that clips are made in. */
export const LANGS: readonly Lang[] = ['id', 'en']

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

const numbers = (lang: Lang): Phrase[] => {
  const rounds = ([100, 1000] as const).flatMap((unit) =>
    upTo(9).flatMap((i) => [true, false].map((joins) => roundWords(i + 1, unit, lang, joins))),
  )
  return [...upTo(100).map((n) => smallWords(n, lang)), ...rounds, ...(lang === 'id' ? ['kosong'] : [])].map(
    (words) => ({ lang, words }),
  )
}

const letters = (lang: Lang): Phrase[] =>
  upTo(26).map((i) => {
    const words = String.fromCharCode(65 + i)
    return { lang, words, spoken: letterName(words, lang) }
  })

const calendar = (lang: Lang): Phrase[] => [
  ...upTo(7).map((i) => ({ lang, words: dayParts(`2026-11-0${i + 1}`, lang).weekday })),
  ...upTo(12).map((i) => ({ lang, words: dayParts(`2026-${String(i + 1).padStart(2, '0')}-01`, lang).month })),
]

/** What stands between the blanks of a text: each part is a clip of its own. */
const partsOf = (words: Words): Phrase[] =>
  LANGS.flatMap((lang) =>
    words[lang]
      .split(/\{\w+\}/)
      .map((part) => part.replace(/^[\s.,:;·]+|[\s,:;·(]+$/g, ''))
      .filter((part) => slugOf(part) !== '')
      .map((part) => ({ lang, words: part })),
  )

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const wordsIn = (value: unknown): Words[] => {
  const words = Words.safeParse(value)
  if (words.success) return [words.data]
  return isObject(value) ? Object.values(value).flatMap(wordsIn) : []
}

/** The names that an office gave to its lanes, stages, rooms, services, documents, reasons and days. */
export const officePhrases = (office: Office): Phrase[] => unique(wordsIn(office).flatMap(partsOf))

/** Phrases without those that are said by a clip before them. */
export const unique = (phrases: readonly Phrase[]): Phrase[] => [
  ...new Map(phrases.toReversed().map((phrase) => [`${phrase.lang} ${slugOf(phrase.words)}`, phrase])).values(),
]

/** What a kiosk may be told; the other refusals are those of counters. */
const AT_KIOSK = [
  ...['not-permitted', 'command-id-reused', 'office-not-ready', 'day-not-open', 'unknown-place', 'unknown-service'],
  ...['unknown-ticket', 'unknown-reason', 'lane-full', 'lane-closed', 'staff-grant-needed', 'reprint-limit'],
  ...['nothing-offered', 'too-old', 'disk-full', 'disk-refuses'],
] as const satisfies readonly (keyof typeof REFUSAL_WORDS)[]

/** One text of the start stands in the other language, for whoever cannot read the first; so it is said in it, too. */
const startOther: Words = { id: IDLE.startOther.en, en: IDLE.startOther.id }

/** Everything that is said in every office. */
export const productPhrases = (): Phrase[] =>
  unique([
    ...LANGS.flatMap((lang) => [...numbers(lang), ...letters(lang), ...calendar(lang)]),
    ...wordsIn([
      SAID,
      { ...KIOSK_TEXTS, IDLE: { ...IDLE, startOther } },
      AT_KIOSK.map((code) => REFUSAL_WORDS[code]),
    ]).flatMap(partsOf),
    { lang: 'id', words: 'Bahasa Indonesia' },
    { lang: 'en', words: 'English' },
  ])

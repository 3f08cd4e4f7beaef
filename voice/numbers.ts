import type { Voice } from '../protocol/office-screens.ts'
import { clipOf, type Lang, type Piece } from './clip-of.ts'

/** How a number is said: digit by digit as it is printed, or whole; and the word for 0. */
export type NumberStyle = Pick<Voice, 'style' | 'zero'>

const ONES = {
  id: 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' '),
  en: [
    ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen'.split(' '),
    ...'fifteen sixteen seventeen eighteen nineteen'.split(' '),
  ],
} as const

const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Names of the letters, A to Z (domain section 2); the English ones are said as they are written. */
const LETTERS = 'a be ce de e ef ge ha i je ka el em en o pe ki er es te u ve we eks ye zet'.split(' ')

const oneOf = (lang: Lang, n: number): string => ONES[lang][n] ?? ''

/** 0 to 99 in words; one clip each, because words that are glued together are harder to follow. */
export const smallWords = (n: number, lang: Lang): string => {
  const tens = Math.floor(n / 10)
  const ones = n % 10
  if (n < ONES[lang].length) return oneOf(lang, n)
  if (lang === 'en') return ones === 0 ? (TENS[tens] ?? '') : `${TENS[tens]}-${oneOf(lang, ones)}`
  if (tens === 1) return `${oneOf(lang, ones)} belas`
  return ones === 0 ? `${oneOf(lang, tens)} puluh` : `${oneOf(lang, tens)} puluh ${oneOf(lang, ones)}`
}

/** `count` (1 to 9) hundreds or thousands in words. English joins what follows below a hundred with "and": `joins`. */
export const roundWords = (count: number, unit: 100 | 1000, lang: Lang, joins: boolean): string => {
  if (lang === 'en') return `${oneOf(lang, count)} ${unit === 100 ? 'hundred' : 'thousand'}${joins ? ' and' : ''}`
  const name = unit === 100 ? 'ratus' : 'ribu'
  return count === 1 ? `se${name}` : `${oneOf(lang, count)} ${name}`
}

/** The name of a capital letter, as it is said. */
export const letterName = (letter: string, lang: Lang): string =>
  lang === 'en' ? letter : (LETTERS[letter.charCodeAt(0) - 65] ?? letter)

/** A whole number, 0 to 9999, in the words of its clips: `['dua ratus', 'tujuh']`. */
export const countWords = (n: number, lang: Lang): string[] => {
  const [thousands, hundreds, rest] = [Math.floor(n / 1000), Math.floor((n % 1000) / 100), n % 100]
  if (n < 100) return [smallWords(n, lang)]
  const joins = rest > 0
  return [
    ...(thousands > 0 ? [roundWords(thousands, 1000, lang, joins && hundreds === 0)] : []),
    ...(hundreds > 0 ? [roundWords(hundreds, 100, lang, joins)] : []),
    ...(joins ? [smallWords(rest, lang)] : []),
  ]
}

/** Between the words of one number, ms: so that each is heard by itself. */
const BETWEEN_MS = 70

const joined = (words: readonly string[], lang: Lang): Piece[] =>
  words.flatMap((word, i) => [...(i > 0 ? [{ pauseMs: BETWEEN_MS }] : []), { clip: clipOf(lang, word) }])

/** A count, 0 to 9999. */
export const sayCount = (n: number, lang: Lang): Piece[] => joined(countWords(n, lang), lang)

/** Digits one by one; `zero` is the Indonesian word for 0. */
export const sayDigits = (digits: string, lang: Lang, zero: Voice['zero'] = 'nol'): Piece[] =>
  joined(
    [...digits].map((digit) => (digit === '0' && lang === 'id' ? zero : oneOf(lang, Number(digit)))),
    lang,
  )

/** After the letter of a number, ms. */
const AFTER_LETTER_MS = 180

/** A ticket's number, `A037`: the letter, a pause, then the digits as they are printed or the number they make. */
export const sayNumber = (number: string, { style, zero }: NumberStyle, lang: Lang): Piece[] => {
  const digits = number.slice(1)
  return [
    { clip: clipOf(lang, number.slice(0, 1)) },
    { pauseMs: AFTER_LETTER_MS },
    ...(style === 'whole' ? sayCount(Number(digits), lang) : sayDigits(digits, lang, zero)),
  ]
}

import { TicketNumber } from '../../protocol/ids.ts'
import type { Lang } from '../../ui/texts.ts'
import { clipOf, type Piece } from '../../voice/clip-of.ts'
import { type NumberStyle, sayCount } from '../../voice/numbers.ts'
import { SAID, sayPhrase } from '../../voice/phrases.ts'
import { type HasClip, readText } from '../../voice/read-text.ts'
import { type Line, readLines } from './read-lines.ts'

/** What is seen of a screen: its headline, what it tells, and its buttons, each with its lines. */
export type Seen = { headline: Line[]; body: Line[]; buttons: Line[][] }

/** How the words become clips. */
export type Reader = { has: HasClip; style: NumberStyle }

const LINE_MS = 420

const isNumber = ({ text }: Line): boolean => TicketNumber.safeParse(text).success

/** A keypad's keys are heard one by one as they are reached; thirty-six in a row help nobody. */
const isSpoken = (button: Element): boolean => button.closest('fieldset') === null

/** Reads the screen that stands in a document, or the question over it. */
export const seeScreen = (root: ParentNode, lang: Lang): Seen => {
  const question = root.querySelector('[role="alertdialog"]')
  const buttonsOf = (place: Element | null): Line[][] =>
    [...(place?.querySelectorAll('button') ?? [])].filter(isSpoken).map((button) => readLines(button, lang))
  if (question !== null)
    return {
      headline: [...question.querySelectorAll('h2, p')].flatMap((part) => readLines(part, lang)),
      body: [],
      buttons: buttonsOf(question),
    }
  const linesOf = (selector: string): Line[] =>
    [...root.querySelectorAll(selector)].flatMap((part) => readLines(part, lang))
  return {
    headline: linesOf('main [role="status"] .cap, main h1'),
    body: linesOf('main .lanjutan'),
    buttons: buttonsOf(root.querySelector('main .aksi')),
  }
}

/** What is said of a line; a ticket's number is introduced, because it is the one thing to carry away. */
const sayLine = (line: Line, { has, style }: Reader): { pieces: Piece[]; whole: boolean } => {
  const { pieces, missing } = readText(line.text, line.lang, has, style)
  const introduced = isNumber(line) ? [...sayPhrase(SAID.yourNumber, line.lang), { pauseMs: 200 }, ...pieces] : pieces
  return { pieces: introduced, whole: missing.length === 0 }
}

/** A button by its words; one whose words have no clips by its place among the buttons, `no` from 1. */
export const sayButton = (lines: readonly Line[], no: number, lang: Lang, reader: Reader): Piece[] => {
  const said = lines.map((line) => sayLine(line, reader))
  if (said.length > 0 && said.every(({ whole }) => whole))
    return said.flatMap(({ pieces }) => [...pieces, { pauseMs: 150 }])
  return [{ clip: clipOf(lang, SAID.choice[lang]) }, ...sayCount(no, lang)]
}

/**
 * A screen as it is said: headline, the number, what it tells, the buttons in their order. `twice`: the number is said
 * again at the end of the body, where it is all that the visitor has.
 */
export const sayScreen = ({ headline, body, buttons }: Seen, lang: Lang, reader: Reader, twice = false): Piece[] => {
  const numbers = body.filter(isNumber)
  const others = body.filter((line) => !isNumber(line))
  const lines = [...headline, ...numbers, ...others, ...(twice ? numbers : [])]
  return [
    ...lines.flatMap((line) => [...sayLine(line, reader).pieces, { pauseMs: LINE_MS }]),
    ...buttons.flatMap((button, i) => [...sayButton(button, i + 1, lang, reader), { pauseMs: LINE_MS }]),
  ]
}

/** A key that was typed, or that one was taken back. */
export const sayKey = (before: string, after: string, lang: Lang, { has, style }: Reader): Piece[] =>
  after.length < before.length
    ? sayPhrase(SAID.erased, lang)
    : readText([...after.slice(before.length)].join(' ').toUpperCase(), lang, has, style).pieces

/** A warning that a screen shows for readers alone. */
export const sayWarning = (root: ParentNode, lang: Lang, reader: Reader): Piece[] => {
  const warning = root.querySelector('.hitung [role="status"]')
  return warning === null ? [] : readLines(warning, lang).flatMap((line) => sayLine(line, reader).pieces)
}

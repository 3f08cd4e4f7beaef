import type { ShownCall } from '../protocol/faces.ts'
import type { Voice } from '../protocol/office-screens.ts'
import type { Lang, Piece } from './clip-of.ts'
import { sayCount, sayNumber } from './numbers.ts'
import { SAID, sayPhrase } from './phrases.ts'

/** Before the number and before the counter, ms: the two things to listen for (domain section 2). */
const LISTEN_MS = 320
/** Between the numbers of a family, ms. */
const NEXT_NUMBER_MS = 420
/** Between one saying and the next, ms. */
const AGAIN_MS = 900

/** What is said of a call. */
export type SpokenCall = Pick<ShownCall, 'number' | 'counter' | 'together' | 'zone'>

const sayFloor = (floor: number, lang: Lang): Piece[] =>
  floor >= 1 && floor <= 99 ? [...sayPhrase(SAID.floor, lang), ...sayCount(floor, lang)] : []

/** A call once in one language: its number, those of its family, the counter, and the floor where it is another one. */
export const sayCallOnce = (call: SpokenCall, voice: Voice, lang: Lang): Piece[] => {
  const numbers = [call.number, ...call.together]
  return [
    ...sayPhrase(SAID.number, lang),
    ...numbers.flatMap((number, i): Piece[] => [
      { pauseMs: i === 0 ? LISTEN_MS : NEXT_NUMBER_MS },
      ...(i > 0 && i === numbers.length - 1 ? sayPhrase(SAID.and, lang) : []),
      ...sayNumber(number, voice, lang),
    ]),
    { pauseMs: NEXT_NUMBER_MS },
    ...sayPhrase(SAID.goToCounter, lang),
    { pauseMs: LISTEN_MS },
    ...sayCount(call.counter, lang),
    ...(call.zone === null ? [] : sayFloor(call.zone.floor, lang)),
  ]
}

/** A call in every language of the office, each `times` times; a recall is said in the same words. */
export const sayCall = (call: SpokenCall, voice: Voice, times: number = voice.times): Piece[] =>
  voice.languages
    .flatMap((lang) => Array.from({ length: times }, () => sayCallOnce(call, voice, lang)))
    .flatMap((once, i) => [...(i > 0 ? [{ pauseMs: AGAIN_MS }] : []), ...once])

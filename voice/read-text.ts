import type { ClipId } from '../protocol/voice.ts'
import { clipOf, type Lang, type Piece, slugOf } from './clip-of.ts'
import { type NumberStyle, sayCount, sayNumber } from './numbers.ts'
import { sayRange, sayTime } from './times.ts'

/** Whether a clip was made. */
export type HasClip = (clip: ClipId) => boolean

/** A text as it is heard, and the words for which there is no clip. */
export type Reading = { pieces: Piece[]; missing: string[] }

const TOKEN =
  /(?<range>\d{1,2}[.:]\d\d\s?[–-]\s?\d{1,2}[.:]\d\d)|(?<time>\d{1,2}[.:]\d\d)|(?<ticket>\b[A-HJ-NP-Z]\d{3,4}\b)|(?<count>\b\d{1,4}\b)|(?<word>[\p{L}\p{N}][\p{L}\p{N}'’-]*)|(?<stop>[.,:;?!\n·]+)/gu

type Kind = 'range' | 'time' | 'ticket' | 'count' | 'word' | 'stop'
type Token = { kind: Kind; text: string; slug: string }

const KINDS: readonly Kind[] = ['range', 'time', 'ticket', 'count', 'word', 'stop']

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].map(({ 0: found, groups }) => ({
    kind: KINDS.find((kind) => groups?.[kind] !== undefined) ?? 'word',
    text: found,
    slug: slugOf(found),
  }))

/** A phrase is at most this many words long. */
const LONGEST = 40
const PAUSE_MS = { comma: 140, stop: 380 } as const

/** The longest phrase with a clip that begins here, and how many tokens it takes; stops inside a phrase are its own. */
const phraseAt = (tokens: readonly Token[], from: number, lang: Lang, has: HasClip): [ClipId, number] | null => {
  if (tokens[from]?.kind === 'stop') return null
  for (let until = Math.min(tokens.length, from + LONGEST); until > from; until -= 1) {
    const phrase = tokens.slice(from, until)
    if (phrase.at(-1)?.kind === 'stop' || phrase.some(({ text }) => text.includes('\n'))) continue
    const clip = clipOf(lang, phrase.map(({ slug }) => slug).join(' '))
    if (has(clip)) return [clip, phrase.length]
  }
  return null
}

/** Hour words that say "pukul" themselves. */
const NAMES_HOUR = /[-/](?:pukul|jam)$/

const sayValue = ({ kind, text }: Token, lang: Lang, style: NumberStyle, named: boolean): Piece[] | null => {
  const [first = '', second = ''] = text.split(/\s?[–-]\s?/)
  switch (kind) {
    case 'range':
      return sayRange(first, second, lang, named)
    case 'time':
      return sayTime(text, lang, named)
    case 'ticket':
      return sayNumber(text, style, lang)
    case 'count':
      return sayCount(Number(text), lang)
    case 'stop':
      return [{ pauseMs: text.includes(',') ? PAUSE_MS.comma : PAUSE_MS.stop }]
    case 'word':
      return null
  }
}

const DIGITS: NumberStyle = { style: 'digits', zero: 'nol' }

/**
 * Reads a text of a screen aloud: the longest phrases that have a clip, and between them clock times, ranges, numbers of
 * tickets, counts up to 9999 and pauses at the stops. A word without a clip is left out and named in `missing`.
 */
export const readText = (text: string, lang: Lang, has: HasClip, style: NumberStyle = DIGITS): Reading => {
  const tokens = tokensOf(text.trim().replace(/[.\s]+$/, ''))
  const pieces: Piece[] = []
  const missing: string[] = []
  let before = ''
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]
    if (token === undefined) break
    const found = phraseAt(tokens, at, lang, has)
    if (found !== null) {
      pieces.push({ clip: found[0] })
      at += found[1]
    } else {
      const said = sayValue(token, lang, style, NAMES_HOUR.test(before))
      if (said === null) missing.push(token.text)
      else pieces.push(...said)
      at += 1
    }
    before = found?.[0] ?? ''
  }
  return { pieces, missing }
}

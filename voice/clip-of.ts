import type { Words } from '../protocol/ids.ts'
import type { ClipId } from '../protocol/voice.ts'

/** The languages that are spoken. */
export type Lang = keyof Words

/** A part of a speech: a clip, or silence of so many milliseconds. */
export type Piece = { clip: ClipId } | { pauseMs: number }

/** Longer names are cut: with its folder and ending a file's name stays below what every disk takes. */
const LONGEST = 64
const HASHED_FROM = 52

/** FNV-1a, 32 bits: tells long phrases apart that begin alike. */
const hashOf = (text: string): string => {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36).padStart(7, '0')
}

/** Words as a file is named: small letters and digits, hyphens between, at most 64 characters; empty when nothing is said. */
export const slugOf = (words: string): string => {
  const slug = words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return slug.length <= LONGEST ? slug : `${slug.slice(0, HASHED_FROM).replace(/-$/, '')}-${hashOf(slug)}`
}

/** The clip of these words, whether or not anybody made it. */
export const clipOf = (lang: Lang, words: string): ClipId => `${lang}/${slugOf(words)}`

import { SCAN_MAX } from '../protocol/commands.ts'

/** A silence that ends a code of a scanner without a suffix, ms. Longer than the stalls of a busy USB bus. */
export const GAP_MS = 150
/** A scanner with a suffix that is silent for so long within a code will not end it any more, ms. */
export const STALL_MS = 2_000
/** A code that is read again within this time was never taken away, ms (hardware 4: 1 to 2 s). */
export const REPEAT_MS = 2_000

/** What was heard so far. Times are of one monotonic clock, ms. */
export type Frames = {
  /** The bytes of the code that has begun; at most one more than a code may have. */
  begun: readonly number[]
  lastAtMs: number
  /** This scanner ends its codes with CR or LF: no silence may then cut one in two. */
  hasSuffix: boolean
  /** The code that was heard last, and when it was last heard. */
  held: { code: string; atMs: number } | null
}

/** One step of listening: what goes on, the codes that are whole now, and how many were spoiled: too long, or no text. */
export type Listening = { frames: Frames; codes: readonly string[]; spoiled: number }

/** A line that was just opened. */
export const NOTHING_HEARD: Frames = { begun: [], lastAtMs: 0, hasSuffix: false, held: null }

const CR = 13
const LF = 10

/**
 * The text of a code without control characters, null when its bytes are none: a code that was damaged on the way must
 * not become another one.
 */
const textOf = (bytes: readonly number[]): string | null => {
  if (bytes.length > SCAN_MAX) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)).replace(/\p{Cc}/gu, '')
  } catch {
    return null
  }
}

/** The code that has begun is whole. The same one again within `REPEAT_MS` is one presentation, as long as it goes on. */
const end = ({ frames, codes, spoiled }: Listening, atMs: number): Listening => {
  const { begun, held } = frames
  const rest = { ...frames, begun: [] }
  const code = textOf(begun)
  if (code === null) return { frames: rest, codes, spoiled: spoiled + 1 }
  if (code === '') return { frames: rest, codes, spoiled }
  const repeated = held?.code === code && atMs - held.atMs < REPEAT_MS
  return { frames: { ...rest, held: { code, atMs } }, codes: repeated ? codes : [...codes, code], spoiled }
}

/** How long to wait for more before `rest` is due, ms; null when no code has begun. */
export const patience = ({ begun, hasSuffix }: Frames): number | null =>
  begun.length === 0 ? null : hasSuffix ? STALL_MS : GAP_MS

/**
 * Nothing came for a while. A scanner without a suffix has ended its code; one with a suffix broke off within it, so that
 * what was heard is no code, and whether it still has a suffix is found out anew.
 */
export const rest = (frames: Frames, atMs: number): Listening => {
  const ripe = patience(frames)
  if (ripe === null || atMs - frames.lastAtMs < ripe) return { frames, codes: [], spoiled: 0 }
  if (frames.hasSuffix) return { frames: { ...frames, begun: [], hasSuffix: false }, codes: [], spoiled: 1 }
  return end({ frames, codes: [], spoiled: 0 }, frames.lastAtMs)
}

/**
 * Hears bytes as they came at `atMs`: any piece of a code, or several. CR and LF end a code, other control characters are
 * dropped. What comes out is text and nothing else: never a key, an address, a command or the name of a file.
 */
export const hear = (before: Frames, bytes: Uint8Array, atMs: number): Listening => {
  const rested = rest(before, atMs)
  let { codes, spoiled } = rested
  let frames: Frames = { ...rested.frames, lastAtMs: atMs }
  let begun = [...frames.begun]
  for (const byte of bytes) {
    if (byte === CR || byte === LF) {
      const ended = end({ frames: { ...frames, begun, hasSuffix: true }, codes, spoiled }, atMs)
      ;({ frames, codes, spoiled } = ended)
      begun = []
    } else if (begun.length <= SCAN_MAX) begun.push(byte)
  }
  return { frames: { ...frames, begun }, codes, spoiled }
}

import { SCAN_MAX } from '../protocol/commands.ts'

/**
 * A silence that no code has inside, ms; longer than the stalls of a busy USB bus. It ends a code of a scanner without a
 * suffix, and spoils one of a scanner with a suffix: what comes after it may be another code.
 */
export const GAP_MS = 150
/** A suffix that did not come for so long will not come any more, ms. */
export const STALL_MS = 2_000
/** A code that is read again within this time was never taken away, ms (hardware 4: 1 to 2 s). */
export const REPEAT_MS = 2_000

/** What was heard so far. Times are of one monotonic clock, ms. */
export type Frames = {
  /** The bytes of the code that has begun; at most one more than a code may have. */
  begun: readonly number[]
  lastAtMs: number
  /** How this scanner ends its codes: with CR or LF, or by falling silent. Unknown until one has ended. */
  ending: 'unknown' | 'suffix' | 'silence'
  /** A silence lies within what has begun, or a code broke off before it: whatever ends now was not whole. */
  torn: boolean
  /** The code that was heard last, and when it was last heard. */
  held: { code: string; atMs: number } | null
}

/** One step of listening: what goes on, the codes that are whole now, and how many were spoiled: torn, too long, or no text. */
export type Listening = { frames: Frames; codes: readonly string[]; spoiled: number }

/** A line that was just opened. */
export const NOTHING_HEARD: Frames = { begun: [], lastAtMs: 0, ending: 'unknown', torn: false, held: null }

const CR = 13
const LF = 10

/** What scanners set around a code besides CR and LF: STX and ETX, a tab, the zeros of a line that was just opened. */
const AROUND: readonly number[] = [0, 2, 3, 9]
const isOwn = (byte: number): boolean => !AROUND.includes(byte)

const UTF_8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The text of a code, null when its bytes are none: a code that was damaged on the way must not become another one, as it
 * would if a control character in its midst were left out.
 */
const textOf = (bytes: readonly number[]): string | null => {
  if (bytes.length > SCAN_MAX) return null
  const own = bytes.slice(Math.max(0, bytes.findIndex(isOwn)), bytes.findLastIndex(isOwn) + 1)
  try {
    const text = UTF_8.decode(Uint8Array.from(own))
    return /\p{Cc}/u.test(text) ? null : text
  } catch {
    return null
  }
}

/** What has begun ends here. The same one again within `REPEAT_MS` is one presentation, as long as it goes on. */
const end = ({ frames, codes, spoiled }: Listening, atMs: number): Listening => {
  const { begun, torn, held } = frames
  const rest = { ...frames, begun: [], torn: false }
  const code = torn ? null : textOf(begun)
  if (code === null) return { frames: rest, codes, spoiled: spoiled + 1 }
  if (code === '') return { frames: rest, codes, spoiled }
  const repeated = held?.code === code && atMs - held.atMs < REPEAT_MS
  return { frames: { ...rest, held: { code, atMs } }, codes: repeated ? codes : [...codes, code], spoiled }
}

/** How long to wait for more before `rest` is due, ms; null when no code has begun. */
export const patience = ({ begun, ending }: Frames): number | null =>
  begun.length === 0 ? null : ending === 'silence' ? GAP_MS : STALL_MS

/**
 * Nothing came for a while. A scanner without a suffix has ended its code; of its first one that is known only after
 * `STALL_MS`. One with a suffix broke off within its code: neither that nor a tail that comes late is one, and how it ends
 * its codes is found out anew.
 */
export const rest = (frames: Frames, atMs: number): Listening => {
  const ripe = patience(frames)
  if (ripe === null || atMs - frames.lastAtMs < ripe) return { frames, codes: [], spoiled: 0 }
  const text = textOf(frames.begun)
  // Noise has no tail, and says nothing of how codes end.
  if (frames.ending === 'suffix' && text !== '') {
    const torn = frames.torn || text !== null
    return { frames: { ...frames, begun: [], ending: torn ? 'unknown' : 'suffix', torn }, codes: [], spoiled: 1 }
  }
  const ended = end({ frames, codes: [], spoiled: 0 }, frames.lastAtMs)
  return ended.spoiled > 0 || text === '' ? ended : { ...ended, frames: { ...ended.frames, ending: 'silence' } }
}

/**
 * Hears bytes as they came at `atMs`: any piece of a code, or several. CR and LF end a code; other control characters are
 * dropped around one and spoil it inside. What comes out is text and nothing else: never a key, an address, a command or
 * the name of a file.
 */
export const hear = (before: Frames, bytes: Uint8Array, atMs: number): Listening => {
  const rested = rest(before, atMs)
  let { codes, spoiled } = rested
  const isLate = atMs - before.lastAtMs >= GAP_MS && textOf(rested.frames.begun) !== ''
  let frames: Frames = { ...rested.frames, lastAtMs: atMs, torn: rested.frames.torn || isLate }
  let begun = [...frames.begun]
  for (const byte of bytes) {
    if (byte === CR || byte === LF) {
      const ended = end({ frames: { ...frames, begun, ending: 'suffix' }, codes, spoiled }, atMs)
      ;({ frames, codes, spoiled } = ended)
      begun = []
    } else if (begun.length <= SCAN_MAX) begun.push(byte)
  }
  return { frames: { ...frames, begun }, codes, spoiled }
}

import { SCAN_MAX } from '../protocol/commands.ts'

/** A scanner that poses as a keyboard types at least this many characters … */
export const SCAN_MIN_KEYS = 6
/** … with a mean gap below this, ms. The fastest typists keep about 55 ms. */
export const SCAN_MEAN_GAP_MS = 35
/** A pause that ends a burst, ms. Longer than the stalls of a busy USB bus. */
export const BURST_PAUSE_MS = 150

/** The burst of characters that may yet turn out to be a scan. Times are of one monotonic clock, ms. */
export type Wedge = { text: string; startedAtMs: number; lastAtMs: number; slowGaps: number }

/** What the keys were: a whole scan, or keys that a person pressed, in their order. */
export type Heard = { type: 'scan'; text: string } | { type: 'typed'; keys: readonly string[] }

/** One step of listening: the burst that goes on, and what is known by now. */
export type Hearing = { wedge: Wedge; heard: readonly Heard[] }

/** No key is held back. */
export const QUIET: Wedge = { text: '', startedAtMs: 0, lastAtMs: 0, slowGaps: 0 }

/** True while keys are held back because they may belong to a scan. */
export const isListening = (wedge: Wedge): boolean => wedge.text !== ''

const isScan = (wedge: Wedge, atMs: number): boolean =>
  wedge.text.length >= SCAN_MIN_KEYS && (atMs - wedge.startedAtMs) / wedge.text.length < SCAN_MEAN_GAP_MS

/** No key came for a while: what was held back is a person's. Call it `BURST_PAUSE_MS` after the last key. */
export const rest = (wedge: Wedge, atMs: number): Hearing =>
  isListening(wedge) && atMs - wedge.lastAtMs >= BURST_PAUSE_MS
    ? { wedge: QUIET, heard: [{ type: 'typed', keys: [...wedge.text] }] }
    : { wedge, heard: [] }

/**
 * Hears one key (`KeyboardEvent.key`) at its time. Characters join the burst; Enter or Tab tells whether it was a scan;
 * Backspace ends it as typing; other keys are not heard. A scan is cut at `SCAN_MAX` characters. Two slow gaps in a row
 * are a person, whose keys need not wait for a pause.
 */
export const hear = (before: Wedge, key: string, atMs: number): Hearing => {
  const rested = rest(before, atMs)
  const { wedge } = rested
  const say = (next: Wedge, ...more: Heard[]): Hearing => ({ wedge: next, heard: [...rested.heard, ...more] })

  if (key === 'Enter' || key === 'Tab') {
    if (isScan(wedge, atMs)) return say(QUIET, { type: 'scan', text: wedge.text })
    return say(QUIET, { type: 'typed', keys: [...wedge.text, key] })
  }
  if (key === 'Backspace') return say(QUIET, { type: 'typed', keys: [...wedge.text, key] })
  if ([...key].length !== 1) return say(wedge)
  if (!isListening(wedge)) return say({ text: key, startedAtMs: atMs, lastAtMs: atMs, slowGaps: 0 })

  const slowGaps = atMs - wedge.lastAtMs >= SCAN_MEAN_GAP_MS ? wedge.slowGaps + 1 : 0
  const text = (wedge.text + key).slice(0, SCAN_MAX)
  if (slowGaps >= 2) return say(QUIET, { type: 'typed', keys: [...text] })
  return say({ ...wedge, text, lastAtMs: atMs, slowGaps })
}

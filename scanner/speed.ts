import { hear, NOTHING_HEARD, rest, STALL_MS } from './frames.ts'

/** The speed of most scanners' serial interface as delivered, baud; newer engines stand at 115,200 (hardware 4). */
export const USUAL_BAUD = 9_600
const NEWER_BAUD = 115_200

/** The speed to try after one that did not fit. */
export const nextSpeed = (baud: number): number => (baud === USUAL_BAUD ? NEWER_BAUD : USUAL_BAUD)

/**
 * Somebody whose code was not taken scans it again within this time, ms. After it the usual speed is listened at again: a
 * scanner of 9,600 baud may say nothing at all at 115,200, where none of its characters ends as it should.
 */
export const TRY_MS = 30_000

/** Characters that a code has at least. At 9,600 baud only a code of seventy at 115,200 makes so many bytes. */
const LEAST = 6
/** While a speed is tried, a code is plain ASCII: at 115,200 baud nothing that comes at 9,600 is. */
const PLAIN = new RegExp(`^[!-~]{${LEAST},}$`)

/**
 * What all that came until a silence says of the speed that is tried. `code`: it fits, whole codes and nothing else came.
 * `noise`: it does not. `nothing`: a few zeros, as adapters make them when they are opened.
 */
export const judgeBurst = (burst: Uint8Array): 'code' | 'noise' | 'nothing' => {
  const heard = hear(NOTHING_HEARD, burst, 0)
  const rested = rest(heard.frames, STALL_MS)
  const codes = [...heard.codes, ...rested.codes]
  if (heard.spoiled + rested.spoiled > 0 || codes.some((code) => !PLAIN.test(code))) return 'noise'
  if (codes.length > 0) return 'code'
  return burst.length < LEAST ? 'nothing' : 'noise'
}

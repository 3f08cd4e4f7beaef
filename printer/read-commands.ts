/**
 * How many parameter bytes follow a command's two (or one) lead bytes: a number, or a rule over the parameters seen so
 * far that answers `null` while it cannot tell yet. Sources: Epson's ESC/POS command reference, typed from there and not
 * from any encoder.
 */
type Length = number | ((seen: readonly number[]) => number | null)

const at = (seen: readonly number[], i: number): number => seen[i] ?? 0
const word = (seen: readonly number[], i: number): number => at(seen, i) + at(seen, i + 1) * 256

/** `fn pL pH` and as many bytes as those two say. */
const counted: Length = (seen) => (seen.length < 3 ? null : 3 + word(seen, 1))
const untilNul: Length = (seen) => (seen.includes(0) ? seen.indexOf(0) + 1 : null)
const barcode: Length = (seen) => {
  if (seen.length < 2) return null
  if (at(seen, 0) >= 65) return 2 + at(seen, 1)
  const end = seen.indexOf(0, 1)
  return end < 0 ? null : end + 1
}
const bitImage: Length = (seen) =>
  seen.length < 3 ? null : 3 + word(seen, 1) * (at(seen, 0) === 32 || at(seen, 0) === 33 ? 3 : 1)
const raster: Length = (seen) => (seen.length < 6 ? null : 6 + word(seen, 2) * word(seen, 4))
const downloadImage: Length = (seen) => (seen.length < 2 ? null : 2 + at(seen, 0) * at(seen, 1) * 8)
const large: Length = (seen) => (seen.length < 5 ? null : 5 + word(seen, 1) + word(seen, 3) * 65_536)
const cut: Length = (seen) => (seen.length < 1 ? null : at(seen, 0) >= 65 ? 2 : 1)
const realtime14: Length = (seen) => (seen.length < 1 ? null : at(seen, 0) === 8 ? 8 : at(seen, 0) === 7 ? 2 : 3)
/** `s c1 c2` and for each of those characters its width and as many columns of `s` bytes. */
const downloadLetters: Length = (seen) => {
  let end = 3
  for (let code = at(seen, 1); code <= at(seen, 2); code++) {
    if (seen.length <= end) return null
    end += 1 + at(seen, end) * at(seen, 0)
  }
  return end
}
/** `n` pictures for the memory, each with its own size in bytes of 8 × 8 dots. */
const nvPictures: Length = (seen) => {
  let end = 1
  for (let i = 0; i < at(seen, 0); i++) {
    if (seen.length < end + 4) return null
    end += 4 + word(seen, end) * word(seen, end + 2) * 8
  }
  return seen.length < 1 ? null : end
}
/** `c1 c2` and 24 × 24 dots. */
const kanjiLetter: Length = 74
/** `GS e 3 m` presents m mm of the paper, `GS e 32 m t` for a time; the others have no more than their number. */
const presenter: Length = (seen) => (seen.length < 1 ? null : at(seen, 0) === 3 ? 2 : at(seen, 0) === 32 ? 3 : 1)

const table = (rows: Record<string, Length>): ReadonlyMap<number, Length> =>
  new Map(Object.entries(rows).map(([char, length]) => [char.charCodeAt(0), length]))

const DLE = new Map<number, Length>([
  [0x04, 1],
  [0x05, 1],
  [0x14, realtime14],
])

const ESC = table({
  '\f': 0, ' ': 1, '!': 1, $: 2, '%': 1, '&': downloadLetters, '(': counted, '*': bitImage, '-': 1, '2': 0, '3': 1,
  '=': 1, '?': 1, '@': 0, D: untilNul, E: 1, G: 1, J: 1, L: 0, M: 1, R: 1, S: 0, T: 1, V: 1, W: 8, '\\': 2, a: 1, c: 2,
  d: 1, i: 0, m: 0, p: 3, t: 1, '{': 1,
}) // biome-ignore format: a table of the reference is read in rows

const FS = table({
  '!': 1, '&': 0, '(': counted, '-': 1, '.': 0, '2': kanjiLetter, C: 1, S: 2, W: 1, p: 2, q: nvPictures,
}) // biome-ignore format: a table of the reference is read in rows

const GS = table({
  '!': 1, $: 2, '(': counted, '*': downloadImage, '/': 1, '8': large, ':': 0, B: 1, H: 1, I: 1, L: 2, P: 2, T: 1, V: cut,
  W: 2, '\\': 2, '^': 3, a: 1, b: 1, e: presenter, f: 1, g: 4, h: 1, k: barcode, r: 1, v: raster, w: 1,
}) // biome-ignore format: a table of the reference is read in rows

const FAMILIES = new Map([
  [0x10, DLE],
  [0x1b, ESC],
  [0x1c, FS],
  [0x1d, GS],
])

/** HT LF FF CR CAN: commands of one byte. */
const SINGLE = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x18])

/** What a kind of printer knows beyond what all know; see `PrinterModel`. */
export type Dialect = { asb: boolean; processId: boolean; presenter: boolean; nativeQr: boolean }

/** A printer that knows all there is. */
export const EVERYTHING: Dialect = { asb: true, processId: true, presenter: true, nativeQr: true }

const isForeign = ([lead, second, third]: readonly number[], dialect: Dialect): boolean =>
  lead === 0x1d &&
  ((second === 0x61 && !dialect.asb) ||
    (second === 0x65 && !dialect.presenter) ||
    (second === 0x28 && ((third === 0x48 && !dialect.processId) || (third === 0x6b && !dialect.nativeQr))))

/**
 * The length in bytes of the command or character that `bytes` begins with, told as soon as it can be, also while not all
 * of it is there. `null`: more bytes are needed to tell. `unknown`: this kind of printer does not know it.
 */
export function readLength(bytes: readonly number[], dialect: Dialect = EVERYTHING): number | null | 'unknown' {
  const lead = at(bytes, 0)
  if (lead >= 0x20 || SINGLE.has(lead)) return 1
  const family = FAMILIES.get(lead)
  if (family === undefined) return 'unknown'
  const second = bytes[1]
  if (second === undefined) return null
  const length = family.get(second)
  if (length === undefined || isForeign(bytes, dialect)) return 'unknown'
  const parameters = typeof length === 'number' ? length : length(bytes.slice(2))
  return parameters === null ? null : 2 + parameters
}

/**
 * @module-tag K5
 * @module-tag F34
 */
import { expect, test } from 'vitest'
import { createRandom } from '../../printer/simulated/random.ts'
import { SCAN_MAX } from '../../protocol/commands.ts'
import { GAP_MS, REPEAT_MS, STALL_MS } from '../../scanner/frames.ts'
import { howMany } from '../support/how-many.ts'
import { keepInputs } from '../support/keep-figure.ts'
import { hearPieces, type Piece } from './hear-pieces.ts'

/*
 * Covered, no code comes of it: a silence within a code, of any length, also in the first; a code whose end was lost and
 * what follows it; control characters and bytes that are no UTF-8, within a code or before it; noise and floods.
 * No reader can see, only bound: a byte that became another letter, was lost or was added; a CR that was added (the halves
 * are codes) or lost while the next code follows within `GAP_MS`; a scanner without a suffix that stalls or breaks off;
 * the first code, or two in a row, with a silence of more than `STALL_MS`, which looks like the end of one without a suffix.
 */

/** One byte on the line, ms after the one before. */
type Beat = { after: number; byte: number }
type Random = () => number

const toBytes = (text: string): number[] => [...new TextEncoder().encode(text)]
const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789-.:/ é€']
const END = [13, 10]
/** Without what a scanner sets around its codes. */
const ownOf = (bytes: readonly number[]): readonly number[] => {
  const isOwn = (byte: number) => ![0, 2, 3, 9].includes(byte)
  return bytes.slice(Math.max(0, bytes.findIndex(isOwn)), bytes.findLastIndex(isOwn) + 1)
}
/** No text in any place: control characters, and bytes that UTF-8 does not have. */
const NOISE = [1, 7, 8, 11, 27, 127, 0xc0, 0xf8, 0xfe, 0xff]
const SUFFIXES = ['\r', '\n', '\r\n', '\t\r', '\u0003\r\n', '']

const makeDice = (random: Random) => {
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <T>(from: readonly T[]): T => {
    const [picked] = from.slice(below(from.length))
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }
  const chance = (of: number): boolean => random() < of
  const code = () =>
    Array.from({ length: 4 + below(6) }, () => pick(LETTERS))
      .join('')
      .trim()
      .padEnd(4, 'X')
  return { below, pick, chance, code }
}
type Dice = ReturnType<typeof makeDice>

/** The bytes as pieces: those that came at once are cut anywhere, or not at all. */
const cut = (beats: readonly Beat[], { chance, pick }: Dice): Piece[] => {
  const cutting = beats.length > 1_000 ? 0.002 : pick([0, 0.3, 1])
  const pieces: { after: number; bytes: number[] }[] = []
  for (const { after, byte } of beats) {
    const last = pieces.at(-1)
    if (last === undefined || after > 0 || chance(cutting)) pieces.push({ after, bytes: [byte] })
    else last.bytes.push(byte)
  }
  return pieces.map(({ after, bytes }) => ({ after, bytes: Uint8Array.from(bytes) }))
}

type Damage = 'none' | 'stall' | 'end lost' | 'noise within' | 'noise before' | 'flood'

/** What one presentation puts on the line after `pause` ms. */
const present = (text: string, suffix: string, damage: Damage, pause: number, known: boolean, dice: Dice): Beat[] => {
  const { below, chance, pick } = dice
  const slow = chance(0.3)
  const beat = (byte: number): Beat => ({ after: slow ? below(GAP_MS) : 0, byte })
  const prefix = chance(0.2) ? [2] : []
  const letters = toBytes(text)
  const inside = 1 + below(letters.length - 1)
  const noise = Array.from({ length: 1 + below(4) }, () => pick(NOISE))
  const beats = [...prefix, ...letters, ...toBytes(suffix)].map(beat)
  const at = prefix.length + inside
  if (damage === 'end lost') beats.splice(at)
  if (damage === 'noise within') beats.splice(at, 0, ...noise.map(beat))
  if (damage === 'noise before') beats.unshift(...noise.map(beat))
  if (damage === 'flood') beats.splice(at, 0, ...Array.from({ length: 10_000 }, () => ({ after: 0, byte: 57 })))
  const [first, ...others] = beats
  if (first === undefined) return []
  const stalled = others[at - 1]
  // A first code that seems to have ended is one of the damages that nobody can see.
  if (damage === 'stall' && stalled) stalled.after = GAP_MS + below(known ? 6_000 : STALL_MS - GAP_MS)
  return [{ ...first, after: pause }, ...others]
}

/** What happens to a scanner on one line: up to three presentations, and the codes that may come of them. */
const makeStream = (dice: Dice) => {
  const { below, pick, chance, code } = dice
  const suffix = pick(SUFFIXES)
  const beats: Beat[] = []
  const codes: string[] = []
  let held = { code: '', atMs: Number.NEGATIVE_INFINITY }
  let atMs = 0
  let text = code()
  /** One code has ended; for one without a suffix that is known when the next one comes. */
  let known = false
  let settled = false
  /** What came of the code before, if its end was lost. */
  let lost: string | null = null
  for (let left = 1 + below(3); left > 0; left--) {
    const flood = chance(0.0005)
    const seen: Damage[] = suffix === '' ? ['noise within', 'noise before'] : ['noise within', 'noise before', 'stall']
    const more: Damage[] = suffix !== '' && known && lost === null ? ['end lost'] : []
    const damage = chance(0.7) ? 'none' : flood ? 'flood' : pick([...seen, ...more])
    const apart = suffix === '' ? (settled ? GAP_MS : STALL_MS) : lost !== null ? GAP_MS : 0
    settled = known
    const pause = apart + pick([0, 1, below(GAP_MS), below(STALL_MS), below(3 * REPEAT_MS)])
    if (chance(0.7)) text = chance(0.1) ? `]Q1${code()}` : code()
    const said = present(text, suffix, damage, pause, known && lost === null, dice)
    beats.push(...said)
    // Half a letter is noise after a while, and noise has no tail.
    const torn = lost !== null && !(pause >= STALL_MS && lost.includes('\ufffd'))
    const ends = toBytes(suffix).some((byte) => END.includes(byte))
    for (const [i, { after, byte }] of said.entries()) {
      atMs += after
      const isEnd = ends
        ? END.includes(byte) && !said.slice(0, i).some((one) => END.includes(one.byte))
        : i === said.length - 1
      if (!isEnd || damage !== 'none' || torn) continue
      if (held.code !== text || atMs - held.atMs >= REPEAT_MS) codes.push(text)
      held = { code: text, atMs }
    }
    known ||= damage === 'none' || suffix !== ''
    lost = damage === 'end lost' ? Buffer.from(said.map(({ byte }) => byte)).toString() : null
  }
  return { beats, codes, pieces: cut(beats, dice) }
}

test('of 300,000 streams every whole code comes out once and in order, and no damaged one', (context) => {
  const streams = howMany(30_000, 300_000)
  const dice = makeDice(createRandom(20_261_124))
  let damaged = 0
  for (let i = 0; i < streams; i++) {
    const { pieces, codes } = makeStream(dice)
    const heard = hearPieces(pieces)
    damaged += heard.spoiled
    if (heard.codes.join('\n') !== codes.join('\n') || heard.most > SCAN_MAX + 1)
      expect({ stream: i, codes: heard.codes, pieces: pieces.slice(0, 60) }).toEqual({ stream: i, codes })
  }
  expect(damaged).toBeGreaterThan(streams / 3)
  keepInputs(context, streams)
}, 120_000)

test('two codes cut at every two bytes are the same two codes', () => {
  const said = Uint8Array.from(toBytes('AB12€D34\r\nEF56GH78\r\n'))
  for (let one = 0; one <= said.length; one++)
    for (let two = one; two <= said.length; two++) {
      const pieces = [said.slice(0, one), said.slice(one, two), said.slice(two)].map((bytes) => ({ after: 1, bytes }))
      expect(hearPieces(pieces).codes).toEqual(['AB12€D34', 'EF56GH78'])
    }
})

test('damage that nobody can see makes no code longer than what came between two ends, and never one of two', () => {
  const dice = makeDice(createRandom(7))
  const { below, pick, chance } = dice
  for (let i = 0; i < 30_000; i++) {
    const beats = makeStream(dice).beats.flatMap((beat): Beat[] => {
      if (chance(0.95)) return [beat]
      const other = { ...beat, byte: pick([beat.byte ^ (1 << below(8)), below(256), 13, 65]) }
      return pick([[], [other], [beat, other], [{ ...beat, after: below(3_000) }]])
    })
    // Ends are CR, LF, and silences.
    const between: number[][] = [[]]
    for (const { after, byte } of beats) {
      if (after >= GAP_MS || END.includes(byte)) between.push([])
      if (!END.includes(byte)) between.at(-1)?.push(byte)
    }
    const parts = between.map((part) => Buffer.from(ownOf(part)).toString())
    let from = 0
    const { codes } = hearPieces(cut(beats, dice))
    for (const code of codes) {
      const found = parts.indexOf(code, from)
      if (found < from) expect({ stream: i, code }).toEqual({ parts })
      from = found + 1
    }
  }
})

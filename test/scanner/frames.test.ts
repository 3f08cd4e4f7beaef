import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SCAN_MAX } from '../../protocol/commands.ts'
import { type Frames, GAP_MS, hear, NOTHING_HEARD, patience, REPEAT_MS, rest, STALL_MS } from '../../scanner/frames.ts'
import { hearPieces, type Piece } from './hear-pieces.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const piece = (text: string, after = 0): Piece => ({ after, bytes: bytes(text) })

const listen = (...pieces: readonly Piece[]) => hearPieces(pieces)

describe('a scanner that ends its codes with Enter', () => {
  test.each([
    ['CR', '\r'],
    ['LF', '\n'],
    ['CR and LF', '\r\n'],
  ])('hands over a code at its %s', (_name, suffix) => {
    expect(listen(piece(`AB12CD34${suffix}`)).codes).toEqual(['AB12CD34'])
  })

  test('hands over two codes that came in one piece', () => {
    expect(listen(piece('AB12CD34\r\nEF56GH78\r\n')).codes).toEqual(['AB12CD34', 'EF56GH78'])
  })

  test.each([
    ['an ordinary stall', GAP_MS - 1, ['EF56GH78', 'AB12CD34', 'IJ90KL12']],
    ['a long one', GAP_MS, ['EF56GH78', 'IJ90KL12']],
    ['the longest', STALL_MS - 1, ['EF56GH78', 'IJ90KL12']],
    ['one that seemed to be the end', STALL_MS, ['EF56GH78', 'IJ90KL12']],
    ['one of a minute', 60_000, ['EF56GH78', 'IJ90KL12']],
  ])('is never cut in two by a bus that stalls: %s', (_name, stallMs, codes) => {
    const stalled = [piece('AB12', 5_000), piece('CD34\r', stallMs), piece('IJ90KL12\r', 5_000)]
    expect(listen(piece('EF56GH78\r'), ...stalled).codes).toEqual(codes)
  })

  test('is not cut in two within its first code either, before anybody knows of its suffix', () => {
    const stalled = listen(piece('AB12'), piece('CD34\r', STALL_MS - 1), piece('EF56GH78\r'))
    expect(stalled).toMatchObject({ codes: ['EF56GH78'], spoiled: 1 })
  })

  test('whose suffix was lost gives no code that is made of two', () => {
    const lost = listen(piece('EF56GH78\r'), piece('AB12CD34', 5_000), piece('IJ90KL12\r', 1_000))
    expect(lost).toMatchObject({ codes: ['EF56GH78'], spoiled: 1 })
  })

  test('that is silent within a code for good has said nothing', () => {
    expect(listen(piece('EF56GH78\r'), piece('AB12', 5_000))).toMatchObject({ codes: ['EF56GH78'], spoiled: 1 })
  })

  test('that was set to another suffix is understood again from the third code', () => {
    const pieces = [piece('A1\r'), piece('B2', 5_000), piece('C3', 5_000), piece('D4', 5_000)]
    const more = [piece('E5', STALL_MS), piece('F6', GAP_MS)]
    expect(listen(...pieces, ...more).codes).toEqual(['A1', 'D4', 'E5', 'F6'])
  })
})

describe('a scanner without a suffix', () => {
  const known = rest(hear(NOTHING_HEARD, bytes('EF56GH78'), 1_000).frames, 1_000 + STALL_MS).frames

  test('hands over a code at the silence after it', () => {
    const heard = hear(known, bytes('AB12CD34'), 9_000)
    expect(heard.codes).toEqual([])
    expect(patience(heard.frames)).toBe(GAP_MS)
    expect(rest(heard.frames, 9_000 + GAP_MS - 1).codes).toEqual([])
    const rested = rest(heard.frames, 9_000 + GAP_MS)
    expect(rested.codes).toEqual(['AB12CD34'])
    expect(patience(rested.frames)).toBeNull()
  })

  test('has its first code waited for longer: a suffix may yet come', () => {
    const heard = hear(NOTHING_HEARD, bytes('AB12CD34'), 1_000)
    expect(patience(heard.frames)).toBe(STALL_MS)
    expect(rest(heard.frames, 1_000 + STALL_MS).codes).toEqual(['AB12CD34'])
  })

  test('is understood without a timer too, when the next code comes', () => {
    const pieces = [piece('AB12CD34'), piece('EF56GH78', STALL_MS), piece('IJ90KL12', GAP_MS)]
    expect(listen(...pieces).codes).toEqual(['AB12CD34', 'EF56GH78', 'IJ90KL12'])
  })
})

describe('what is no code', () => {
  test('what scanners set around a code is dropped', () => {
    expect(listen(piece('\u0000\u0002AB12CD34\t\u0003\r')).codes).toEqual(['AB12CD34'])
    expect(listen(piece('\u0000'), piece('AB12CD34\r', 1_000)).codes).toEqual(['AB12CD34'])
  })

  test.each(['AB\u001b[2J12', 'AB\u000012', 'AB\u007f12', 'AB\u008512', '\u0008AB12', 'AB\t12', 'AB12\u0004'])(
    'a control character spoils its code, as nobody knows what it was: %j',
    (text) => {
      expect(listen(piece(`${text}\rAB12CD34\r`))).toMatchObject({ codes: ['AB12CD34'], spoiled: 1 })
    },
  )

  test('empty lines are nothing', () => {
    expect(listen(piece('\r\n\r\u0000\r'))).toMatchObject({ codes: [], spoiled: 0 })
  })

  test('a byte that the line damaged spoils its code, and the next one is whole', () => {
    const damaged = listen({ after: 0, bytes: Uint8Array.of(65, 0xff, 66, 13) }, piece('AB12CD34\r'))
    expect(damaged).toMatchObject({ codes: ['AB12CD34'], spoiled: 1 })
  })

  test('a stream without an end takes no memory and becomes no code', () => {
    const flood = Array.from({ length: 40 }, () => piece('9'.repeat(1_000)))
    let frames: Frames = NOTHING_HEARD
    for (const { bytes } of flood) frames = hear(frames, bytes, 1_000).frames
    expect(frames.begun.length).toBe(SCAN_MAX + 1)
    expect(listen(...flood, piece('\rAB12CD34\r'))).toMatchObject({ codes: ['AB12CD34'], spoiled: 1 })
    expect(listen(piece(`${'9'.repeat(SCAN_MAX)}\r`)).codes).toEqual(['9'.repeat(SCAN_MAX)])
  })
})

describe('a phone that is left under the scanner', () => {
  test('counts once, as long as it goes on', () => {
    const reads = Array.from({ length: 20 }, () => piece('AB12CD34\r', REPEAT_MS - 1))
    expect(listen(...reads).codes).toEqual(['AB12CD34'])
  })

  test('counts again when it was taken away, or when another code came between', () => {
    expect(listen(piece('A1\r'), piece('A1\r', REPEAT_MS)).codes).toEqual(['A1', 'A1'])
    expect(listen(piece('A1\rB2\rA1\r')).codes).toEqual(['A1', 'B2', 'A1'])
  })
})

const code = fc.string({ unit: fc.constantFrom(...'ABCDEFGHJK0123456789-.:/ é'), minLength: 1, maxLength: 40 })
/** A text cut into pieces at any byte, also within a letter of two bytes, with gaps below `gapMs`. */
const cut = (text: string, gapMs: number) =>
  fc
    .array(fc.record({ size: fc.integer({ min: 1, max: 7 }), after: fc.nat(gapMs - 1) }), { minLength: 300 })
    .map((cuts) => {
      const all = bytes(text)
      const pieces: Piece[] = []
      let from = 0
      for (const { size, after } of cuts) {
        if (from < all.length) pieces.push({ after, bytes: all.slice(from, from + size) })
        from += size
      }
      return [...pieces, { after: 0, bytes: all.slice(from) }]
    })
/** A code after the same code is a repeat: neighbours differ. */
const different = (codes: readonly string[]) => codes.filter((one, i) => one !== codes[i - 1])

test('codes that come in pieces cut anywhere are the same codes', () => {
  const lines = fc
    .tuple(fc.array(code, { minLength: 1, maxLength: 6 }).map(different), fc.constantFrom('\r', '\n', '\r\n'))
    .chain(([codes, suffix]) => fc.tuple(fc.constant(codes), cut(codes.map((one) => one + suffix).join(''), GAP_MS)))
  fc.assert(
    fc.property(lines, ([codes, pieces]) => {
      expect(listen(...pieces)).toMatchObject({ codes, spoiled: 0 })
    }),
  )
})

/** Control characters of ASCII and of Latin-1: a byte of a longer letter may look like one. */
const CONTROLS = /\p{Cc}/gu

test('whatever bytes come, nothing comes out that did not come in, and nothing that a keyboard could not type', () => {
  const noise = fc.array(fc.record({ after: fc.nat(3_000), bytes: fc.uint8Array({ maxLength: 40 }) }), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(noise, (pieces) => {
      const { codes, frames } = listen(...pieces)
      const said = Buffer.concat(pieces.map(({ bytes }) => bytes))
        .toString('latin1')
        .replace(CONTROLS, '')
      let from = 0
      for (const one of codes) {
        expect(one).not.toMatch(/\p{Cc}/u)
        const found = said.indexOf(Buffer.from(one).toString('latin1').replace(CONTROLS, ''), from)
        expect(found).toBeGreaterThanOrEqual(from)
        from = found + 1
      }
      expect(patience(frames)).toBeNull()
    }),
  )
})

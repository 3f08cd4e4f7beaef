/**
 * @module-tag P1
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeSlip } from '../../printer/encode-slip.ts'
import { plainLines, plainText } from '../../printer/plain-text.ts'
import { readPapers } from '../../printer/read-bytes.ts'
import { slipLines } from '../../printer/slip-lines.ts'
import { howMany } from '../support/how-many.ts'
import { keepInputs } from '../support/keep-figure.ts'
import { ADDRESS, denpasar, GENERIC, sampleSlip } from './sample-slip.ts'

/** Any sequence of UTF-16 code units, lone surrogates and control characters included. */
const anyText = (maxLength: number) =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x2ff })), {
      minLength: 1,
      maxLength,
    })
    .map((units) => String.fromCharCode(...units))

const anyWords = (maxLength: number) => anyText(maxLength).map((id) => ({ id, en: 'x' }))

describe('a text on paper', { tags: ['P1'] }, () => {
  test('keeps what is plain and finds stand-ins for what is not', () => {
    expect(plainText('Jalan Ahmad Yani No. 7 (lantai 2)')).toBe('Jalan Ahmad Yani No. 7 (lantai 2)')
    expect(plainText('Café “Ñandú” – l’été… 10 €')).toBe('Cafe "Nandu" - l\'ete... 10 EUR')
    expect(plainText('Paspor\tbaru\r\n  2')).toBe('Paspor baru 2')
    expect(plainText('ꦧꦭꦶ')).toBe('??')
  })

  test('loses commands, bidi marks and zero-width characters', () => {
    expect(plainText('\u001b@A\u001dV\u0001\u202eB\u200b\u0007')).toBe('@AVB')
  })

  test('holds nothing but 0x20 to 0x7E, in no more than the width asked for, whatever was typed', (context) => {
    const texts = howMany(5_000, 200_000)
    fc.assert(
      fc.property(anyText(120), fc.integer({ min: 1, max: 60 }), (text, width) => {
        const plain = plainText(text, width)
        expect(plain).toMatch(/^[\x20-\x7e]*$/)
        expect(plain.length).toBeLessThanOrEqual(width)
        expect(plainText(plain, width)).toBe(plain)
      }),
      { numRuns: texts },
    )
    keepInputs(context, texts)
  }, 120_000)

  test('has every single character of the basic plane in print or not at all', () => {
    for (let unit = 0; unit <= 0xffff; unit++)
      expect(plainText(`a${String.fromCharCode(unit)}b`)).toMatch(/^[\x20-\x7e]+$/)
  })

  test('is folded at spaces without losing a letter', () => {
    expect(plainLines('Akta kelahiran, ijazah', 10)).toEqual(['Akta', 'kelahiran,', 'ijazah'])
    fc.assert(
      fc.property(anyText(120), fc.integer({ min: 1, max: 48 }), (text, width) => {
        const lines = plainLines(text, width)
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(plainText(text).replaceAll(' ', ''))
      }),
    )
  })
})

describe('a slip with any text in every field', { tags: ['P1'] }, () => {
  const anySlip = fc
    .record({
      office: anyText(80),
      service: anyWords(120),
      waitAt: anyWords(120),
      stage: anyWords(120),
      lane: anyWords(120),
      documents: fc.array(anyWords(120), { maxLength: 8 }),
      arrival: fc.constantFrom(
        'early' as const,
        'on-time' as const,
        'late-grace' as const,
        'late' as const,
        'walk-in' as const,
      ),
      window: fc.constantFrom(null, { startAt: denpasar(10, 0), endAt: denpasar(11, 0) }),
      mark: fc.constantFrom('original' as const, 'reprint' as const),
      number: fc.constantFrom('A037', 'Z1042'),
      priority: fc.boolean(),
      setBackMin: fc.constantFrom(0, 30, 1440),
    })
    .map(({ lane, ...rest }) => sampleSlip({ ...rest, lane: { letter: 'A', name: lane, shape: 'circle' } }))
  const anyColumns = fc.constantFrom(32, 42, 48)

  test('fits its paper row by row, and is read back as it was laid out, with one cut and no unknown byte', () => {
    fc.assert(
      fc.property(anySlip, anyColumns, (slip, columns) => {
        const lines = slipLines(slip, columns, ADDRESS)
        for (const line of lines)
          if (line.kind === 'text')
            expect(line.spans.reduce((sum, { text, size }) => sum + text.length * size, 0)).toBeLessThanOrEqual(columns)
        const { papers, violations } = readPapers(encodeSlip(lines, GENERIC, columns), columns)
        expect(violations).toEqual([])
        expect(papers.map((paper) => paper.cut)).toEqual([true])
        const laid = lines.flatMap((line) =>
          line.kind === 'text'
            ? line.spans
                .map((span) => span.text)
                .join('')
                .trim()
            : [],
        )
        const read = papers.flatMap((paper) =>
          paper.lines.flatMap((line) =>
            line.kind === 'text'
              ? line.spans
                  .map((span) => span.text)
                  .join('')
                  .trim()
              : [],
          ),
        )
        expect(read.filter((text) => text !== '' && !/^-+$/.test(text))).toEqual(
          laid.filter((text) => text !== '' && !/^-+$/.test(text)),
        )
      }),
      { numRuns: 250 },
    )
  }, 30_000)

  test('gives the same bytes for the same slip', () => {
    fc.assert(
      fc.property(anySlip, anyColumns, (slip, columns) => {
        const encode = () => encodeSlip(slipLines(slip, columns, ADDRESS), GENERIC, columns)
        expect(encode()).toEqual(encode())
      }),
      { numRuns: 50 },
    )
  })
})

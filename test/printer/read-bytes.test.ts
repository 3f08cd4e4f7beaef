import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeSlip } from '../../printer/encode-slip.ts'
import { type PaperLine, paperText } from '../../printer/paper.ts'
import { createByteReader, readPapers, type Violation } from '../../printer/read-bytes.ts'
import { slipLines } from '../../printer/slip-lines.ts'
import { ADDRESS, GENERIC, sampleSlip } from './sample-slip.ts'

const slipBytes = encodeSlip(slipLines(sampleSlip({ mark: 'reprint' }), 48, ADDRESS), GENERIC, 48)
const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])))

const textOf = (...parts: (string | number)[]) => readPapers(bytes(...parts)).papers.flatMap(paperText)

const readInPieces = (all: Uint8Array, cuts: readonly number[]) => {
  const events: (PaperLine | 'cut' | { command: string; parameters: readonly number[] })[] = []
  const violations: Violation[] = []
  const reader = createByteReader(48, {
    onLine: (line) => events.push(line),
    onCut: () => events.push('cut'),
    onAsked: (command, parameters) => events.push({ command, parameters }),
    onViolation: (violation) => violations.push(violation),
  })
  const at = [0, ...cuts, all.length]
  for (let i = 1; i < at.length; i++) reader.read(all.subarray(at[i - 1], at[i]))
  return { events, violations, begun: reader.begunRow() }
}

describe('reading a paper from its bytes', () => {
  test('two slips in one stream are two papers', () => {
    const { papers } = readPapers(Uint8Array.of(...slipBytes, ...slipBytes))
    expect(papers).toHaveLength(2)
    expect(papers[0]).toEqual(papers[1])
  })

  test('a slip reads the same wherever the line splits it in two', () => {
    const whole = readInPieces(slipBytes, [])
    expect(whole.violations).toEqual([])
    for (let cut = 0; cut <= slipBytes.length; cut++) expect(readInPieces(slipBytes, [cut])).toEqual(whole)
  })

  test('any bytes read the same in any pieces, to their end and without a throw', () => {
    const esc = fc.constantFrom(0x10, 0x1b, 0x1c, 0x1d, 0x28, 0x6b, 0x56, 0x21, 0x40, 0x0a)
    const stream = fc.array(fc.oneof(fc.integer({ min: 0, max: 255 }), esc), { maxLength: 300 })
    fc.assert(
      fc.property(stream, fc.array(fc.nat(300), { maxLength: 12 }), (list, places) => {
        const all = Uint8Array.from(list)
        const cuts = places.filter((place) => place <= all.length).sort((a, b) => a - b)
        expect(readInPieces(all, cuts)).toEqual(readInPieces(all, []))
      }),
      { numRuns: 1_000 },
    )
  })

  test('a command no printer knows is a violation, with its place', () => {
    const { papers, violations } = readPapers(bytes('AB', 0x1b, 'Z', 'C', 0x0a))
    expect(violations).toEqual([{ at: 2, bytes: '1b 5a' }])
    expect(papers.flatMap(paperText)).toEqual(['ABZC'])
  })

  test('a letter beyond ASCII is a violation, because printers do not agree on it', () => {
    expect(readPapers(bytes('caf', 0xe9, 0x0a)).violations).toEqual([{ at: 3, bytes: 'e9' }])
  })

  test('a command that its kind of printer does not know comes out as text, as with real clones', () => {
    const lines: PaperLine[] = []
    const violations: Violation[] = []
    const reader = createByteReader(
      48,
      { onLine: (line) => lines.push(line), onCut() {}, onViolation: (violation) => violations.push(violation) },
      { asb: false, processId: false, presenter: false, nativeQr: true },
    )
    reader.read(bytes(0x1d, '(H', 6, 0, '000001', 0x0a, 0x1d, 'a', 14, 0x0a))
    expect(paperText({ lines, cut: false })).toEqual(['(H000001', 'a'])
    expect(violations.map(({ bytes: shown }) => shown)).toEqual(['1d 28', '06', '00', '1d 61', '0e'])
  })

  test('a picture and a bit image lie on the paper dot by dot, a barcode is left out', () => {
    const raster = bytes(0x1d, 'v0', 0, 2, 0, 2, 0, 0x1b, 0x0a, 0x1d, 0x0a)
    const strip = bytes(0x1b, '*', 33, 2, 0, 0x80, 0, 1, 0, 0xff, 0, 0x0a)
    const barcode = bytes(0x1d, 'k', 4, 'A1', 0, 0x1d, 'k', 73, 3, '{BA')
    const { papers, violations } = readPapers(Uint8Array.of(...raster, ...strip, ...barcode, ...bytes('ya', 0x0a)))
    expect(violations).toEqual([])
    expect(papers.flatMap(paperText)).toEqual(['[picture 16x2]', '[picture 2x24]', 'ya'])
    const [first, second] = papers[0]?.lines ?? []
    expect(first).toMatchObject({ width: 16, height: 2, across: 1, down: 1, bits: Uint8Array.of(27, 10, 29, 10) })
    const rows = second?.kind === 'picture' ? [...second.bits] : []
    expect(rows).toEqual([0x80, ...Array(7).fill(0), ...Array(8).fill(0x40), ...Array(7).fill(0), 0x80])
  })

  // Lengths typed from Epson's reference: whatever stands behind a command must still be read as text.
  test.each<[string, (string | number)[]]>([
    ['HT FF CR CAN', [0x0c, 0x0d, 0x18]],
    ['ESC', [0x1b, ' ', 0, 0x1b, '!', 0, 0x1b, '$', 0, 0, 0x1b, '%', 0, 0x1b, '-', 0, 0x1b, '2', 0x1b, '3', 30]],
    ['ESC', [0x1b, '=', 1, 0x1b, '?', 65, 0x1b, '@', 0x1b, 'D', 8, 16, 0, 0x1b, 'E', 0, 0x1b, 'G', 0, 0x1b, 'L']],
    [
      'ESC',
      [0x1b, 'M', 0, 0x1b, 'R', 0, 0x1b, 'S', 0x1b, 'T', 0, 0x1b, 'V', 0, 0x1b, 'W', '12345678', 0x1b, '\\', 0, 0],
    ],
    [
      'ESC',
      [0x1b, 'a', 0, 0x1b, 'c3', 0, 0x1b, 'c4', 0, 0x1b, 'c5', 0, 0x1b, 'p', 0, 50, 50, 0x1b, 't', 0, 0x1b, '{', 0],
    ],
    ['ESC & and ESC ( A', [0x1b, '&', 3, 65, 66, 1, 1, 2, 3, 2, 1, 2, 3, 4, 5, 6, 0x1b, '(A', 4, 0, 48, 1, 2, 3]],
    ['FS', [0x1c, '!', 0, 0x1c, '&', 0x1c, '.', 0x1c, '-', 0, 0x1c, 'C', 0, 0x1c, 'S', 0, 0, 0x1c, 'p', 1, 0]],
    [
      'FS q, FS 2 and FS ( A',
      [0x1c, 'q', 1, 1, 0, 1, 0, '12345678', 0x1c, '2', 0, 0, 'x'.repeat(72), 0x1c, '(A', 1, 0, 0],
    ],
    [
      'GS',
      [0x1d, '!', 0, 0x1d, '$', 0, 0, 0x1d, '*', 1, 1, '12345678', 0x1d, '/', 0, 0x1d, ':', 0x1d, 'B', 0, 0x1d, 'H', 0],
    ],
    [
      'GS',
      [
        0x1d,
        'I',
        1,
        0x1d,
        'L',
        0,
        0,
        0x1d,
        'P',
        0,
        0,
        0x1d,
        'T',
        0,
        0x1d,
        'W',
        0,
        2,
        0x1d,
        '\\',
        0,
        0,
        0x1d,
        '^',
        1,
        1,
        0,
      ],
    ],
    [
      'GS',
      [0x1d, 'a', 0, 0x1d, 'b', 0, 0x1d, 'f', 0, 0x1d, 'g0', 0, 0, 0, 0x1d, 'g2', 0, 0, 0, 0x1d, 'h', 9, 0x1d, 'r', 1],
    ],
    [
      'GS e and GS w',
      [0x1d, 'w', 2, 0x1d, 'e', 2, 0x1d, 'e', 3, 10, 0x1d, 'e', 5, 0x1d, 'e', 6, 0x1d, 'e', 32, 10, 10],
    ],
    [
      'GS 8 L and GS ( x',
      [0x1d, '8L', 3, 0, 0, 0, 'abc', 0x1d, '(L', 2, 0, 48, 50, 0x1d, '(E', 1, 0, 1, 0x1d, '(P', 0, 0],
    ],
    ['DLE', [0x10, 4, 1, 0x10, 5, 2, 0x10, 0x14, 1, 0, 1, 0x10, 0x14, 7, 1, 0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8]],
  ])('%s: behind each command the text goes on', (_, commands) => {
    const { papers, violations } = readPapers(bytes(...commands, 'ya', 0x0a))
    expect(violations).toEqual([])
    expect(papers.flatMap(paperText).join('')).toBe('ya')
  })

  test.each([0x00, 0x01, 0x30, 0x31])('GS V %i cuts', (n) => {
    expect(readPapers(bytes('a', 0x0a, 0x1d, 'V', n)).papers).toMatchObject([{ cut: true }])
  })

  test.each([65, 66, 97, 98, 103, 104])('GS V %i feeds and cuts', (n) => {
    const { papers, violations } = readPapers(bytes('a', 0x0a, 0x1d, 'V', n, 40, 'b', 0x0a))
    expect(papers.map((paper) => [paper.cut, paper.lines.length])).toEqual([
      [true, 2],
      [false, 1],
    ])
    expect(violations).toEqual([])
  })

  test('sizes of both commands, tabs and feeds are as in the reference', () => {
    const [paper] = readPapers(
      bytes(0x1b, '!', 0x38, 'A', 0x1b, '!', 0, 'b', 0x09, 'c', 0x1b, 'J', 50, 0x1d, '!', 0x12, 'd', 0x0a),
    ).papers
    expect(paper?.lines).toMatchObject([
      {
        feed: 50,
        spans: [
          { text: 'A', width: 2, height: 2, bold: true },
          { text: 'b     c', width: 1, bold: false },
        ],
      },
      { feed: 30, spans: [{ text: 'd', width: 2, height: 3 }] },
    ])
  })

  test('a row wider than the paper is folded as printers fold it', () => {
    expect(textOf('x'.repeat(50), 0x0a)).toEqual(['x'.repeat(48), 'xx'])
  })

  test('a blank strip between two cuts is no paper', () => {
    expect(readPapers(bytes(0x1b, '@', 0x0a, 0x0a, 0x1d, 'V', 1)).papers).toEqual([])
  })

  test('a paper nobody has cut says so', () => {
    expect(readPapers(bytes('A037', 0x0a)).papers).toMatchObject([{ cut: false }])
  })

  test('a command that would never end is given up, and what follows is read', () => {
    const { violations } = readPapers(bytes(0x1d, 'v0', 0, 255, 255, 255, 255, 0x1b, '@', 'ya', 0x0a))
    expect(violations[0]).toEqual({ at: 0, bytes: '1d 76' })
  })
})

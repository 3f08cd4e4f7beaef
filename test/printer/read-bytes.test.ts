import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawPaper } from '../../printer/draw-paper.ts'
import { encodeSlip } from '../../printer/encode-slip.ts'
import { createPaperReader, type Paper, paperText, readPapers, type Violation } from '../../printer/read-bytes.ts'
import { slipLines } from '../../printer/slip-lines.ts'
import { ADDRESS, sampleSlip } from './sample-slip.ts'

const slipBytes = encodeSlip(slipLines(sampleSlip({ mark: 'reprint' }), 48, ADDRESS), 48)
const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])))

const readInPieces = (all: Uint8Array, cuts: readonly number[]) => {
  const papers: Paper[] = []
  const violations: Violation[] = []
  const reader = createPaperReader(48, {
    onPaper: (paper) => papers.push(paper),
    onViolation: (violation) => violations.push(violation),
  })
  const at = [0, ...cuts, all.length]
  for (let i = 1; i < at.length; i++) reader.read(all.subarray(at[i - 1], at[i]))
  const begun = reader.begun()
  return { papers: begun === null ? papers : [...papers, begun], violations }
}

describe('reading a paper from its bytes', () => {
  test('two slips in one stream are two papers', () => {
    const { papers } = readPapers(Uint8Array.of(...slipBytes, ...slipBytes))
    expect(papers).toHaveLength(2)
    expect(papers[0]).toEqual(papers[1])
  })

  test('a slip reads the same wherever the line splits it in two', () => {
    const whole = readPapers(slipBytes)
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
      { numRuns: 2_000 },
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

  test('picture data is skipped as long as it says it is', () => {
    const raster = bytes(0x1d, 'v0', 0, 2, 0, 2, 0, 0x1b, 0x0a, 0x1d, 0x0a)
    const barcode = bytes(0x1d, 'k', 4, 'A1', 0, 0x1d, 'k', 73, 3, '{BA')
    const { papers, violations } = readPapers(Uint8Array.of(...raster, ...barcode, ...bytes('ya', 0x0a)))
    expect(violations).toEqual([])
    expect(papers.flatMap(paperText)).toEqual(['ya'])
  })

  test('a row wider than the paper is folded as printers fold it', () => {
    expect(readPapers(bytes('x'.repeat(50), 0x0a)).papers.flatMap(paperText)).toEqual(['x'.repeat(48), 'xx'])
  })

  test('a blank strip between two cuts is no paper', () => {
    expect(readPapers(bytes(0x1b, '@', 0x0a, 0x0a, 0x1d, 'V', 1)).papers).toEqual([])
  })

  test('a paper nobody has cut says so', () => {
    expect(readPapers(bytes('A037', 0x0a)).papers).toMatchObject([{ cut: false }])
  })
})

describe('a paper as a picture', () => {
  test('shows the texts in their columns and the QR, the same each time', () => {
    const [paper] = readPapers(slipBytes).papers
    const svg = paper === undefined ? '' : drawPaper(paper, 48)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 640 \d+"/)
    expect(svg).toContain('>A037</text>')
    expect(svg).toContain('scale(8 8)')
    expect(svg).toContain('CETAK ULANG')
    expect(svg).toMatch(/<path fill="#1a1a1a" shape-rendering="crispEdges" d="M\d/)
  })

  test('lets no text become markup', () => {
    const [paper] = readPapers(bytes(`<script>alert("1")</script>&' onload=x`, 0x0a)).papers
    const svg = paper === undefined ? '' : drawPaper(paper, 48)
    expect(svg).toContain('&#60;script&#62;')
    expect(svg.match(/<\/?([a-z]+)/g)?.every((tag) => /svg|polygon|g|text|path|rect/.test(tag))).toBe(true)
    expect(svg).not.toContain('<script')
  })

  test('is well-formed whatever was printed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (all) => {
        for (const paper of readPapers(all).papers) {
          const svg = drawPaper(paper, 48)
          expect(svg.split('<g ').length).toBe(svg.split('</g>').length)
          expect(svg).not.toMatch(/NaN|undefined|[^\x20-\x7e]/)
        }
      }),
      { numRuns: 500 },
    )
  })
})

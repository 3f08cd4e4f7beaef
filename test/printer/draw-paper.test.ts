import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { drawPaper } from '../../printer/draw-paper.ts'
import { encodeSlip } from '../../printer/encode-slip.ts'
import { modelIds } from '../../printer/model.ts'
import { rasterCommands, readLogo } from '../../printer/raster.ts'
import { readPapers } from '../../printer/read-bytes.ts'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { slipLines } from '../../printer/slip-lines.ts'
import { readPaperQrs } from '../support/read-paper-qr.ts'
import { ADDRESS, modelOf, sampleSlip } from './sample-slip.ts'

const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])))

/** Paper of 48 dots as rows of `#` and `.`, its blank edges left out. */
const dotsOf = (all: Uint8Array, dots = 48): string[] => {
  const [paper] = readPapers(all, dots / 12).papers
  if (paper === undefined) return []
  const { width, height, data } = PNG.sync.read(Buffer.from(drawPaper(paper, dots)))
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => (data[4 * (y * width + x)] === 0 ? '#' : '.')).join(''),
  )
  return rows.slice(36, -36).map((row) => row.slice(32, -32))
}

describe('a paper dot by dot', () => {
  test('a letter is its dots of font A, and lies on white', () => {
    const rows = dotsOf(bytes('A', 0x0a))
    expect(rows).toHaveLength(30)
    expect(rows.slice(4, 7)).toEqual(['...######...', '..##....##..', '.##......##.'].map((row) => row.padEnd(48, '.')))
    expect(rows.slice(24).join('')).not.toContain('#')
  })

  test('sizes, bold, reverse and alignment change it as on real paper', () => {
    const plain = dotsOf(bytes('A', 0x0a))
    const tall = dotsOf(bytes(0x1d, '!', 0x12, 'A', 0x0a))
    expect(tall).toHaveLength(72)
    for (const [y, row] of tall.entries())
      expect(row).toBe((plain[Math.floor(y / 3)] ?? '').slice(0, 24).replace(/./g, '$&$&'))
    expect(dotsOf(bytes(0x1b, 'E', 1, 'A', 0x0a))[4]).toBe('...#######..'.padEnd(48, '.'))
    expect(dotsOf(bytes(0x1d, 'B', 1, 'A', 0x0a))[4]).toBe('###......###'.padEnd(48, '.'))
    expect(dotsOf(bytes(0x1b, 'a', 1, 'A', 0x0a))[4]).toBe(`${'.'.repeat(21)}######${'.'.repeat(21)}`)
    expect(dotsOf(bytes(0x1b, 'a', 2, 'A', 0x0a))[4]).toBe('...######...'.padStart(48, '.'))
  })

  test('pictures lie where they are sent, and nothing is printed beyond the head', () => {
    const picture = [0x1d, 'v0', 3, 1, 0, 2, 0, 0xa0, 0x01]
    const rows = dotsOf(bytes(...picture))
    expect(rows).toEqual(
      ['##..##..', '##..##..', '........', '........'].map((row, y) =>
        (y < 2 ? row : '..............##').padEnd(48, '.'),
      ),
    )
    const wide = dotsOf(bytes(0x1d, 'v0', 0, 8, 0, 1, 0, ...Array<number>(8).fill(0xff)))
    expect(wide).toEqual(['#'.repeat(48)])
    expect(
      dotsOf(bytes(0x1b, '*', 33, 1, 0, 0x80, 0, 1, 0x0a))
        .map((row) => row[0])
        .join(''),
    ).toBe(`#${'.'.repeat(22)}#${'.'.repeat(6)}`)
  })

  test('a QR that is too long for any is not printed', () => {
    const data = 'x'.repeat(3_000)
    const all = bytes(
      0x1d,
      '(k',
      (data.length + 3) & 255,
      (data.length + 3) >> 8,
      49,
      80,
      48,
      data,
      0x1d,
      '(k',
      3,
      0,
      49,
      81,
      48,
    )
    expect(dotsOf(all)).toEqual([])
  })

  test('a paper without an end is drawn as far as any paper goes', () => {
    const { papers } = readPapers(Uint8Array.from(Array.from({ length: 4_000 }, () => [0x41, 0x0a]).flat()))
    expect(papers.map((paper) => PNG.sync.read(Buffer.from(drawPaper(paper, 576))).height)).toEqual([20_072])
  })
})

describe('a phone reads the code of a slip', { tags: ['K7'] }, () => {
  test.each(modelIds())('from the paper of %s', async (id) => {
    const model = modelOf(id)
    const printer = createSimulatedPrinter({ clock: () => 0, model })
    const slip = sampleSlip({ mark: 'reprint' })
    printer.take(encodeSlip(slipLines(slip, model.columns, ADDRESS), model, model.columns), () => {})
    printer.tear()
    const [paper] = printer.papers()
    expect(printer.violations()).toEqual([])
    expect(paper?.marked).toBe(true)
    expect(await readPaperQrs(paper?.png() ?? Uint8Array.of())).toEqual([`${ADDRESS}${slip.statusPath}`])
  })

  test('also below the logo of an office', async () => {
    const model = modelOf('epson-tm-t82x')
    const logo = new PNG({ width: 64, height: 40 })
    logo.data.fill(0)
    for (let y = 10; y < 30; y++) logo.data.fill(Buffer.from([0, 0, 0, 255]), 4 * (y * 64 + 16), 4 * (y * 64 + 48))
    const raster = readLogo(PNG.sync.write(logo), model.dots)
    const slip = encodeSlip(slipLines(sampleSlip(), 48, ADDRESS), model, 48, raster)
    const [paper] = readPapers(slip).papers
    const png = drawPaper(paper ?? { lines: [], cut: false }, model.dots)
    expect(await readPaperQrs(png)).toHaveLength(1)
    const alone = dotsOf(Uint8Array.from(rasterCommands(raster)), 576)
    expect(alone.filter((row) => row.startsWith('#', 16) && row.indexOf('#') === 16)).toHaveLength(20)
  })
})

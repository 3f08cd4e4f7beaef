import { PNG } from 'pngjs'
import { encode } from 'uqr'
import type { Align, Paper, PaperLine, QrLevel } from './paper.ts'
import { FONT_A } from './simulated/font-a.ts'

/** Font A of common printers. */
const LETTER = { width: 12, height: 24 }
/** Dots of blank paper around what is printed: 80 mm paper has 72 mm of it. */
const MARGIN = { side: 32, ends: 36 }
/** Longer than any paper of an office, 2.5 m; what is beyond is not drawn. */
const LONGEST = 20_000

/** Bytes that fit into the largest QR (version 40). */
const QR_BYTES: Record<QrLevel, number> = { L: 2_953, M: 2_331, Q: 1_663, H: 1_273 }

const glyphs = FONT_A.map((base64) => {
  const bytes = Buffer.from(base64, 'base64')
  return (x: number, y: number): boolean => {
    const bit = y * LETTER.width + x
    return ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0
  }
})

type Qr = Extract<PaperLine, { kind: 'qr' }>

/** The modules of a QR; none when its text is empty or too long for any, as printers print nothing then; -1: the best mask. */
const modulesOf = ({ text, level }: Qr, maskPattern = -1): readonly boolean[][] => {
  const bytes = [...Buffer.from(text, 'latin1')]
  if (bytes.length === 0 || bytes.length > QR_BYTES[level]) return []
  return encode(bytes.every((byte) => byte < 0x80) ? text : bytes, { ecc: level, border: 0, maskPattern }).data
}

/** Dots of paper that a row takes. */
export function heightOf(line: PaperLine): number {
  switch (line.kind) {
    case 'text':
      return Math.max(line.feed, LETTER.height * Math.max(0, ...line.spans.map((span) => span.height)))
    case 'qr':
      // As large under any mask; to find the best one takes most of the time.
      return modulesOf(line, 0).length * line.dots
    case 'picture':
      return Math.max(line.feed, line.height * line.down)
  }
}

const startOf = (align: Align, used: number, whole: number): number =>
  align === 'left' ? 0 : Math.max(0, Math.floor(align === 'right' ? whole - used : (whole - used) / 2))

/** Blackens a square; what lies beyond the head's dots does not print. */
type Ink = (x: number, y: number, width: number, height: number) => void

const drawText = (line: Extract<PaperLine, { kind: 'text' }>, dots: number, ink: Ink) => {
  const tallest = Math.max(0, ...line.spans.map((span) => span.height))
  const columns = line.spans.reduce((sum, span) => sum + span.text.length * span.width, 0)
  let left = startOf(line.align, columns * LETTER.width, dots)
  for (const { text, width, height, bold, reverse } of line.spans)
    for (const char of text) {
      const isBlack = glyphs[char.charCodeAt(0) - 0x20] ?? (() => false)
      const top = (tallest - height) * LETTER.height
      for (let y = 0; y < LETTER.height; y++)
        for (let x = 0; x < LETTER.width; x++)
          if ((isBlack(x, y) || (bold && x > 0 && isBlack(x - 1, y))) !== reverse)
            ink(left + x * width, top + y * height, width, height)
      left += LETTER.width * width
    }
}

const drawQr = (line: Qr, dots: number, ink: Ink) => {
  const modules = modulesOf(line)
  const left = startOf(line.align, modules.length * line.dots, dots)
  for (const [y, row] of modules.entries())
    for (const [x, isBlack] of row.entries())
      if (isBlack) ink(left + x * line.dots, y * line.dots, line.dots, line.dots)
}

const drawPicture = (line: Extract<PaperLine, { kind: 'picture' }>, dots: number, ink: Ink) => {
  const { width, height, across, down, bits } = line
  const left = startOf(line.align, width * across, dots)
  const bytes = Math.ceil(width / 8)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < Math.min(width, dots); x++)
      if ((bits[y * bytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) ink(left + x * across, y * down, across, down)
}

const draw = (line: PaperLine, dots: number, ink: Ink) => {
  if (line.kind === 'text') drawText(line, dots, ink)
  else if (line.kind === 'qr') drawQr(line, dots, ink)
  else drawPicture(line, dots, ink)
}

/** The paper dot by dot, `dots` printable ones in a row, with its blank edges, as a PNG in grey. */
export function drawPaper(paper: Paper, dots: number): Uint8Array {
  const heights = paper.lines.map(heightOf)
  const printed = Math.min(
    LONGEST,
    heights.reduce((sum, height) => sum + height, 0),
  )
  const width = dots + 2 * MARGIN.side
  const height = printed + 2 * MARGIN.ends
  const grey = Buffer.alloc(width * height, 0xff)
  let top = 0
  for (const [i, line] of paper.lines.entries()) {
    const row = top
    draw(line, dots, (x, y, across, down) => {
      const right = Math.min(x + across, dots) + MARGIN.side
      for (let dotY = row + y; dotY < Math.min(row + y + down, printed); dotY++)
        for (let dotX = x + MARGIN.side; dotX < right; dotX++) grey[(dotY + MARGIN.ends) * width + dotX] = 0
    })
    top += heights[i] ?? 0
  }
  const png = new PNG({ width, height, inputColorType: 0, inputHasAlpha: false })
  png.data = grey
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false, deflateLevel: 6, filterType: 2 })
}

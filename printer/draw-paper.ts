import { encode } from 'uqr'
import type { Align, Paper, PaperLine } from './read-bytes.ts'

/** Font A at 203 dpi: 12 × 24 dots. */
const LETTER = { width: 12, height: 24 }
const MARGIN = { side: 32, ends: 36 }
const TOOTH = 8

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/[^\x20-\x7e]/g, '?')

const columnsOf = (line: PaperLine): number =>
  line.kind === 'qr' ? 0 : line.spans.reduce((sum, span) => sum + span.text.length * span.width, 0)

const startOf = (align: Align, used: number, whole: number): number =>
  align === 'left' ? 0 : align === 'right' ? whole - used : (whole - used) / 2

type Drawn = { svg: string; height: number }

const drawText = (line: Extract<PaperLine, { kind: 'text' }>, top: number, dots: number): Drawn => {
  const tallest = Math.max(0, ...line.spans.map((span) => span.height))
  const height = Math.max(line.feed, tallest * LETTER.height)
  let x = MARGIN.side + startOf(line.align, columnsOf(line) * LETTER.width, dots)
  const pieces = line.spans.map((span) => {
    const width = span.text.length * LETTER.width
    const y = top + (tallest - span.height) * LETTER.height
    const ink = span.reverse ? '#fff' : '#1a1a1a'
    const box = span.reverse ? `<rect width="${width}" height="${LETTER.height}" fill="#1a1a1a"/>` : ''
    const at = `translate(${x} ${y}) scale(${span.width} ${span.height})`
    const text = `<text y="19" fill="${ink}"${span.bold ? ' font-weight="700"' : ''} textLength="${width}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escaped(span.text)}</text>`
    x += width * span.width
    return span.text.trim() === '' && !span.reverse ? '' : `<g transform="${at}">${box}${text}</g>`
  })
  return { svg: pieces.join(''), height }
}

const drawQr = (line: Extract<PaperLine, { kind: 'qr' }>, top: number, dots: number): Drawn => {
  const { data, size } = encode(line.text, { ecc: 'M', border: 0 })
  const left = MARGIN.side + startOf(line.align, size * line.dots, dots)
  const path = data.flatMap((row, y) =>
    row.flatMap((dark, x) =>
      dark ? `M${left + x * line.dots} ${top + y * line.dots}h${line.dots}v${line.dots}h-${line.dots}z` : [],
    ),
  )
  return {
    svg: `<path fill="#1a1a1a" shape-rendering="crispEdges" d="${path.join('')}"/>`,
    height: size * line.dots,
  }
}

/** The outline of torn paper: teeth at the cut ends. */
const outline = (width: number, height: number): string => {
  const teeth = Math.round(width / (2 * TOOTH))
  const step = width / teeth
  const edge = (from: number, sign: number) =>
    Array.from({ length: teeth }, (_, i) => {
      const x = from + sign * i * step
      const peak = sign > 0 ? 0 : height
      const foot = sign > 0 ? TOOTH : height - TOOTH
      return `${x} ${foot} ${x + (sign * step) / 2} ${peak}`
    }).join(' ')
  return `${edge(0, 1)} ${width} ${TOOTH} ${edge(width, -1)} 0 ${height - TOOTH}`
}

/**
 * The paper as an SVG picture, `columns` of font A wide, one unit per dot. Made to be used as `<img>`: one closed
 * document, every text escaped, no script, no link, no outside font.
 */
export function drawPaper(paper: Paper, columns: number): string {
  const dots = columns * LETTER.width
  const width = dots + 2 * MARGIN.side
  let top = MARGIN.ends
  const pieces = paper.lines.map((line) => {
    const drawn = line.kind === 'qr' ? drawQr(line, top, dots) : drawText(line, top, dots)
    top += drawn.height
    return drawn.svg
  })
  const height = top + MARGIN.ends
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'DejaVu Sans Mono', 'Liberation Mono', 'Courier New', monospace" font-size="20">`,
    `<polygon fill="#fff" stroke="#d8d4c8" points="${outline(width, height)}"/>`,
    ...pieces,
    '</svg>',
  ].join('')
}

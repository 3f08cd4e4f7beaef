/** Where a row stands on the paper. */
export type Align = 'left' | 'center' | 'right'

/** Characters in one look; `width` and `height` are multiples 1–8 of font A. */
export type PaperSpan = { text: string; width: number; height: number; bold: boolean; reverse: boolean }

/** Error correction of a QR: 7, 15, 25, 30 per cent. */
export type QrLevel = 'L' | 'M' | 'Q' | 'H'

/**
 * One row as it lies on the paper. A text row without spans is a blank one; it takes `feed` dots of paper, or the height
 * of its tallest letter. `dots` are those of one QR module. A picture is `rows` of `width` dots, 8 in a byte, the first at
 * the left in the high bit; each dot is printed `across` wide and `down` high, and the row takes at least `feed` dots.
 */
export type PaperLine =
  | { kind: 'text'; align: Align; feed: number; spans: PaperSpan[] }
  | { kind: 'qr'; align: Align; text: string; dots: number; level: QrLevel }
  | {
      kind: 'picture'
      align: Align
      feed: number
      width: number
      height: number
      across: number
      down: number
      bits: Uint8Array
    }

/** What lies between two cuts. `cut: false`: the paper was begun and nothing has cut it. */
export type Paper = { lines: PaperLine[]; cut: boolean }

/** The paper that hangs out of a printer and is not yet cut. */
export type Sheet = {
  add(line: PaperLine): void
  /** Takes the paper away: cut, or torn off. Null while nothing lies on it. */
  take(cut: boolean): Paper | null
}

/** Rows and bytes of pictures that are kept of one paper: a broken stream must not fill memory. */
const KEPT_ROWS = 5_000
const KEPT_PICTURES = 2_000_000

const weightOf = (line: PaperLine | undefined): number => (line?.kind === 'picture' ? line.bits.length : 0)

/** Whether nobody would see the row. */
export const isBlank = (line: PaperLine): boolean =>
  line.kind === 'text' && line.spans.every((span) => !span.reverse && span.text.trim() === '')

/** An empty sheet. It keeps the last rows of a paper that is longer than any. */
export function createSheet(): Sheet {
  let lines: PaperLine[] = []
  let weight = 0
  return {
    add(line) {
      lines.push(line)
      weight += weightOf(line)
      while (lines.length > KEPT_ROWS || weight > KEPT_PICTURES) weight -= weightOf(lines.shift())
    },
    take(cut) {
      const paper = { lines, cut }
      lines = []
      weight = 0
      return paper.lines.every(isBlank) ? null : paper
    },
  }
}

/**
 * A paper as lines a person reads: large letters keep the columns they take, a reversed text stands in brackets, a QR is
 * `[QR address]`, a picture `[picture 384x120]`. For tests, logs of the try page and people without a printer.
 */
export function paperText(paper: Paper): string[] {
  return paper.lines.map((line) => {
    if (line.kind === 'qr') return `[QR ${line.text}]`
    if (line.kind === 'picture') return `[picture ${line.width}x${line.height}]`
    const row = line.spans.map(({ text, width, reverse }) => {
      const shown = reverse ? text.replace(/^ ?(.*?) ?$/, '[$1]') : text
      return shown.padEnd(text.length * width)
    })
    return row.join('').trimEnd()
  })
}

import { readLength } from './read-commands.ts'

/** Where a row stands on the paper. */
export type Align = 'left' | 'center' | 'right'

/** Characters in one look; `width` and `height` are multiples 1–8 of font A. */
export type PaperSpan = { text: string; width: number; height: number; bold: boolean; reverse: boolean }

/**
 * One row as it lies on the paper. A text row without spans is a blank one; it takes `feed` dots of paper, or the height
 * of its tallest letter. `dots` are those of one QR module.
 */
export type PaperLine =
  | { kind: 'text'; align: Align; feed: number; spans: PaperSpan[] }
  | { kind: 'qr'; align: Align; text: string; dots: number }

/** What lies between two cuts. `cut: false`: the paper was begun and nothing has cut it. */
export type Paper = { lines: PaperLine[]; cut: boolean }

/** Bytes no printer of this family understands, and where: `at` counts from the first byte ever read. */
export type Violation = { at: number; bytes: string }

/** Takes bytes in pieces of any size, split anywhere. */
export type PaperReader = {
  read(bytes: Uint8Array): void
  /** The paper that is begun and not yet cut, null while nothing lies on it. */
  begun(): Paper | null
  /** Drops what was not yet printed: half a command and the row in hand. */
  clear(): void
  /** Takes away what was begun, as somebody who tears the paper off; style and settings stay. */
  tear(): Paper | null
}

type Heard = {
  /** A paper was cut off. One that is blank is none. */
  onPaper(paper: Paper): void
  /** `GS r n` and `GS I n`: the printer is asked for something, in the order of its buffer. */
  onAsked?(command: 'GS r' | 'GS I', n: number): void
  onViolation?(violation: Violation): void
}

type Style = Omit<PaperSpan, 'text'> & { align: Align; feed: number }

/** The longest command that is waited for, and the rows of a paper that are kept: a broken stream must not fill memory. */
const LONGEST_COMMAND = 8_192
const KEPT_ROWS = 5_000

/** Dots from row to row until the host says otherwise, 1/6 inch at 180 dpi (Epson's default). */
const FEED = 30
const PLAIN: Style = { width: 1, height: 1, bold: false, reverse: false, align: 'left', feed: FEED }
const ALIGNS: readonly Align[] = ['left', 'center', 'right']
const LETTERS = new TextDecoder('latin1')

const sameLook = (a: Omit<PaperSpan, 'text'>, b: Omit<PaperSpan, 'text'>): boolean =>
  a.width === b.width && a.height === b.height && a.bold === b.bold && a.reverse === b.reverse

const isBlank = (line: PaperLine): boolean =>
  line.kind === 'text' && line.spans.every((span) => !span.reverse && span.text.trim() === '')

/**
 * Reads ESC/POS as a printer does and says what lies on the paper. It shares nothing with the encoder, so each proves the
 * other. Rows longer than `columns` of font A are folded as printers fold them; characters beyond ASCII and unknown
 * commands are violations, because our papers hold none.
 */
export function createPaperReader(columns: number, heard: Heard): PaperReader {
  let pending: number[] = []
  let offset = 0
  let style = PLAIN
  let lines: PaperLine[] = []
  let spans: PaperSpan[] = []
  let qr = { dots: 3, text: '' }

  const violate = (bytes: readonly number[]) =>
    heard.onViolation?.({ at: offset, bytes: bytes.map((b) => b.toString(16).padStart(2, '0')).join(' ') })

  const endRow = () => {
    lines.push({ kind: 'text', align: style.align, feed: style.feed, spans })
    spans = []
    if (lines.length > KEPT_ROWS) lines.shift()
  }

  const letter = (byte: number) => {
    if (byte > 0x7e) violate([byte])
    const used = spans.reduce((sum, span) => sum + span.text.length * span.width, 0)
    if (used + style.width > columns) endRow()
    const { align: _, feed: __, ...look } = style
    const text = byte > 0x7e ? '?' : String.fromCharCode(byte)
    const last = spans.at(-1)
    if (last !== undefined && sameLook(last, look)) last.text += text
    else spans.push({ text, ...look })
  }

  const takeBegun = (cut: boolean): Paper | null => {
    if (spans.length > 0) endRow()
    const paper = { lines, cut }
    lines = []
    return paper.lines.every(isBlank) ? null : paper
  }

  const symbol = ([, , , , , kind, fn, ...rest]: readonly number[]) => {
    if (kind !== 49) return
    if (fn === 67) qr = { ...qr, dots: rest[0] ?? 3 }
    if (fn === 80) qr = { ...qr, text: LETTERS.decode(Uint8Array.from(rest.slice(1))) }
    if (fn === 81) {
      if (spans.length > 0) endRow()
      lines.push({ kind: 'qr', align: style.align, ...qr })
    }
  }

  const obey = (command: readonly number[]) => {
    const [lead = 0, second = 0, n = 0] = command
    if (lead >= 0x20) return letter(lead)
    if (lead === 0x0a) return endRow()
    switch ((lead << 8) | second) {
      case 0x1b40:
        style = PLAIN
        spans = []
        break
      case 0x1b32:
        style = { ...style, feed: FEED }
        break
      case 0x1b33:
        style = { ...style, feed: n }
        break
      case 0x1b45:
      case 0x1b47:
        style = { ...style, bold: (n & 1) === 1 }
        break
      case 0x1b61:
        style = { ...style, align: ALIGNS[n % 48] ?? 'left' }
        break
      case 0x1b64:
        for (let i = 0; i < n; i++) endRow()
        break
      case 0x1d21:
        style = { ...style, width: (n >> 4) + 1, height: (n & 0x0f) + 1 }
        break
      case 0x1d42:
        style = { ...style, reverse: (n & 1) === 1 }
        break
      case 0x1d28:
        if (n === 0x6b) symbol(command)
        break
      case 0x1d72:
        heard.onAsked?.('GS r', n)
        break
      case 0x1d49:
        heard.onAsked?.('GS I', n)
        break
      case 0x1d56:
      case 0x1b69:
      case 0x1b6d: {
        const paper = takeBegun(true)
        if (paper !== null) heard.onPaper(paper)
        break
      }
    }
  }

  const readOne = (): boolean => {
    if (pending.length === 0) return false
    const length = pending.length > LONGEST_COMMAND ? 'unknown' : readLength(pending)
    if (length === null) return false
    if (length === 'unknown') violate(pending.slice(0, 2))
    else obey(pending.slice(0, length))
    const taken = length === 'unknown' ? 1 : length
    offset += taken
    pending = pending.slice(taken)
    return true
  }

  return {
    read(bytes) {
      for (const byte of bytes) {
        pending.push(byte)
        while (readOne());
      }
    },
    begun() {
      const all: PaperLine[] =
        spans.length > 0 ? [...lines, { kind: 'text', align: style.align, feed: style.feed, spans }] : lines
      return all.every(isBlank) ? null : { lines: all, cut: false }
    },
    clear() {
      offset += pending.length
      pending = []
      spans = []
    },
    tear: () => takeBegun(false),
  }
}

/** Everything `bytes` put on paper, and what in them no printer understands. A last paper may be uncut. */
export function readPapers(bytes: Uint8Array, columns = 48): { papers: Paper[]; violations: Violation[] } {
  const papers: Paper[] = []
  const violations: Violation[] = []
  const reader = createPaperReader(columns, {
    onPaper: (paper) => papers.push(paper),
    onViolation: (violation) => violations.push(violation),
  })
  reader.read(bytes)
  const begun = reader.begun()
  return { papers: begun === null ? papers : [...papers, begun], violations }
}

/**
 * A paper as lines a person reads: large letters keep the columns they take, a reversed text stands in brackets, a QR is
 * `[QR address]`. For tests, logs of the try page and people without a printer.
 */
export function paperText(paper: Paper): string[] {
  return paper.lines.map((line) => {
    if (line.kind === 'qr') return `[QR ${line.text}]`
    const row = line.spans.map(({ text, width, reverse }) => {
      const shown = reverse ? text.replace(/^ ?(.*?) ?$/, '[$1]') : text
      return shown.padEnd(text.length * width)
    })
    return row.join('').trimEnd()
  })
}

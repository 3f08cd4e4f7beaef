import { type Align, createSheet, type Paper, type PaperLine, type PaperSpan, type QrLevel } from './paper.ts'
import { type Dialect, EVERYTHING, readLength } from './read-commands.ts'
import { type Picture, readBitImage, readGraphics, readRaster } from './read-pictures.ts'

/** Bytes no printer of this family understands, and where: `at` counts from the first byte ever read. */
export type Violation = { at: number; bytes: string }

/** Commands that are not about paper. */
export type Asked = 'ESC @' | 'GS r' | 'GS I' | 'GS a' | 'GS e' | 'GS ( H'

/** Takes bytes in pieces of any size, split anywhere. */
export type ByteReader = {
  read(bytes: Uint8Array): void
  /** The row that is begun and not yet printed, null without letters. */
  begunRow(): PaperLine | null
  /** Drops what was not yet printed: half a command and the row in hand. */
  clear(): void
}

type Heard = {
  onLine(line: PaperLine): void
  onCut(): void
  /** Told in the order of the bytes, with what follows the name of the command; for `GS ( H` from `fn` on. */
  onAsked?(command: Asked, parameters: readonly number[]): void
  onViolation?(violation: Violation): void
}

type Look = Omit<PaperSpan, 'text'>
type Style = Look & { align: Align; feed: number }

/** The longest command that is waited for, 45 cm of picture: a broken stream must not fill memory. */
const LONGEST_COMMAND = 262_144
/** The longest whose length is only known at its end. */
const LONGEST_UNTOLD = 4_096

/** Dots from row to row until the host says otherwise, 1/6 inch at 180 dpi (Epson's default). */
const FEED = 30
const PLAIN: Style = { width: 1, height: 1, bold: false, reverse: false, align: 'left', feed: FEED }
const ALIGNS: readonly Align[] = ['left', 'center', 'right']
const LEVELS: readonly QrLevel[] = ['L', 'M', 'Q', 'H']
const TAB = 8
const LETTER_DOTS = 12
const LETTERS = new TextDecoder('latin1')

const sameLook = (a: Look, b: Look): boolean =>
  a.width === b.width && a.height === b.height && a.bold === b.bold && a.reverse === b.reverse

/**
 * Reads ESC/POS as a printer does and says what lies on the paper. It shares nothing with the encoder, so each proves the
 * other. Rows longer than `columns` of font A are folded as printers fold them (font B counts as font A); characters beyond
 * ASCII and commands that `dialect` does not know are violations, because our papers hold none.
 */
export function createByteReader(columns: number, heard: Heard, dialect: Dialect = EVERYTHING): ByteReader {
  let pending: number[] = []
  /** How many bytes the command in hand needs before it is worth another look. */
  let needed = 1
  let offset = 0
  let style = PLAIN
  let spans: PaperSpan[] = []
  let strip: Picture | null = null
  let graphics: Picture | null = null
  let qr: { dots: number; text: string; level: QrLevel } = { dots: 3, text: '', level: 'L' }

  const violate = (bytes: readonly number[]) =>
    heard.onViolation?.({ at: offset, bytes: bytes.map((b) => b.toString(16).padStart(2, '0')).join(' ') })

  const row = (feed = style.feed): PaperLine => ({ kind: 'text', align: style.align, feed, spans })

  const endRow = (feed = style.feed) => {
    if (spans.length > 0 || strip === null) heard.onLine(row(strip === null ? feed : 0))
    if (strip !== null) heard.onLine({ ...strip, align: style.align, feed })
    spans = []
    strip = null
  }

  const used = () => spans.reduce((sum, span) => sum + span.text.length * span.width, 0)

  const letter = (byte: number) => {
    if (byte > 0x7e) violate([byte])
    if (used() + style.width > columns) endRow()
    const { align: _, feed: __, ...look } = style
    const text = byte > 0x7e ? '?' : String.fromCharCode(byte)
    const last = spans.at(-1)
    if (last !== undefined && sameLook(last, look)) last.text += text
    else spans.push({ text, ...look })
  }

  const symbol = ([, , , , , kind, fn, ...rest]: readonly number[]) => {
    if (kind !== 49) return
    if (fn === 67) qr = { ...qr, dots: Math.min(16, Math.max(1, rest[0] ?? 3)) }
    if (fn === 69) qr = { ...qr, level: LEVELS[(rest[0] ?? 48) - 48] ?? 'L' }
    if (fn === 80) qr = { ...qr, text: LETTERS.decode(Uint8Array.from(rest.slice(1))) }
    if (fn === 81) {
      if (spans.length > 0) endRow()
      heard.onLine({ kind: 'qr', align: style.align, ...qr })
    }
  }

  const show = (picture: Picture) => {
    if (spans.length > 0) endRow()
    heard.onLine({ ...picture, align: style.align, feed: 0 })
  }

  /** `GS ( L` and `GS 8 L`: a picture is kept, and shown by a second command. */
  const drawGraphics = (parameters: readonly number[]) => {
    const picture = readGraphics(parameters)
    if (picture !== null) graphics = picture
    else if ((parameters[1] === 2 || parameters[1] === 50) && graphics !== null) {
      show(graphics)
      graphics = null
    }
  }

  /** To a place in the row, given in dots from its start; letters stand in columns. */
  const moveTo = (dots: number) => {
    const column = Math.min(columns, Math.round(dots / LETTER_DOTS))
    const { align: _, feed: __, ...look } = style
    const blanks = Math.floor((column - used()) / look.width)
    if (blanks > 0) spans.push({ text: ' '.repeat(blanks), ...look, reverse: false })
  }

  const cut = (feed: number) => {
    if (spans.length > 0 || strip !== null) endRow()
    if (feed > 0) heard.onLine(row(feed))
    heard.onCut()
  }

  const obey = (command: readonly number[]) => {
    const [lead = 0, second = 0, n = 0, high = 0] = command
    if (lead >= 0x20) return letter(lead)
    if (lead === 0x0a) return endRow()
    if (lead === 0x09) {
      for (let i = TAB - (used() % TAB); i > 0 && used() < columns; i--) letter(0x20)
      return
    }
    switch ((lead << 8) | second) {
      case 0x1b40:
        style = PLAIN
        spans = []
        strip = null
        heard.onAsked?.('ESC @', [])
        break
      case 0x1b21:
        style = { ...style, bold: (n & 8) > 0, height: n & 16 ? 2 : 1, width: n & 32 ? 2 : 1 }
        break
      case 0x1b24:
        moveTo(n + high * 256)
        break
      case 0x1b5c:
        moveTo(used() * LETTER_DOTS + n + high * 256)
        break
      case 0x1b2a:
        strip = readBitImage(command)
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
      case 0x1b4a:
        endRow(n)
        break
      case 0x1b61:
        style = { ...style, align: ALIGNS[n % 48] ?? 'left' }
        break
      case 0x1b64:
        for (let i = 0; i < n; i++) endRow()
        break
      case 0x1d21:
        style = { ...style, width: ((n >> 4) & 7) + 1, height: (n & 7) + 1 }
        break
      case 0x1d42:
        style = { ...style, reverse: (n & 1) === 1 }
        break
      case 0x1d28:
        if (n === 0x6b) symbol(command)
        if (n === 0x4c) drawGraphics(command.slice(5))
        if (n === 0x48) heard.onAsked?.('GS ( H', command.slice(5))
        break
      case 0x1d38:
        drawGraphics(command.slice(7))
        break
      case 0x1d49:
        heard.onAsked?.('GS I', [n])
        break
      case 0x1d61:
        heard.onAsked?.('GS a', [n])
        break
      case 0x1d65:
        heard.onAsked?.('GS e', command.slice(2))
        break
      case 0x1d72:
        heard.onAsked?.('GS r', [n])
        break
      case 0x1d76:
        show(readRaster(command))
        break
      case 0x1d56:
        cut(command[3] ?? 0)
        break
      case 0x1b69:
      case 0x1b6d:
        cut(0)
        break
    }
  }

  const readOne = (): boolean => {
    if (pending.length < needed) return false
    const told = readLength(pending, dialect)
    const length = told === null && pending.length < LONGEST_UNTOLD ? pending.length + 1 : told
    const unknown = length === null || length === 'unknown' || length > LONGEST_COMMAND
    if (!unknown && pending.length < length) {
      needed = length
      return false
    }
    if (unknown) violate(pending.slice(0, 2))
    else obey(pending.slice(0, length))
    const taken = unknown ? 1 : length
    offset += taken
    pending = pending.slice(taken)
    needed = 1
    return pending.length > 0
  }

  return {
    read(bytes) {
      for (const byte of bytes) {
        pending.push(byte)
        while (readOne());
      }
    },
    begunRow: () => (spans.length > 0 ? row() : null),
    clear() {
      offset += pending.length
      pending = []
      needed = 1
      spans = []
      strip = null
    },
  }
}

/** Everything `bytes` put on paper, and what in them no printer understands. A last paper may be uncut. */
export function readPapers(bytes: Uint8Array, columns = 48): { papers: Paper[]; violations: Violation[] } {
  const papers: Paper[] = []
  const violations: Violation[] = []
  const sheet = createSheet()
  const take = (cut: boolean) => {
    const paper = sheet.take(cut)
    if (paper !== null) papers.push(paper)
  }
  const reader = createByteReader(columns, {
    onLine: sheet.add,
    onCut: () => take(true),
    onViolation: (violation) => violations.push(violation),
  })
  reader.read(bytes)
  const begun = reader.begunRow()
  if (begun !== null) sheet.add(begun)
  take(false)
  return { papers, violations }
}

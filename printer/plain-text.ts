/** What NFKD leaves beyond ASCII although paper has a good stand-in for it. */
const STAND_INS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  ʼ: "'",
  ʻ: "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '⁄': '/',
  '∕': '/',
  '·': '.',
  '•': '*',
  '×': 'x',
  '÷': ':',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '©': '(c)',
  '®': '(R)',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
}

const SPACE = /[\s\p{Z}]/u
const UNSEEN = /[\p{M}\p{C}]/u

const plainChar = (char: string): string => {
  if (SPACE.test(char)) return ' '
  if (char >= ' ' && char <= '~') return char
  return STAND_INS[char] ?? (UNSEEN.test(char) ? '' : '?')
}

/**
 * The text as any thermal printer can print it: only 0x20–0x7E, so no printer needs a code page (their numbering differs
 * between makers) and no text can hold a command. NFKD first, then stand-ins (é → e, ’ → '); marks, control, bidi and
 * zero-width characters are dropped, any space becomes one space, what is left is shown as `?`. Cut to `width` characters.
 */
export function plainText(text: string, width = Number.POSITIVE_INFINITY): string {
  const plain = Array.from(text.normalize('NFKD'), plainChar).join('')
  return plain.replace(/ +/g, ' ').trim().slice(0, width).trimEnd()
}

/**
 * `plainText` folded into lines of at most `width` characters (whole, at least 1), at spaces where there are any. The
 * empty text has no lines.
 */
export function plainLines(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of plainText(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (line.length > width) {
      lines.push(line.slice(0, width))
      line = line.slice(width)
    }
  }
  return line === '' ? lines : [...lines, line]
}

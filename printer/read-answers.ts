/**
 * One thing a printer says, told apart as Epson's reference tells it. `status`: to DLE EOT; answers carry no number, so
 * whoever asked knows which. `asb`: four bytes of automatic status. `fence`: to GS r. `done`: the paper with this id is
 * finished (GS ( H). `block`: any other text in a frame, by its two lead bytes. `mouth`: a presenter's full status, the
 * four bytes behind `10 0F` (Custom).
 */
export type PrinterAnswer =
  | { kind: 'status' | 'fence'; byte: number }
  | { kind: 'asb' | 'mouth'; bytes: readonly [number, number, number, number] }
  | { kind: 'done'; id: string }
  | { kind: 'block'; lead: number; text: string }

/** What was heard: the answers that are whole, and the bytes of one that has begun. */
export type Answers = { answers: readonly PrinterAnswer[]; begun: readonly number[] }

const XON = 0x11
const XOFF = 0x13
/** What begins a framed answer: to GS ( H, to GS I 33 and others, to GS I 65–69. */
const FRAMES: readonly number[] = [0x37, 0x3d, 0x5f]
/** The longest framed answer that is waited for; model names have at most some 30. */
const LONGEST_BLOCK = 80

const isText = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e
/** The three later bytes of an automatic status, and the only byte of an answer to GS r. */
const isRest = (byte: number): boolean => (byte & 0x90) === 0

const four = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]) => [a, b, c, d] as const

const blockOf = ([lead = 0, ...rest]: readonly number[]): PrinterAnswer => {
  const text = String.fromCharCode(...rest)
  return lead === 0x37 && /^".{4}$/.test(text) ? { kind: 'done', id: text.slice(1) } : { kind: 'block', lead, text }
}

/** How a byte goes on with what has begun; null when it does not: then what had begun was noise. */
const goOn = (begun: readonly number[], byte: number, presenter: boolean): Answers | null => {
  const [lead = 0, second] = begun
  const all = [...begun, byte]
  if (FRAMES.includes(lead)) {
    if (byte === 0) return { answers: [blockOf(begun)], begun: [] }
    return isText(byte) && all.length <= LONGEST_BLOCK ? { answers: [], begun: all } : null
  }
  if (presenter && lead === 0x10 && second === 0x0f)
    return all.length < 6
      ? { answers: [], begun: all }
      : { answers: [{ kind: 'mouth', bytes: four(all.slice(2)) }], begun: [] }
  if (!isRest(byte)) return null
  return all.length < 4 ? { answers: [], begun: all } : { answers: [{ kind: 'asb', bytes: four(all) }], begun: [] }
}

const begin = (byte: number): Answers => {
  if ((byte & 0x93) === 0x12) return { answers: [{ kind: 'status', byte }], begun: [] }
  if ((byte & 0x93) === 0x10 || FRAMES.includes(byte)) return { answers: [], begun: [byte] }
  return { answers: isRest(byte) ? [{ kind: 'fence', byte }] : [], begun: [] }
}

/**
 * Hears bytes, split anywhere. XON and XOFF are dropped wherever they stand; a byte that cannot go on with what has begun
 * begins something new. Noise that looks like the head of an answer costs the answer behind it: whoever waits in vain
 * forgets what had begun. Never throws.
 */
export const hearAnswers = (before: readonly number[], bytes: Uint8Array, presenter = false): Answers => {
  const answers: PrinterAnswer[] = []
  let begun = before
  for (const byte of bytes) {
    // Custom's full status is four bytes of any value.
    const isRaw = presenter && begun[0] === 0x10 && begun[1] === 0x0f
    if (!isRaw && (byte === XON || byte === XOFF)) continue
    const heard = (begun.length > 0 ? goOn(begun, byte, presenter) : null) ?? begin(byte)
    answers.push(...heard.answers)
    begun = heard.begun
  }
  return { answers, begun }
}

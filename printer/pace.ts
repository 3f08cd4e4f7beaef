/** Milliseconds of a conversation; each with what it is made of. */
export type Pace = {
  /** Between two looks at an idle printer. A fault is to be seen within 2 s. */
  pollMs: number
  /** For one answer; units answer DLE EOT in a few. */
  answerMs: number
  /** For the proof, after the last byte went: a paper takes about 1.5 s. */
  proofMs: number
  /** Between two looks while waiting for the proof. */
  checkMs: number
  /** For the process id once the fence was answered, of a unit that never answered one. */
  idMs: number
  /** For an answer to a fence while nothing is printed; as long as a broken-off paper may still take. */
  quietMs: number
  /** For a head that is too hot: it goes on by itself. */
  hotMs: number
  /** From the fence, or from the last byte where there is none, until the paper is out and a good status counts. */
  settleMs: number
}

/** The pace of an office. Tests go faster. */
export const PACE: Pace = {
  ...{ pollMs: 1_500, answerMs: 500, proofMs: 8_000, checkMs: 700 },
  ...{ idMs: 3_000, quietMs: 2_000, hotMs: 120_000, settleMs: 1_500 },
}

import { drawPaper } from '../draw-paper.ts'
import { type Paper, paperText } from '../paper.ts'

/** As our slips say it; see `slipLines`. */
const REPRINT = 'CETAK ULANG'

/** A paper that came out, for the try page and the tests. `no` counts from 1; `receivedAt` is epoch ms. */
export type ReceivedPaper = {
  no: number
  receivedAt: number
  /** Rows as a person reads them. */
  lines: string[]
  /** What the QR on it says, null without one that was printed as a QR; one in a picture is in the picture. */
  qr: string | null
  /** False for a paper that was torn off. */
  cut: boolean
  /** Whether it says of itself that it is a reprint. */
  marked: boolean
  /** Something of it is missing: a row broke off, or it was torn off before its cut. */
  partial: boolean
  /** The paper dot by dot, as a PNG. Drawn when it is asked for. */
  png(): Uint8Array
}

/** As `dots` wide paper shows it. */
export function receivePaper(
  paper: Paper,
  about: { no: number; receivedAt: number; partial: boolean; dots: number },
): ReceivedPaper {
  const { dots, ...rest } = about
  let drawn: Uint8Array | null = null
  const lines = paperText(paper)
  const qr = paper.lines.find((line) => line.kind === 'qr')
  return {
    ...rest,
    lines,
    qr: qr?.kind === 'qr' ? qr.text : null,
    cut: paper.cut,
    marked: lines.some((line) => line.includes(REPRINT)),
    png() {
      drawn ??= drawPaper(paper, dots)
      return drawn
    },
  }
}

import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import type { SlipLine } from './slip-lines.ts'

/** Dots per QR module: 5 is 0.6 mm at 203 dpi, twice what phones need at arm's length. */
const QR_DOTS = 5

/** `ESC 3 n`: n dots of paper per row. Rows of 24-dot letters are 27 apart and a gap is a third of a row: 114 mm in all. */
const feedBy = (dots: number): number[] => [0x1b, 0x33, dots]
const ROW_DOTS = 27
const GAP_DOTS = 8
/** `ESC 2`: the printer's own row, which the way from head to cutter is measured in. */
const OWN_FEED = [0x1b, 0x32]

/**
 * The bytes of one paper in ESC/POS, from initialise to cut: text, the native QR of `GS ( k` (level M), three feeds and a
 * partial cut. The same rows give the same bytes. `columns` as the rows were made for.
 */
export function encodeSlip(lines: readonly SlipLine[], columns: number): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns, newline: '\n', feedBeforeCut: 3 })
  encoder.initialize().raw(feedBy(ROW_DOTS))
  for (const line of lines)
    switch (line.kind) {
      case 'text':
        encoder.align(line.align)
        for (const { text, size, bold, reverse } of line.spans)
          encoder.size(size, size).bold(bold).invert(reverse).text(text).invert(false).bold(false).size(1, 1)
        encoder.newline()
        break
      case 'rule':
        encoder.align('left').line('-'.repeat(columns))
        break
      case 'gap':
        encoder.raw(feedBy(GAP_DOTS)).newline().raw(feedBy(ROW_DOTS))
        break
      case 'qr':
        encoder.raw(feedBy(GAP_DOTS)).newline()
        encoder.align('center').qrcode(line.text, { model: 2, size: QR_DOTS, errorlevel: 'm' }).align('left')
        encoder.raw(feedBy(ROW_DOTS))
        break
      case 'cut':
        encoder.raw(OWN_FEED).cut('partial')
        break
    }
  const bytes = encoder.encode()
  // The encoder ends with a line feed after the cut; it would be a blank row at the head of the next paper.
  return bytes.at(-1) === 0x0a && lines.at(-1)?.kind === 'cut' ? bytes.slice(0, -1) : bytes
}

import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import type { SlipLine } from './slip-lines.ts'

/** Dots per QR module: 5 is 0.6 mm at 203 dpi, twice what phones need at arm's length. */
const QR_DOTS = 5

/**
 * The bytes of one paper in ESC/POS, from initialise to cut: text, the native QR of `GS ( k` (level M), three feeds and a
 * partial cut. The same rows give the same bytes. `columns` as the rows were made for.
 */
export function encodeSlip(lines: readonly SlipLine[], columns: number): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns, newline: '\n', feedBeforeCut: 3 })
  encoder.initialize()
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
        encoder.newline()
        break
      case 'qr':
        encoder.align('center').qrcode(line.text, { model: 2, size: QR_DOTS, errorlevel: 'm' }).align('left')
        break
      case 'cut':
        encoder.cut('partial')
        break
    }
  const bytes = encoder.encode()
  // The encoder ends with a line feed after the cut; it would be a blank row at the head of the next paper.
  return bytes.at(-1) === 0x0a && lines.at(-1)?.kind === 'cut' ? bytes.slice(0, -1) : bytes
}

import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import type { PrinterModel } from './model.ts'
import { qrRaster, type Raster, rasterCommands } from './raster.ts'
import type { SlipLine } from './slip-lines.ts'

/** Dots per QR module: 5 is 0.6 mm at 203 dpi, twice what phones need at arm's length. */
const QR_DOTS = 5
/** As a picture it is one smaller, so that the whole paper fits into a buffer of 4 KB and questions behind it are heard. */
const QR_PICTURE_DOTS = 4

/** `ESC 3 n`: n dots of paper per row. Rows of 24-dot letters are 27 apart and a gap is a third of a row: 114 mm in all. */
const feedBy = (dots: number): number[] => [0x1b, 0x33, dots]
const ROW_DOTS = 27
const GAP_DOTS = 8
/** `ESC 2`: the printer's own row, which the way from head to cutter is measured in. */
const OWN_FEED = [0x1b, 0x32]
/** Rows a printer without a knife feeds, so that the paper can be torn below its last line. */
const TEAR_ROWS = 4

const CENTER = [0x1b, 0x61, 1]
const LEFT = [0x1b, 0x61, 0]
const LINE_FEED = 0x0a

/** Custom's presenter: what hangs in the mouth goes out before; a cut paper is held out this many times 7.3 mm. */
const EJECT = [0x1d, 0x65, 0x05]
const HOLD_OUT = [0x1d, 0x65, 0x03, 0x08]

const picture = (raster: Raster): number[] => [...CENTER, ...rasterCommands(raster), ...LEFT]

/** The end of a paper: the feed to the knife, the cut, and for a presenter the hand-over. */
const ending = ({ cutter, presenter }: PrinterModel): number[] => {
  const feeds = Array<number>(cutter?.feedRows ?? TEAR_ROWS).fill(LINE_FEED)
  const cut = cutter === null ? [] : cutter.command === 'GS V' ? [0x1d, 0x56, 0x01] : [0x1b, 0x69]
  return [...OWN_FEED, ...feeds, ...cut, ...(presenter ? HOLD_OUT : [])]
}

/** Initialise, the way to the knife, cut: what a broken-off paper left behind is cut off. */
export const cutOffRest = (model: PrinterModel): number[] => [0x1b, 0x40, ...ending(model)]

/**
 * The bytes of one paper in ESC/POS for this kind of printer, from initialise to cut: the logo where there is one, text,
 * and the QR (level M) as a command or as a picture. The same rows give the same bytes. `columns` as the rows were made
 * for; the logo no wider than the model's dots.
 */
export function encodeSlip(
  lines: readonly SlipLine[],
  model: PrinterModel,
  columns: number,
  logo: Raster | null = null,
): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns, newline: '\n' })
  encoder.initialize().raw(model.presenter ? EJECT : [])
  if (model.codePage !== 0) encoder.raw([0x1b, 0x74, model.codePage])
  encoder.raw(feedBy(ROW_DOTS))
  if (logo !== null) encoder.raw(picture(logo))
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
        if (model.qr === 'raster') encoder.raw(picture(qrRaster(line.text, QR_PICTURE_DOTS)))
        else encoder.align('center').qrcode(line.text, { model: 2, size: QR_DOTS, errorlevel: 'm' }).align('left')
        encoder.raw(feedBy(ROW_DOTS))
        break
      case 'cut':
        encoder.raw(ending(model))
        break
    }
  const bytes = encoder.encode()
  // The encoder ends with a line feed after the cut; it would be a blank row at the head of the next paper.
  return bytes.at(-1) === LINE_FEED && lines.at(-1)?.kind === 'cut' ? bytes.slice(0, -1) : bytes
}

import { cutOffRest, encodeSlip } from '../encode-slip.ts'
import type { PrinterModel } from '../model.ts'
import type { SlipLine } from '../slip-lines.ts'

/** The rows that papers of this kind have, characters of font A. */
export const RULERS = [32, 42, 48, 64] as const

/** As long as the address on a slip, so that the code has as many modules. */
const QR_TEXT = 'http://192.168.100.100:4100/t/PROBE-PROBE-PROBE-PROBE'

const row = (text: string): SlipLine => ({
  kind: 'text',
  align: 'left',
  spans: [{ text, size: 1, bold: false, reverse: false }],
})

/** `32: ....:....|`, so many characters with the bar. */
const ruler = (columns: number): SlipLine => {
  const name = `${columns}: `
  return row(`${name}${'....:'.repeat(13).slice(name.length, columns - 1)}|`)
}

/** Never folded by us: whether a row is whole is the question. */
const WIDEST = 64

/**
 * The bytes of the test page without its end: a ruler for each width, the QR as a command and the same as a picture, both
 * as slips have them.
 */
export const testPage = (model: PrinterModel): Uint8Array => {
  const part = (qr: PrinterModel['qr'], ...lines: SlipLine[]) => encodeSlip(lines, { ...model, qr }, WIDEST)
  const code: SlipLine = { kind: 'qr', text: QR_TEXT }
  return Uint8Array.of(
    ...part('native', row('ANTREAN PRINTER TEST'), ...RULERS.map(ruler), row('QR BY COMMAND:'), code),
    ...part('raster', row('QR AS A PICTURE:'), code, row('END')),
  )
}

/** The end of a paper with this knife: the feed, the cut, and the hand-over where the model holds its papers. */
export const cutWith = (model: PrinterModel, command: 'GS V' | 'ESC i'): Uint8Array =>
  Uint8Array.from(cutOffRest({ ...model, cutter: { command, feedRows: model.cutter?.feedRows ?? 4 } }))

import { INITIALISE } from '../device-status.ts'
import { cutOffRest, encodeSlip } from '../encode-slip.ts'
import type { PrinterModel } from '../model.ts'

/** The rows that papers of this kind have, characters of font A. */
export const RULERS = [32, 42, 48, 64] as const

/** As long as the address on a slip, so that the code has as many modules. */
const QR_TEXT = 'http://192.168.100.100:4100/t/PROBE-PROBE-PROBE-PROBE'

/** By hand, because the encoder folds rows of more than 48 characters. */
const rows = (...lines: string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''), 'latin1')

/** `32: ....:....|`, so many characters with the bar. */
const ruler = (columns: number): string => {
  const name = `${columns}: `
  return `${name}${'....:'.repeat(13).slice(name.length, columns - 1)}|`
}

/**
 * The bytes of the test page without its end: a ruler for each width, the QR as a command and the same as a picture, both
 * as slips have them.
 */
export const testPage = (model: PrinterModel): Uint8Array => {
  const code = (qr: PrinterModel['qr']) => encodeSlip([{ kind: 'qr', text: QR_TEXT }], { ...model, qr }, 32)
  return Uint8Array.of(
    ...INITIALISE,
    ...rows('ANTREAN PRINTER TEST', ...RULERS.map(ruler), 'QR BY COMMAND:'),
    ...code('native'),
    ...rows('QR AS A PICTURE:'),
    ...code('raster'),
    ...rows('END'),
  )
}

/** The end of a paper with this knife: the feed, the cut, and the hand-over where the model holds its papers. */
export const cutWith = (model: PrinterModel, command: 'GS V' | 'ESC i'): Uint8Array =>
  Uint8Array.from(cutOffRest({ ...model, cutter: { command, feedRows: model.cutter?.feedRows ?? 4 } }))

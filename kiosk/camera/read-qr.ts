import { type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'

/** One QR code in any position, light on dark as well; the text as it was put in. */
const OPTIONS: ReaderOptions = { formats: ['QRCode'], maxNumberOfSymbols: 1, textMode: 'Plain', tryDenoise: true }

/** The text of the QR code in a picture, null when none can be read. Rejects when the reader itself cannot be loaded. */
export const readQr = async (picture: ImageData): Promise<string | null> => {
  const [code] = await readBarcodes(picture, OPTIONS)
  return code?.isValid ? code.text : null
}

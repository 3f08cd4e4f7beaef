import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PNG } from 'pngjs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } })

/** The texts of all QR codes on the picture of a paper, as a phone's camera would read them; `png` are the bytes of a PNG. */
export const readPaperQrs = async (png: Uint8Array): Promise<string[]> => {
  const { width, height, data } = PNG.sync.read(Buffer.from(png))
  const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' as const }
  const codes = await readBarcodes(image, { formats: ['QRCode'], textMode: 'Plain' })
  return codes.filter((code) => code.isValid).map((code) => code.text)
}

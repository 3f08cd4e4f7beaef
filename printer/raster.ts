import { PNG } from 'pngjs'
import { encode } from 'uqr'

/** A picture of black dots: rows of `bytes` bytes, the leftmost dot in the highest bit. */
export type Raster = { bytes: number; rows: readonly Uint8Array[] }

/** The highest logo that a slip may carry, dots: 3 cm at 203 dpi. */
export const LOGO_ROWS = 240

/** Rows that go in one command, so that a picture never fills a buffer of 4 KB. */
const BAND_ROWS = 32

const rasterOf = (width: number, height: number, isBlack: (x: number, y: number) => boolean): Raster => {
  const bytes = Math.ceil(width / 8)
  const rows = Array.from({ length: height }, (_, y) => {
    const row = new Uint8Array(bytes)
    for (let x = 0; x < width; x++) if (isBlack(x, y)) row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7))
    return row
  })
  return { bytes, rows }
}

/** The QR of a text (error correction M), `dots` for each side of a module, without a quiet zone. */
export const qrRaster = (text: string, dots: number): Raster => {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  return rasterOf(size * dots, size * dots, (x, y) => data[Math.floor(y / dots)]?.[Math.floor(x / dots)] === true)
}

/**
 * An office's logo from the bytes of a PNG: what is darker than half grey on white becomes black. Throws when it is no PNG,
 * wider than `dots`, or higher than `LOGO_ROWS`: a mistake to be told at the start and not with every paper.
 */
export const readLogo = (png: Uint8Array, dots: number): Raster => {
  const { width, height, data } = PNG.sync.read(Buffer.from(png))
  if (width > dots || height > LOGO_ROWS)
    throw new Error(`the logo has ${width} x ${height} dots; this printer takes ${dots} x ${LOGO_ROWS}`)
  return rasterOf(width, height, (x, y) => {
    const [red = 255, green = 255, blue = 255, alpha = 0] = data.subarray(4 * (y * width + x))
    const grey = (red * 299 + green * 587 + blue * 114) / 1000
    return 255 - ((255 - grey) * alpha) / 255 < 128
  })
}

/** What a printer would take for a real-time command although it stands in a picture. */
const REALTIME: readonly number[] = [0x04, 0x05, 0x14]

/** A dot more where two bytes of a picture would be a command: printers listen for those inside pictures, too. */
const harmless = (data: readonly number[]): number[] =>
  data.map((byte, i) => (byte === 0x10 && REALTIME.includes(data[i + 1] ?? 0) ? 0x18 : byte))

/** GS v 0: the picture in bands, from the left edge or as the alignment says. */
export const rasterCommands = ({ bytes, rows }: Raster): number[] => {
  const commands: number[] = []
  for (let from = 0; from < rows.length; from += BAND_ROWS) {
    const band = rows.slice(from, from + BAND_ROWS)
    const head = [0x1d, 0x76, 0x30, 0x00, bytes & 0xff, bytes >> 8, band.length, 0x00]
    commands.push(...head, ...harmless(band.flatMap((row) => [...row])))
  }
  return commands
}

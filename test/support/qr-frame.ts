import { encode } from 'uqr'

/** One picture of a camera: how bright each pixel is, 0 to 255, row by row. */
export type Picture = { width: number; height: number; luma: Uint8Array }

/** How a code is held before the camera. */
export type Holding = {
  width?: number
  height?: number
  /** Pixels of one module. */
  module?: number
  /** Turned by, degrees. */
  angle?: number
  /** Brightness of paper and of ink. */
  paper?: number
  ink?: number
  /** Passes of a 3×3 mean: one is a phone that moves, four are out of focus. */
  blur?: number
  /** Each pixel is off by at most this much, always in the same way. */
  noise?: number
}

/** A quiet zone around the code, modules, as the standard asks for. */
const QUIET = 4

const blurred = ({ width, height, luma }: Picture): Picture => {
  const mean = luma.map((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    let sum = 0
    let count = 0
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        sum += luma[row * width + column] ?? 0
        count++
      }
    return sum / count
  })
  return { width, height, luma: mean }
}

/** The picture of a hand's code in front of a grey hall. */
export const drawQrPicture = (text: string, holding: Holding = {}): Picture => {
  const { width = 640, height = 480, module = 8, angle = 0, paper = 240, ink = 20, blur = 0, noise = 0 } = holding
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)]
  const luma = new Uint8Array(width * height).map((_, at) => {
    const [x, y] = [(at % width) + 0.5 - width / 2, Math.floor(at / width) + 0.5 - height / 2]
    const column = Math.floor((x * cos + y * sin) / module + size / 2)
    const row = Math.floor((y * cos - x * sin) / module + size / 2)
    const dark = data[row]?.[column]
    return dark === undefined ? 120 : dark ? ink : paper
  })
  let picture: Picture = { width, height, luma }
  for (let pass = 0; pass < blur; pass++) picture = blurred(picture)
  let seed = 1
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const off = (light: number) => Math.min(255, Math.max(0, Math.round(light + (random() * 2 - 1) * noise)))
  return { ...picture, luma: picture.luma.map(off) }
}

/** The pictures as a film in the plain YUV4MPEG2 format, 10 a second, which a browser takes for a camera. */
export const makeFilm = (pictures: readonly [Picture, ...Picture[]]): Uint8Array => {
  const [{ width, height }] = pictures
  const grey = new Uint8Array((width * height) / 2).fill(128)
  const frames = pictures.flatMap(({ luma }) => [Buffer.from('FRAME\n'), luma, grey])
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`), ...frames])
}

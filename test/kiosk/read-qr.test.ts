import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareZXingModule } from 'zxing-wasm/reader'
import { readQr } from '../../kiosk/camera/read-qr.ts'
import { drawQrPicture, type Holding, type Picture } from '../support/qr-frame.ts'

const CODE = 'K7M4PQ2X'

beforeAll(() => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } })
})

const imageOf = ({ width, height, luma }: Picture): ImageData => {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const [at, light] of luma.entries()) data.fill(light, at * 4, at * 4 + 3)
  return { data, width, height, colorSpace: 'srgb' }
}
const read = (holding: Holding, text = CODE) => readQr(imageOf(drawQrPicture(text, holding)))

describe('a code before the camera', () => {
  test.each<[string, Holding]>([
    ['held straight', {}],
    ['turned by a quarter', { angle: 90 }],
    ['turned by a little', { angle: 17 }],
    ['upside down', { angle: 180 }],
    ['far away', { module: 3, width: 1280, height: 720 }],
    ['very near', { module: 18, width: 1280, height: 720 }],
    ['on a dim phone', { paper: 95, ink: 60 }],
    ['on faded paper', { paper: 225, ink: 170 }],
    ['out of focus', { blur: 4 }],
    ['in the dark, with noise', { paper: 150, ink: 60, noise: 45 }],
    ['light on dark, as some phones show it', { paper: 15, ink: 240 }],
    ['all at once: turned, faded, blurred and noisy', { angle: 8, paper: 200, ink: 90, blur: 2, noise: 20 }],
  ])('is read when %s', async (_name, holding) => {
    expect(await read(holding)).toBe(CODE)
  })

  test('is read as it was made, signs and all', async () => {
    const long = 'https://antrean.test/t/AbC-_0123456789?x=1 é'
    expect(await read({ module: 6 }, long)).toBe(long)
  })

  test('is none where there is none', async () => {
    expect(await read({ module: 0 })).toBeNull()
    expect(await read({ module: 0, noise: 120 })).toBeNull()
  })

  test('that cannot be made out is none, and never another one', async () => {
    for (const blur of [8, 12, 20, 40]) expect([CODE, null]).toContain(await read({ module: 4, blur }))
    for (const noise of [60, 100, 140]) expect([CODE, null]).toContain(await read({ module: 4, noise }))
  })
})

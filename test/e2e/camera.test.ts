import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { drawQrPicture, makeFilm } from '../support/qr-frame.ts'
import {
  makeCode,
  type OfficeAtWork,
  openOfficeAtWork,
  openScreen,
  picture,
  waitForHeadline,
  waitForPaper,
} from './support.ts'

const START = 'Pindai kode M-Paspor Anda'
const USE_CAMERA = { name: 'Pakai kamera' }
const FAKE_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
/** How often the camera is opened and closed to see that nothing is left of it. */
const OPENINGS = 100

const folder = mkdtempSync(join(tmpdir(), 'antrean-camera-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Counts in a page how often a camera was asked for, which of these are not answered yet, and what is on. */
const watchCameras = (page: Page) =>
  page.addInitScript(() => {
    const cameras = { tracks: [] as MediaStreamTrack[], opening: 0 }
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async (wanted) => {
      cameras.opening++
      const stream = await open(wanted)
      cameras.tracks.push(...stream.getTracks())
      cameras.opening--
      return stream
    }
    const count = () => {
      const live = cameras.tracks.filter(({ readyState }) => readyState === 'live').length
      return { given: cameras.tracks.length, opening: cameras.opening, live }
    }
    Object.assign(window, { countCameras: count })
  })
const countCameras = async (page: Page) =>
  z
    .object({ given: z.number(), opening: z.number(), live: z.number() })
    .parse(await page.evaluate(() => Reflect.get(window, 'countCameras')()))

describe('a kiosk with a camera', () => {
  const film = join(folder, 'camera.y4m')
  let work: OfficeAtWork
  let kiosk: Page
  beforeAll(async () => {
    // The browser opens the film whenever the camera is opened: what is shown can change from test to test.
    show('nothing to be found here', 0)
    work = await openOfficeAtWork({ flags: [...FAKE_CAMERA, `--use-file-for-fake-video-capture=${film}`] })
    kiosk = await openScreen(work, 'Kios 1')
    await watchCameras(kiosk)
    await kiosk.reload()
    await waitForHeadline(kiosk, START)
  })
  afterAll(() => work.close())

  const show = (code: string, module = 9) => {
    const [width, height] = [1280, 720]
    const held = { width, height, module }
    const pictures = [
      drawQrPicture(code, held),
      drawQrPicture(code, { ...held, angle: 6, blur: 1, noise: 12 }),
    ] as const
    writeFileSync(film, makeFilm([...pictures]))
  }

  test('shows what it sees, and nothing leaves the kiosk while no code is in sight', async () => {
    const asked: string[] = []
    kiosk.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await kiosk.getByRole('button', USE_CAMERA).click()
    await waitForHeadline(kiosk, 'Hadapkan kode ke kamera')
    await kiosk.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 1)
    await kiosk.locator('.membuka').waitFor({ state: 'detached' })
    await picture(kiosk, 'kiosk-camera')
    await expect.poll(() => countCameras(kiosk)).toEqual({ given: 1, opening: 0, live: 1 })
    expect(asked.filter((one) => !/^GET \/assets\/[\w.-]+\.(js|wasm)$/.test(one))).toEqual([])
    expect(asked.filter((one) => one.endsWith('.wasm'))).toHaveLength(1)
    // With the key: a touch that comes so soon at the same place is the second half of one.
    await kiosk.getByRole('button', { name: 'Kembali' }).press('Enter')
    await waitForHeadline(kiosk, START)
    await expect.poll(() => countCameras(kiosk)).toEqual({ given: 1, opening: 0, live: 0 })
  })

  test('makes a ticket of the code that is held before it, and turns the camera off', async () => {
    show(await makeCode(work))
    await kiosk.getByRole('button', USE_CAMERA).click()
    await waitForHeadline(kiosk, 'Anda tepat waktu')
    const number = await kiosk.locator('.nomor').innerText()
    await waitForPaper(work, number)
    const checkedIn = (await work.office.readEvents()).filter(({ event }) => event.type === 'CheckedIn')
    expect(checkedIn.map(({ by }) => `${by.role} ${by.place}`)).toEqual(['kiosk 1'])
    await expect.poll(async () => (await countCameras(kiosk)).live).toBe(0)
    await kiosk.getByRole('button', { name: 'Selesai' }).press('Enter')
    await waitForHeadline(kiosk, START)
  })

  test('leads to the keypad, and the camera is off there', async () => {
    show('nothing', 0)
    await kiosk.getByRole('button', USE_CAMERA).click()
    await waitForHeadline(kiosk, 'Hadapkan kode ke kamera')
    await kiosk.getByRole('button', { name: 'Ketik kode' }).click()
    await waitForHeadline(kiosk, 'Ketik kode dari surat Anda')
    await expect.poll(() => countCameras(kiosk)).toMatchObject({ opening: 0, live: 0 })
    await kiosk.getByRole('button', { name: 'Kembali' }).press('Enter')
    await waitForHeadline(kiosk, START)
  })

  test('leaves nothing on however often it is opened', async () => {
    const before = await countCameras(kiosk)
    for (let opening = 1; opening <= OPENINGS; opening++) {
      await kiosk.getByRole('button', USE_CAMERA).dispatchEvent('click')
      await kiosk.locator('video').waitFor()
      // Most times it is closed while the browser still opens it.
      if (opening % 10 === 0) await kiosk.locator('.membuka').waitFor({ state: 'detached' })
      await kiosk.getByRole('button', { name: 'Kembali' }).dispatchEvent('click')
      await kiosk.locator('video').waitFor({ state: 'detached' })
    }
    await expect.poll(() => countCameras(kiosk)).toMatchObject({ opening: 0, live: 0 })
    // A screen that is gone before it was drawn has not asked for the camera.
    expect((await countCameras(kiosk)).given - before.given).toBeGreaterThan(OPENINGS / 2)
    expect(work.mistakes).toEqual([])
  })
})

describe('a kiosk without a usable camera', () => {
  let work: OfficeAtWork
  beforeAll(async () => {
    work = await openOfficeAtWork({ flags: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'] })
  })
  afterAll(() => work.close())

  test('says so in words when the browser may not use it, and shows the way on', async () => {
    const kiosk = await openScreen(work, 'Kios 1')
    await kiosk.getByRole('button', USE_CAMERA).click()
    await waitForHeadline(kiosk, 'Kamera belum diizinkan')
    await kiosk.getByText('Silakan ketik kode dari surat Anda').waitFor()
    await picture(kiosk, 'kiosk-camera-not-allowed')
    await kiosk.getByRole('button', { name: 'Ketik kode' }).click()
    await waitForHeadline(kiosk, 'Ketik kode dari surat Anda')
  })

  test('does not offer one where there is none', async () => {
    const kiosk = await openScreen(work, 'Kios 1')
    await kiosk.addInitScript(() => {
      navigator.mediaDevices.enumerateDevices = async () => []
    })
    await kiosk.reload()
    await waitForHeadline(kiosk, START)
    await kiosk.getByRole('button', { name: 'Ketik kode' }).waitFor()
    expect(await kiosk.getByRole('button', USE_CAMERA).count()).toBe(0)
    expect(work.mistakes).toEqual([])
  })
})

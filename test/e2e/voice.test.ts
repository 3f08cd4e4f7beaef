import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VoiceManifest } from '../../protocol/voice.ts'
import {
  makePin,
  type OfficeAtWork,
  openBrowser,
  openCounter,
  openOfficeAtWork,
  openScreen,
  picture,
  pressKey,
  takeNumber,
  waitForHeadline,
} from './support.ts'

let work: OfficeAtWork
let muted: Browser
beforeAll(async () => {
  work = await openOfficeAtWork()
  // As a browser is by itself, which lets no page sound before somebody touched it.
  muted = await openBrowser(['--autoplay-policy=document-user-activation-required'])
})
afterAll(async () => {
  await muted.close()
  await work.close()
})

const DIGITS = 'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ')
/** A number as it is said digit by digit, from the letters that stand on the glass. */
const spoken = (number: string): string =>
  [...number].map((char) => (/\d/.test(char) ? DIGITS[Number(char)] : char)).join(' ')

const saidOn = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.dataset.said ?? '')
const waitForSaid = (page: Page, words: string | RegExp): Promise<void> =>
  expect.poll(() => saidOn(page), { timeout: 60_000 }).toMatch(words)

/** The key that an audio keypad types when headphones come or go; the driver of this browser has no such key. */
const pressJackKey = (page: Page, key: 'F15' | 'F16'): Promise<boolean> =>
  page.evaluate((name) => document.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })), key)

test('a real browser decodes every clip that ships: as long as the list says, loud enough, and not distorted', async () => {
  const page = await work.context.newPage()
  await page.goto(work.office.address)
  const heard = await page.evaluate(async () => {
    const list: Record<string, { file: string; ms: number }> = await (await fetch('/voice/manifest.json')).json()
    const context = new OfflineAudioContext(1, 24_000, 24_000)
    const listen = async ([id, { file, ms }]: [string, { file: string; ms: number }]) => {
      const buffer = await context.decodeAudioData(await (await fetch(`/voice/${file}`)).arrayBuffer())
      let [peak, power] = [0, 0]
      for (const sample of buffer.getChannelData(0)) {
        peak = Math.max(peak, Math.abs(sample))
        power += sample * sample
      }
      return { id, ms: buffer.duration * 1000, listedMs: ms, peak, loudness: 10 * Math.log10(power / buffer.length) }
    }
    const waiting = Object.entries(list)
    const clips: Awaited<ReturnType<typeof listen>>[] = []
    while (waiting.length > 0) clips.push(...(await Promise.all(waiting.splice(0, 24).map(listen))))
    return clips
  })
  expect(heard.length).toBeGreaterThan(700)
  for (const { id, ms, listedMs, peak, loudness } of heard) {
    expect(ms, id).toBeGreaterThan(80)
    expect(ms, id).toBeLessThan(12_000)
    expect(Math.abs(ms - listedMs), id).toBeLessThan(60)
    expect(peak, id).toBeGreaterThan(0.1)
    expect(peak, id).toBeLessThan(0.95)
    expect(loudness, id).toBeGreaterThan(-28)
    expect(loudness, id).toBeLessThan(-14)
  }
  await page.close()
})

test('a call is spoken on the display with the number and the counter that stand there; a muted display says so', async () => {
  const { office } = work
  const pin = await makePin(work, '07')
  const kiosk = await openScreen(work, 'Kios 1')
  const display = await openScreen(work, 'Layar panggil 1')
  const counter = await openScreen(work, 'Loket 1')
  const number = await takeNumber(work, kiosk)
  await openCounter(counter, '07', pin)
  await pressKey(counter, 'F1', number)
  const called = display.locator('.kini.menyala').filter({ hasText: number })
  await called.waitFor()
  const shown = await called.locator('.nomor').innerText()
  const to = /\d+/.exec(await called.locator('.ke').innerText())?.[0] ?? ''
  const once = `Nomor antrean ${spoken(shown)} silakan menuju loket ${spoken(to)}`
  await waitForSaid(display, `${once} ${once}`)
  expect(await saidOn(display)).toBe(`${once} ${once}`)
  await picture(display, 'display-spoken')

  const context = await muted.newContext({ viewport: { width: 1920, height: 1080 } })
  const link = /link\s+(\S+)/.exec(await office.runCli('pair', 'display', '1'))?.[1] ?? ''
  const silent = await context.newPage()
  await silent.goto(link)
  await silent.getByRole('button', { name: 'Pasangkan layar ini' }).click()
  await silent.waitForURL('**/display/1')
  // A touch on the page of the pairing counts for that page alone.
  await silent.goto('about:blank')
  const fresh = await context.newPage()
  await fresh.goto(`${office.address}/display/1`)
  await fresh.getByText('Suara mati. Perhatikan layar.').waitFor()
  await picture(fresh, 'display-muted')
  const reports = async () =>
    (await office.readEvents()).flatMap(({ event }) => (event.type === 'SoundReported' ? [event.status] : []))
  await expect.poll(reports, { timeout: 15_000 }).toEqual(expect.arrayContaining(['ready', 'blocked']))

  await fresh.mouse.click(10, 10)
  await fresh.getByText('Suara mati. Perhatikan layar.').waitFor({ state: 'detached' })
  await context.close()
  expect(work.mistakes).toEqual([])
})

test('a recording that the office puts into its folder is heard from then on, without a restart', async () => {
  const { address, dataDir } = work.office
  const list = async () => VoiceManifest.parse(await (await fetch(`${address}/voice/manifest.json`)).json())
  expect((await list())['id/kosong']?.engine).toMatch(/^espeak-ng /)
  await mkdir(join(dataDir, 'voice/id'), { recursive: true })
  await writeFile(join(dataDir, 'voice/id/kosong.wav'), 'RIFF')
  expect((await list())['id/kosong']).toMatchObject({ engine: 'recording', file: 'id/kosong.wav', words: 'kosong' })
  expect(await (await fetch(`${address}/voice/id/kosong.wav`)).text()).toBe('RIFF')
})

test('who cannot see the kiosk hears each screen and each button, and sets everything off with four keys', async () => {
  const kiosk = await openScreen(work, 'Kios 1')
  await kiosk
    .getByRole('button', { name: 'Selesai' })
    .or(kiosk.getByRole('button', { name: 'Ketik kode' }))
    .first()
    .waitFor()
  await kiosk.reload()
  await kiosk.locator('main h1').waitFor()
  expect(await saidOn(kiosk)).toBe('')
  await pressJackKey(kiosk, 'F15')
  await kiosk.getByRole('button', { name: 'Suara nyala' }).waitFor()
  const headline = await kiosk.locator('main h1').innerText()
  await waitForSaid(kiosk, headline)

  const before = await saidOn(kiosk)
  await kiosk.keyboard.press('ArrowDown')
  await expect.poll(() => saidOn(kiosk), { timeout: 20_000 }).not.toBe(before)
  const focused = (await kiosk.evaluate(() => document.activeElement?.textContent)) ?? ''
  expect(focused.replaceAll(' ', '')).toContain((await saidOn(kiosk)).replaceAll(' ', ''))
  await kiosk.keyboard.press('Space')
  await waitForSaid(kiosk, headline)
  expect(await kiosk.locator('main h1').innerText()).toBe(headline)
  await kiosk.keyboard.press('Enter')
  await waitForHeadline(kiosk, 'Ketik kode dari surat Anda')
  await kiosk.keyboard.type('K', { delay: 200 })
  await waitForSaid(kiosk, /^K$/)
  await picture(kiosk, 'kiosk-guided')

  await kiosk.getByRole('button', { name: 'Suara nyala' }).click()
  await kiosk.getByRole('button', { name: 'Suara keras' }).click()
  await kiosk.getByRole('button', { name: 'Suara', exact: true }).waitFor()
  await pressJackKey(kiosk, 'F15')
  await kiosk.getByRole('button', { name: 'Suara nyala' }).waitFor()
  await pressJackKey(kiosk, 'F16')
  await kiosk.getByRole('button', { name: 'Suara', exact: true }).waitFor()
  expect(work.mistakes).toEqual([])
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makePin,
  type OfficeAtWork,
  openCounter,
  openOfficeAtWork,
  openScreen,
  picture,
  pressKey,
  takeNumber,
} from './support.ts'

let work: OfficeAtWork
let pin: string
let kiosk: Page
let counter: Page
beforeAll(async () => {
  work = await openOfficeAtWork()
  pin = await makePin(work, '07')
  kiosk = await openScreen(work, 'Kios 1')
  counter = await openScreen(work, 'Loket 1')
  await openCounter(counter, '07', pin)
})
afterAll(() => work.close())

const headline = (page: Page, words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor()
const unlock = async (): Promise<void> => {
  await counter.getByLabel('PIN, 6 angka').fill(pin)
  await pressKey(counter, 'Enter', 'Buka kunci')
}
const typesSince = async (from: number): Promise<string[]> =>
  (await work.office.readEvents())
    .slice(from)
    .map(({ event }) => event.type)
    .filter((type) =>
      ['Called', 'Recalled', 'Started', 'StageFinished', 'CounterPaused', 'CounterClosed'].includes(type),
    )

test('a counter is locked with a case in hand, shows nothing but its number, and goes on after the PIN', {
  tags: ['F41', 'W10'],
}, async () => {
  const number = await takeNumber(work, kiosk)
  const waiting = await takeNumber(work, kiosk)
  await pressKey(counter, 'F1', `Panggil ${number}`)
  await pressKey(counter, 'F2', 'Mulai layani')
  await counter.getByLabel('e-KTP').first().check()
  await pressKey(counter, 'F11', 'Kunci')
  await headline(counter, `Terkunci. ${number} tetap di loket ini.`)
  await picture(counter, 'counter-locked')
  expect(await counter.locator('body').innerText()).not.toContain(waiting)
  expect(await counter.getByLabel('Nomor petugas').inputValue()).toBe('07')
  await unlock()
  await pressKey(counter, 'F2', 'Teruskan ke')
  await counter.getByText(`${number} diteruskan`).first().waitFor()
  await pressKey(counter, 'F1', `Panggil ${waiting}`)
  await pressKey(counter, 'F2', 'Mulai layani')
})

test('a counter whose server falls silent is dead within a second or two, sends nothing later, and keeps its case', async () => {
  const { office } = work
  const primary = counter.locator('button[aria-keyshortcuts="F2"]')
  await primary.filter({ hasText: 'Teruskan' }).waitFor()
  const from = (await office.readEvents()).length
  await pressKey(counter, 'F2', 'Teruskan ke')
  await expect.poll(() => typesSince(from)).toEqual(['StageFinished'])
  const number = await takeNumber(work, kiosk)
  await pressKey(counter, 'F1', `Panggil ${number}`)
  await pressKey(counter, 'F2', 'Mulai layani')
  await primary.filter({ hasText: 'Teruskan' }).waitFor()

  const startMs = performance.now()
  office.freeze()
  await counter.getByText('Tidak ada yang dikirim nanti').waitFor()
  // The socket alone would notice after 16 s; the pulse does after one, on a machine with nothing else to do.
  expect(performance.now() - startMs).toBeLessThan(6000)
  expect(await primary.isDisabled()).toBe(true)
  await picture(counter, 'counter-silent')
  for (const key of ['F2', 'F4', 'F5', 'NumpadEnter']) await counter.keyboard.press(key)
  office.thaw()
  await counter.getByText('Tersambung', { exact: true }).waitFor()
  expect(await primary.isDisabled()).toBe(false)
  expect(await typesSince(from)).toEqual(['StageFinished', 'Called', 'Started'])

  await office.kill()
  await counter.getByText('Tidak ada yang dikirim nanti').waitFor()
  await office.start()
  await pressKey(counter, 'F2', 'Teruskan ke')
  await counter.getByText(`${number} diteruskan`).first().waitFor()
})

test('a day is worked on a number pad: call, recall, start, finish, call a number, pause, undo', async () => {
  const from = (await work.office.readEvents()).length
  const pad = async (key: string, words: string | RegExp): Promise<void> => {
    await counter
      .locator('button:not([disabled]):not([aria-disabled="true"])')
      .filter({ hasText: words })
      .first()
      .waitFor()
    await counter.keyboard.press(key)
  }
  const number = await takeNumber(work, kiosk)
  await pad('NumpadEnter', `Panggil ${number}`)
  await pad('Shift+Numpad3', 'Panggil ulang')
  await pad('NumpadEnter', 'Mulai layani')
  await pad('NumpadEnter', 'Teruskan ke')
  await pad('Shift+NumpadDecimal', 'Urungkan')
  await pad('NumpadEnter', 'Teruskan ke')
  const other = await takeNumber(work, kiosk)
  await pad('Shift+Numpad8', 'Panggil nomor tertentu')
  await counter
    .getByLabel('Nomor')
    .first()
    .pressSequentially(String(Number(other.slice(1))))
  await counter.keyboard.press('NumpadEnter')
  await counter.keyboard.press('Shift+Numpad1')
  await counter.keyboard.press('NumpadEnter')
  await pad('NumpadEnter', 'Mulai layani')
  await pad('NumpadEnter', 'Teruskan ke')
  await pad('Shift+Numpad9', 'Jeda')
  await counter.keyboard.press('Shift+Numpad1')
  await pad('NumpadEnter', 'Jeda loket')
  await pad('NumpadEnter', 'Buka lagi')
  await counter.locator('button[aria-keyshortcuts="F1"]').waitFor()
  expect(await typesSince(from)).toEqual([
    ...['Called', 'Recalled', 'Started', 'StageFinished', 'StageFinished', 'Called', 'Started', 'StageFinished'],
    'CounterPaused',
  ])
})

test('the small window has the number, the primary and the way back, and the keys work in it', async () => {
  const number = await takeNumber(work, kiosk)
  await counter.evaluate(() => Reflect.deleteProperty(window, 'documentPictureInPicture'))
  const opening = counter.waitForEvent('popup')
  await counter.getByRole('button', { name: 'Jendela kecil' }).first().click()
  const small = await opening
  await small.setViewportSize({ width: 420, height: 220 })
  await pressKey(small, 'F1', `Panggil ${number}`)
  await pressKey(small, 'F2', 'Mulai layani')
  await small.locator('.nomor', { hasText: number }).waitFor()
  await picture(small, 'counter-small')
  expect(await small.locator('table').isVisible()).toBe(false)
  await pressKey(small, 'F2', 'Teruskan ke')
  await counter.locator('button[aria-keyshortcuts="F1"]').waitFor()
  // The press closes the very page that is pressed, sometimes before the press is told to be over.
  const closing = small.waitForEvent('close')
  await small
    .getByRole('button', { name: 'Buka penuh' })
    .click({ noWaitAfter: true })
    .catch(() => undefined)
  await closing
})

test('a window above all others is drawn by this page itself, with its keys', async () => {
  const number = await takeNumber(work, kiosk)
  // The window itself is the browser's; here it is a plain one, with the page's own documents and styles.
  await counter.evaluate(() =>
    Reflect.set(window, 'documentPictureInPicture', {
      requestWindow: async () => window.open('', '', 'popup,width=420,height=220'),
    }),
  )
  const opening = counter.waitForEvent('popup')
  await counter.getByRole('button', { name: 'Jendela kecil' }).first().click()
  const small = await opening
  await small.setViewportSize({ width: 420, height: 220 })
  await pressKey(small, 'F1', `Panggil ${number}`)
  await pressKey(small, 'F2', 'Mulai layani')
  await pressKey(small, 'F2', 'Teruskan ke')
  await counter.getByText(`${number} diteruskan`).first().waitFor()
  await picture(small, 'counter-floating')
  // The press closes the very page that is pressed, sometimes before the press is told to be over.
  const closing = small.waitForEvent('close')
  await small
    .getByRole('button', { name: 'Buka penuh' })
    .click({ noWaitAfter: true })
    .catch(() => undefined)
  await closing
})

test('a counter that nobody touches locks itself; closed with F9 it is left with Keluar', async () => {
  await counter.clock.install()
  await counter.reload()
  await counter.locator('button[aria-keyshortcuts="F1"]').waitFor()
  await counter.clock.fastForward('04:40')
  await counter.getByText('Terkunci dalam').waitFor()
  await counter.clock.fastForward('00:30')
  await headline(counter, 'Terkunci. Loket ini tetap buka.')
  await unlock()
  await pressKey(counter, 'F9', 'Jeda')
  await counter.getByLabel('Tutup loket').check()
  await counter.keyboard.press('Enter')
  await pressKey(counter, 'F11', 'Keluar')
  await headline(counter, 'Masuk ke Loket 1')
  expect(await counter.getByLabel('Nomor petugas').inputValue()).toBe('')
  expect(work.mistakes).toEqual([])
})

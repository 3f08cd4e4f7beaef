import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makePin,
  type OfficeAtWork,
  openCounter,
  openOfficeAtWork,
  openScreen,
  picture,
  pressKey,
  SIZES,
  takeNumber,
} from './support.ts'

let work: OfficeAtWork
let context: BrowserContext
let phone: Page
let counter: Page
let number: string
beforeAll(async () => {
  work = await openOfficeAtWork()
})
afterAll(() => work.close())

const kept = (): Promise<string[]> => phone.evaluate(() => Object.keys(localStorage))

test('the address of the slip shows the ticket', async () => {
  const pin = await makePin(work, '07')
  const kiosk = await openScreen(work, 'Kios 1')
  counter = await openScreen(work, 'Loket 1')
  await openCounter(counter, '07', pin)
  number = await takeNumber(work, kiosk)
  const given = (await work.office.readEvents()).find(({ event }) => event.type === 'CheckedIn')?.event
  if (given?.type !== 'CheckedIn') throw new Error('the journal holds no number')
  context = await work.newBrowser()
  phone = await context.newPage()
  await phone.setViewportSize(SIZES.phone)
  await phone.addInitScript(() => {
    const shaken: unknown[] = []
    Reflect.set(window, 'shaken', shaken)
    Reflect.set(Navigator.prototype, 'vibrate', (pulses: unknown) => shaken.push(pulses) > 0)
  })
  await phone.goto(await work.office.statusAddress(given.ticketId))
  await phone.locator('.nomor', { hasText: number }).waitFor()
})

test('the ticket can be kept on the home screen, and opens there', async () => {
  await phone.locator('link[rel="manifest"]').waitFor({ state: 'attached' })
  const devtools = await context.newCDPSession(phone)
  const { errors, data } = await devtools.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(JSON.parse(data ?? '{}').start_url).toBe(new URL(phone.url()).pathname)
  for (const { src } of JSON.parse(data ?? '{}').icons) {
    const icon = await phone.request.get(new URL(src, phone.url()).href)
    expect([icon.status(), icon.headers()['content-type']]).toEqual([200, 'image/png'])
  }
})

test('opened without a line it shows the number and how old it is, and is live again by itself', async () => {
  const { office } = work
  const stores = () => phone.evaluate(async () => (await caches.match('/t/'))?.status ?? (await caches.keys()).join())
  await expect.poll(stores, { timeout: 20_000 }).toBe(200)
  await phone.evaluate(async () => void (await navigator.serviceWorker.ready))
  await office.stop()
  await phone.reload()
  await phone.locator('.nomor', { hasText: number }).waitFor()
  await phone.getByText('Lihat layar ruang tunggu').waitFor()
  await picture(phone, 'phone-offline')
  await office.start()
  await phone.getByText('Diperbarui').waitFor({ timeout: 30_000 })
})

test('an armed phone shakes and says in its title where to go', async () => {
  await phone.getByRole('button', { name: 'Bunyikan saat nomor saya dipanggil' }).click()
  await phone.getByText('Akan berbunyi saat dipanggil').waitFor()
  await pressKey(counter, 'F1', `Panggil ${number}`)
  await phone.getByText('Silakan menuju').waitFor()
  await expect.poll(() => phone.title()).toBe(`Loket 1 · ${number}`)
  await picture(phone, 'phone-called')
  const shaken = () => phone.evaluate(() => Reflect.get(window, 'shaken'))
  await expect.poll(shaken).toContainEqual([400, 200, 400, 200, 400])
})

test('a ticket that ended is forgotten', async () => {
  const unknown = new URL(`/t/${'U'.repeat(22)}`, phone.url()).href
  await phone.evaluate(() => {
    const [mine = ''] = Object.keys(localStorage)
    localStorage.setItem(`antrean-ticket-${'U'.repeat(22)}`, localStorage.getItem(mine) ?? '')
  })
  expect(await kept()).toHaveLength(2)
  await phone.goto(unknown)
  await phone.getByText('Tiket ini sudah berakhir.').waitFor()
  await expect.poll(kept).toHaveLength(1)
  expect(work.mistakes).toEqual([])
})

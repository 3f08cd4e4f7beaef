import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import {
  makeCode,
  makePin,
  type OfficeAtWork,
  openCounter,
  openOfficeAtWork,
  openScreen,
  pressKey,
  SIZES,
  scan,
  takeNumber,
  waitForHeadline,
  waitForPaper,
} from './support.ts'

let work: OfficeAtWork
beforeAll(async () => {
  work = await openOfficeAtWork()
})
afterAll(() => work.close())

test('the pages of the house have no barrier', async () => {
  const { house } = work
  const fresh = await (await work.newBrowser()).newPage()
  await fresh.goto(work.office.printed())
  await fresh.getByRole('button', { name: 'Buka kantor ini' }).waitFor()
  expect(await findBarriers(fresh)).toEqual([])
  await makePin(work, '07')
  expect(await findBarriers(house)).toEqual([])
  await house.getByRole('button', { name: 'Coba dengan janji contoh' }).click()
  await house.locator('.contoh-satu').first().waitFor()
  expect(await findBarriers(house)).toEqual([])
  await house.getByRole('button', { name: 'Layar dan petugas' }).click()
  await house.getByRole('button', { name: 'Perangkat' }).click()
  await house.getByRole('heading', { name: 'Pencetak 1' }).waitFor()
  expect(await findBarriers(house)).toEqual([])
  await house.setViewportSize(SIZES.phone)
  expect(await findBarriers(house)).toEqual([])
  expect(await house.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await house.setViewportSize(SIZES.house)
  await house.getByRole('button', { name: 'Layar dan petugas' }).click()
  expect(work.mistakes).toEqual([])
})

test('the kiosk has no barrier from the start to a number and a verdict', async () => {
  const kiosk = await openScreen(work, 'Kios 1')
  await waitForHeadline(kiosk, 'Pindai kode M-Paspor Anda')
  expect(await findBarriers(kiosk)).toEqual([])
  await kiosk.getByRole('button', { name: 'Ketik kode' }).click()
  await waitForHeadline(kiosk, 'Ketik kode dari surat Anda')
  expect(await findBarriers(kiosk)).toEqual([])
  await scan(kiosk, await makeCode(work, 'wrong-day'))
  await waitForHeadline(kiosk, 'Janji Anda bukan hari ini')
  expect(await findBarriers(kiosk)).toEqual([])
  await takeNumber(work, kiosk)
  expect(await findBarriers(kiosk)).toEqual([])
  for (const mode of ['Huruf besar', 'Kontras', 'Tombol rendah', 'English'])
    await kiosk.getByRole('button', { name: mode }).click()
  await waitForHeadline(kiosk, 'You are on time')
  expect(await findBarriers(kiosk)).toEqual([])
  expect(work.mistakes).toEqual([])
})

test('counter, display and phone have no barrier while somebody is called and served', async () => {
  const pin = await makePin(work, '08')
  const kiosk = await openScreen(work, 'Kios 1')
  const display = await openScreen(work, 'Layar panggil 1')
  const counter = await openScreen(work, 'Loket 1')
  await waitForHeadline(kiosk, 'Pindai kode M-Paspor Anda')
  const paper = await waitForPaper(work, await takeNumber(work, kiosk))
  expect(paper.lines.length).toBeGreaterThan(0)
  await counter.getByLabel('Nomor petugas').waitFor()
  expect(await findBarriers(counter)).toEqual([])
  await openCounter(counter, '08', pin)
  expect(await findBarriers(counter)).toEqual([])
  await pressKey(counter, 'F1', 'Panggil')
  await display.locator('.kini.menyala').waitFor()
  expect(await findBarriers(display)).toEqual([])
  await pressKey(counter, 'F2', 'Mulai layani')
  await counter.getByRole('button', { name: 'Teruskan ke' }).waitFor()
  expect(await findBarriers(counter)).toEqual([])

  const events = await work.office.readEvents()
  const started = events.flatMap(({ event }) => (event.type === 'Started' ? [event.ticketId] : []))
  const phone = await work.context.newPage()
  await phone.setViewportSize(SIZES.phone)
  await phone.goto(await work.office.statusAddress(started[0] ?? ''))
  await phone.getByText('Loket 1').waitFor()
  expect(await findBarriers(phone)).toEqual([])
  expect(work.mistakes).toEqual([])
})

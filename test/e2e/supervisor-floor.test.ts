import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import { openDesk } from './supervisor.ts'
import {
  makePin,
  type OfficeAtWork,
  openCounter,
  openOfficeAtWork,
  openScreen,
  picture,
  takeNumber,
} from './support.ts'

let work: OfficeAtWork
beforeAll(async () => {
  work = await openOfficeAtWork()
})
afterAll(() => work.close())

/** The sheet whose heading begins with this name; its table scrolls in a region of its own. */
const card = (desk: Page, name: string) => desk.getByRole('region', { name }).first()

test('a supervisor sees the floor, moves and cancels a number, announces, and records an outage with whom it touched', async () => {
  const { office } = work
  const pin = await makePin(work, '07')
  const desk = await openDesk(work, '90')
  await desk.getByRole('heading', { name: 'Lantai', exact: true }).waitFor()
  const kiosk = await openScreen(work, 'Kios 1')
  const counter = await openScreen(work, 'Loket 1')
  await openCounter(counter, '07', pin)
  const number = await takeNumber(work, kiosk)

  await card(desk, 'Cari nomor').getByRole('rowheader', { name: number }).waitFor()
  const call = counter.locator('button[aria-keyshortcuts="F1"]').filter({ hasText: `Panggil ${number}` })
  const called = card(desk, 'Loket').getByRole('row', { name: new RegExp(`1 Memanggil ${number}`) })
  // A counter that just missed a pulse sends nothing: staff press again.
  await vi.waitFor(async () => {
    if (!(await called.isVisible())) await call.press('Enter', { timeout: 2_000 })
    await called.waitFor({ timeout: 5_000 })
  }, 30_000)
  await picture(desk, 'supervisor-floor')
  expect(await findBarriers(desk)).toEqual([])

  await desk.getByRole('button', { name: `Pindahkan ${number}` }).click()
  await desk.getByRole('dialog').getByLabel('Tujuan').selectOption({ label: 'Kembali ke antrean tahapnya' })
  await picture(desk, 'supervisor-move')
  expect(await findBarriers(desk)).toEqual([])
  await desk.getByRole('dialog').getByRole('button', { name: 'Pindahkan' }).click()
  await card(desk, 'Cari nomor')
    .getByRole('row', { name: new RegExp(`${number}.*Menunggu`) })
    .waitFor()
  await counter
    .locator('button[aria-keyshortcuts="F1"]')
    .filter({ hasText: `Panggil ${number}` })
    .waitFor()

  await desk.getByRole('button', { name: 'Umumkan' }).click()
  await desk.getByLabel(/^Bahasa Indonesia/).fill('Musala pindah ke lantai 2')
  await desk.getByRole('button', { name: 'Umumkan sekarang' }).click()
  await desk.getByText('Musala pindah ke lantai 2').waitFor()
  await desk.getByRole('button', { name: 'Akhiri pengumuman' }).click()
  await desk.getByText('Musala pindah ke lantai 2').waitFor({ state: 'detached' })

  await desk.getByRole('button', { name: 'Catat gangguan' }).click()
  await desk.getByLabel('listrik').check()
  await desk.getByRole('dialog').getByRole('button', { name: 'Catat gangguan' }).click()
  await desk.getByText('Gangguan listrik sejak').waitFor()
  await desk.getByRole('button', { name: 'Gangguan selesai' }).click()
  await desk.getByRole('button', { name: 'Yang terdampak' }).click()
  await desk.getByRole('dialog').getByRole('rowheader', { name: number }).waitFor()
  await picture(desk, 'supervisor-affected')
  expect(await findBarriers(desk)).toEqual([])
  for (const format of ['CSV', 'XLSX']) {
    const download = desk.waitForEvent('download')
    await desk.getByRole('dialog').getByRole('link', { name: format }).click()
    expect((await download).suggestedFilename()).toMatch(new RegExp(`^gangguan-.*\\.${format.toLowerCase()}$`))
  }
  await desk.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click()

  await desk.getByRole('button', { name: `Batalkan ${number}` }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Batalkan' }).click()
  await card(desk, 'Cari nomor').getByText('Tidak ada yang menunggu.').waitFor()

  await desk.getByRole('link', { name: 'Perangkat' }).click()
  await desk.getByRole('heading', { name: 'Perangkat', exact: true }).waitFor()
  await desk.getByText('Kertas yang belum pasti keluar').waitFor()
  expect(await findBarriers(desk)).toEqual([])
  await desk.getByRole('button', { name: 'Keluar' }).click()
  await desk.getByRole('heading', { name: 'Masuk ke meja pengawas' }).waitFor()
  expect(await findBarriers(desk)).toEqual([])

  const acts = (await office.readEvents()).flatMap(({ event, by }) =>
    event.type === 'Overridden' ? [[event.act, event.staff, by.role]] : [],
  )
  expect(acts).toEqual([
    ['reassigned', '90', 'supervisor'],
    ['cancelled', '90', 'supervisor'],
  ])
  expect(work.mistakes).toEqual([])
})

test('staff do not get in, and are told why', async () => {
  const pin = await makePin(work, '08')
  const page = await (await work.newBrowser()).newPage()
  await page.goto(`${work.office.address}/supervisor`)
  await page.getByLabel('Nomor petugas').fill('08')
  await page.getByLabel(/^PIN/).fill(pin)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.getByText('Nomor ini bukan nomor pengawas.').waitFor()
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

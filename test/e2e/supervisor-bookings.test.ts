import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../server/days.ts'
import { makeWorkbook } from '../agenda/make-workbook.ts'
import { DENPASAR } from '../support/denpasar.ts'
import { findBarriers } from './find-barriers.ts'
import { type OfficeProcess, startOffice } from './office-process.ts'
import { openBrowser } from './support.ts'

const today = dayOf(Date.now(), DENPASAR.zone)
/** Today as Excel counts days from 1900. */
const SERIAL = Date.parse(today) / 86_400_000 + 25_569
const TEN = 0.41666666666666669
const ELEVEN = 0.45833333333333331

let office: OfficeProcess
let browser: Browser
let page: Page
const mistakes: string[] = []

beforeAll(async () => {
  office = await startOffice({ example: false })
  browser = await openBrowser()
  const made: { pin: string } = JSON.parse(await office.runCli('pin', '21', '--supervisor', '--json'))
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('pageerror', (error) => mistakes.push(error.message))
  await page.goto(`${office.address}/supervisor/bookings`)
  await page.getByLabel('Nomor petugas').fill('21')
  await page.getByLabel('PIN (6 angka)').fill(made.pin)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Janji' }).waitFor()
})
afterAll(async () => {
  await browser.close()
  await office.remove()
})

const upload = (name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
const told = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor()
const find = async (text: string) => {
  await page.getByLabel('Kode janji atau nomor antrean').fill(text)
  await press('Cari')
}

test('a workbook with headings of its own is mapped once, looked at, and its good lines enter', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => [
    ...[`COD${10_000 + i}`, { day: SERIAL }, { time: TEN }, { time: ELEVEN }, i === 7 ? 'Paspor emas' : 'Paspor baru'],
    'Budi Santoso',
  ])
  await upload('janji.xlsx', makeWorkbook([['No Permohonan', 'Tgl', 'Mulai', 'Selesai', 'Jenis', 'Nama'], ...rows]))
  await page.getByRole('heading', { name: 'Kolom mana yang mana?' }).waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/COD10000|Budi/)
  const means = { 'No Permohonan': 'code', Tgl: 'day', Mulai: 'window', Selesai: 'until', Jenis: 'service' }
  for (const [heading, column] of Object.entries(means))
    await page.getByLabel(`Artinya: ${heading}`).selectOption(column)
  await press('Ingat dan baca lagi')
  await page.getByRole('heading', { name: 'Yang akan berubah' }).waitFor()
  expect(await page.getByRole('region', { name: 'Baris bermasalah' }).innerText()).toContain('Layanan tidak dikenal')
  await expect.poll(() => page.locator('main').innerText()).toMatch(/lebih \d+/)
  await press('Masukkan baris yang baik (59)')
  await told('Masuk: 59 baru, 0 berubah, 0 tetap.')
  // The page asks for the hours anew once the rows are in.
  const hours = page.getByRole('region', { name: 'Janji per jam' }).last()
  await expect.poll(() => hours.innerText()).toMatch(/10\.00–11\.00\s+59\s+0/)
})

test('a damaged workbook is refused in words', async () => {
  await upload('rusak.xlsx', Buffer.from('PK\u0003\u0004\u0014\u0000'))
  await page.getByText('Berkas Excel rusak').waitFor()
  await press('Jangan masukkan')
})

test('a booking is added, found by its code, and given another hour', async () => {
  await press('Tambah janji')
  await page.getByLabel('Kode janji', { exact: true }).fill('ABCD2345')
  await page.getByLabel('Jam mulai').fill('13.00')
  await page.getByLabel('Jam selesai').fill('14.00')
  await press('Simpan')
  await told('Janji tersimpan.')
  await find('zzzz9999')
  await told('Tidak ditemukan')
  await find('abcd2345')
  await page.getByText('13.00–14.00, Paspor baru').waitFor()
  await press('Ubah')
  await page.getByLabel('Jam selesai').fill('15.00')
  await press('Simpan')
  await told('Janji tersimpan.')
  await find('ABCD2345')
  await page.getByText('13.00–15.00, Paspor baru').waitFor()
  expect(page.url()).not.toContain('ABCD')
})

test('a visit kept on paper gets its number, and is found by it', async () => {
  await press('Ketik kunjungan kertas')
  await page.getByLabel('Jam datang').fill('00.00')
  await page.getByLabel('Kode janji (bila ada)').fill('COD10001')
  await press('Simpan')
  await told('Nomor antreannya A001')
  await find('A001')
  await page.getByText('menunggu').waitFor()
  const [came] = (await office.readEvents()).flatMap(({ event }) => (event.type === 'CheckedIn' ? [event] : []))
  expect(came).toMatchObject({ by: 'staff', number: 'A001', cameAt: expect.any(Number) })
})

test('a source that does not answer is told with its time, and stops nothing', async () => {
  await press('Atur sumber')
  await page.getByLabel(/^Alamat/).fill('http://127.0.0.1:9/janji?hari={day}')
  await page.getByLabel('Token').fill('rahasia-sekali')
  await press('Simpan')
  await page.getByText('http://127.0.0.1:9/janji?hari={day}').waitFor()
  await press('Ambil sekarang')
  await page.getByText('Sumber tidak menjawab').first().waitFor()
  expect(await page.content()).not.toContain('rahasia')
  expect(await findBarriers(page)).toEqual([])
  expect(mistakes).toEqual([])
})

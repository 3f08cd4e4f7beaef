import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OfficeAtWork, openOfficeAtWork, picture } from './support.ts'

let atWork: OfficeAtWork
let desk: Page
beforeAll(async () => {
  atWork = await openOfficeAtWork()
  const said = await atWork.office.runCli('pin', '90', '--supervisor')
  const pin = /PIN +(\d{6})/.exec(said)?.[1] ?? ''
  const context = await atWork.newBrowser()
  desk = await context.newPage()
  await desk.setViewportSize({ width: 1440, height: 900 })
  desk.on('dialog', (dialog) => void dialog.accept())
  await desk.goto(`${atWork.office.address}/supervisor/office/rules`)
  await desk.getByLabel('Nomor petugas').fill('90')
  await desk.getByLabel('PIN (6 angka)').fill(pin)
  await desk.getByRole('button', { name: 'Masuk' }).click()
})
afterAll(() => atWork.close())

const grace = () => desk.getByLabel('Kelonggaran terlambat')

test('a number of the rules is changed after its review, and taken back with one click', async () => {
  await grace().fill('90')
  await desk.getByRole('button', { name: 'Tinjau perubahan' }).click()
  await desk.getByText('Kelonggaran terlambat: paling banyak 60').first().waitFor()
  expect(await grace().inputValue()).toBe('90')
  await picture(desk, 'office-problem')
  await grace().fill('20')
  await desk.getByRole('button', { name: 'Tinjau perubahan' }).click()
  await desk.getByText('Kelonggaran terlambat: dari 15 menjadi 20').waitFor()
  await picture(desk, 'office-review')
  await desk.getByRole('button', { name: 'Simpan', exact: true }).click()
  await desk.getByText('Tersimpan, versi 2.').waitFor()
  await desk.getByRole('button', { name: 'Urungkan' }).click()
  await desk.getByText('Tersimpan, versi 3.').waitFor()
  await expect.poll(() => grace().inputValue()).toBe('15')
})

test('what is typed goes along from part to part, and the history says who did what', async () => {
  await desk.getByRole('link', { name: 'Nama & waktu' }).click()
  await desk.getByLabel('Nama kantor').fill('Kanim Kotabumi')
  await desk.getByRole('link', { name: 'Jam kerja & kalender' }).click()
  await desk.getByRole('link', { name: 'Nama & waktu' }).click()
  expect(await desk.getByLabel('Nama kantor').inputValue()).toBe('Kanim Kotabumi')
  await desk.getByRole('button', { name: 'Tinjau perubahan' }).click()
  await desk.getByRole('button', { name: 'Simpan', exact: true }).click()
  await desk.getByText('Tersimpan, versi 4.').waitFor()
  await desk.getByRole('link', { name: 'Riwayat' }).click()
  const newest = desk.getByRole('row').nth(1)
  await expect.poll(() => newest.innerText()).toContain('Kanim Kotabumi')
  expect(await newest.innerText()).toContain('pengawas 90')
  await picture(desk, 'office-history')
})

test('staff get a PIN that is shown once, and a kiosk its link', async () => {
  await desk.getByRole('link', { name: 'Petugas', exact: true }).click()
  await desk.getByLabel('Nomor petugas (2 sampai 6 angka)').fill('07')
  await desk.getByRole('button', { name: 'Tambah dan buat PIN' }).click()
  await desk.getByText(/PIN petugas 07: \d{3} \d{3}\./).waitFor()
  await desk.getByRole('button', { name: 'Sudah dicatat' }).click()
  await desk.getByRole('row', { name: '07' }).waitFor()
  await picture(desk, 'office-staff')
  await desk.getByRole('navigation', { name: 'Bagian kantor' }).getByRole('link', { name: 'Perangkat' }).click()
  await desk.getByRole('button', { name: 'Pasangkan', exact: true }).click()
  const link = await desk.locator('code').innerText()
  await picture(desk, 'office-devices')
  const kiosk = await (await atWork.newBrowser()).newPage()
  await kiosk.goto(link)
  await kiosk.getByRole('button', { name: 'Pasangkan layar ini' }).click()
  await kiosk.waitForURL(/\/kiosk\/1$/)
  await desk.getByRole('button', { name: 'Sudah dicatat' }).click()
  await desk.getByText('Tersambung').waitFor()
  await kiosk.close()
  await desk.getByRole('button', { name: 'Cabut Kios 1' }).click()
  await desk.getByRole('button', { name: 'Cabut Kios 1' }).waitFor({ state: 'detached' })
})

test('the assistant makes the example the office of its own, step by step, and is resumed where it was left', async () => {
  await desk.goto(`${atWork.office.address}/supervisor`)
  await desk.getByText('Kantor ini masih kantor contoh.').waitFor()
  await desk.getByRole('button', { name: 'Buka penyiapan' }).click()
  await desk.getByLabel('Nama kantor').fill('Kantor Imigrasi Kotabumi')
  const next = () => desk.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await next()
  await desk.getByLabel('Berapa loket untuk Verifikasi berkas?').selectOption('3')
  await next()
  await desk.getByRole('heading', { name: /Bolehkan petugas wawancara/ }).waitFor()
  await desk.reload()
  await desk.getByLabel('Tidak', { exact: true }).check()
  await desk.getByLabel('Ya, disarankan').check()
  await picture(desk, 'office-set-up')
  await next()
  await desk.getByRole('heading', { name: 'Jam kerja sepekan' }).waitFor()
  await next()
  await desk.getByRole('heading', { name: 'Petugas baru' }).waitFor()
  await next()
  await desk.getByRole('heading', { name: 'Pasangkan perangkat' }).waitFor()
  await next()
  await desk.getByText('Kantor contoh: dari ya menjadi tidak').waitFor()
  await picture(desk, 'office-set-up-done')
  await desk.getByRole('button', { name: 'Selesai' }).click()
  await desk.getByRole('heading', { name: 'Kantor', exact: true }).waitFor()
  await expect
    .poll(async () => {
      const { event } =
        (await atWork.office.readEvents()).findLast((one) => one.event.type === 'OfficeConfigured') ?? {}
      return (
        event?.type === 'OfficeConfigured' && { example: event.office.example, helps: event.office.counters[3]?.helps }
      )
    })
    .toEqual({ example: false, helps: ['documents'] })
  expect(atWork.mistakes).toEqual([])
})

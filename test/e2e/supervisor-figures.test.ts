import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import { openDesk } from './supervisor.ts'
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
beforeAll(async () => {
  work = await openOfficeAtWork()
})
afterAll(() => work.close())

test('a supervisor sees no figures before the first number, then the day, its tables as files, and the month on paper', async () => {
  const pin = await makePin(work, '07')
  const desk = await openDesk(work, '90', '/figures')
  await desk.getByText('Belum ada pemohon di rentang ini.').waitFor()
  expect(await findBarriers(desk)).toEqual([])

  const kiosk = await openScreen(work, 'Kios 1')
  const counter = await openScreen(work, 'Loket 1')
  await openCounter(counter, '07', pin)
  const number = await takeNumber(work, kiosk)
  await pressKey(counter, 'F1', `Panggil ${number}`)
  await pressKey(counter, 'F2', 'Mulai layani')

  await desk.getByRole('button', { name: 'Hari', exact: true }).click()
  await desk.getByText('1 hari kerja, 1 pemohon').waitFor()
  await desk.getByRole('region', { name: 'Per jalur' }).getByRole('row', { name: /1/ }).first().waitFor()
  await picture(desk, 'supervisor-figures')
  expect(await findBarriers(desk)).toEqual([])
  for (const [format, begins] of [
    ['CSV', '\ufeffJalur;Pemohon;'],
    ['XLSX', 'PK'],
  ] as const) {
    const download = desk.waitForEvent('download')
    await desk.getByRole('link', { name: `${format}, Per jalur` }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^angka-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d-lanes\.(csv|xlsx)$/)
    const path = join(mkdtempSync(join(tmpdir(), 'antrean-export-')), 'file')
    await file.saveAs(path)
    expect(readFileSync(path, 'utf8').startsWith(begins)).toBe(true)
  }

  await desk.getByRole('button', { name: 'Rentang', exact: true }).click()
  await desk.getByRole('textbox', { name: 'Dari' }).fill('31/2/2026')
  await desk.getByRole('textbox', { name: 'Dari' }).press('Enter')
  await desk.getByText('Tulis tanggal seperti 24/11/2026').waitFor()
  await desk.getByRole('textbox', { name: 'Dari' }).fill('1.1.2026')
  await desk.getByRole('textbox', { name: 'Dari' }).press('Enter')
  await desk.getByText(/1 Januari( 2026)? – /).waitFor()

  const opened = desk.waitForEvent('popup')
  await desk.getByRole('link', { name: 'Laporan' }).click()
  const report = await opened
  await report.getByRole('heading', { name: 'Laporan bulanan layanan paspor' }).waitFor()
  await report.getByText('Dipanggil dalam jamnya').first().waitFor()
  expect(await findBarriers(report)).toEqual([])
  await report.emulateMedia({ media: 'print' })
  expect(await report.getByRole('navigation').isVisible()).toBe(false)
  expect(await report.getByRole('button', { name: 'Cetak' }).isVisible()).toBe(false)
  expect((await report.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-')
  expect(work.mistakes).toEqual([])
})

import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReceiver } from '../webhooks/receiver.ts'
import { openDesk } from './supervisor.ts'
import { type OfficeAtWork, openOfficeAtWork, picture } from './support.ts'

let atWork: OfficeAtWork
let receiver: Awaited<ReturnType<typeof openReceiver>>
let desk: Page
beforeAll(async () => {
  receiver = await openReceiver()
  atWork = await openOfficeAtWork()
  desk = await openDesk(atWork, '90', '/webhooks')
  desk.on('dialog', (dialog) => void dialog.accept())
})
afterAll(async () => {
  await atWork.close()
  await receiver.close()
})

const goTo = (page: string) => desk.getByRole('navigation').getByRole('link', { name: page }).click()

test('webhooks: a receiver is added, its secret shown once; a test and the next event arrive signed', async () => {
  await desk.getByRole('button', { name: 'Tambah penerima' }).click()
  await desk.getByLabel('Alamat').fill('http://169.254.169.254/latest')
  await desk.getByLabel('Gangguan mulai').check()
  await desk.getByRole('button', { name: 'Simpan' }).click()
  await desk.getByText('alamat yang tidak boleh dipakai').waitFor()
  await desk.getByLabel('Alamat').fill(receiver.url)
  await desk.getByRole('button', { name: 'Simpan' }).click()
  expect(await desk.locator('output').innerText()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  await desk.getByRole('button', { name: /^Kirim uji/ }).click()
  await desk.getByText('Sampai (204)').first().waitFor()
  await atWork.office.runCli('outage', 'power')
  await receiver.hasGot(2)
  await picture(desk, 'webhooks')
  const types = receiver.got.map(({ body }) => JSON.parse(body).type)
  expect(types).toEqual(['test', 'outage.started'])
  for (const { headers } of receiver.got) expect(headers['webhook-signature']).toMatch(/^v1,/)
  await desk.reload()
  await desk.getByRole('cell', { name: 'outage.started' }).waitFor()
  expect(await desk.locator('output').count()).toBe(0)
})

test('retention: what is kept and how long stands there, and a run at once is reported', async () => {
  await goTo('Retensi')
  await desk.getByRole('rowheader', { name: 'Berkas daftar janji dan laporannya' }).first().waitFor()
  await desk.getByRole('button', { name: 'Jalankan sekarang' }).click()
  await desk.getByText(/^Selesai\. Yang dihapus: \d+\.$/).waitFor()
  await desk.getByText(/oleh pengawas 90$/).waitFor()
  await picture(desk, 'retention')
})

test('audit: what was done stands there with who did it, is narrowed, taken away, and the chain is sound', async () => {
  await goTo('Audit')
  const rows = desk.getByRole('row')
  await expect.poll(() => rows.nth(1).innerText()).toContain('Pengawas 90')
  await desk.getByLabel('Jenis').selectOption('Webhook')
  await desk.getByRole('button', { name: 'Tampilkan' }).click()
  await expect.poll(() => rows.count()).toBe(2)
  await expect.poll(() => rows.nth(1).innerText()).toMatch(/Webhook \S{8} ditambahkan/)
  const [csv] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: 'CSV, Audit' }).click(),
  ])
  const lines = (await readFile((await csv.path()) ?? '', 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/;Webhook;supervisor;90;;;Webhook \S{8} ditambahkan;/)
  await desk.getByRole('button', { name: 'Periksa rantai' }).click()
  await desk.getByText(/^Rantai utuh: \d+ peristiwa/).waitFor()
  await desk.getByRole('button', { name: 'Hapus saringan' }).click()
  await desk.getByText('Gangguan mulai: listrik').waitFor()
  await picture(desk, 'audit')
})

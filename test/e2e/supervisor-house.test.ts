import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import { openDesk } from './supervisor.ts'
import { type OfficeAtWork, openOfficeAtWork, picture } from './support.ts'

let work: OfficeAtWork
beforeAll(async () => {
  work = await openOfficeAtWork()
})
afterAll(() => work.close())

/** A receiver of webhooks on this machine, and what it was sent. */
const openReceiver = async () => {
  const got: { headers: Record<string, unknown>; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += String(chunk)
    })
    request.on('end', () => {
      got.push({ headers: request.headers, body })
      response.writeHead(204).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  return { got, url: `http://127.0.0.1:${port}/antrean`, close: () => server.close() }
}

test('a supervisor follows the audit and its chain, runs the retention, and sends a signed test to a receiver', async () => {
  const desk = await openDesk(work, '90', '/audit')
  await desk.getByRole('heading', { name: 'Audit', exact: true }).waitFor()
  await desk.getByText('Pengawas 90 masuk').first().waitFor()
  await desk.getByRole('button', { name: 'Periksa rantai' }).click()
  await desk.getByText(/^Rantai utuh: \d+ peristiwa/).waitFor()
  await picture(desk, 'supervisor-audit')
  expect(await findBarriers(desk)).toEqual([])
  const download = desk.waitForEvent('download')
  await desk.getByRole('link', { name: /^CSV/ }).click()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)

  await desk.getByRole('link', { name: 'Retensi' }).click()
  await desk.getByRole('button', { name: 'Jalankan sekarang' }).click()
  await desk
    .getByText(/dihapus/)
    .first()
    .waitFor()
  await picture(desk, 'supervisor-retention')
  expect(await findBarriers(desk)).toEqual([])

  const receiver = await openReceiver()
  await desk.getByRole('link', { name: 'Webhook' }).click()
  await desk.getByRole('button', { name: 'Tambah penerima' }).click()
  await desk.getByLabel('Alamat', { exact: true }).fill(receiver.url)
  expect(await findBarriers(desk)).toEqual([])
  await desk.getByRole('button', { name: 'Simpan', exact: true }).click()
  const secret = await desk.locator('.rahasia').innerText()
  await desk.getByRole('button', { name: /^Kirim uji/ }).click()
  await expect.poll(() => receiver.got.length, { timeout: 10_000 }).toBeGreaterThan(0)
  const [sent] = receiver.got
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = sent?.headers ?? {}
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  expect(signature).toBe(`v1,${createHmac('sha256', key).update(`${id}.${at}.${sent?.body}`).digest('base64')}`)
  await picture(desk, 'supervisor-webhooks')
  expect(await findBarriers(desk)).toEqual([])
  receiver.close()
  expect(work.mistakes).toEqual([])
})

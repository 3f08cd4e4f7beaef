import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import {
  ask,
  type OfficeAtWork,
  openOfficeAtWork,
  openScreen,
  picture,
  SIZES,
  unlock,
  waitForHeadline,
} from './support.ts'

let work: OfficeAtWork
beforeEach(async () => {
  work = await openOfficeAtWork()
})
afterEach(() => work.close())

test.each([
  ['/kiosk/1', SIZES.kiosk, 'Kios ini belum dipasangkan', 'pair kiosk 1'],
  ['/display/1', SIZES.display, 'Perangkat ini belum dipasangkan', 'Petugas: di komputer server jalankan'],
  ['/counter/1', SIZES.counter, 'Perangkat ini belum dipasangkan', 'Petugas: di komputer server jalankan'],
] as const)('a browser that nobody paired says at %s how to pair it', async (path, size, headline, how) => {
  const stranger = await (await work.newBrowser()).newPage()
  await stranger.setViewportSize(size)
  await stranger.goto(`${work.office.address}${path}`)
  await waitForHeadline(stranger, headline)
  await stranger.getByText(how).waitFor()
  await picture(stranger, `not-paired${path.replaceAll('/', '-')}`)
  expect(await stranger.locator('.nomor').count()).toBe(0)
  expect(work.mistakes).toEqual([])
})

test('the set-up code opens the house once: a second browser is told so, and a restart prints a new one', {
  tags: ['W9'],
}, async () => {
  const { office } = work
  const used = office.printed()
  const second = await (await work.newBrowser()).newPage()
  await second.goto(used)
  await second.getByRole('button', { name: 'Buka kantor ini' }).click()
  await second.getByText('Kode tidak cocok, sudah dipakai').waitFor()
  expect(second.url(), 'the code leaves the address bar').toBe(`${office.address}/`)
  expect(await second.getByRole('heading', { name: 'Layar dan petugas' }).count()).toBe(0)
  await office.stop()
  await office.start()
  expect(office.printed()).not.toBe(used)
  const third = await (await work.newBrowser()).newPage()
  await unlock(third, office.printed())
  expect(work.mistakes).toEqual([])
})

test('a link of the command line makes another browser the display, and a link that was cut says so', async () => {
  const { office } = work
  const link = /link\s+(\S+)/.exec(await office.runCli('pair', 'display', '1'))?.[1] ?? ''
  const screen = await (await work.newBrowser()).newPage()
  await screen.setViewportSize(SIZES.display)
  await screen.goto(link)
  expect(screen.url()).not.toContain('#')
  await picture(screen, 'pair')
  await screen.getByRole('button', { name: 'Pasangkan layar ini' }).click()
  await screen.waitForURL('**/display/1')
  await waitForHeadline(screen, 'Belum ada panggilan')
  await screen.reload()
  await waitForHeadline(screen, 'Belum ada panggilan')

  const other = await (await work.newBrowser()).newPage()
  await other.goto(`${office.address}/pair`)
  await other.getByText('Alamat ini tidak lengkap').waitFor()
  await other.goto('about:blank')
  await other.goto(`${office.address}/pair#${'A'.repeat(43)}`)
  await other.getByRole('button', { name: 'Pasangkan layar ini' }).click()
  await other.getByText('Alamat ini sudah dipakai').waitFor()
  expect(work.mistakes).toEqual([])
})

test('a screen that is older than its server loads itself anew, once', { tags: ['M7', 'F44'] }, async () => {
  const display = await openScreen(work, 'Layar panggil 1')
  const { build } = z.object({ build: z.string() }).parse(await ask(work, '/healthz'))
  let loads = 0
  display.on('domcontentloaded', () => {
    loads += 1
  })
  // As the page of an older build would say, the first time that it is loaded.
  await display.addInitScript(() => {
    if (sessionStorage.getItem('was-older') !== null) return
    sessionStorage.setItem('was-older', 'yes')
    new MutationObserver(() => document.querySelector('meta[name="build"]')?.setAttribute('content', 'older')).observe(
      document,
      { childList: true, subtree: true },
    )
  })
  await display.reload()
  await expect.poll(() => loads).toBe(2)
  await display.locator('.papan').waitFor()
  expect(await display.locator('meta[name="build"]').getAttribute('content')).toBe(build)
  expect(loads).toBe(2)
})

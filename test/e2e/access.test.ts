import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import {
  ask,
  makePin,
  type OfficeAtWork,
  openCounter,
  openOfficeAtWork,
  openScreen,
  picture,
  SIZES,
  takeNumber,
  unlock,
  waitForHeadline,
  waitForPaper,
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

test('the set-up code opens the house once: a second browser is told so, and a restart prints a new one', async () => {
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

test('when the server is gone, the kiosk and the counter say so within 2 s and the display within 22 s', async () => {
  const { office } = work
  const pin = await makePin(work, '07')
  const kiosk = await openScreen(work, 'Kios 1')
  const display = await openScreen(work, 'Layar panggil 1')
  const counter = await openScreen(work, 'Loket 1')
  await openCounter(counter, '07', pin)
  await waitForHeadline(display, 'Belum ada panggilan')
  await waitForHeadline(kiosk, 'Pindai kode M-Paspor Anda')
  await waitForPaper(work, await takeNumber(work, kiosk))
  await kiosk.getByRole('button', { name: 'Selesai' }).click()
  await waitForHeadline(kiosk, 'Pindai kode M-Paspor Anda')
  await counter.locator('button[aria-keyshortcuts="F1"]:not([disabled])').waitFor()

  const killedAt = performance.now()
  await office.kill()
  await Promise.all([
    kiosk.getByRole('heading', { name: 'Kios belum tersambung' }).waitFor({ timeout: 2_000 }),
    counter.locator('button[aria-keyshortcuts="F1"][disabled]').waitFor({ timeout: 2_000 }),
  ])
  expect(performance.now() - killedAt).toBeLessThan(2_000)
  await picture(kiosk, 'kiosk-offline')
  for (const key of ['F1', 'F9', 'F11'])
    expect(await counter.locator(`button[aria-keyshortcuts="${key}"]`).isDisabled(), key).toBe(true)
  expect(await display.getByText('Dengarkan panggilan petugas').count()).toBe(0)
  await display.getByText('Dengarkan panggilan petugas').waitFor({ timeout: 22_000 })
  expect(performance.now() - killedAt).toBeLessThan(22_000)
  await picture(display, 'display-stale')

  await office.start()
  await Promise.all([
    waitForHeadline(kiosk, 'Pindai kode M-Paspor Anda'),
    counter.locator('button[aria-keyshortcuts="F1"]:not([disabled])').waitFor(),
    display.getByText('Dengarkan panggilan petugas').waitFor({ state: 'detached' }),
  ])
  expect(work.mistakes).toEqual([])
})

test('a screen that is older than its server loads itself anew, once', async () => {
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

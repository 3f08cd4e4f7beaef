import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makePin,
  type OfficeAtWork,
  openCounter,
  openOfficeAtWork,
  openScreen,
  picture,
  takeNumber,
  waitForHeadline,
  waitForPaper,
} from './support.ts'

let work: OfficeAtWork
beforeAll(async () => {
  work = await openOfficeAtWork()
})
afterAll(() => work.close())

test('when the server is gone, the kiosk and the counter say so within 2 s and the display within 22 s', {
  tags: ['M1', 'F15'],
}, async () => {
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

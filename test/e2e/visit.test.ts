import { afterAll, beforeAll, expect, test } from 'vitest'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { verifyJournal } from '../../server/journal/verify-journal.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import {
  makePin,
  makeSamples,
  type OfficeAtWork,
  openCounter,
  openOfficeAtWork,
  openScreen,
  picture,
  pressKey,
  SIZES,
  scan,
  showsQr,
  waitForHeadline,
  waitForPaper,
} from './support.ts'

let work: OfficeAtWork
beforeAll(async () => {
  work = await openOfficeAtWork()
})
afterAll(() => work.close())

test('a visitor goes from the kiosk through two counters to the end, and every screen and the journal say so', async () => {
  const { house, context, office } = work
  const pin = await makePin(work, '07')
  const pinOfOther = await makePin(work, '08')
  const kiosk = await openScreen(work, 'Kios 1')
  const display = await openScreen(work, 'Layar panggil 1')
  const first = await openScreen(work, 'Loket 1')
  const third = await openScreen(work, 'Loket 3')
  await waitForHeadline(kiosk, 'Pindai kode M-Paspor Anda')
  await picture(kiosk, 'kiosk-start')
  await waitForHeadline(display, 'Belum ada panggilan')
  await picture(display, 'display-nobody')

  await makeSamples(work)
  await house.getByRole('button', { name: 'Coba dengan janji contoh' }).click()
  const sample = house.locator('.contoh-satu').filter({ hasText: 'Tepat waktu' }).first()
  const code = await sample.locator('.kode-teks').innerText()
  await scan(kiosk, code)
  await waitForHeadline(kiosk, 'Anda tepat waktu')
  const number = await kiosk.locator('.nomor').innerText()
  expect(number).toMatch(/^[AR]\d{3}$/)
  await kiosk.getByText('Ambil tiket di bawah.').waitFor()
  await picture(kiosk, 'kiosk-ticket')

  await house.locator(`img[alt*="${number}"]`).waitFor()
  await picture(house, 'try-page')
  const paper = await waitForPaper(work, number)
  expect(paper.lines.join('\n')).not.toContain(code)
  const checkedIn = (await office.readEvents()).find(({ event }) => event.type === 'CheckedIn')?.event
  if (checkedIn?.type !== 'CheckedIn') throw new Error('the journal holds no check-in')
  const address = await office.statusAddress(checkedIn.ticketId)
  expect(await showsQr(paper, address), `the QR of the paper leads to ${address}`).toBe(true)
  const phone = await context.newPage()
  await phone.setViewportSize(SIZES.phone)
  await phone.goto(address)
  await phone.getByText('Menunggu', { exact: true }).waitFor()
  await picture(phone, 'phone-waiting')

  await picture(first, 'counter-sign-in')
  await openCounter(first, '07', pin)
  await picture(first, 'counter-idle')
  await openCounter(third, '08', pinOfOther)
  await pressKey(first, 'F1', `Panggil ${number}`)
  const called = display.locator('.kini.menyala').filter({ hasText: 'Silakan menuju' })
  await called.waitFor()
  expect(await called.locator('.nomor').innerText()).toBe(number)
  expect(await called.locator('.ke').innerText()).toBe('Loket 1')
  await picture(display, 'display-called')
  await phone.getByText('Dipanggil', { exact: true }).waitFor()
  await picture(phone, 'phone-called')
  await picture(first, 'counter-called')

  await pressKey(first, 'F3', 'Panggil ulang')
  await display.locator('.kini.menyala').filter({ hasText: 'Panggilan ulang' }).waitFor()
  await first.getByText(`${number} sedang dipanggil, ke-2`).waitFor()
  await picture(display, 'display-recalled')
  await pressKey(first, 'F2', 'Mulai layani')
  await display.locator('.kini.padam').filter({ hasText: number }).waitFor()
  await picture(display, 'display-quiet')
  await picture(first, 'counter-in-hand')
  await pressKey(first, 'F2', 'Teruskan ke Wawancara dan foto')
  await first.getByText(`${number} diteruskan ke Wawancara dan foto.`).waitFor()

  await pressKey(third, 'F1', `Panggil ${number}`)
  await display.locator('.kini.menyala').filter({ hasText: 'Loket 3' }).waitFor()
  await phone.getByText('Loket 3').waitFor()
  await pressKey(third, 'F2', 'Mulai layani')
  await pressKey(third, 'F2', 'Selesai')
  await third.getByText(`${number} selesai.`).waitFor()
  await phone.getByText('Selesai. Terima kasih.').waitFor()
  await picture(phone, 'phone-done')
  await picture(third, 'counter-empty')

  expect(work.mistakes).toEqual([])
  await office.stop()
  expect(await verifyJournal(journalFile(office.dataDir))).toMatchObject({ status: 'sound' })
  const wanted: OfficeEvent['type'][] = ['CheckedIn', 'Called', 'Recalled', 'Started', 'StageFinished']
  const thread = (await office.readEvents()).filter(({ event }) => wanted.includes(event.type))
  expect(thread.map(({ event, by }) => `${event.type} ${by.role} ${by.place} ${by.staff ?? '-'}`)).toEqual([
    'CheckedIn kiosk 1 -',
    ...['Called counter 1 07', 'Recalled counter 1 07', 'Started counter 1 07', 'StageFinished counter 1 07'],
    ...['Called counter 3 08', 'Started counter 3 08', 'StageFinished counter 3 08'],
  ])
  const times = thread.map(({ at }) => at)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(Date.now() - (times[0] ?? 0)).toBeLessThan(120_000)
})

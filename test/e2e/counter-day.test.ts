import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficeEvent } from '../../server/rules/events.ts'
import {
  makePin,
  type OfficeAtWork,
  openCounter,
  openOfficeAtWork,
  openScreen,
  picture,
  pressKey,
  scan,
  waitForHeadline,
} from './support.ts'

let work: OfficeAtWork
beforeAll(async () => {
  work = await openOfficeAtWork()
})
afterAll(() => work.close())

test('somebody without an appointment is called by mistake, called, sent for papers and served when back, all by keyboard', async () => {
  const { office } = work
  const pin = await makePin(work, '07')
  const kiosk = await openScreen(work, 'Kios 1')
  const counter = await openScreen(work, 'Loket 1')
  await openCounter(counter, '07', pin)

  await kiosk.getByRole('button', { name: 'Tanpa janji' }).click()
  await waitForHeadline(kiosk, 'Apa keperluan Anda?')
  await picture(kiosk, 'kiosk-walk-in-choose')
  await kiosk.getByRole('button', { name: 'Paspor baru' }).click()
  await waitForHeadline(kiosk, 'Perlu layanan prioritas?')
  await kiosk.getByRole('button', { name: 'Tidak', exact: true }).click()
  await kiosk.getByRole('button', { name: 'Aplikasi bermasalah' }).click()
  await waitForHeadline(kiosk, 'Nomor tanpa janji')
  await picture(kiosk, 'kiosk-walk-in-ticket')
  const number = await kiosk.locator('.nomor').innerText()
  expect(number).toMatch(/^K\d{3}$/)

  await pressKey(counter, 'F1', `Panggil ${number}`)
  await pressKey(counter, 'F10', 'Urungkan')
  await pressKey(counter, 'F1', `Panggil ${number}`)
  await pressKey(counter, 'F2', 'Mulai layani')
  await pressKey(counter, 'F6', 'Minta dokumen lain')
  await counter.getByText('Fotokopi').click()
  await picture(counter, 'counter-ask-document')
  await counter.keyboard.press('Enter')
  await counter.getByRole('dialog').waitFor({ state: 'hidden' })
  await pressKey(counter, 'F5', 'Titip berkas')
  await pressKey(counter, 'F2', `Lanjutkan ${number}`)
  await pressKey(counter, 'F5', 'Titip berkas')
  await picture(counter, 'counter-parked')

  const given = (await office.readEvents()).find(({ event }) => event.type === 'CheckedIn')?.event
  if (given?.type !== 'CheckedIn') throw new Error('the journal holds no number')
  await scan(kiosk, await office.statusAddress(given.ticketId))
  await waitForHeadline(kiosk, 'Nomor Anda masih berlaku')
  await pressKey(counter, 'F1', `Panggil ${number}`)
  await pressKey(counter, 'F2', 'Mulai layani')
  await pressKey(counter, 'F2', 'Teruskan ke Wawancara dan foto')
  await counter.getByText(`${number} diteruskan`).first().waitFor()
  await picture(counter, 'counter-undo-finish')

  await pressKey(counter, 'F9', 'Jeda')
  await counter.getByText('Salat').click()
  await counter.keyboard.press('Enter')
  await counter.getByText('Loket dijeda: Salat').first().waitFor()
  await picture(counter, 'counter-paused')
  await pressKey(counter, 'F9', 'Buka lagi')
  await counter.locator('button[aria-keyshortcuts="F1"]').waitFor()

  expect(work.mistakes).toEqual([])
  const quiet: OfficeEvent['type'][] = ['ForecastsShown', 'SlipReported', 'DeviceReported', 'SlipQueued']
  const events = (await office.readEvents()).map(({ event }) => event).filter(({ type }) => !quiet.includes(type))
  const from = events.findIndex(({ type }) => type === 'CheckedIn')
  expect(events.slice(from).map(({ type }) => type)).toEqual([
    ...['CheckedIn', 'Called', 'Undone', 'Called', 'Started', 'DocumentAsked', 'Parked', 'Resumed', 'Parked'],
    ...['CheckedInAgain', 'Returned', 'Called', 'Started', 'StageFinished', 'CounterPaused', 'CounterResumed'],
  ])
})

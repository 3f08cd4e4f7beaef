import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cable, layCable } from '../support/cable.ts'
import { DENPASAR } from '../support/denpasar.ts'
import {
  makeSamples,
  type OfficeAtWork,
  openOfficeAtWork,
  openScreen,
  picture,
  scan,
  waitForHeadline,
  waitForPaper,
} from './support.ts'

let cable: Cable
let work: OfficeAtWork
let kiosk: Page
beforeAll(async () => {
  cable = await layCable()
  const scanner = `serial://${cable.near}?baud=115200`
  work = await openOfficeAtWork({
    change: { kiosks: DENPASAR.kiosks.map((one, i) => ({ ...one, scanner: i === 0 ? scanner : null })) },
  })
  kiosk = await openScreen(work, 'Kios 1')
  await waitForHeadline(kiosk, 'Pindai kode M-Paspor Anda')
})
afterAll(async () => {
  await work.close()
  await cable.remove()
})

const scannerOn = (words: string) =>
  work.house.getByText(`Pemindai kios 1: ${words}`, { exact: true }).waitFor({ timeout: 15_000 })

test('a code read by a scanner at the server becomes a ticket on the screen and on paper', async () => {
  const code = (await makeSamples(work)).get('on-time')?.code ?? ''
  await scannerOn('Siap')
  await picture(work.house, 'house-scanner-ready')
  await cable.say(`${code}\r`)
  await waitForHeadline(kiosk, 'Anda tepat waktu')
  const number = await kiosk.locator('.nomor').innerText()
  await waitForPaper(work, number)
  const events = await work.office.readEvents()
  const checkedIn = events.find(({ event }) => event.type === 'CheckedIn')
  expect(checkedIn?.by).toMatchObject({ role: 'kiosk', place: '1' })
})

test('the next code takes the place of the ticket on the screen, as one from a keyboard scanner does', async () => {
  const samples = await makeSamples(work)
  await cable.say(`${samples.get('wrong-day')?.code}\r`)
  await kiosk.locator('.isi-wrong-day').waitFor()
  await scan(kiosk, samples.get('on-time')?.code ?? '')
  await waitForHeadline(kiosk, 'Anda tepat waktu')
  await cable.say('NO-SUCH-CODE\r')
  await kiosk.locator('.isi-unknown').waitFor()
})

test('somebody who is typing sees the result of the code that was held under the scanner', async () => {
  const code = (await makeSamples(work)).get('on-time')?.code ?? ''
  await kiosk.getByRole('button', { name: 'Ketik kode' }).first().click()
  await kiosk.locator('.isi-keypad').waitFor()
  await kiosk.getByRole('button', { name: 'K', exact: true }).click()
  await cable.say(`${code}\r`)
  await waitForHeadline(kiosk, 'Anda tepat waktu')
  await kiosk.getByRole('button', { name: 'Selesai' }).click()
  await waitForHeadline(kiosk, 'Pindai kode M-Paspor Anda')
})

test('a scanner that is unplugged is told on the page of the house, and works again when it is back', {
  tags: ['K9'],
}, async () => {
  const code = (await makeSamples(work)).get('on-time')?.code ?? ''
  await cable.unplug()
  await scannerOn('Tidak tersambung')
  await picture(work.house, 'house-scanner-offline')
  await cable.plugIn()
  await scannerOn('Siap')
  await cable.say(`${code}\r`)
  await waitForHeadline(kiosk, 'Anda tepat waktu')
  expect(work.mistakes).toEqual([])
})

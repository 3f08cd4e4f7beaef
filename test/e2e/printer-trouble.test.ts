import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ask,
  makeCode,
  makePin,
  type OfficeAtWork,
  openCounter,
  openOfficeAtWork,
  openScreen,
  picture,
  scan,
  setPrinter,
  waitForHeadline,
} from './support.ts'

let work: OfficeAtWork
beforeAll(async () => {
  work = await openOfficeAtWork()
})
afterAll(() => work.close())

/** How soon everybody has to know; generous, because a busy machine is no fault of the office. */
const SOON = { timeout: 10_000 }

test('a printer without paper is said at the counter, on the page of devices and to the visitor, who keeps the number', {
  tags: ['P4', 'P5', 'F27'],
}, async () => {
  const { house } = work
  const pin = await makePin(work, '07')
  const kiosk = await openScreen(work, 'Kios 1')
  const counter = await openScreen(work, 'Loket 1')
  await openCounter(counter, '07', pin)
  await waitForHeadline(kiosk, 'Pindai kode M-Paspor Anda')
  const code = await makeCode(work)
  await house.getByRole('button', { name: 'Perangkat', exact: true }).click()
  await house.getByText('Setiap nomor sudah punya kertasnya.').waitFor()

  await setPrinter(work, { paper: 'out', power: true })
  await counter
    .locator('.kanan')
    .getByText(/^Pencetak kios .*: kertas habis$/)
    .waitFor(SOON)
  await house.getByText(/^Kertas habis, sejak/).waitFor(SOON)
  await picture(counter, 'counter-printer-trouble')

  await scan(kiosk, code)
  await waitForHeadline(kiosk, 'Tiket belum tercetak')
  const number = await kiosk.locator('.nomor').first().innerText()
  expect(number).toMatch(/^[AR]\d{3}$/)
  await house.getByRole('row', { name: new RegExp(number) }).waitFor(SOON)
  await picture(kiosk, 'kiosk-printer-trouble')
  await picture(house, 'house-devices')
  expect(JSON.stringify(await ask(work, '/api/console/devices'))).not.toContain(code)

  await setPrinter(work, { paper: 'full', power: true })
  await counter
    .getByText(/: kertas habis$/)
    .first()
    .waitFor({ state: 'hidden', ...SOON })
  await house.getByText('Setiap nomor sudah punya kertasnya.').waitFor(SOON)
  expect(work.mistakes).toEqual([])
})

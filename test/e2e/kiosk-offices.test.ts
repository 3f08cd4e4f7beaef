import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import type { Office } from '../../protocol/office.ts'
import { DENPASAR } from '../support/denpasar.ts'
import {
  ask,
  makeCode,
  makePin,
  makeSamples,
  type OfficeAtWork,
  openCounter,
  openOfficeAtWork,
  openScreen,
  picture,
  pressKey,
  readPapers,
  scan,
  waitForHeadline,
  waitForPaper,
} from './support.ts'

const START = 'Pindai kode M-Paspor Anda'
const ORIGINALS = 'Sudah membawa dokumen asli ini?'

let work: OfficeAtWork
afterEach(async () => {
  expect(work.mistakes).toEqual([])
  await work.close()
})

const open = async (change: Partial<Office>, headline = START): Promise<Page> => {
  work = await openOfficeAtWork({ change })
  const kiosk = await openScreen(work, 'Kios 1')
  await waitForHeadline(kiosk, headline)
  return kiosk
}
/** With the key: of two quick touches at one place the second is not heard, and this goes faster than any finger. */
const press = (kiosk: Page, name: string): Promise<void> =>
  kiosk.locator('.isi').getByRole('button', { name, exact: true }).press('Enter')
/** Presses the buttons one after the other, each once its screen is there, and answers how many touches that took. */
const pressAll = async (kiosk: Page, ...names: string[]): Promise<number> => {
  for (const name of names) await press(kiosk, name)
  return names.length
}
const numberOn = (kiosk: Page): Promise<string> => kiosk.locator('.isi .nomor').first().innerText()
const checkIns = async () =>
  (await work.office.readEvents()).flatMap(({ event }) => (event.type === 'CheckedIn' ? [event] : []))

test('an office that asks about originals gives the paper within three touches and fifteen seconds of the scan', async () => {
  const kiosk = await open({ checklist: true })
  const code = await makeCode(work)
  const scannedAt = Date.now()
  await scan(kiosk, code)
  await waitForHeadline(kiosk, ORIGINALS)
  for (const { id } of DENPASAR.services[0]?.documents ?? []) await kiosk.getByText(id, { exact: true }).waitFor()
  await picture(kiosk, 'kiosk-checklist')
  const touches = await pressAll(kiosk, 'Ya, lengkap')
  await waitForHeadline(kiosk, 'Anda tepat waktu')
  const number = await numberOn(kiosk)
  const paper = await waitForPaper(work, number)
  expect(paper.printedAt - scannedAt).toBeLessThan(15_000)
  expect(touches + (await pressAll(kiosk, 'Selesai'))).toBeLessThanOrEqual(3)
  await waitForHeadline(kiosk, START)

  // Whoever lacks an original may leave, and finds the hour kept; or takes the number, and staff know it.
  const other = await makeCode(work)
  await scan(kiosk, other)
  await press(kiosk, 'Ada yang belum')
  await waitForHeadline(kiosk, 'Anda tetap boleh mengambil nomor')
  await picture(kiosk, 'kiosk-checklist-missing')
  await press(kiosk, 'Kembali nanti')
  await waitForHeadline(kiosk, START)
  expect(await checkIns()).toHaveLength(1)
  await expect.poll(() => kiosk.locator('.isi-checklist').count(), { timeout: 4_000 }).toBe(0)
  await kiosk.waitForFunction(() => document.querySelector('.isi-start') !== null)
  const isAsked = () =>
    kiosk
      .locator('.isi-checklist')
      .waitFor({ timeout: 5_000 })
      .then(() => true)
      .catch(() => false)
  await expect
    .poll(
      async () => {
        // The same code within two seconds counts as a phone that was never taken away.
        await scan(kiosk, other)
        return isAsked()
      },
      { timeout: 30_000, interval: 2_500 },
    )
    .toBe(true)
  await pressAll(kiosk, 'Ada yang belum', 'Ambil nomor')
  await waitForHeadline(kiosk, 'Anda tepat waktu')
  await waitForPaper(work, await numberOn(kiosk))
  expect((await checkIns()).map(({ incomplete }) => incomplete)).toEqual([undefined, true])
  await press(kiosk, 'Selesai')

  // Without an appointment: at most five touches.
  const touched = await pressAll(
    kiosk,
    'Tanpa janji Tidak punya kode',
    'Paspor baru',
    'Tidak',
    'Lainnya',
    'Ya, lengkap',
  )
  expect(touched).toBeLessThanOrEqual(5)
  await waitForHeadline(kiosk, 'Nomor tanpa janji')
  const walkIn = await numberOn(kiosk)
  expect(walkIn).toMatch(/^K\d{3}$/)
  await waitForPaper(work, walkIn)
})

test('a visitor who asks for another paper gets two, and whoever was served is told that the visit is over', async () => {
  const kiosk = await open({ reprints: 1 })
  const pin = await makePin(work, '07')
  const counter = await openScreen(work, 'Loket 3')
  await openCounter(counter, '07', pin)
  const code = await makeCode(work)
  await scan(kiosk, code)
  await waitForHeadline(kiosk, 'Anda tepat waktu')
  const number = await numberOn(kiosk)
  await waitForPaper(work, number)
  await press(kiosk, 'Selesai')
  await scan(kiosk, `MPASPOR:${code}`)
  await waitForHeadline(kiosk, 'Nomor Anda masih berlaku')
  await press(kiosk, 'Cetak ulang')
  const papers = async () =>
    (await readPapers(work)).filter(({ lines }) => lines.some((line) => line.includes(number))).length
  await expect.poll(papers, { timeout: 15_000 }).toBe(2)
  await waitForHeadline(kiosk, 'Nomor Anda masih berlaku')
  await press(kiosk, 'Cetak ulang')
  await waitForHeadline(kiosk, 'Tiket sudah dicetak ulang')
  await press(kiosk, 'Selesai')

  await pressKey(counter, 'F1', `Panggil ${number}`)
  await scan(kiosk, code)
  await waitForHeadline(kiosk, 'Silakan ke Loket 3')
  for (const [key, words] of [
    ['F2', 'Mulai layani'],
    ['F2', 'Teruskan'],
    ['F1', `Panggil ${number}`],
    ['F2', 'Mulai layani'],
    ['F2', 'Selesai'],
  ] as const)
    await pressKey(counter, key, words)
  await counter.getByText(`${number} selesai.`).waitFor()
  await press(kiosk, 'Selesai')
  await scan(kiosk, `MPASPOR:${code}`)
  await waitForHeadline(kiosk, 'Kunjungan ini sudah selesai')
})

test('an office without a list asks for the hour and then about originals, and knows a code of another office', async () => {
  const opening = { open: '00.00', close: '24.00', breaks: [], numbers: null }
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}.00`
  const windows = Array.from({ length: 24 }, (_, hour) => ({ from: clock(hour), until: clock(hour + 1) }))
  const day = { ...opening, windows }
  const kiosk = await open({
    checklist: true,
    agenda: { acceptGoodRows: false, scanOnlyService: 'passport-new' },
    payload: { ...DENPASAR.payload, patterns: ['^(?:(?<office>[A-Z]{3}):)?(?<code>[A-Z0-9]{8})$'], office: 'DPS' },
    hours: {
      week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
      ...{ seasons: [], days: [], numbersWhenClosed: true },
    },
  })
  await scan(kiosk, 'DPS:K7Q0A1B2')
  await waitForHeadline(kiosk, 'Jam berapa janji Anda?')
  await picture(kiosk, 'kiosk-scan-only-window')
  await pressAll(kiosk, 'Pilihan lain', 'Tidak tahu')
  await waitForHeadline(kiosk, ORIGINALS)
  await press(kiosk, 'Ya, lengkap')
  await waitForHeadline(kiosk, 'Nomor tanpa janji')
  const number = await numberOn(kiosk)
  expect(number).toMatch(/^A\d{3}$/)
  await waitForPaper(work, number)
  await scan(kiosk, 'JKT:K7Q0A1B3')
  await waitForHeadline(kiosk, 'Janji Anda di kantor lain')
})

test('an office that gives no numbers at this hour says so before a code is shown and after', async () => {
  const isMorning = new Date(Date.now() + 8 * 3_600_000).getUTCHours() < 12
  const numbers = isMorning ? { from: '13.00', until: '23.00' } : { from: '01.00', until: '11.00' }
  const day = { open: '00.00', close: '24.00', breaks: [], numbers, windows: [] }
  const kiosk = await open(
    {
      hours: {
        week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
        ...{ seasons: [], days: [], numbersWhenClosed: false },
      },
    },
    'Kios tidak memberi nomor pada jam ini',
  )
  const samples = await makeSamples(work)
  await ask(work, '/api/console/scan', { kiosk: '1', code: samples.get('on-time')?.code ?? '' })
  await kiosk.getByText('Belum dibuatkan nomor').waitFor()
  await waitForHeadline(kiosk, 'Kios tidak memberi nomor pada jam ini')
  await picture(kiosk, 'kiosk-no-numbers')
  await press(kiosk, 'Saya mengerti')
  await kiosk.getByText('Belum dibuatkan nomor').waitFor({ state: 'detached' })
  expect(await checkIns()).toEqual([])
})

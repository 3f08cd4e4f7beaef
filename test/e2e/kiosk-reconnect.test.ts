import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  makeCode,
  type OfficeAtWork,
  openOfficeAtWork,
  openScreen,
  readPapers,
  scan,
  waitForHeadline,
  waitForPaper,
} from './support.ts'

const START = 'Pindai kode M-Paspor Anda'
const ORIGINALS = 'Sudah membawa dokumen asli ini?'
const NOT_CONNECTED = 'Kios belum tersambung'

let work: OfficeAtWork
let kiosk: Page
beforeAll(async () => {
  work = await openOfficeAtWork({ change: { checklist: true } })
  kiosk = await openScreen(work, 'Kios 1')
})
afterAll(() => work.close())
beforeEach(() => waitForHeadline(kiosk, START))
afterEach(async () => {
  expect(work.mistakes).toEqual([])
  const done = kiosk.locator('.isi').getByRole('button', { name: /^(Selesai|Kembali)$/ })
  if (await done.count()) await done.first().press('Enter')
  const numbers = (await checkIns()).map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
})

/** With the key: of two quick touches at one place the second is not heard, and this goes faster than any finger. */
const press = (name: string): Promise<void> =>
  kiosk.locator('.isi').getByRole('button', { name, exact: true }).press('Enter')
const numberOn = (): Promise<string> => kiosk.locator('.isi .nomor').first().innerText()
const isBack = (): Promise<void> => kiosk.locator('.panggil[aria-disabled="false"]').waitFor()
const checkIns = async () =>
  (await work.office.readEvents()).flatMap(({ event }) => (event.type === 'CheckedIn' ? [event] : []))
/** The power fails; `seen` is what the visitor must still read; the visitor touches the screen, and it comes back. */
const losePower = async (seen = NOT_CONNECTED): Promise<void> => {
  await work.office.kill()
  await kiosk.locator('.panggil[aria-disabled="true"]').waitFor()
  await waitForHeadline(kiosk, seen)
  await work.office.start()
  await kiosk.locator('h1').click()
  await isBack()
}

describe('a server that loses its power while a visitor', { tags: ['F1', 'F16', 'F17'] }, () => {
  test('waits for the answer to a scan: the code is asked for once more, or the visitor is told to, and gets one number', async () => {
    const code = await makeCode(work)
    const before = (await checkIns()).length
    work.office.freeze()
    await scan(kiosk, code)
    await waitForHeadline(kiosk, 'Membaca kode')
    await work.office.kill()
    await kiosk.locator('.panggil[aria-disabled="true"]').waitFor()
    await work.office.start()
    await isBack()
    const asked = kiosk.getByRole('heading', { level: 1, name: ORIGINALS })
    const again = kiosk.locator('.isi').getByRole('button', { name: 'Pindai lagi' })
    await asked
      .or(again)
      .or(kiosk.getByRole('heading', { level: 1, name: START }))
      .first()
      .waitFor()
    if (!(await asked.count())) await scan(kiosk, `MPASPOR:${code}`)
    await waitForHeadline(kiosk, ORIGINALS)
    await press('Ya, lengkap')
    await waitForHeadline(kiosk, 'Anda tepat waktu')
    await waitForPaper(work, await numberOn())
    expect(await checkIns()).toHaveLength(before + 1)
  })

  test('reads the list of originals: the question comes back, and its answer gives one number', async () => {
    const before = (await checkIns()).length
    await scan(kiosk, await makeCode(work))
    await waitForHeadline(kiosk, ORIGINALS)
    await losePower()
    await waitForHeadline(kiosk, ORIGINALS)
    await press('Ya, lengkap')
    await waitForHeadline(kiosk, 'Anda tepat waktu')
    await waitForPaper(work, await numberOn())
    expect(await checkIns()).toHaveLength(before + 1)
  })

  test('looks at the number: it stays in sight without a line and after it, and no second paper comes', async () => {
    await scan(kiosk, await makeCode(work))
    await press('Ya, lengkap')
    await waitForHeadline(kiosk, 'Anda tepat waktu')
    const number = await numberOn()
    await waitForPaper(work, number)
    await losePower('Anda tepat waktu')
    expect(await numberOn()).toBe(number)
    const slips = (await work.office.readEvents()).filter(
      ({ event }) => event.type === 'SlipQueued' && event.ticketId.endsWith(number),
    )
    expect(slips).toHaveLength(1)
  })

  test('waits for another paper: the number stays in sight, and at most that one paper comes', async () => {
    const code = await makeCode(work)
    await scan(kiosk, code)
    await press('Ya, lengkap')
    await waitForHeadline(kiosk, 'Anda tepat waktu')
    const number = await numberOn()
    await waitForPaper(work, number)
    await scan(kiosk, `MPASPOR:${code}`)
    await waitForHeadline(kiosk, 'Nomor Anda masih berlaku')
    work.office.freeze()
    await press('Cetak ulang')
    await waitForHeadline(kiosk, 'Tiket sedang dicetak')
    await work.office.kill()
    await kiosk.locator('.panggil[aria-disabled="true"]').waitFor()
    expect(await numberOn()).toBe(number)
    await work.office.start()
    await isBack()
    const marks = async () =>
      (await work.office.readEvents()).flatMap(({ event }) =>
        event.type === 'SlipQueued' && event.ticketId.endsWith(number) ? [event.mark] : [],
      )
    expect([['original'], ['original', 'reprint']]).toContainEqual(await marks())
    const papers = (await readPapers(work)).filter(({ lines }) => lines.some((line) => line.includes(number)))
    expect(papers.length).toBeLessThanOrEqual(2)
  })

  test('types the code: what was typed is still there, and goes on', async () => {
    const code = await makeCode(work)
    const before = (await checkIns()).length
    await press('Ketik kode Bila kode QR tidak terbaca')
    for (const key of code.slice(0, 4)) await press(key)
    await losePower()
    await waitForHeadline(kiosk, 'Ketik kode dari surat Anda')
    for (const key of code.slice(4)) await press(key)
    await press('Cari janji saya')
    await waitForHeadline(kiosk, ORIGINALS)
    await press('Ya, lengkap')
    await waitForHeadline(kiosk, 'Anda tepat waktu')
    expect(await checkIns()).toHaveLength(before + 1)
  })

  test('says why they come without an appointment: the question is still there, and one number is given', async () => {
    const before = (await checkIns()).length
    await press('Tanpa janji Tidak punya kode')
    await press('Paspor baru')
    await waitForHeadline(kiosk, 'Perlu layanan prioritas?')
    await losePower()
    await waitForHeadline(kiosk, 'Perlu layanan prioritas?')
    for (const answer of ['Ya', 'Lainnya', 'Ya, lengkap']) await press(answer)
    await waitForHeadline(kiosk, 'Nomor tanpa janji')
    await waitForPaper(work, await numberOn())
    const given = (await checkIns()).slice(before)
    expect(given).toMatchObject([{ priority: true, walkInReason: 'other' }])
  })
})

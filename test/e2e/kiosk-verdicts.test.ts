import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Verdict } from '../../protocol/answers.ts'
import {
  ask,
  makeCode,
  makeSamples,
  type OfficeAtWork,
  openOfficeAtWork,
  openScreen,
  picture,
  readPapers,
  scan,
  setPrinter,
  takeNumber,
  waitForHeadline,
  waitForPaper,
} from './support.ts'

const START = 'Pindai kode M-Paspor Anda'
const HEADLINES: Partial<Record<Verdict, string>> = {
  early: 'Anda datang lebih awal',
  'on-time': 'Anda tepat waktu',
  'late-grace': 'Terlambat sedikit, tidak apa-apa',
  late: 'Anda tetap dilayani hari ini',
  'too-late': 'Anda tetap bisa dilayani',
  'wrong-day': 'Janji Anda bukan hari ini',
  cancelled: 'Janji ini tercatat batal',
  unpaid: 'Pembayaran belum tercatat',
  moved: 'Janji ini sudah dipindah',
  unknown: 'Kode belum ditemukan',
  'billing-code': 'Itu kode pembayaran',
}
/** Verdicts that can be at every hour of a day; a minute after midnight nobody is late. */
const ALWAYS: Verdict[] = ['early', 'on-time', 'wrong-day', 'cancelled', 'unpaid', 'moved', 'unknown', 'billing-code']

let work: OfficeAtWork
let kiosk: Page
beforeAll(async () => {
  work = await openOfficeAtWork()
  kiosk = await openScreen(work, 'Kios 1')
  await waitForHeadline(kiosk, START)
})
afterAll(() => work.close())

const scanByConsole = (code: string) => ask(work, '/api/console/scan', { kiosk: '1', code })

describe('what a kiosk says', () => {
  test('every sample of the try page brings its own screen, and each with a number its paper', async () => {
    const samples = await makeSamples(work)
    expect([...samples.keys()]).toEqual(expect.arrayContaining(ALWAYS))
    for (const [verdict, { code }] of samples) {
      await scanByConsole(code)
      await waitForHeadline(kiosk, HEADLINES[verdict] ?? `no headline for ${verdict}`)
      await picture(kiosk, `kiosk-${verdict}`)
      if (['early', 'on-time', 'late-grace', 'late'].includes(verdict))
        await waitForPaper(work, await kiosk.locator('.nomor').first().innerText())
    }
    expect(work.mistakes).toEqual([])
  })

  test('a button of the try page scans at the chosen kiosk', async () => {
    const { house } = work
    await house.getByRole('button', { name: 'Coba dengan janji contoh' }).click()
    const row = house.locator('.contoh-satu').filter({ hasText: 'Kode pembayaran' })
    await row.getByRole('button', { name: /^Pindai di Kios 1, / }).click()
    await waitForHeadline(kiosk, HEADLINES['billing-code'] ?? '')
    await house.getByText(/dipindai di Kios 1\.$/).waitFor()
  })

  test('a code that is scanned again shows the same number, and no second paper', { tags: ['K8'] }, async () => {
    const code = await makeCode(work)
    await scan(kiosk, code)
    await waitForHeadline(kiosk, 'Anda tepat waktu')
    const number = await kiosk.locator('.nomor').innerText()
    await waitForPaper(work, number)
    await scan(kiosk, code.toLowerCase())
    await waitForHeadline(kiosk, 'Nomor Anda masih berlaku')
    expect(await kiosk.locator('.nomor').innerText()).toBe(number)
    await picture(kiosk, 'kiosk-already-in')
    const papers = await readPapers(work)
    expect(papers.filter(({ lines }) => lines.some((line) => line.includes(number)))).toHaveLength(1)
  })

  test.each([
    ['an empty code', ''],
    ['control characters', '\u0000\u0007\u001b[2J\r\n'],
    ['an address', 'https://example.org/?q=<script>alert(1)</script>'],
    ['4,000 characters', 'X'.repeat(4000)],
  ])('%s brings the sentence for a code that is not known', async (_what, code) => {
    await scanByConsole('123456789012345')
    await waitForHeadline(kiosk, 'Itu kode pembayaran')
    await scanByConsole(code)
    await waitForHeadline(kiosk, 'Kode belum ditemukan')
    await kiosk.getByText('Belum dibuatkan nomor').waitFor()
    expect(work.mistakes).toEqual([])
  })

  test('5,000 characters from a scanner bring a sentence and no error, and the next code is taken', async () => {
    await scan(kiosk, 'X'.repeat(5000))
    await waitForHeadline(kiosk, 'Kode belum ditemukan')
    await takeNumber(work, kiosk)
    expect(work.mistakes).toEqual([])
  })

  test('the console refuses 5,000 characters with a problem, and the kiosk stays as it is', async () => {
    const { house, office } = work
    await waitForHeadline(kiosk, 'Anda tepat waktu')
    const response = await house.request.post(`${office.address}/api/console/scan`, {
      headers: { origin: office.address },
      data: { kiosk: '1', code: 'X'.repeat(5000) },
    })
    expect(response.status()).toBe(422)
    expect(response.headers()['content-type']).toContain('application/problem+json')
  })

  test('a billing code typed by a scanner is named as one', async () => {
    await scan(kiosk, '820123456789012')
    await waitForHeadline(kiosk, 'Itu kode pembayaran')
    await kiosk.getByRole('button', { name: 'Ketik kode' }).click()
    await waitForHeadline(kiosk, 'Ketik kode dari surat Anda')
    await picture(kiosk, 'kiosk-keypad')
  })

  test('without a printer the number stands on the screen, and its paper comes once the printer is back', {
    tags: ['P4', 'F26'],
  }, async () => {
    await setPrinter(work, { paper: 'full', power: false })
    const code = await makeCode(work)
    await scan(kiosk, code)
    await waitForHeadline(kiosk, 'Tiket belum tercetak')
    const number = await kiosk.locator('.nomor').innerText()
    expect(number).toMatch(/^[AR]\d{3}$/)
    await kiosk.getByText('Nomor Anda tetap sah.').waitFor()
    await picture(kiosk, 'kiosk-printer-trouble')
    expect((await readPapers(work)).some(({ lines }) => lines.join(' ').includes(number))).toBe(false)
    await setPrinter(work, { paper: 'full', power: true })
    await waitForPaper(work, number)
    expect(work.mistakes).toEqual([])
  })
})

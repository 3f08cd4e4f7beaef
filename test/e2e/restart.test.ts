import { afterAll, beforeAll, expect, test } from 'vitest'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { verifyJournal } from '../../server/journal/verify-journal.ts'
import {
  makePin,
  type OfficeAtWork,
  openCounter,
  openOfficeAtWork,
  openScreen,
  picture,
  pressKey,
  takeNumber,
  waitForHeadline,
  waitForPaper,
} from './support.ts'

let work: OfficeAtWork
beforeAll(async () => {
  work = await openOfficeAtWork()
})
afterAll(() => work.close())

test('a server that loses its power twice loses no number, no call and no counter', async () => {
  const { office } = work
  const pin = await makePin(work, '07')
  const kiosk = await openScreen(work, 'Kios 1')
  const display = await openScreen(work, 'Layar panggil 1')
  const counter = await openScreen(work, 'Loket 1')
  await openCounter(counter, '07', pin)
  await waitForHeadline(kiosk, 'Pindai kode M-Paspor Anda')
  const first = await takeNumber(work, kiosk)
  await waitForPaper(work, first)

  await office.kill()
  await counter.getByText('Tidak ada yang dikirim nanti').waitFor()
  expect(await kiosk.locator('.nomor').innerText(), 'the kiosk keeps the number in sight').toBe(first)
  await office.start()
  await pressKey(counter, 'F1', `Panggil ${first}`)
  const live = display.locator('.kini.menyala')
  await live.filter({ hasText: first }).waitFor()

  await office.kill()
  await counter.getByText('Tidak ada yang dikirim nanti').waitFor()
  await picture(counter, 'counter-offline')
  expect(await live.locator('.nomor').innerText(), 'the display keeps the call').toBe(first)
  expect(await display.getByText('Dengarkan panggilan petugas').count()).toBe(0)
  await office.start()
  await pressKey(counter, 'F3', 'Panggil ulang')
  await live.filter({ hasText: 'Panggilan ulang' }).filter({ hasText: first }).waitFor()
  expect(await live.locator('.ke').innerText()).toBe('Loket 1')

  const second = await takeNumber(work, kiosk)
  await waitForPaper(work, second)
  expect(second).not.toBe(first)
  await pressKey(counter, 'F2', 'Mulai layani')
  await pressKey(counter, 'F2', 'Teruskan ke Wawancara dan foto')
  await pressKey(counter, 'F1', `Panggil ${second}`)
  await live.filter({ hasText: second }).waitFor()

  expect(work.mistakes).toEqual([])
  await office.stop()
  expect(await verifyJournal(journalFile(office.dataDir))).toMatchObject({ status: 'sound' })
  const events = (await office.readEvents()).map(({ event }) => event)
  const numbers = events.flatMap((event) => (event.type === 'CheckedIn' ? [event.number] : []))
  expect(numbers).toEqual([first, second])
  const calls = events.flatMap((event) => (event.type === 'Called' || event.type === 'Recalled' ? [event.callNo] : []))
  expect(calls).toEqual([1, 2, 3])
  const papers = events.flatMap((event) => (event.type === 'SlipQueued' ? [event.mark] : []))
  expect(papers, 'one paper each, none printed again').toEqual(['original', 'original'])
})

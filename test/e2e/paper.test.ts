import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { HEALTHY, type Talk } from '../../printer/simulated/printer-state.ts'
import { createSimulatedPrinter, type SimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { listenSimulated } from '../../printer/simulated/start-simulated.ts'
import type { Office } from '../../protocol/office.ts'
import {
  makeCode,
  type OfficeAtWork,
  openOfficeAtWork,
  openScreen,
  picture,
  scan,
  takeNumber,
  waitForHeadline,
} from './support.ts'

const START = 'Pindai kode M-Paspor Anda'
const tidy: (() => Promise<void>)[] = []
let work: OfficeAtWork
afterEach(async () => {
  expect(work.mistakes).toEqual([])
  for (const end of tidy.splice(0).reverse()) await end()
})

/** A printer on the network that this test has its hands on. */
const plugIn = async (talk: Talk = 'all'): Promise<{ printer: SimulatedPrinter; port: string }> => {
  const printer = createSimulatedPrinter({ clock: Date.now, flow: 'dtr', talk })
  const { tcpPort, stop } = await listenSimulated(printer)
  tidy.push(stop)
  return { printer, port: `tcp://127.0.0.1:${tcpPort}` }
}

const openWith = async (change: Partial<Office>): Promise<Page> => {
  work = await openOfficeAtWork({ change })
  tidy.push(() => work.close())
  const kiosk = await openScreen(work, 'Kios 1')
  await waitForHeadline(kiosk, START)
  // A code that is shown before the kiosk has its line is not taken.
  await kiosk.locator('.panggil[aria-disabled="false"]').waitFor()
  return kiosk
}
const printerAt = (place: string, port: string) => ({ place, port, model: 'generic-80', columns: null })
const press = (kiosk: Page, name: string) => kiosk.getByRole('button', { name, exact: true }).press('Enter')
const statesOf = async (slipId: RegExp) =>
  (await work.office.readEvents()).flatMap(({ event }) =>
    event.type === 'SlipReported' && slipId.test(event.slipId) ? [event.status] : [],
  )
const papersOf = (printer: SimulatedPrinter, number: string) =>
  printer.papers().filter(({ lines }) => lines.some((line) => line.includes(number)))

test('a printer that never says a word: the visitor is asked, and has a marked paper when none came', {
  tags: ['P3', 'F32'],
}, async () => {
  const { printer, port } = await plugIn('nothing')
  const kiosk = await openWith({ printers: [printerAt('1', port)] })
  const number = await takeNumber(work, kiosk)
  await kiosk.getByText('Tiket sudah keluar di bawah?').waitFor()
  await picture(kiosk, 'kiosk-paper-asked')
  expect(await statesOf(/\/1$/)).toEqual(['sending', 'unproven'])
  await press(kiosk, 'Tidak keluar')
  await expect
    .poll(() => papersOf(printer, number).map(({ marked }) => marked), { timeout: 15_000 })
    .toEqual([false, true])
  await kiosk.getByText('Tiket sudah keluar di bawah?').waitFor()
  await press(kiosk, 'Sudah, selesai')
  await waitForHeadline(kiosk, START)
  await expect.poll(() => statesOf(/\/2$/)).toEqual(['sending', 'unproven', 'printed'])
  expect(await statesOf(/\/1$/)).toEqual(['sending', 'unproven', 'failed'])
})

test('a head that is too hot: the kiosk says that it takes a moment, and the paper comes by itself', {
  tags: ['F29'],
}, async () => {
  const { printer, port } = await plugIn()
  const kiosk = await openWith({ printers: [printerAt('1', port)] })
  printer.setAfter(400, { error: 'head-hot' })
  await scan(kiosk, await makeCode(work))
  await kiosk.getByText('Pencetak sedang mendingin. Tiket keluar sendiri sebentar lagi.').waitFor()
  await picture(kiosk, 'kiosk-printer-hot')
  printer.set(HEALTHY)
  await waitForHeadline(kiosk, 'Anda tepat waktu')
  await expect.poll(() => printer.papers().map(({ marked, partial }) => marked || partial)).toEqual([false])
})

test('a knife that jams: the kiosk says what it is with the number in sight, and a marked paper follows', {
  tags: ['F29'],
}, async () => {
  const { printer, port } = await plugIn()
  const kiosk = await openWith({ printers: [printerAt('1', port)] })
  printer.setDuringCut({ error: 'cutter-jam' })
  await scan(kiosk, await makeCode(work))
  await waitForHeadline(kiosk, 'Tiket belum tercetak')
  await kiosk.getByText('Kertas tersangkut di pencetak.').waitFor()
  await kiosk.locator('.isi-printer-trouble .nomor').waitFor()
  await picture(kiosk, 'kiosk-printer-jammed')
  printer.set(HEALTHY)
  await waitForHeadline(kiosk, 'Anda tepat waktu')
  await expect.poll(() => printer.papers().at(-1)?.marked, { timeout: 15_000 }).toBe(true)
})

test('a printer without paper: the spare one prints, and the kiosk says where', { tags: ['P5'] }, async () => {
  const [own, spare] = [await plugIn(), await plugIn()]
  const kiosk = await openWith({
    printers: [printerAt('1', own.port), printerAt('2', spare.port)],
    kiosks: [
      { place: '1', printer: '1', spare: '2', scanner: null },
      { place: '2', printer: '2', spare: null, scanner: null },
    ],
  })
  own.printer.set({ paper: 'end' })
  await work.house
    .getByText(/Kertas habis/)
    .first()
    .waitFor({ timeout: 15_000 })
  const number = await takeNumber(work, kiosk)
  await kiosk.getByText('Ambil tiket di kios 2.').waitFor()
  await picture(kiosk, 'kiosk-paper-elsewhere')
  await expect.poll(() => papersOf(spare.printer, number).length, { timeout: 15_000 }).toBe(1)
  expect(own.printer.papers()).toEqual([])
})

import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type ConsoleMessage, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { z } from 'zod'
import type { Verdict } from '../../protocol/answers.ts'
import type { Office } from '../../protocol/office.ts'
import { Paper, type PrinterSwitch, Sample } from '../../welcome/house.ts'
import { readPaperQrs } from '../support/read-paper-qr.ts'
import { type OfficeProcess, startOffice } from './office-process.ts'

/** Sizes of the machines that the screens are made for, CSS pixels. */
export const SIZES = {
  kiosk: { width: 1080, height: 1920 },
  display: { width: 1920, height: 1080 },
  counter: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
  house: { width: 1366, height: 900 },
} as const

const ARGUMENTS = [
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  '--autoplay-policy=no-user-gesture-required',
]

/** Starts the Chromium of `ANTREAN_BROWSER`, else the machine's own; throws when there is none. */
export const openBrowser = async (
  more: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Browser> => {
  const executablePath = process.env.ANTREAN_BROWSER || '/usr/bin/chromium'
  if (!existsSync(executablePath))
    throw new Error(`NO BROWSER: ${executablePath} does not exist. Install Chromium or set ANTREAN_BROWSER to one.`)
  const isRoot = process.getuid?.() === 0
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined))
  return chromium.launch({
    env: { ...inherited, ...env },
    executablePath,
    args: [...ARGUMENTS, ...more, ...(isRoot ? ['--no-sandbox'] : [])],
  })
}

/** Screens that are opened with one click on the page of the house, and the sizes of their machines. */
const SCREENS = {
  'Kios 1': SIZES.kiosk,
  'Layar panggil 1': SIZES.display,
  'Loket 1': SIZES.counter,
  'Loket 3': SIZES.counter,
}

/** An office at work: its server, one browser with the page of the house unlocked, and what went wrong in any page. */
export type OfficeAtWork = {
  office: OfficeProcess
  browser: Browser
  /** The browser of this machine; its pages share the pairings. */
  context: BrowserContext
  house: Page
  /** Errors of all pages so far, other than those of a server that is away. */
  mistakes: string[]
  /** Another browser, paired with nothing. */
  newBrowser(): Promise<BrowserContext>
  close(): Promise<void>
}

/** What a browser says of a line that was cut: expected once the server was ended, and only then. */
const CUT = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED|Connection closed/
/** The page of the house asks whether it is unlocked, and a browser logs the 401 that says no. */
const isLocked = (message: ConsoleMessage): boolean =>
  message.text().includes('status of 401') && /\/api\/console$|\/api\/desk$|\/pair$/.test(message.location().url)

const watchMistakes = (context: BrowserContext, office: OfficeProcess, mistakes: string[]): void => {
  context.on('console', (message) => {
    if (message.type() !== 'error' || isLocked(message) || (office.wasEnded() && CUT.test(message.text()))) return
    mistakes.push(`${message.page()?.url()}: ${message.text()} ${message.location().url}`)
  })
  context.on('weberror', (error) => mistakes.push(`${error.page()?.url()}: ${error.error().message}`))
}

/**
 * Starts office and browser and unlocks the page of the house by the printed address. `change`: what differs from the
 * example office; `flags` and `env`: more arguments of the browser and more of its environment; `settings` and `prepare` as in
 * `startOffice`.
 */
export const openOfficeAtWork = async (
  given: {
    change?: Partial<Office>
    flags?: readonly string[]
    settings?: Readonly<Record<string, string>>
    prepare?: (dataDir: string) => Promise<unknown>
    env?: Readonly<Record<string, string>>
  } = {},
): Promise<OfficeAtWork> => {
  const office = await startOffice(given.change, given.settings, given.prepare)
  const browser = await openBrowser(given.flags, given.env)
  const mistakes: string[] = []
  const newBrowser = async (): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: SIZES.house })
    watchMistakes(context, office, mistakes)
    return context
  }
  const context = await newBrowser()
  const house = await context.newPage()
  await unlock(house, office.printed())
  return {
    ...{ office, browser, context, house, mistakes, newBrowser },
    async close() {
      await browser.close()
      await office.remove()
    },
  }
}

/** Opens the printed address and opens the house with one click. */
export const unlock = async (page: Page, printed: string): Promise<void> => {
  await page.goto(printed)
  await picture(page, 'house-set-up')
  await page.getByRole('button', { name: 'Buka kantor ini' }).click()
  await page.getByRole('heading', { name: 'Layar dan petugas' }).waitFor()
  await picture(page, 'house')
}

/** Opens a screen from the page of the house with one click; its tab has the size of the real machine. */
export const openScreen = async ({ context, house }: OfficeAtWork, screen: keyof typeof SCREENS): Promise<Page> => {
  const opening = context.waitForEvent('page')
  await house.getByRole('button', { name: `Buka ${screen}`, exact: true }).click()
  const page = await opening
  await page.waitForURL(/\/(kiosk|display|counter)\/\d+$/)
  await page.setViewportSize(SCREENS[screen])
  return page
}

/** Makes a first PIN on the page of the house and reads it from the slip that shows it once. */
export const makePin = async ({ house }: OfficeAtWork, staff: string): Promise<string> => {
  await house.getByLabel('Nomor petugas baru').fill(staff)
  await house.getByRole('button', { name: 'Buat PIN', exact: true }).click()
  const words = await house.getByRole('dialog').locator('.pin').innerText()
  await picture(house, 'house-pin')
  await house.getByRole('button', { name: 'Sudah dicatat' }).click()
  await house.getByRole('dialog').waitFor({ state: 'detached' })
  return words.replace(/\D/g, '')
}

/** Signs staff in at a counter, with the keyboard alone. */
export const signIn = async (counter: Page, staff: string, pin: string): Promise<void> => {
  await counter.getByLabel('Nomor petugas').fill(staff)
  await counter.getByLabel('PIN, 6 angka').fill(pin)
  await counter.keyboard.press('Enter')
  await counter.getByLabel('Nomor petugas').waitFor({ state: 'detached' })
}

/** Presses the key of a button, once that button stands there with these words and may be pressed. */
export const pressKey = async (counter: Page, key: string, words: string | RegExp): Promise<void> => {
  const button = counter.locator(`button[aria-keyshortcuts="${key}"]:not([disabled]):not([aria-disabled="true"])`)
  await button.filter({ hasText: words }).waitFor()
  await counter.keyboard.press(key)
}

/** Signs in and opens the counter for all its stages. */
export const openCounter = async (counter: Page, staff: string, pin: string): Promise<void> => {
  await signIn(counter, staff, pin)
  await pressKey(counter, 'F1', 'Buka loket')
  await counter.locator('button[aria-keyshortcuts="F1"]').filter({ hasText: 'Panggil' }).waitFor()
}

/** A request of the page of the house, with its cookie and its origin. */
export const ask = async (
  { house, office }: Pick<OfficeAtWork, 'house' | 'office'>,
  path: string,
  body?: object,
): Promise<unknown> => {
  const url = `${office.address}${path}`
  const headers = { origin: office.address }
  const { request } = house
  const response = await (body === undefined ? request.get(url) : request.post(url, { headers, data: body }))
  expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true)
  const text = await response.text()
  return text === '' ? null : JSON.parse(text)
}

/** A sample's window is the hour on the clock: this much of it must be left, so that no test meets its end, ms. */
const LEFT_MS = 15_000

/** New sample bookings of every verdict that can be at this hour, by verdict. */
export const makeSamples = async (work: OfficeAtWork): Promise<Map<Verdict, Sample>> => {
  const samples = new Map<Verdict, Sample>()
  const renew = async (): Promise<number> => {
    samples.clear()
    for (const sample of z.array(Sample).parse(await ask(work, '/api/console/samples', {})))
      samples.set(sample.verdict, sample)
    return (samples.get('on-time')?.window?.endAt ?? 0) - Date.now()
  }
  await expect.poll(renew, { timeout: 2 * LEFT_MS, interval: 1_000 }).toBeGreaterThan(LEFT_MS)
  return samples
}

/** The code of a new sample; an on-time one can be had at every hour. Throws when this hour has none of `verdict`. */
export const makeCode = async (work: OfficeAtWork, verdict: Verdict = 'on-time'): Promise<string> => {
  const sample = (await makeSamples(work)).get(verdict)
  if (sample === undefined) throw new Error(`no sample is ${verdict} at this hour`)
  return sample.code
}

/** The papers of the simulated printers, newest first. */
export const readPapers = async (work: OfficeAtWork): Promise<Paper[]> =>
  z.array(Paper).parse(await ask(work, '/api/console/papers'))

/** Switches the simulated printer 1. */
export const setPrinter = async (work: OfficeAtWork, state: PrinterSwitch): Promise<void> => {
  await ask(work, '/api/console/printers/1', state)
}

/** Waits for the paper of a number, and until the office has heard that it is out. */
export const waitForPaper = async (work: OfficeAtWork, number: string): Promise<Paper> => {
  const find = async () => (await readPapers(work)).find(({ lines }) => lines.some((line) => line.includes(number)))
  await expect.poll(find, { timeout: 15_000 }).toBeDefined()
  const isProven = async () =>
    (await work.office.readEvents()).some(
      ({ event }) => event.type === 'SlipReported' && event.status === 'printed' && event.slipId.includes(number),
    )
  await expect.poll(isProven, { timeout: 15_000 }).toBe(true)
  return Paper.parse(await find())
}

/**
 * Types a code as a scanner that poses as a keyboard does. The page plays the scanner: on a busy machine keys that come one
 * by one over the browser's wire are as slow as a person's.
 */
export const scan = (kiosk: Page, code: string): Promise<void> =>
  kiosk.evaluate(
    (keys) => {
      for (const key of keys)
        document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    },
    [...code, 'Enter'],
  )

/** Waits for a headline of the kiosk. */
export const waitForHeadline = (page: Page, words: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: words, exact: true }).waitFor()

/**
 * Scans an on-time code once the kiosk has its line, and answers the number on the screen; the number of a visitor
 * before, who may still stand there, is not taken for it.
 */
export const takeNumber = async (work: OfficeAtWork, kiosk: Page): Promise<string> => {
  const readNumber = async () => (await kiosk.locator('.isi-ticket .nomor').allInnerTexts()).join()
  await kiosk.locator('.panggil[aria-disabled="false"]').waitFor()
  const code = await makeCode(work)
  const before = await readNumber()
  await scan(kiosk, code)
  await expect.poll(async () => ['', before].includes(await readNumber()), { timeout: 15_000 }).toBe(false)
  await waitForHeadline(kiosk, 'Anda tepat waktu')
  return readNumber()
}

/** Whether a QR code on the picture of a paper says exactly `text`. */
export const showsQr = async (paper: Paper, text: string): Promise<boolean> =>
  (await readPaperQrs(Buffer.from((paper.picture ?? '').split(',')[1] ?? '', 'base64'))).includes(text)

let pictureNo = 0
/** Keeps a picture of a page in the folder `ANTREAN_PICTURES`, where that is set. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.ANTREAN_PICTURES
  if (folder === undefined || folder === '') return
  await mkdir(folder, { recursive: true })
  pictureNo += 1
  await page.screenshot({ path: join(folder, `${String(pictureNo).padStart(2, '0')}-${name}.png`) })
}

import { execFileSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makePin,
  type OfficeAtWork,
  openBrowser,
  openCounter,
  openOfficeAtWork,
  openScreen,
  pressKey,
  takeNumber,
} from '../e2e/support.ts'
import { howMany } from '../support/how-many.ts'
import { keepFigure } from '../support/keep-figure.ts'

/** How long the browser stands still, ms: longer than a call may be old that is still spoken. */
const ASLEEP_MS = howMany(20_000, 60_000)
/** What a page may take on a busy machine until it is as the office is. */
const PATIENCE_MS = 20_000

/** The processes of this one that lead a group: browsers. */
const children = (): number[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(process.pid)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(Number)

let work: OfficeAtWork
let sleeper: Browser
/** The group of the display's browser. */
let group: number
beforeAll(async () => {
  work = await openOfficeAtWork()
  const before = new Set(children())
  sleeper = await openBrowser()
  const [leader] = children().filter((pid) => !before.has(pid))
  if (leader === undefined) throw new Error('the browser of the display has no process')
  group = -leader
})
afterAll(async () => {
  process.kill(group, 'SIGCONT')
  await sleeper.close()
  await work.close()
})

const openDisplay = async (): Promise<Page> => {
  const link = /link\s+(\S+)/.exec(await work.office.runCli('pair', 'display', '1'))?.[1] ?? ''
  const page = await sleeper.newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Pasangkan layar ini' }).click()
  await page.waitForURL('**/display/1')
  return page
}

/** What the display said, as the words of its newest call. */
const said = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.dataset.said ?? '')

/** How many displays the server has a line to. */
const displays = async (): Promise<number> => {
  const text = await (await work.house.request.get(`${work.office.address}/metrics`)).text()
  return Number(/^antrean_sockets\{role="display"\} (\d+)/m.exec(text)?.[1] ?? Number.NaN)
}

test('a display whose browser stands still is missed, comes back right, and speaks nothing old', {
  tags: ['M4', 'F24', 'F43'],
}, async (context) => {
  const display = await openDisplay()
  const kiosk = await openScreen(work, 'Kios 1')
  const counter = await openScreen(work, 'Loket 1')
  const pin = await makePin(work, '07')
  const [first, second] = [await takeNumber(work, kiosk), await takeNumber(work, kiosk)]
  await openCounter(counter, '07', pin)
  await pressKey(counter, 'F1', `Panggil ${first}`)
  await display.locator('.kini').filter({ hasText: first }).waitFor()
  await expect.poll(() => said(display), { timeout: PATIENCE_MS }).not.toBe('')
  // The call is said twice before the browser falls asleep.
  await wait(10_000)
  const saidBefore = await said(display)
  expect(await displays()).toBe(1)

  process.kill(group, 'SIGSTOP')
  const stoppedAt = performance.now()
  await pressKey(counter, 'F2', 'Mulai layani')
  await pressKey(counter, 'F2', 'Teruskan ke Wawancara dan foto')
  await pressKey(counter, 'F1', `Panggil ${second}`)
  await expect.poll(displays, { timeout: 40_000 }).toBe(0)
  const missedMs = performance.now() - stoppedAt
  await wait(Math.max(0, ASLEEP_MS - missedMs))

  process.kill(group, 'SIGCONT')
  const wokenAt = performance.now()
  await display.locator('.kini').filter({ hasText: second }).waitFor({ timeout: PATIENCE_MS })
  const rightMs = performance.now() - wokenAt
  await expect.poll(displays, { timeout: PATIENCE_MS }).toBe(1)
  // Long enough for a call to be said, if any were.
  await wait(8000)
  expect(await said(display)).toBe(saidBefore)
  expect(missedMs).toBeLessThan(30_000)
  keepFigure(context, `missed after ${Math.round(missedMs / 1000)} s, right ${Math.round(rightMs)} ms after waking`)
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makePin,
  type OfficeAtWork,
  openCounter,
  openOfficeAtWork,
  openScreen,
  pressKey,
  takeNumber,
} from './support.ts'

/** From the moment a display lost its server to the mark, at most (issue: within 20 seconds), ms. */
const MARKED_WITHIN_MS = 20_000

let work: OfficeAtWork
let display: Page
beforeAll(async () => {
  work = await openOfficeAtWork()
  display = await openScreen(work, 'Layar panggil 1')
})
afterAll(() => work.close())

/** Somebody takes a number and is called; answers the number that the display shows. */
const callOne = async (): Promise<string> => {
  const pin = await makePin(work, '07')
  const kiosk = await openScreen(work, 'Kios 1')
  const counter = await openScreen(work, 'Loket 1')
  await openCounter(counter, '07', pin)
  const number = await takeNumber(work, kiosk)
  await pressKey(counter, 'F1', `Panggil ${number}`)
  await display.locator('.kini.menyala').filter({ hasText: number }).waitFor()
  return number
}

const marked = () => display.getByText('Dengarkan panggilan petugas')

/** Loses the server, and measures how long the display takes to say so. */
const measureMark = async (lose: () => Promise<void> | void): Promise<number> => {
  await display.evaluate(() => document.body.setAttribute('data-same-page', 'yes'))
  const startMs = performance.now()
  await lose()
  await marked().waitFor({ timeout: MARKED_WITHIN_MS + 5_000 })
  return performance.now() - startMs
}

const expectKept = async (number: string): Promise<void> => {
  expect(await display.locator('.kini .nomor').innerText(), 'the last state is kept').toBe(number)
  expect(await display.locator('.kini.menyala').count(), 'without its colour').toBe(0)
}

const expectAsBefore = async (number: string): Promise<void> => {
  await marked().waitFor({ state: 'detached', timeout: 30_000 })
  expect(await display.locator('.kini .nomor').innerText(), 'the number that was there before').toBe(number)
  expect(await display.locator('body').getAttribute('data-same-page'), 'the page was not loaded anew').toBe('yes')
  const beats = await display.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  )
  expect(beats, 'an old call does not flash again').toBe(0)
}

test('a server that hangs with its sockets open, or is gone, is missed within 20 seconds, and comes back without a reload', {
  tags: ['F20'],
}, async () => {
  const { office } = work
  const number = await callOne()
  try {
    expect(await measureMark(office.freeze)).toBeLessThan(MARKED_WITHIN_MS)
    await expectKept(number)
  } finally {
    office.thaw()
  }
  await expectAsBefore(number)

  expect(await measureMark(office.kill)).toBeLessThan(MARKED_WITHIN_MS)
  await expectKept(number)
  await office.start()
  await expectAsBefore(number)
})

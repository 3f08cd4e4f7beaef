import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KioskView } from '../../protocol/views.ts'
import { clockTime } from '../../ui/time.ts'
import { openBrowser } from '../e2e/support.ts'
import { NOW } from '../kiosk/sample-views.ts'
import type { AlbumState } from './album-state.ts'
import { PLAIN_STATES } from './kiosk-states.ts'
import { GLASSES } from './kiosk-variants.ts'
import { measureKiosk } from './measure.ts'
import { makeOpener, type OpenState } from './open-state.ts'
import { openStage, type Stage } from './stage.ts'

let browser: Browser
let stage: Stage
let openState: OpenState
beforeAll(async () => {
  browser = await openBrowser()
  stage = await openStage()
  const context = await browser.newContext()
  await context.addCookies(stage.cookies)
  openState = makeOpener(context, stage)
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

/** What is pressed in the help bar from one dress to the next; together every mode, alone and combined, in both languages. */
const DRESSES = [
  ['plain', []],
  ['large', ['Huruf besar']],
  ['all modes', ['Kontras', 'Tombol rendah']],
  ['all modes in English', ['English']],
  ['low in English', ['Large type', 'Contrast']],
  ['English', ['Low buttons']],
  ['large in English', ['Large type']],
] as const

const cases = (states: readonly AlbumState[]) => states.map((state) => [state.name, state] as const)
const onMistake = (message: string): never => expect.fail(message)

/** Each dress is worn on every glass by some states and on one glass by all; what is plain is seen on all of them. */
const glassesFor = (name: string, dress: number): [string, { width: number; height: number }][] => {
  const all = Object.entries(GLASSES)
  const turn = PLAIN_STATES.findIndex((state) => state.name === name) + dress
  return dress === 0 ? all : all.filter((_, i) => i === turn % all.length)
}

describe('on every glass, in every mode and in both languages', () => {
  test.each(cases(PLAIN_STATES))('%s can be touched and read, and nothing of it is cut', async (name, state) => {
    const page = await openState(state, onMistake)
    const found: string[] = []
    for (const [no, [dress, presses]] of DRESSES.entries()) {
      for (const press of presses) await page.locator('.kaki').getByRole('button', { name: press }).click()
      for (const [glass, size] of glassesFor(name, no)) {
        await page.setViewportSize(size)
        found.push(...(await measureKiosk(page)).map((wrong) => `${glass}, ${dress}: ${wrong}`))
      }
    }
    if (state.view !== null) stage.show('kiosk', null)
    expect(found).toEqual([])
  })
})

/** Longer than any time-out, in whole minutes, so that the clock on the screen says the same for a while, ms. */
const LONG = 420_000
const IDLE = '.isi-start, .isi-break, .isi-outage, .isi-closed'

/** All that a page shows and keeps, but for the id of the visit that is over. */
const traceOf = (page: Page) =>
  page.evaluate(() => {
    const { documentElement: html, body, title, activeElement } = document
    return {
      ...{ lang: html.lang, modes: html.className, title, body: body.innerHTML },
      focus: activeElement?.outerHTML === body.outerHTML,
      kept: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key !== 'antrean-dismissed'),
    }
  })

describe('when the time is over', () => {
  const leaves = (view: AlbumState['view']): view is KioskView => view?.role === 'kiosk'
  const met = PLAIN_STATES.filter(({ name, view }) => view !== null && name !== 'offline')

  test.each(cases(met))('nothing of the visitor of %s is left', async (_name, state) => {
    const page = await openState(state, onMistake)
    const { view } = state
    if (!leaves(view)) expect.fail('a kiosk shows the view of a kiosk')
    for (const name of ['Huruf besar', 'Kontras', 'Tombol rendah', 'English'])
      await page.locator('.kaki').getByRole('button', { name }).click()
    await page.locator('.kaki button').last().focus()

    let { at, seq } = { ...view, at: NOW }
    const pass = async (): Promise<number> => {
      at += LONG
      seq += 1
      stage.show('kiosk', { ...view, at, seq })
      return page.locator(IDLE).count()
    }
    await expect.poll(pass, { timeout: 30_000, interval: 200 }).toBe(1)
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('id')
    const endAt = at + LONG
    stage.show('kiosk', { ...view, at: endAt, seq: seq + 1 })
    const clock = page.locator('.waktu').getByText(clockTime(endAt, view.office.zone))
    const look = async () => {
      await clock.waitFor()
      await page.locator(IDLE).waitFor()
      const idle = await traceOf(page)
      const typing = page.locator('.isi').getByRole('button', { name: 'Ketik kode' })
      const opens = (await typing.count()) > 0
      if (opens) await typing.click()
      const keypad = opens ? await page.locator('.isian').innerHTML() : ''
      return { idle, keypad }
    }
    const left = await look()
    expect(await page.evaluate(() => sessionStorage.getItem('antrean-dismissed'))).toBe(view.visit?.visitId ?? null)
    await page.evaluate(() => sessionStorage.clear())
    await page.reload()
    const untouched = await look()
    stage.show('kiosk', null)
    expect(left).toEqual(untouched)
    expect(left.idle).toMatchObject({ lang: 'id', focus: true, kept: [] })
  })
})

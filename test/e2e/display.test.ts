import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DisplayView } from '../../protocol/views.ts'
import { digitRem, placesOf } from '../album/measure-display.ts'
import { openStage, type Stage } from '../album/stage.ts'
import { LANES, lanesOf, MORNING } from '../display/long-views.ts'
import { AT_10_24, callOf, viewOf } from '../display/sample-views.ts'
import { openBrowser, SIZES } from './support.ts'

/** Height of a digit in em of the typeface (screens.md section 3). */
const DIGIT = 0.668
/** Millimetres of a rem on a 43-inch display, the smallest that is meant for a hall: 16:9, 952 × 535 mm. */
const MM_PER_REM = 952 / 192
/** A letter of `mm` is read in comfort, under 20 minutes of arc, from so many metres. */
const comfortM = (mm: number): number => mm / 1000 / Math.tan((20 / 60) * (Math.PI / 180))

let browser: Browser
let stage: Stage
let context: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  stage = await openStage()
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: SIZES.display })
  await context.addCookies(stage.cookies)
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  stage.show('display', null)
})

const show = (more: Partial<DisplayView>): void => stage.show('display', viewOf({ ...MORNING, ...more }))
const open = async (more: Partial<DisplayView>): Promise<void> => {
  show(more)
  // A slide that never loads would keep the page from being loaded.
  await page.goto(`${stage.address}/display/1`, { waitUntil: 'domcontentloaded' })
  await page.locator('.papan, .loket').waitFor()
  await page.evaluate(() => document.fonts.ready)
}

describe('what must be read from the far end of the hall', () => {
  const sizes = async (): Promise<Record<string, number>> => ({
    number: await digitRem(page, '.kini .nomor'),
    counter: await digitRem(page, '.kini .ke'),
    earlier: await digitRem(page, '.akhir .nomor'),
    next: await digitRem(page, '.jl .nomor'),
    clock: await digitRem(page, '.waktu strong'),
  })
  const expectSizes = async (rem: Record<string, number>): Promise<void> => {
    for (const [part, height] of Object.entries(await sizes()))
      expect(Math.abs(height / ((rem[part] ?? 0) * DIGIT) - 1), `${part}, ${height} rem`).toBeLessThan(0.02)
  }

  test('stands as large as its distance asks for, lying and upright, in full HD and in 4K', async () => {
    await open({ live: [callOf(37)] })
    const lying = { number: 40, counter: 17.6, earlier: 8.8, next: 9, clock: 7.2 }
    const upright = { number: 38, counter: 18, earlier: 7.2, next: 5.6, clock: 7.2 }
    for (const scale of [1, 2]) {
      await page.setViewportSize({ width: 1920 * scale, height: 1080 * scale })
      await expectSizes(lying)
      await page.setViewportSize({ width: 1080 * scale, height: 1920 * scale })
      await expectSizes(upright)
    }
  })

  test('is read in comfort from ten metres: the number from more than twenty, the counter from ten', async () => {
    await open({ live: [callOf(37)] })
    const { number = 0, counter = 0 } = await sizes()
    expect(comfortM(number * MM_PER_REM)).toBeGreaterThan(20)
    expect(comfortM(counter * MM_PER_REM)).toBeGreaterThanOrEqual(10)
  })

  test('4K shows the same picture as full HD', async () => {
    await open({ live: [callOf(37)] })
    const small = await placesOf(page)
    await page.setViewportSize({ width: 3840, height: 2160 })
    const large = await placesOf(page)
    for (const [part, places] of Object.entries(small))
      for (const [i, place] of places.entries())
        expect(Math.abs((large[part]?.[i] ?? -9) - place), part).toBeLessThan(3)
  })
})

/** The light went off between two frames: it was lit in one and dark in the next, ms of the watching. */
type Dark = { litMs: number; darkMs: number }

/** From one going off to the next, as long as it can have been: a machine that is busy draws frames late. */
const gapsOf = (dark: readonly Dark[]): number[] => dark.slice(1).map(({ darkMs }, i) => darkMs - (dark[i]?.litMs ?? 0))

/** Looks at the stub at every frame for `ms` and answers when it went dark, ms. */
const watchDark = (ms: number): Promise<Dark[]> =>
  page.evaluate(
    (watchMs) =>
      new Promise<Dark[]>((resolve) => {
        const startMs = performance.now()
        const dark: Dark[] = []
        let litMs: number | null = null
        // By the frame's own time: on a busy machine the look at it comes late, and says what was drawn before.
        const look = (nowMs: number): void => {
          const stub = document.querySelector('.kini, .loket')
          const isLit = stub !== null && getComputedStyle(stub).backgroundColor === 'rgb(255, 181, 31)'
          if (litMs !== null && !isLit) dark.push({ litMs, darkMs: nowMs - startMs })
          litMs = isLit ? nowMs - startMs : null
          if (nowMs - startMs < watchMs) requestAnimationFrame(look)
          else resolve(dark)
        }
        requestAnimationFrame(look)
      }),
    ms,
  )

describe('the light of a new call', () => {
  const timings = () =>
    page.evaluate(() =>
      document.getAnimations().map((animation) => {
        const { duration, iterations } = animation.effect?.getTiming() ?? {}
        return { duration, iterations }
      }),
    )

  test('goes off and on three times, once a second, and then stands', async () => {
    await open({})
    show({ live: [callOf(37)] })
    await page.locator('.kini.baru').waitFor()
    expect(await timings()).toEqual([{ duration: 1000, iterations: 3 }])
    expect((await watchDark(4500)).length).toBeLessThanOrEqual(3)
    expect(await timings()).toEqual([])
  })

  test('five calls within a second flash no faster than one does: a third of the glass, once a second', async () => {
    await open({})
    const watching = watchDark(5000)
    for (const newest of [37, 38, 39, 40, 41]) {
      const calls = [newest, newest - 1, newest - 2].filter((no) => no >= 37)
      show({ live: calls.map((no) => callOf(no, { counter: no - 30 })) })
      await page
        .locator('.menyala .nomor')
        .filter({ hasText: `A0${newest}` })
        .waitFor()
    }
    const dark = await watching
    expect(dark.length).toBeGreaterThanOrEqual(3)
    const gaps = gapsOf(dark)
    expect(Math.min(...gaps), `dark at ${JSON.stringify(dark)} ms`).toBeGreaterThan(900)
  })

  test('calls that come just when the light is off do not make it faster', async () => {
    await open({})
    const watching = watchDark(5000)
    for (const newest of [37, 38, 39, 40]) {
      show({ live: [callOf(newest)] })
      await page
        .locator('.menyala .nomor')
        .filter({ hasText: `A0${newest}` })
        .waitFor()
      await page.waitForFunction(() => {
        const stub = document.querySelector('.kini.baru')
        return stub !== null && getComputedStyle(stub).backgroundColor !== 'rgb(255, 181, 31)'
      })
    }
    const dark = await watching
    const gaps = gapsOf(dark)
    expect(dark.length).toBeGreaterThanOrEqual(3)
    expect(Math.min(...gaps), `dark at ${JSON.stringify(dark)} ms`).toBeGreaterThan(900)
  })

  test('stands still for whoever asked their machine for less motion', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await open({})
    show({ live: [callOf(37)] })
    await page.locator('.kini.baru').waitFor()
    expect(await timings()).toEqual([])
    expect(await watchDark(1500)).toEqual([])
  })

  test('a call that was made a while before this page opened does not flash', async () => {
    await open({ live: [callOf(37, { at: AT_10_24 - 5_000 })] })
    await page.locator('.kini.menyala').waitFor()
    expect(await timings()).toEqual([])
  })
})

describe('slides', () => {
  const BREAK: Partial<DisplayView> = { hours: { status: 'break', name: null, nextAt: AT_10_24 + 60_000 }, last: [] }
  const hang = (slides: string[]) =>
    page.route(/\/slides$/, (route) => route.fulfill({ json: slides.map((name) => ({ name, version: '1-1' })) }))
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>'

  test('never delay a call, not even one that does not load', async () => {
    await hang(['late.png'])
    await page.route(/\/slides\/late/, () => undefined)
    await open(BREAK)
    await page.locator('.slide').waitFor()
    show({ live: [callOf(37)] })
    await page.locator('.kini.menyala').waitFor()
    expect(await page.locator('.slide').count()).toBe(0)
  })

  test('that cannot be drawn are passed over', async () => {
    await hang(['broken.png', 'good.png'])
    await page.route(/\/slides\/broken/, (route) => route.fulfill({ body: 'no picture', contentType: 'image/png' }))
    await page.route(/\/slides\/good/, (route) => route.fulfill({ body: SVG, contentType: 'image/svg+xml' }))
    await open({ ...BREAK, at: Math.floor(AT_10_24 / 20_000) * 20_000 })
    await page.getByRole('img', { name: 'good' }).waitFor()
    expect(await page.getByRole('img', { name: 'broken' }).count()).toBe(0)
  })

  test('none is left once all are broken: the ornament stands there again', async () => {
    await hang(['broken.png'])
    await page.route(/\/slides\/broken/, (route) => route.abort())
    await open(BREAK)
    await page.locator('.hias').waitFor()
  })
})

test('twelve lanes, the most an office may have, are all on the glass', async () => {
  const faces = [...'ABCDEFGHKLMN'].map((letter) => ({ ...callOf(1).lane, letter, name: { id: 'Jalur', en: 'Lane' } }))
  await open({ live: [callOf(37)], lanes: lanesOf(faces) })
  for (const size of [SIZES.display, SIZES.kiosk]) {
    await page.setViewportSize(size)
    for (const number of await page.locator('.jl .nomor').all()) {
      const box = await number.boundingBox()
      expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThan(size.height)
    }
    expect(await page.locator('.jl .nomor').count()).toBe(faces.length)
  }
  show({ lanes: lanesOf(LANES) })
  await expect.poll(() => page.locator('.jl .nomor').count()).toBe(LANES.length)
})

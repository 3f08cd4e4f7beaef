import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ShownCall } from '../../protocol/faces.ts'
import type { DisplayView } from '../../protocol/views.ts'
import { openStage, type Stage } from '../album/stage.ts'
import { MORNING } from '../display/long-views.ts'
import { callOf, viewOf } from '../display/sample-views.ts'
import { openBrowser, SIZES } from './support.ts'

/** A day from 07.30 to 17.30. */
const OPENS_AT = Date.parse('2026-11-24T07:30:00+08:00')
const DAY_MS = 10 * 3_600_000
/** Views of such a day: 500 calls, each called, answered and gone, and as much again that changes for other reasons. */
const VIEWS = 2500
/** Views after which caches, fonts and compiled code are what they will be. */
const WARM_UP = 250
/** So many views are sent before the page is waited for. */
const STRIDE = 25

/** The display's view `no` of the day: calls come, are repeated, stand together and go; breaks, outages and announcements too. */
const viewNo = (no: number): DisplayView => {
  const at = OPENS_AT + Math.round((no / VIEWS) * DAY_MS)
  const callNo = Math.floor(no / 5) + 1
  const call = (back: number, more: Partial<ShownCall> = {}): ShownCall[] =>
    callNo - back < 1 ? [] : [callOf(callNo - back, { counter: ((callNo - back) % 9) + 1, at: at - 1000, ...more })]
  const step = no % 5
  const live =
    [call(0), call(0, { times: 2 }), [...call(0), ...call(1)], [...call(0), ...call(1), ...call(2)], []][step] ?? []
  const last = [0, 1, 2, 3, 4]
    .flatMap((back) => call(back))
    .filter(({ number }) => live.every((each) => each.number !== number))
  const isBreak = no % 500 > 440
  return viewOf({
    ...MORNING,
    seq: no + 1,
    at,
    live: isBreak ? [] : live,
    last,
    hours: isBreak
      ? { status: 'break', name: null, nextAt: at + 60_000 }
      : { status: 'open', name: null, nextAt: null },
    outage: no % 700 > 660 ? { scope: 'network', sinceAt: at - 60_000 } : null,
    announcement: no % 300 > 270 ? { words: { id: `Pengumuman ${no}`, en: `Announcement ${no}` }, at } : null,
    office: { name: `Kantor ${no}`, zone: 'Asia/Makassar' },
  })
}

let browser: Browser
let stage: Stage
beforeAll(async () => {
  browser = await openBrowser()
  stage = await openStage()
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

type Figures = { heap: number; nodes: number; listeners: number; styles: number; layouts: number; scriptSec: number }

const measure = async (cdp: CDPSession): Promise<Figures> => {
  // Twice: what the first round frees may have held something else.
  for (let i = 0; i < 2; i += 1) await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return {
    heap: usedSize,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    styles: of('RecalcStyleCount'),
    layouts: of('LayoutCount'),
    scriptSec: of('ScriptDuration'),
  }
}

const play = async (page: Page, from: number, until: number): Promise<void> => {
  for (let no = from; no < until; no += 1) {
    stage.show('display', viewNo(no))
    if (no % STRIDE === STRIDE - 1) await page.getByText(`Kantor ${no}`, { exact: true }).waitFor()
  }
}

test('ten hours of calls leave nothing behind in a display: no memory, no elements, no listeners, and little work for each', {
  tags: ['F47'],
}, async () => {
  const page = await browser.newPage({ viewport: SIZES.display })
  await page.context().addCookies(stage.cookies)
  // Sound has its own clock and its own tests; here a whole day is shown in seconds.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'AudioContext'))
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>'
  const slides = ['a.png', 'b.png', 'c.png'].map((name) => ({ name, version: '1-1' }))
  await page.route(/\/slides$/, (route) => route.fulfill({ json: slides }))
  await page.route(/\/slides\/./, (route) => route.fulfill({ body: picture, contentType: 'image/svg+xml' }))
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  await cdp.send('HeapProfiler.enable')

  stage.show('display', viewNo(0))
  await page.goto(`${stage.address}/display/1`)
  await page.getByText('Kantor 0').waitFor()
  await play(page, 1, WARM_UP)
  const before = await measure(cdp)
  await play(page, WARM_UP, VIEWS)
  const after = await measure(cdp)

  const views = VIEWS - WARM_UP
  const figures = {
    heapBeforeKb: Math.round(before.heap / 1024),
    heapGrowthKb: Math.round((after.heap - before.heap) / 1024),
    nodes: `${before.nodes} → ${after.nodes}`,
    listeners: `${before.listeners} → ${after.listeners}`,
    stylesPerView: Number(((after.styles - before.styles) / views).toFixed(2)),
    layoutsPerView: Number(((after.layouts - before.layouts) / views).toFixed(2)),
    scriptMsPerView: Number((((after.scriptSec - before.scriptSec) / views) * 1000).toFixed(2)),
  }
  const said = JSON.stringify(figures)
  expect(figures.heapGrowthKb, said).toBeLessThan(2048)
  expect(Math.abs(after.nodes - before.nodes), said).toBeLessThan(100)
  expect(after.listeners - before.listeners, said).toBeLessThan(10)
  expect(figures.stylesPerView, said).toBeLessThan(8)
  expect(figures.layoutsPerView, said).toBeLessThan(8)
  expect(figures.scriptMsPerView, said).toBeLessThan(20)
  if (process.env.ANTREAN_FIGURES) process.stdout.write(`${said}\n`)
})

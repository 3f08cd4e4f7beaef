import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { startOffice } from './office-process.ts'
import { openBrowser, picture, SIZES } from './support.ts'

const LOADER = new URL('../../kiosk/setup/loader.html', import.meta.url)

let browser: Browser
let page: Page
let server: Server | null = null
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  page = await browser.newPage({ viewport: SIZES.kiosk })
})
afterEach(async () => {
  await page.close()
  server?.close()
  server = null
})

const open = (address: string) => page.goto(`${LOADER.href}#${address}`)
/** A server that knows nothing but to answer, and keeps what it was asked. */
const startServer = async (port: number): Promise<string[]> => {
  const asked: string[] = []
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('<title>Kantor</title>')
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return asked
}

test('lies on the disk of the kiosk, and goes to the office as soon as its server answers', {
  tags: ['O2'],
}, async () => {
  const port = await freePort()
  await open(`http://127.0.0.1:${port}/kiosk/1`)
  await page.getByRole('heading', { name: 'Kios sedang disiapkan' }).waitFor()
  await page.getByText('Getting ready.').waitFor()
  expect(await page.getByRole('alert').isVisible()).toBe(false)
  await picture(page, 'loader')
  const asked = await startServer(port)
  await page.waitForURL(`http://127.0.0.1:${port}/kiosk/1`)
  expect(asked.filter((url) => url !== '/favicon.ico')).toEqual(['/healthz', '/kiosk/1'])
})

test('goes to a real server, which lets nobody read its answers', { tags: ['O2'] }, async () => {
  const office = await startOffice()
  await open(`${office.address}/kiosk/1`)
  await page.waitForURL(`${office.address}/kiosk/1`)
  await office.remove()
})

test('of two servers it takes the first that answers, whichever that is', { tags: ['O2'] }, async () => {
  const [away, port] = [await freePort(), await freePort()]
  await open(`http://127.0.0.1:${away}/display/1,http://127.0.0.1:${port}/display/1`)
  await page.getByRole('heading', { name: 'Layar sedang disiapkan' }).waitFor()
  await startServer(port)
  await page.waitForURL(`http://127.0.0.1:${port}/display/1`)
})

test('asks every two seconds, one question at a time, and says after two minutes whom to tell and since when', {
  tags: ['O2'],
}, async () => {
  await page.clock.install({ time: new Date('2026-11-24T07:52:00') })
  let asked = 0
  let failed = 0
  await page.route('**/healthz', async (route) => {
    asked += 1
    await route.abort()
  })
  // The page's clock goes on once the page knows that nobody answered: a question in between would be asked one turn later.
  page.on('requestfailed', () => {
    failed += 1
  })
  const isAnswered = async (count: number): Promise<void> => {
    await expect.poll(() => [asked, failed]).toEqual([count, count])
    await page.evaluate(() => Promise.resolve())
  }
  await open('http://antrean.test:4100/kiosk/1')
  await isAnswered(1)
  const beforeJump = asked
  await page.clock.pauseAt(new Date('2026-11-24T07:53:00'))
  // The jump is one turn.
  await expect.poll(() => asked > beforeJump && failed === asked).toBe(true)
  const passSeconds = async (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 2) {
      const before = asked
      await page.clock.runFor(2_000)
      await isAnswered(before + 1)
    }
  }
  await passSeconds(50)
  expect(await page.getByRole('alert').isVisible()).toBe(false)
  await passSeconds(30)
  await page.getByRole('heading', { name: 'Belum tersambung sejak 07.52' }).waitFor()
  await page.getByText('http://antrean.test:4100/kiosk/1').waitFor()
  await picture(page, 'loader-trouble')
  await page.setViewportSize({ width: 1366, height: 768 })
  expect(await page.evaluate(() => document.body.scrollHeight <= innerHeight)).toBe(true)
  await picture(page, 'loader-trouble-landscape')
})

test('calls a display a screen and not a kiosk', async () => {
  await open(`http://127.0.0.1:${await freePort()}/display/1`)
  await page.getByRole('heading', { name: 'Layar sedang disiapkan' }).waitFor()
})

test('keeps the secret of a pairing off the glass', async () => {
  await open(`http://127.0.0.1:${await freePort()}/pair#${'s3cret'.repeat(7)}`)
  await page.getByRole('heading', { name: 'Kios sedang disiapkan' }).waitFor()
  expect(await page.content()).not.toContain('s3cret')
})

test.each(['', 'javascript:alert(1)', 'file:///etc/passwd', 'not an address', 'http://a/kiosk/1,javascript:alert(1)'])(
  'says that the address is missing instead of going to "%s"',
  async (address) => {
    await open(address)
    await page.getByRole('heading', { name: 'Alamat kantor belum diisi' }).waitFor()
    expect(page.url().split('#')[0]).toBe(`file://${fileURLToPath(LOADER)}`)
  },
)

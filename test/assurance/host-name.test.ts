import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { tlsFiles } from '../../server/tls/certificate-file.ts'
import { makeCertificate } from '../../server/tls/make-certificate.ts'
import { type OfficeAtWork, openCounter, openOfficeAtWork, pressKey, SIZES, takeNumber } from '../e2e/support.ts'
import { freePort } from '../support/free-port.ts'

/*
 * Everywhere else the pages are opened on 127.0.0.1, which browsers trust like TLS. An office opens them by a name.
 */

const HOST = 'kantor.test'
const RULES = [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]
const run = promisify(execFile)

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const openAt = async (scheme: 'http' | 'https', given: Parameters<typeof openOfficeAtWork>[0] = {}) => {
  const port = String(await freePort())
  const settings = { PORT: port, ANTREAN_ADDRESSES: `${scheme}://${HOST}:${port}` }
  const work = await openOfficeAtWork({ settings, flags: RULES, ...given })
  closers.push(work.close)
  return { work, origin: settings.ANTREAN_ADDRESSES }
}

/** Makes a new browser this screen, by the link of the command line, as a technician does. */
const pair = async ({ office, newBrowser }: OfficeAtWork, role: 'kiosk' | 'display' | 'counter'): Promise<Page> => {
  const link = /link\s+(\S+)/.exec(await office.runCli('pair', role, '1'))?.[1] ?? ''
  const page = await (await newBrowser()).newPage()
  await page.setViewportSize(SIZES[role])
  await page.goto(link)
  await page.getByRole('button', { name: 'Pasangkan layar ini' }).click()
  await page.waitForURL(`**/${role}/1`)
  return page
}

/** One visit through all screens: scanned at the kiosk, called at the counter, seen on the display. */
const visit = async (work: OfficeAtWork): Promise<Page> => {
  const [kiosk, display, counter] = [
    await pair(work, 'kiosk'),
    await pair(work, 'display'),
    await pair(work, 'counter'),
  ]
  const pin = /\b\d{6}\b/.exec(await work.office.runCli('pin', '07'))?.[0] ?? ''
  await openCounter(counter, '07', pin)
  const number = await takeNumber(work, kiosk)
  await pressKey(counter, 'F1', 'Panggil')
  await display.getByText(number).first().waitFor()
  return kiosk
}

const powersOf = (page: Page) =>
  page.evaluate(() => ({
    isSecureContext,
    randomUUID: typeof crypto.randomUUID,
    subtle: typeof crypto.subtle,
    serviceWorker: 'serviceWorker' in navigator,
  }))

test('by a name and in the clear, where a browser has none of its newer powers, a visit goes through all screens', {
  tags: ['W11', 'T5'],
}, async () => {
  const { work } = await openAt('http')
  const kiosk = await visit(work)
  expect(await powersOf(kiosk)).toEqual({
    ...{ isSecureContext: false, randomUUID: 'undefined', subtle: 'undefined', serviceWorker: false },
  })
  // In the clear a browser says of every page that it does not honour one of its headers.
  expect(work.mistakes.filter((one) => !one.includes('Cross-Origin-Opener-Policy header has been ignored'))).toEqual([])
})

const hasCertutil = existsSync('/usr/bin/certutil')
if (!hasCertutil && process.env.CI === undefined)
  console.warn("certutil (libnss3-tools) is not here: that a browser trusts the office's own authority goes untested.")
const withCertutil = hasCertutil || process.env.CI !== undefined ? test : () => {}

/** A home whose browser trusts this CA, as the image of a kiosk sets it up. */
const makeTrustingHome = async (ca: string): Promise<string> => {
  const home = await mkdtemp(join(tmpdir(), 'antrean-home-'))
  closers.push(() => rm(home, { recursive: true, force: true, maxRetries: 5 }))
  const nss = join(home, '.pki', 'nssdb')
  await mkdir(nss, { recursive: true })
  await run('certutil', ['-d', `sql:${nss}`, '-N', '--empty-password'])
  await run('certutil', ['-d', `sql:${nss}`, '-A', '-t', 'C,,', '-n', 'antrean', '-i', ca])
  return home
}

/** A folder with a certificate for the name, and the home that trusts it. */
const prepareTls = async (): Promise<{ home: string; prepare: (dataDir: string) => Promise<void> }> => {
  const made = await mkdtemp(join(tmpdir(), 'antrean-ca-'))
  closers.push(() => rm(made, { recursive: true }))
  await makeCertificate(made, [HOST], Date.now())
  const home = await makeTrustingHome(tlsFiles(made).ca)
  const prepare = async (dataDir: string) => {
    await run('cp', ['-r', tlsFiles(made).folder, dataDir])
  }
  return { home, prepare }
}

withCertutil(
  "by TLS of the office's own authority a browser that trusts it has them all, and the visit is the same",
  { tags: ['W11', 'W3'] },
  async () => {
    const { home, prepare } = await prepareTls()
    const { work } = await openAt('https', { flags: RULES, prepare, env: { HOME: home } })
    const kiosk = await visit(work)
    expect(kiosk.url()).toMatch(/^https:\/\/kantor\.test:\d+\/kiosk\/1$/)
    expect(await powersOf(kiosk)).toEqual({
      ...{ isSecureContext: true, randomUUID: 'function', subtle: 'object', serviceWorker: true },
    })
    const [cookie] = await kiosk.context().cookies()
    expect(cookie).toMatchObject({ name: '__Host-antrean-kiosk-1', secure: true, httpOnly: true, sameSite: 'Strict' })
    expect(work.mistakes).toEqual([])
  },
)

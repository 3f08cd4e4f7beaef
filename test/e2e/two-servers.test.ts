import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '../../server/days.ts'
import { loadSecret, makeSeal } from '../../server/seal.ts'
import { endServers, importOver, pair, plainOffice, wholeDayAgenda } from '../faults/server-process.ts'
import { HERE, type Member, makeMembers } from '../faults/shared-office.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'
import { openBrowser, picture, SIZES, scan, waitForHeadline } from './support.ts'

const LOADER = new URL('../../kiosk/setup/loader.html', import.meta.url)
const START = 'Pindai kode M-Paspor Anda'
const CODES = ['K0000001', 'K0000002', 'K0000003']

/** A browser keeps the secrets of 127.0.0.1 and 127.0.0.2 apart, as it does with two machines. */
const HOSTS = [HERE, { ...HERE, address: '127.0.0.2' }]

describe.skipIf(POSTGRES === null)('screens of an office of two servers', { tags: ['D11'] }, () => {
  const office = plainOffice({ checklist: false })
  const today = dayOf(Date.now(), office.zone)
  let cluster: Cluster
  let browser: Browser
  let context: BrowserContext
  let members: Member[] = []
  let one: Member
  let other: Member
  beforeAll(async () => {
    cluster = await startCluster()
    members = await makeMembers({ store: await cluster.newDatabase(), hosts: HOSTS, office })
    for (const member of members) await member.start()
    const [first, second] = members
    if (first === undefined || second === undefined) throw new Error('two servers')
    one = first
    other = second
    browser = await openBrowser()
    context = await browser.newContext({ viewport: SIZES.kiosk })
    const console = { address: one.address, console: one.console() }
    expect(await importOver(console, wholeDayAgenda(today, CODES))).toMatchObject({
      body: { added: CODES.length },
    })
  })
  afterAll(async () => {
    await browser.close()
    for (const member of members) member.signal('SIGKILL')
    await Promise.all(members.map((member) => member.ended()))
    await cluster.remove()
    endServers()
  })

  /** The screen with its state, at this server and no longer on the way. */
  const isAt = (page: Page, member: Member, path: string): Promise<void> =>
    page.waitForURL(`${member.address}${path}`, { timeout: 60_000 })
  const namesAt = async (member: Member) => (await context.cookies(member.address)).map(({ name }) => name)
  const pairAt = async (role: string, place: string): Promise<Page> => {
    const token = await pair({ address: one.address, console: one.console() }, role, place)
    const page = await context.newPage()
    await page.goto(`${one.address}/pair#${token}`)
    await page.getByRole('button', { name: 'Pasangkan layar ini' }).click()
    return page
  }

  let kiosk: Page
  let display: Page

  test('are paired at one, go to the other by themselves, once, and come back', async () => {
    kiosk = await pairAt('kiosk', '1')
    await kiosk.waitForURL(`${other.address}/continue#*`)
    await isAt(kiosk, one, '/kiosk/1')
    await waitForHeadline(kiosk, START)
    display = await pairAt('display', '1')
    await display.waitForURL(`${other.address}/continue#*`)
    await isAt(display, one, '/display/1')
    for (const member of members)
      expect((await namesAt(member)).sort()).toEqual(['antrean-display-1', 'antrean-kiosk-1'])
    await kiosk.reload()
    await waitForHeadline(kiosk, START)
    await expect(kiosk.waitForURL(/continue/, { timeout: 3_000 })).rejects.toThrow('Timeout')
  })

  test('go on at the other when their own server does not come back, with what was there', async () => {
    await scan(kiosk, CODES[0] ?? '')
    const number = kiosk.locator('.isi .nomor').first()
    await number.waitFor()
    const given = await number.innerText()
    const phone = await context.newPage()
    const token = makeSeal(await loadSecret(one.folder)).tokenOf(`${today}/${given}`)
    await phone.goto(`${one.address}/t/${token}`)
    await phone.getByText(given).first().waitFor()

    one.signal('SIGKILL')
    await one.ended()
    await Promise.all([
      isAt(kiosk, other, '/kiosk/1'),
      isAt(display, other, '/display/1'),
      isAt(phone, other, `/t/${token}`),
    ])
    await phone.getByText(given).first().waitFor()
    await phone.close()
    await picture(kiosk, 'kiosk-at-the-other-server')
    await kiosk
      .getByRole('button', { name: /^(Selesai|Kembali)$/ })
      .first()
      .press('Enter')
    await waitForHeadline(kiosk, START)
    await scan(kiosk, CODES[1] ?? '')
    await kiosk.locator('.isi .nomor').first().waitFor()
    expect(await kiosk.locator('.isi .nomor').first().innerText()).not.toBe(given)
  })

  test('find the one that is there when they are switched on, and are known', async () => {
    const page = await context.newPage()
    await page.goto(`${LOADER.href}#${one.address}/kiosk/1,${other.address}/kiosk/1`)
    await isAt(page, other, '/kiosk/1')
    await page.getByRole('heading', { level: 1, name: /^(Pindai kode|Anda tepat waktu)/ }).waitFor()
    await page.close()
  })

  test('go back when the other one is lost, and stay where their server only changes its part', async () => {
    await one.start()
    other.signal('SIGKILL')
    await Promise.all([isAt(kiosk, one, '/kiosk/1'), isAt(display, one, '/display/1')])
    await other.ended()
    await other.start()
    // The first leads and ends; behind its own address it is back as the one that passes on.
    one.signal('SIGKILL')
    await one.ended()
    await one.start()
    await waitForHeadline(kiosk, START)
    await kiosk.locator('.panggil[aria-disabled="false"]').waitFor()
    expect(kiosk.url()).toBe(`${one.address}/kiosk/1`)
    await scan(kiosk, CODES[2] ?? '')
    await kiosk.locator('.isi .nomor').first().waitFor()
  })

  test('a browser that was never paired is told so, whatever pass it makes up', async () => {
    const stranger = await browser.newContext({ viewport: SIZES.house })
    const page = await stranger.newPage()
    const pass = `${'A'.repeat(16)}.mzzzzzzz.${'A'.repeat(43)}`
    const brought = { pass, path: '/kiosk/1', from: 'http://evil.example', returns: 'yes' }
    await page.goto(`${one.address}/continue#${new URLSearchParams(brought)}`)
    await isAt(page, one, '/kiosk/1')
    await waitForHeadline(page, 'Kios ini belum dipasangkan')
    expect(await stranger.cookies()).toEqual([])
    await stranger.close()
  })
})

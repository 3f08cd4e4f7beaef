import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atHub } from '../../server/hub/hub-keys.ts'
import { openHubLine } from '../../server/report/hub-line.ts'
import { type HubProcess, makeHub } from '../faults/hub-process.ts'
import { FIRST_DAY, seedRecorded } from '../figures/seeded.ts'
import { inParts, tellAll } from '../hub/offices.ts'
import { sampleBoard } from '../hub-screen/sample-board.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'
import { findBarriers } from './find-barriers.ts'
import { openBrowser, picture } from './support.ts'

describe.skipIf(POSTGRES === null)('the page of a hub at work', () => {
  const { offices } = sampleBoard()
  let cluster: Cluster
  let hub: HubProcess
  let reader: string
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    cluster = await startCluster()
    const url = await cluster.newDatabase()
    const keys = new Map<string, string>()
    await atHub(url, async (desk) => {
      for (const { office, region } of offices) keys.set(office, await desk.newOfficeKey(office, region))
      reader = await desk.newReaderKey('directorate')
    })
    hub = await makeHub(url)
    await hub.start()
    const lineOf = (office: string) => openHubLine({ url: hub.address, office, key: keys.get(office) ?? '' })
    const now = Date.now()
    for (const { office, bulletin } of offices) {
      if (bulletin === null) continue
      const said = await lineOf(office).bulletin({ ...bulletin, at: now, survey: { weight: '1/9', months: [] } })
      expect(said.status).toBe('done')
    }
    for (const told of inParts(await tellAll(seedRecorded(2).recorded), 500))
      expect((await lineOf('denpasar').send({ told })).status).toBe('done')
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    page.on('pageerror', (trouble) => troubles.push(String(trouble)))
    page.on('console', (said) => {
      // What is refused before somebody signed in is told by the browser as well.
      if (said.type() === 'error' && !said.text().includes('401')) troubles.push(said.text())
    })
  })
  afterAll(async () => {
    await browser.close()
    await hub.kill()
    await cluster.remove()
  })

  test('lets in who has a reader’s key, and nobody else', async () => {
    await page.goto(hub.address)
    await page.getByLabel('Kunci baca').fill('x'.repeat(43))
    await page.getByRole('button', { name: 'Masuk' }).click()
    await page.getByText('Kunci ini tidak dikenal.').waitFor()
    await picture(page, 'hub-sign-in')
    await page.getByLabel('Kunci baca').fill(reader)
    await page.getByRole('button', { name: 'Masuk' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('Kanim Kelas I TPI Denpasar').first().waitFor()
  })

  test('the board has every office, and says what is the matter with one that is chosen', async () => {
    await page.locator('a[href*="denpasar"], button:has-text("Denpasar")').first().click()
    await page.getByText('Kertas habis').first().waitFor()
    await picture(page, 'hub-board')
    expect(await findBarriers(page)).toEqual([])
  })

  test('compares, and shows an office’s figures, of days that it told', async () => {
    const until = '2026-03-03'
    await page.goto(`${hub.address}/offices?from=${FIRST_DAY}&until=${until}`)
    await page.getByRole('rowheader', { name: 'Semua bersama' }).waitFor()
    await picture(page, 'hub-offices')
    await page.goto(`${hub.address}/figures?from=${FIRST_DAY}&until=${until}&office=denpasar`)
    await page.getByText('Dipanggil dalam jamnya').first().waitFor()
    await picture(page, 'hub-figures')
    await page.goto(`${hub.address}/survey`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await picture(page, 'hub-survey')
    expect(troubles).toEqual([])
  })

  test('says that the hub is gone, and goes on by itself when it is back', async () => {
    await page.goto(hub.address)
    await page.getByText('Kanim Kelas I TPI Denpasar').first().waitFor()
    await hub.kill()
    await page.getByText('Server pusat tidak menjawab.').waitFor({ timeout: 30_000 })
    await hub.start()
    // Sessions are in memory: who was signed in types the key once more.
    await page.getByLabel('Kunci baca').waitFor({ timeout: 30_000 })
  })
})

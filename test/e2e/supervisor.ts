import type { Page } from 'playwright-core'
import { z } from 'zod'
import { ask, type OfficeAtWork } from './support.ts'

const Pin = z.object({ pin: z.string() })

/** The desk of a new supervisor of this number, signed in, in a browser of its own; `path` behind `/supervisor`. */
export const openDesk = async (work: OfficeAtWork, staff: string, path = ''): Promise<Page> => {
  const { pin } = Pin.parse(await ask(work, '/api/console/pin', { staff, rank: 'supervisor' }))
  const page = await (await work.newBrowser()).newPage()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${work.office.address}/supervisor${path}`)
  await page.getByLabel('Nomor petugas').fill(staff)
  await page.getByLabel(/^PIN/).fill(pin)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
  return page
}

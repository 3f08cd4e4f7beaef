import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import { makePin, type OfficeAtWork, openOfficeAtWork, SIZES } from './support.ts'

// The screens of kiosk, display, counter and phone are looked at in every state by the album.
let work: OfficeAtWork
beforeAll(async () => {
  work = await openOfficeAtWork()
})
afterAll(() => work.close())

test('the pages of the house have no barrier', async () => {
  const { house } = work
  const fresh = await (await work.newBrowser()).newPage()
  await fresh.goto(work.office.printed())
  await fresh.getByRole('button', { name: 'Buka kantor ini' }).waitFor()
  expect(await findBarriers(fresh)).toEqual([])
  await makePin(work, '07')
  expect(await findBarriers(house)).toEqual([])
  await house.getByRole('button', { name: 'Coba dengan janji contoh' }).click()
  await house.locator('.contoh-satu').first().waitFor()
  expect(await findBarriers(house)).toEqual([])
  await house.getByRole('button', { name: 'Layar dan petugas' }).click()
  await house.getByRole('button', { name: 'Perangkat' }).click()
  await house.getByRole('heading', { name: 'Pencetak 1' }).waitFor()
  expect(await findBarriers(house)).toEqual([])
  await house.setViewportSize(SIZES.phone)
  expect(await findBarriers(house)).toEqual([])
  expect(await house.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await house.setViewportSize(SIZES.house)
  await house.getByRole('button', { name: 'Layar dan petugas' }).click()
  expect(work.mistakes).toEqual([])
})

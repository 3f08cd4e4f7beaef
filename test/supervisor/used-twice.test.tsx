// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { DeskDevices, UsedTwice } from '../../protocol/devices-view.ts'
import { deskApi } from '../../supervisor/desk-api.ts'
import { DevicesPage } from '../../supervisor/devices/DevicesPage.tsx'

afterEach(cleanup)

const DISPLAY: UsedTwice = { role: 'display', place: '2' }

const openPage = async (usedTwice: UsedTwice[]) => {
  const devices: DeskDevices = {
    ...{ at: 1_795_568_400_000, office: { name: 'Kanim', zone: 'Asia/Makassar' }, day: null },
    ...{ printers: [], screens: [], scanners: [], openPapers: { count: 0, list: [] }, toSee: 0, usedTwice },
  }
  const api = deskApi('', async () => new Response(JSON.stringify(devices)))
  const went: string[] = []
  const overview = { staff: '90', office: 'Kanim', zone: 'Asia/Makassar', day: '2026-11-24', example: false }
  const nothing = () => undefined
  const page = { api, overview, lang: 'id', part: null, holdUnsaved: nothing, refresh: nothing } as const
  render(<DevicesPage {...page} go={(path) => void went.push(path)} />)
  await screen.findByText('Pencetak')
  return went
}
const ALL_WELL = 'Tidak ada perangkat yang perlu dilihat.'

test('the page of devices says it first, and no longer that all is well', async () => {
  const went = await openPage([DISPLAY])
  expect(screen.getByRole('status').textContent).toMatch(/^Layar panggil 2 dipakai .* Cabut dan pasangkan ulang\./)
  expect(screen.queryByText(ALL_WELL)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Buka pasangan perangkat' }))
  expect(went).toEqual(['/supervisor/office/devices'])
})

test('the page of devices says nothing of it while nothing is used twice', async () => {
  await openPage([])
  expect(screen.getByText(ALL_WELL)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

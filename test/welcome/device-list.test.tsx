// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { House } from '../../welcome/house.ts'
import { DeviceList } from '../../welcome/parts/DeviceList.tsx'

const house: House = {
  office: 'Kanim',
  zone: 'Asia/Makassar',
  example: false,
  screens: [],
  loadAlerts: [],
  staff: [],
  mute: [],
  printers: [{ place: '1', simulated: false, status: 'no-paper' }],
  scanners: [],
  toSee: 0,
  clock: null,
  disk: null,
}
const sounds = { status: 'blocked', place: '1' } as const
afterEach(cleanup)

test('a display that nobody hears is named, with what to do', () => {
  render(<DeviceList house={{ ...house, mute: [sounds, { place: '2', status: 'broken' }] }} lang="id" />)
  const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(said).toContain(
    'Layar panggil 1: suara diblokir peramban. Sentuh layar itu sekali, atau buka peramban dengan izin suara.',
  )
  expect(said).toContain('Layar panggil 2: suara tidak keluar. Periksa pengeras suara dan kabelnya.')
})

test('an office that keeps its displays silent is told so and not alarmed', () => {
  render(<DeviceList house={{ ...house, mute: [{ place: '1', status: 'off' }] }} lang="en" />)
  expect(screen.getByText(/voice is off/).className).not.toContain('rusak')
})

test('displays that are heard are not listed', () => {
  render(<DeviceList house={house} lang="id" />)
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
})

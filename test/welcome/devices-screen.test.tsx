// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DevicesView } from '../../protocol/devices-view.ts'
import type { Asked, ConsoleApi } from '../../welcome/console-api.ts'
import { DevicesScreen } from '../../welcome/screens/DevicesScreen.tsx'
import { HouseScreen } from '../../welcome/screens/HouseScreen.tsx'

const at = (clock: string, day = '2026-11-24') => Date.parse(`${day}T${clock}:00+08:00`)
const NO_PAPERS = { queued: 0, sending: 0, printed: 0, unproven: 0, uncertain: 0, failed: 0, reprint: 0 }
const PRINTER: DevicesView['printers'][number] = {
  ...{ place: '1', kiosks: ['1'], model: 'generic-80', driven: 'server', status: 'ready', sinceAt: at('08:00') },
  ...{ trouble: null, troublesToday: 0, papers: { ...NO_PAPERS, printed: 41 }, care: 'none' },
}
const viewOf = (more: Partial<DevicesView> = {}): DevicesView => ({
  at: at('10:31'),
  office: { name: 'Kanim', zone: 'Asia/Makassar' },
  day: '2026-11-24',
  printers: [PRINTER],
  screens: [],
  scanners: [],
  openPapers: { count: 0, list: [] },
  toSee: 0,
  ...more,
})
const HOUSE = {
  ...{ office: 'Kanim', zone: 'Asia/Makassar', example: false, screens: [], loadAlerts: [], staff: [], mute: [] },
  ...{ printers: [], scanners: [], toSee: 0, clock: null, disk: null },
}
const unused = () => Promise.reject(new Error('the page of devices does not ask for this'))
const API: ConsoleApi = {
  ...{ unlock: unused, readHouse: unused, open: unused, makePin: unused, readSamples: unused, makeSamples: unused },
  ...{ scan: unused, readPapers: unused, setPrinter: unused, pair: unused, readDevices: unused },
  continueHere: unused,
}
const nothing = () => undefined
const PROPS = { api: API, lang: 'id', onLang: nothing, onChanged: nothing, house: HOUSE, onGo: nothing } as const
const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
  })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** The page, and what the server answers from now on. */
const openPage = async (first: DevicesView) => {
  const desk: { answer: Asked<DevicesView> } = { answer: { status: 'done', value: first } }
  const api = { ...API, readDevices: async () => desk.answer }
  render(<DevicesScreen {...PROPS} api={api} />)
  await pass(0)
  return {
    async next(answer: Asked<DevicesView>) {
      desk.answer = answer
      await pass(2_000)
    },
  }
}
const said = () => document.body.textContent ?? ''

test('a printer that runs out of paper is said within two seconds, with since when and what waits for it', async () => {
  const page = await openPage(viewOf())
  expect(screen.getByRole('status').textContent).toBe('Tidak ada perangkat yang perlu dilihat.')
  expect(said()).toContain('Siap, sejak 08.00')
  expect(said()).toContain('Setiap nomor sudah punya kertasnya.')
  const stopped: typeof PRINTER = {
    ...PRINTER,
    ...{ status: 'no-paper', sinceAt: at('10:32'), troublesToday: 2, care: 'now' },
    trouble: { status: 'no-paper', at: at('10:32') },
  }
  const open = { number: 'A037', printer: '1', mark: 'original', state: 'queued', queuedAt: at('10:33') } as const
  await page.next({
    status: 'done',
    value: viewOf({ printers: [stopped], openPapers: { count: 3, list: [open] }, toSee: 1 }),
  })
  expect(screen.getByRole('status').textContent).toBe('1 perangkat perlu dilihat.')
  expect(said()).toContain('Kertas habis, sejak 10.32')
  expect(said()).toContain('Gangguan terakhir: kertas habis, 10.32 · 2 kali hari ini')
  const row = within(screen.getByRole('table')).getAllByRole('row')[1]
  expect([...(row?.children ?? [])].map(({ textContent }) => textContent)).toEqual(['A037', '1', 'Menunggu', '10.33'])
  expect(said()).toContain('Dan 2 kertas lain.')
})

test('while the server is away the last state stays, with its hour', async () => {
  const page = await openPage(viewOf())
  await page.next({ status: 'unreachable' })
  expect(screen.getByRole('status').textContent).toBe('Server tidak menjawab. Keadaan pukul 10.31.')
  expect(said()).toContain('Siap, sejak 08.00')
})

test('a page that has had its time says so', async () => {
  const page = await openPage(viewOf())
  await page.next({ status: 'locked' })
  expect(screen.getByRole('status').textContent).toContain('Waktu halaman ini habis')
})

test('screens are told by their line, and of another day with its date', async () => {
  const one = { place: '1', pairings: 1, connected: 0, at: null, sound: null, care: 'now' } as const
  await openPage(
    viewOf({
      screens: [
        { ...one, role: 'kiosk', connected: 2, at: at('08:01'), care: 'none' },
        { ...one, role: 'agent', at: at('16:00', '2026-11-23') },
        { ...one, role: 'display', connected: 1, at: at('08:02'), sound: 'blocked' },
        { ...one, role: 'counter', pairings: 0, care: 'none' },
        { ...one, role: 'counter', place: '2' },
      ],
      scanners: [{ kiosk: '1', status: 'ready', read: 12, spoiled: 1, lastReadAt: at('10:30'), care: 'none' }],
    }),
  )
  expect(
    screen
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
      .slice(1),
  ).toEqual([
    'Kios 1Tersambung sejak 08.01, 2 sambungan',
    'Agen kios 1Tidak tersambung, terakhir 23 November, 16.00',
    'Layar panggil 1Tersambung sejak 08.02, tidak terdengar',
    'Loket 1Belum dipasangkan',
    'Loket 2Tidak tersambung, belum pernah terlihat',
    'Pemindai kios 1Siap · 12 kode terbaca, terakhir 10.30, 1 kali tidak terbaca',
  ])
})

test('the page of the house leads there, and says how many devices somebody should look at', () => {
  const gone: string[] = []
  const house = (toSee: number) => (
    <HouseScreen {...PROPS} house={{ ...HOUSE, toSee }} onGo={(path) => gone.push(path)} />
  )
  const { rerender } = render(house(0))
  expect(screen.queryByText(/perlu dilihat/)).toBeNull()
  rerender(house(2))
  expect(screen.getByText('2 perangkat perlu dilihat')).toBeTruthy()
  screen.getByRole('button', { name: 'Perangkat' }).click()
  expect(gone).toEqual(['/devices'])
})

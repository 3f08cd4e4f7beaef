// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { chooseSummary } from '../../hub/board/choose-summary.ts'
import type { Board } from '../../protocol/hub/board.ts'
import { openHub } from './open-hub.tsx'
import { sampleBoard } from './sample-board.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const only = (...ids: string[]): Board => {
  const board = sampleBoard()
  return { ...board, offices: board.offices.filter(({ office }) => ids.includes(office)) }
}
const openBoard = async (board: Board, path = '/') => {
  const opened = openHub(path, { board: { status: 200, body: board } })
  await screen.findByRole('heading', { level: 1, name: 'Papan' })
  return opened
}

describe('a tile of the map', () => {
  test.each([
    ['jakarta-selatan', /Jakarta Selatan: Baik, \d+ menunggu/, /^\d+$/],
    ['medan', /Medan: Gangguan, \d+ menunggu/, /^\d+$/],
    ['cirebon', /Cirebon: Riwayat berbeda, \d+ menunggu/, /^\d+$/],
    ['tahuna', /Tahuna: Tidak terdengar$/, /^$/],
    ['wamena', /wamena: Belum pernah terdengar$/, /^$/],
  ])('of %s says its state, and a number only where it is of now', async (office, name, shown) => {
    await openBoard(only(office))
    const tile = screen.getByRole('button', { name })
    expect(tile.textContent).toMatch(shown)
    expect(tile.className).toContain('ubin ')
  })
})

describe('the figures over all offices', () => {
  test('leave out what a silent office last said', () => {
    const heard = chooseSummary(only('denpasar'))
    const both = chooseSummary(only('denpasar', 'tahuna'))
    expect(both).toMatchObject({ all: 2, heard: 1, waiting: heard.waiting, kept: heard.kept, visits: heard.visits })
    expect(both.longest?.office.office).toBe('denpasar')
  })

  test('leave out the day of an office whose history is another one, and not its people', () => {
    const board = only('cirebon')
    expect(chooseSummary(board)).toMatchObject({ heard: 1, kept: { n: 0, within: 0 }, visits: 0 })
    expect(chooseSummary(board).waiting).toBeGreaterThan(0)
  })

  test('count outages by what is down, and devices by how soon', () => {
    const summary = chooseSummary(only('bandung', 'denpasar', 'makassar', 'surabaya'))
    expect(summary.outages).toEqual({ national: 1, network: 1, power: 1 })
    expect(summary.devices).toEqual({ now: 1, soon: 2 })
  })

  test('of nobody at all are none', () => {
    expect(chooseSummary(only('wamena'))).toMatchObject({ heard: 0, waiting: 0, longest: null })
  })
})

describe('the details of an office', () => {
  test('open from a tile, say what it lives through, and close with Escape; the address goes with them', async () => {
    await openBoard(only('denpasar', 'medan'))
    const tile = screen.getByRole('button', { name: /Denpasar: Gangguan/ })
    tile.focus()
    fireEvent.click(tile)
    expect(location.search).toBe('?office=denpasar')
    const details = screen.getByRole('region', { name: /Denpasar/ })
    within(details).getByText(/Gangguan: jaringan kantor, sejak pukul 11\.19/)
    within(details).getByText('Pencetak 1')
    within(details).getByText(/Kertas habis, sekarang/)
    within(details).getByText(/Tidak tersambung, segera/)
    within(details).getByText('09.00–10.00')
    fireEvent.keyDown(details, { key: 'Escape' })
    expect(location.search).toBe('')
    expect(screen.queryByRole('region', { name: /Denpasar/ })).toBeNull()
    expect(document.activeElement).toBe(tile)
  })

  test('of a silent office say that all of it is old', async () => {
    await openBoard(only('tahuna'), '/?office=tahuna')
    screen.getByText(/tidak terdengar sejak 14 menit lalu.*bukan sekarang/)
    screen.getByText(/3 peristiwa sudah sampai tetapi belum dapat dipakai/)
    expect(screen.getByRole('region', { name: /Tahuna/ }).className).toContain('usang')
  })

  test('of an office that was never heard say what to look at', async () => {
    await openBoard(only('wamena'), '/?office=wamena')
    screen.getByText(/belum pernah mengirim kabar/)
  })
})

describe('a hub that no longer answers', () => {
  test('is said, with the time of what is shown, and the sheets lose their colour', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { given, container } = await openBoard(only('medan'))
    expect(container.querySelector('.papan.usang')).toBeNull()
    given.board = null
    vi.advanceTimersByTime(5_000)
    await screen.findByText(/Server pusat tidak menjawab\. .*keadaan pukul 10\.31 WIB, bukan sekarang/)
    expect(container.querySelector('.papan.usang')).not.toBeNull()
    given.board = { status: 200, body: only('medan') }
    vi.advanceTimersByTime(5_000)
    await screen.findByText(/Pukul 10\.31 WIB, 0 detik lalu/)
    expect(container.querySelector('.papan.usang')).toBeNull()
  })
})

test('a hub without an office says who enters one', async () => {
  await openBoard({ at: sampleBoard().at, regions: [], offices: [] })
  screen.getByText(/Belum ada kantor yang terdaftar/)
})

// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { chooseWords } from '../../display/choose-words.ts'
import { LanesRow } from '../../display/parts/LanesRow.tsx'
import { Called } from '../../display/screens/Called.tsx'
import { NobodyCalled } from '../../display/screens/NobodyCalled.tsx'
import { Quiet } from '../../display/screens/Quiet.tsx'
import { Stale } from '../../display/screens/Stale.tsx'
import { AT_10_24, callOf, viewOf } from './sample-views.ts'

const LUNCH = {
  status: 'break',
  name: { id: 'Istirahat siang', en: 'Lunch' },
  nextAt: Date.parse('2026-11-24T13:00:00+08:00'),
} as const
const board = { view: viewOf(), now: AT_10_24, soundBlocked: false, side: null }
const stub = (root: Element) => root.querySelector('.kini')
afterEach(cleanup)

describe('what a display draws', () => {
  test('turmeric and the lit petal belong to a live call alone', () => {
    const { container: called } = render(<Called {...board} call={callOf(37)} flash={0} />)
    expect(stub(called)?.className).toContain('menyala')
    expect(called.querySelector('.mark .menyala')).not.toBeNull()
    const { container: quiet } = render(<Quiet {...board} call={callOf(37)} />)
    expect(stub(quiet)?.className).toContain('padam')
    expect(quiet.querySelector('.mark .menyala')).toBeNull()
  })

  test('only a call that has just come flashes', () => {
    const { container: fresh } = render(<Called {...board} call={callOf(37)} flash={0} />)
    expect(stub(fresh)?.classList.contains('baru')).toBe(true)
    const { container: known } = render(<Called {...board} call={callOf(37)} flash={null} />)
    expect(stub(known)?.classList.contains('baru')).toBe(false)
  })

  test('a recall says that it is one', () => {
    render(<Called {...board} call={callOf(37, { times: 2 })} flash={0} />)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Panggilan ulang')
  })

  test('an offline display tells since when and where to listen', () => {
    render(<Stale {...board} call={callOf(37)} lostAt={AT_10_24 - 60_000} />)
    expect(screen.getByRole('status').textContent).toBe(
      'Dengarkan panggilan petugasLayar ini tidak tersambung sejak 10.23',
    )
  })

  test('blocked sound is said beside the clock, and the board goes on', () => {
    render(<Quiet {...board} call={callOf(37)} soundBlocked />)
    expect(screen.getByText('Suara mati. Perhatikan layar.')).toBeTruthy()
    expect(screen.getByText('A037')).toBeTruthy()
  })

  const { lane } = callOf(1)
  const range = { fromAt: AT_10_24 + 6 * 60_000, untilAt: AT_10_24 + 21 * 60_000 }
  const zone = 'Asia/Makassar'

  test('a lane says when its next number is likely called', () => {
    render(<LanesRow lanes={[{ lane, next: 'A038', range, waiting: 14 }]} zone={zone} stale={false} />)
    expect(screen.getByText('10.30–10.45')).toBeTruthy()
  })

  test('a lane for which nobody can say promises no hour: how many wait, or that nobody does', () => {
    render(
      <LanesRow
        lanes={[
          { lane, next: 'A038', range: null, waiting: 14 },
          { lane: { ...lane, letter: 'K' }, next: null, range: null, waiting: 0 },
        ]}
        zone={zone}
        stale={false}
      />,
    )
    expect(screen.getByText('14 menunggu')).toBeTruthy()
    expect(screen.getByText('Tidak ada yang menunggu')).toBeTruthy()
    expect(screen.queryByText(/\d\d\.\d\d/)).toBeNull()
  })

  test('an offline board promises no hour that it cannot know any more', () => {
    const view = viewOf({ lanes: [{ lane, next: 'A038', range, waiting: 14 }] })
    render(<Stale {...board} view={view} call={null} lostAt={AT_10_24} />)
    expect(screen.getByText('Perkiraan menunggu')).toBeTruthy()
    expect(screen.queryByText('10.30–10.45')).toBeNull()
  })

  test('a family is called together, and a counter in another part of the building says where it is', () => {
    const there = { name: { id: 'Ruang B', en: 'Room B' }, floor: 2 }
    render(<Called {...board} call={callOf(37, { together: ['A038', 'A039'], zone: there })} flash={0} />)
    expect(screen.getByText('bersama A038, A039')).toBeTruthy()
    expect(screen.getByText('Ruang B, lantai 2')).toBeTruthy()
  })

  test('a board in a break says when calls go on', () => {
    const view = viewOf({ hours: LUNCH })
    render(<NobodyCalled {...board} view={view} resting={chooseWords('break', view, AT_10_24)} />)
    expect(screen.getByText('Istirahat siang')).toBeTruthy()
    expect(screen.getByText('13.00')).toBeTruthy()
    expect(screen.getByText('Nomor dan urutan Anda tetap tersimpan.')).toBeTruthy()
  })
})

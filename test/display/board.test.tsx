// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { LanesRow } from '../../display/parts/LanesRow.tsx'
import { Called } from '../../display/screens/Called.tsx'
import { Quiet } from '../../display/screens/Quiet.tsx'
import { Stale } from '../../display/screens/Stale.tsx'
import { AT_10_24, callOf, viewOf } from './sample-views.ts'

const board = { view: viewOf(), now: AT_10_24, soundBlocked: false }
const stub = (root: Element) => root.querySelector('.kini')
afterEach(cleanup)

describe('what a display draws', () => {
  test('turmeric and the lit petal belong to a live call alone', () => {
    const { container: called } = render(<Called {...board} call={callOf(37)} flash />)
    expect(stub(called)?.className).toContain('menyala')
    expect(called.querySelector('.mark .menyala')).not.toBeNull()
    const { container: quiet } = render(<Quiet {...board} call={callOf(37)} />)
    expect(stub(quiet)?.className).toContain('padam')
    expect(quiet.querySelector('.mark .menyala')).toBeNull()
  })

  test('only a call that has just come flashes', () => {
    const { container: fresh } = render(<Called {...board} call={callOf(37)} flash />)
    expect(stub(fresh)?.classList.contains('baru')).toBe(true)
    const { container: known } = render(<Called {...board} call={callOf(37)} flash={false} />)
    expect(stub(known)?.classList.contains('baru')).toBe(false)
  })

  test('a recall says that it is one', () => {
    render(<Called {...board} call={callOf(37, { times: 2 })} flash />)
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

  test('a lane promises no hour: its next number and how many wait, or that nobody does', () => {
    const { lane } = callOf(1)
    render(
      <LanesRow
        lanes={[
          { lane, next: 'A038', waiting: 14 },
          { lane: { ...lane, letter: 'K' }, next: null, waiting: 0 },
        ]}
      />,
    )
    expect(screen.getByText('14 menunggu')).toBeTruthy()
    expect(screen.getByText('Tidak ada yang menunggu')).toBeTruthy()
    expect(screen.queryByText(/\d\d\.\d\d/)).toBeNull()
  })
})

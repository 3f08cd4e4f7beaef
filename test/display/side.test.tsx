// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Aside } from '../../display/choose-aside.ts'
import { chooseWords } from '../../display/choose-words.ts'
import { Side } from '../../display/parts/Side.tsx'
import { NobodyCalled } from '../../display/screens/NobodyCalled.tsx'
import { OverCalled, OverIdle, OverResting, OverStale } from '../../display/screens/OverCounter.tsx'
import { LANES, lanesOf } from './long-views.ts'
import { AT_10_24, callOf, viewOf } from './sample-views.ts'

const zone = 'Asia/Makassar'
const draw = (side: Aside, onBroken = () => {}) => render(<Side side={side} zone={zone} onBroken={onBroken} />)
afterEach(cleanup)

describe('beside the stub', () => {
  test('an announcement is said in English only where that differs', () => {
    draw({ aside: 'announcement', words: { id: 'Musala di lantai 2', en: 'Prayer room on floor 2' } })
    expect(screen.getByText('Prayer room on floor 2').getAttribute('lang')).toBe('en')
    cleanup()
    draw({ aside: 'announcement', words: { id: 'Wi-Fi: TAMU', en: 'Wi-Fi: TAMU' } })
    expect(screen.getAllByText('Wi-Fi: TAMU')).toHaveLength(1)
  })

  test('a picture that cannot be drawn says so', () => {
    const onBroken = vi.fn()
    draw({ aside: 'slide', slide: { name: 'jam layanan.png', version: 'a-1' } }, onBroken)
    screen.getByRole('img', { name: 'jam layanan' }).dispatchEvent(new Event('error'))
    expect(onBroken).toHaveBeenCalledOnce()
  })

  test('an earlier call to another floor says which', () => {
    const there = { name: { id: 'Ruang B', en: 'Room B' }, floor: 2 }
    draw({ aside: 'calls', calls: [callOf(7, { zone: there }), callOf(6)] })
    expect(screen.getByText('Ruang B, lantai 2')).toBeTruthy()
    expect(screen.getByText('10.00–11.00')).toBeTruthy()
  })
})

describe('over one counter', () => {
  test('the number stands with nothing but an arrow and its family', () => {
    const { container } = render(<OverCalled call={callOf(37, { together: ['A038'] })} flash={null} />)
    expect(container.textContent).toBe('A037bersama A038')
  })

  test('nobody is called: which counter it is', () => {
    render(<OverIdle counter={3} />)
    expect(screen.getByRole('heading').textContent).toBe('Loket 3')
  })

  test('in a break: the counter, why, and when it goes on', () => {
    const hours = { status: 'break', name: { id: 'Istirahat siang', en: 'Lunch' }, nextAt: AT_10_24 } as const
    const resting = chooseWords('break', viewOf({ hours }), AT_10_24)
    const { container } = render(<OverResting counter={3} resting={resting} zone={zone} />)
    expect(container.textContent).toBe('Loket 3Istirahat siangPanggilan mulai lagi 10.24')
  })

  test('without a line: listen to staff, since when, and the last number', () => {
    const { container } = render(<OverStale counter={3} call={callOf(37)} since="10.41" />)
    expect(container.textContent).toBe('Dengarkan panggilan petugasLayar ini tidak tersambung sejak 10.41A037')
  })
})

test('after the close the lanes go, unless somebody still waits', () => {
  const closed = (waiting: number) => {
    const hours = { status: 'closed', name: null, nextAt: null } as const
    const lanes = lanesOf(LANES).map((lane) => ({ ...lane, waiting }))
    const view = viewOf({ hours, lanes })
    const resting = chooseWords('closed', view, AT_10_24)
    return render(<NobodyCalled view={view} now={AT_10_24} soundBlocked={false} side={null} resting={resting} />)
  }
  expect(closed(0).container.querySelector('.jl')).toBeNull()
  expect(closed(1).container.querySelector('.jl')).not.toBeNull()
})

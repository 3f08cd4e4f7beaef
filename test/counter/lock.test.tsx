// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { chooseLock } from '../../counter/choose-lock.ts'
import { open, pass, TAKEN } from './counter-at-work.tsx'
import { AT_10_31, inHandOf, live, nextOf, queuedOf, viewOf } from './sample-views.ts'

const MIN = 60_000
const serving = live({ inHand: inHandOf() })
const locked = live({ staff: null, lockedNumber: 'A037' })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('a lock is announced half a minute before, and never where the office has none', () => {
  expect(chooseLock(4.5 * MIN - 1, 5)).toBeNull()
  expect(chooseLock(4.5 * MIN, 5)).toBe(30)
  expect(chooseLock(5 * MIN - 1, 5)).toBe(1)
  expect(chooseLock(9 * MIN, 5)).toBe(0)
  expect(chooseLock(600 * MIN, 0)).toBeNull()
})

describe('a counter that nobody touches', () => {
  test('says that it will lock, locks itself, and keeps the case', async () => {
    const { said, answer, show } = open(serving)
    pass(4.5 * MIN - 1000)
    expect(screen.queryByText(/Terkunci dalam/)).toBeNull()
    pass(2000)
    expect(screen.getByText('Terkunci dalam 30 detik. Tekan tombol apa saja.')).toBeTruthy()
    expect(said).toEqual([])
    pass(30_000)
    expect(said).toEqual([{ type: 'SignOut' }])
    await answer(TAKEN)
    show(locked)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Terkunci. A037 tetap di loket ini.')
    pass(10 * MIN)
    expect(said).toHaveLength(1)
  })

  test('stays open as long as a key is pressed now and then', () => {
    const { said } = open(serving)
    for (let i = 0; i < 4; i++) {
      pass(4 * MIN)
      fireEvent.keyDown(window, { key: 'Shift', code: 'ShiftLeft' })
    }
    expect(said).toEqual([])
  })

  test('stays open for ever where the office says 0 minutes', () => {
    const { said } = open(live({ inHand: inHandOf(), lockMin: 0 }))
    pass(600 * MIN)
    expect(said).toEqual([])
  })

  test('without a line cannot lock, and does so as soon as the line is back', () => {
    const { said, show } = open({ status: 'stale', view: viewOf(), lostAt: AT_10_31 })
    pass(10 * MIN)
    expect(said).toEqual([])
    show(live())
    pass(1000)
    expect(said).toEqual([{ type: 'SignOut' }])
  })
})

describe('a locked counter', () => {
  const pin = () => screen.getByLabelText(/PIN/)
  const staff = () => screen.getByLabelText(/Nomor petugas/)

  test('F11 locks at once; the number of whoever was there is written already, and the PIN unlocks', async () => {
    const { said, answer, show } = open(live({ staff: '12', inHand: inHandOf() }))
    fireEvent.keyDown(window, { key: 'F11', code: 'F11' })
    expect(said).toEqual([{ type: 'SignOut' }])
    await answer(TAKEN)
    show(locked)
    pass(1000)
    expect(staff()).toHaveProperty('value', '12')
    expect(document.activeElement).toBe(pin())
    fireEvent.input(pin(), { target: { value: '123456' } })
    fireEvent.click(screen.getByRole('button', { name: /Buka kunci/ }))
    expect(said.at(-1)).toEqual({ type: 'SignIn', staff: '12', pin: '123456' })
    await answer(TAKEN)
    show(serving)
    expect(screen.getByRole('button', { name: /Teruskan/ })).toBeTruthy()
  })

  test('after a restart of the page it asks for whoever opened it, and somebody else may sign in', () => {
    const { said } = open(locked)
    expect(staff()).toHaveProperty('value', '07')
    fireEvent.input(staff(), { target: { value: '31' } })
    fireEvent.input(pin(), { target: { value: '654321' } })
    fireEvent.click(screen.getByRole('button', { name: /Buka kunci/ }))
    expect(said).toEqual([{ type: 'SignIn', staff: '31', pin: '654321' }])
  })

  test('no key of the counter does anything, and a question that stood is gone', () => {
    const { said, show } = open(live({ next: nextOf(queuedOf('A041')), queue: [queuedOf('A041')] }))
    fireEvent.keyDown(window, { key: 'F9', code: 'F9' })
    expect(screen.getByText('Kenapa loket dijeda?')).toBeTruthy()
    show(live({ staff: null }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Terkunci. Loket ini tetap buka.')
    for (const key of ['F1', 'F2', 'F8', 'F9', 'F10', 'F12']) fireEvent.keyDown(window, { key, code: key })
    expect(said).toEqual([])
    show(live())
    expect(screen.queryByText('Kenapa loket dijeda?')).toBeNull()
  })

  test('Enter goes from the staff number to the PIN, so that a number pad is enough', () => {
    const { said } = open(live({ staff: null, open: null }))
    expect(document.activeElement).toBe(staff())
    fireEvent.input(staff(), { target: { value: '07' } })
    fireEvent.submit(staff().closest('form') ?? staff())
    expect(document.activeElement).toBe(pin())
    expect(screen.getByRole('alert').textContent).toBe('')
    expect(said).toEqual([])
  })

  test('originals that were seen stay ticked over a lock, and are forgotten with the case', () => {
    const { show } = open(serving)
    const tick = () => screen.getByLabelText('e-KTP')
    expect(tick()).toHaveProperty('checked', false)
    fireEvent.click(tick())
    expect(tick()).toHaveProperty('checked', true)
    show(locked)
    show(serving)
    expect(tick()).toHaveProperty('checked', true)
    show(live({ inHand: inHandOf({ startedAt: AT_10_31 }) }))
    expect(tick()).toHaveProperty('checked', false)
  })
})

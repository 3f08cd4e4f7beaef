// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { open, rest, TAKEN } from './counter-at-work.tsx'
import { inHandOf, live, nextOf, queuedOf } from './sample-views.ts'

const pad = (name: string, target: Element | Window = window) =>
  fireEvent.keyDown(target, { code: `Numpad${name}`, key: { Decimal: '.', Divide: '/', Multiply: '*' }[name] ?? name })
const idle = live({ next: nextOf(queuedOf('A041')), queue: [queuedOf('A041'), queuedOf('A042')], waiting: 2 })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('a number pad calls, recalls, starts and finishes; Enter is always the green button', async () => {
  const { said, answer, show } = open(idle)
  const step = async (press: string, next: typeof idle) => {
    pad(press)
    await answer(TAKEN)
    show(next)
    rest()
  }
  const called = live({ inHand: inHandOf({ step: 'called', startedAt: null }) })
  await step('Enter', called)
  await step('3', called)
  await step('Enter', live({ inHand: inHandOf() }))
  await step('2', idle)
  expect(said.map(({ type }) => type)).toEqual(['CallNext', 'Recall', 'Start', 'Finish'])
})

test('a question is answered by the digit of its list and Enter, and left with 0', () => {
  const { said } = open(idle)
  pad('9')
  expect(screen.getByText('Kenapa loket dijeda?')).toBeTruthy()
  pad('0')
  expect(screen.queryByText('Kenapa loket dijeda?')).toBeNull()
  pad('9')
  pad('2')
  pad('8')
  expect(screen.getByLabelText('Salat')).toHaveProperty('checked', true)
  pad('Enter')
  expect(said).toEqual([{ type: 'PauseCounter', reason: 'prayer' }])
})

test('in a field the pad writes; digits alone name a number, Enter goes on to what is missing', () => {
  const { said } = open(idle)
  pad('8')
  const field = screen.getByLabelText('Nomor')
  expect(pad('4', field)).toBe(true)
  expect(pad('Enter', field)).toBe(true)
  fireEvent.input(field, { target: { value: '42' } })
  fireEvent.submit(field.closest('form') ?? field)
  const reason = screen.getByLabelText('Keperluan mendesak')
  expect(document.activeElement).toBe(reason)
  pad('1', reason)
  pad('Enter', reason)
  expect(said).toEqual([{ type: 'CallTicket', ticketId: '2026-11-24/A042', reason: 'urgent' }])
})

test('with a modifier, or held down, a key of the pad does nothing', () => {
  const { said } = open(idle)
  fireEvent.keyDown(window, { code: 'NumpadEnter', key: 'Enter', altKey: true })
  fireEvent.keyDown(window, { code: 'NumpadEnter', key: 'Enter', repeat: true })
  expect(said).toEqual([])
})

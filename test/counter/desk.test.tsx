// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { KEYS } from '../../counter/action.ts'
import { open, pass, rest, TAKEN } from './counter-at-work.tsx'
import { AT_10_31, inHandOf, live, nextOf, queuedOf, viewOf } from './sample-views.ts'

const idle = live({ next: nextOf(queuedOf('A041')), queue: [queuedOf('A041')], waiting: 1 })
const called = inHandOf({ step: 'called', startedAt: null })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('pressing at a counter', () => {
  test('two presses before the answer are one call', async () => {
    const { said, answer } = open(idle)
    const button = screen.getByRole('button', { name: /Panggil A041/ })
    fireEvent.click(button)
    fireEvent.click(button)
    fireEvent.keyDown(window, { key: 'F1' })
    expect(said).toEqual([{ type: 'CallNext' }])
    await answer(TAKEN)
  })

  test('the second half of a double press does not start the case that the first has called', async () => {
    const { said, answer, show } = open(idle)
    fireEvent.click(screen.getByRole('button', { name: /^Panggil A041/ }))
    await answer(TAKEN)
    show(live({ inHand: called }))
    fireEvent.click(screen.getByRole('button', { name: /Mulai layani/ }))
    expect(said).toHaveLength(1)
    rest()
    fireEvent.click(screen.getByRole('button', { name: /Mulai layani/ }))
    expect(said.at(-1)).toEqual({ type: 'Start', ticketId: '2026-11-24/A037' })
  })

  test('a case that another screen of this counter has just begun is not ended by the key that meant start', () => {
    const { said, show } = open(live({ inHand: called }))
    show(live({ inHand: inHandOf({ step: 'serving' }) }))
    fireEvent.keyDown(window, { key: 'F2' })
    expect(said).toEqual([])
    rest()
    fireEvent.keyDown(window, { key: 'F2' })
    expect(said).toMatchObject([{ type: 'Finish' }])
  })

  test('a key that is held down counts once, and no key of the counter reaches the browser', async () => {
    const { said, answer } = open(live({ inHand: called }))
    expect(fireEvent.keyDown(window, { key: 'F3' })).toBe(false)
    await answer(TAKEN)
    rest()
    expect(fireEvent.keyDown(window, { key: 'F3', repeat: true })).toBe(false)
    expect(fireEvent.keyDown(window, { key: 'F1' })).toBe(false)
    expect(said).toEqual([{ type: 'Recall', ticketId: '2026-11-24/A037' }])
  })

  test('a refusal is one calm line, and the next press is possible at once', async () => {
    const { said, answer } = open(idle)
    fireEvent.keyDown(window, { key: 'F1' })
    await answer({ status: 'refused', refusal: { code: 'nobody-callable' } })
    expect(screen.getByText('Belum ada yang boleh dipanggil.')).toBeTruthy()
    fireEvent.keyDown(window, { key: 'F1' })
    expect(said).toHaveLength(2)
  })

  test('an answer that never came is said, and nothing is sent again by itself', async () => {
    const { said, answer } = open(idle)
    fireEvent.keyDown(window, { key: 'F1' })
    await answer({ status: 'unreachable' })
    expect(screen.getByText(/Belum ada jawaban dari server/)).toBeTruthy()
    pass(60_000)
    expect(said).toHaveLength(1)
  })

  test('a lock without an answer is said', async () => {
    const { said, answer } = open(idle)
    fireEvent.keyDown(window, { key: 'F11' })
    expect(said).toEqual([{ type: 'SignOut' }])
    await answer({ status: 'unreachable' })
    expect(screen.getByText(/Belum ada jawaban dari server/)).toBeTruthy()
  })

  test('offline everything is barred and says why; a key sends nothing', () => {
    const view = viewOf({ inHand: inHandOf() })
    const { said } = open({ status: 'stale', view, lostAt: AT_10_31 })
    expect(screen.getByText('Tidak tersambung. Tidak ada yang dikirim nanti; catat nomornya.')).toBeTruthy()
    for (const name of [/Teruskan/, /Akhiri/, /Titip berkas/, /Minta dokumen/, /Jeda/, /Kunci/])
      expect(screen.getByRole('button', { name }).hasAttribute('disabled')).toBe(true)
    for (const key of KEYS) fireEvent.keyDown(window, { key })
    expect(said).toEqual([])
  })

  test('the primary is the same button from screen to screen, so it keeps the focus', () => {
    const { show } = open(idle)
    const button = screen.getByRole('button', { name: /^Panggil A041/ })
    show(live({ inHand: called }))
    expect(screen.getByRole('button', { name: /Mulai layani/ })).toBe(button)
  })

  test('a kiosk that calls for staff is answered with its name', () => {
    const { said } = open(live({ staffCalls: [{ kiosk: '1', at: AT_10_31 }] }))
    expect(screen.getByText('Kios 1 memanggil petugas')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Sudah ditangani' }))
    expect(said).toEqual([{ type: 'AnswerStaffCall', kiosk: '1' }])
  })
})

describe('a printer that has stopped', () => {
  const printers = [{ place: '1', kiosks: ['1'], status: 'no-paper' as const }]

  test('is said at every counter, while the button of the desk stays the same', () => {
    const { show, said } = open(idle)
    const button = screen.getByRole('button', { name: /Panggil A041/ })
    show(live({ next: nextOf(queuedOf('A041')), queue: [queuedOf('A041')], waiting: 1, printers }))
    expect(screen.getAllByText('Pencetak kios 1: kertas habis').length).toBeGreaterThan(0)
    expect(screen.getByRole('button', { name: /Panggil A041/ })).toBe(button)
    show(idle)
    expect(screen.queryByText('Pencetak kios 1: kertas habis')).toBeNull()
    expect(said).toEqual([])
  })

  test('is not said by a desk that nobody is signed in at, nor in the bar without a line', () => {
    const { show } = open(live({ staff: null, printers }))
    expect(screen.queryByText(/kertas habis/)).toBeNull()
    show({ status: 'stale', view: viewOf({ printers }), lostAt: AT_10_31 })
    expect(screen.getAllByText('Pencetak kios 1: kertas habis')).toHaveLength(1)
  })
})

describe('signing in and opening', () => {
  const write = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

  test('letters are left out, and an incomplete PIN is not sent', () => {
    const { said } = open(live({ staff: null, open: null }))
    write(/Nomor petugas/, '0x7')
    write(/PIN/, '1234')
    fireEvent.click(screen.getByRole('button', { name: /Masuk/ }))
    expect(said).toEqual([])
    expect(screen.getByRole('alert').textContent).toContain('PIN (6 angka)')
    write(/PIN/, '123456')
    fireEvent.click(screen.getByRole('button', { name: /Masuk/ }))
    expect(said).toEqual([{ type: 'SignIn', staff: '07', pin: '123456' }])
  })

  test('a wrong PIN is forgotten and the staff number stays', async () => {
    const { answer } = open(live({ staff: null, open: null }))
    write(/Nomor petugas/, '07')
    write(/PIN/, '123456')
    fireEvent.click(screen.getByRole('button', { name: /Masuk/ }))
    await answer({ status: 'refused', refusal: { code: 'sign-in-failed' } })
    expect(screen.getByRole('alert').textContent).toBe('Nomor petugas atau PIN tidak cocok.')
    expect(screen.getByLabelText(/PIN/)).toHaveProperty('value', '')
    expect(screen.getByLabelText(/Nomor petugas/)).toHaveProperty('value', '07')
  })

  test('a locked sign-in counts down and sends nothing meanwhile', async () => {
    const { said, answer } = open(live({ staff: null, open: null }))
    write(/Nomor petugas/, '07')
    write(/PIN/, '123456')
    fireEvent.click(screen.getByRole('button', { name: /Masuk/ }))
    await answer({ status: 'refused', refusal: { code: 'sign-in-locked', retryInSec: 30 } })
    expect(screen.getByRole('alert').textContent).toContain('Coba lagi 30 detik')
    pass(12_000)
    expect(screen.getByRole('alert').textContent).toContain('Coba lagi 18 detik')
    write(/PIN/, '123456')
    fireEvent.click(screen.getByRole('button', { name: /Masuk/ }))
    expect(said).toHaveLength(1)
  })

  test('the counter opens with the chosen stages, and not without one', () => {
    const { said } = open(live({ open: null }))
    fireEvent.click(screen.getByLabelText('Verifikasi berkas'))
    fireEvent.keyDown(window, { key: 'F1' })
    expect(said).toEqual([])
    expect(screen.getByRole('alert').textContent).toBe('Pilih paling sedikit satu tahap')
    fireEvent.click(screen.getByLabelText('Verifikasi berkas'))
    fireEvent.keyDown(window, { key: 'F1' })
    expect(said).toEqual([{ type: 'OpenCounter', stages: ['documents'], helps: ['pickup'] }])
  })
})

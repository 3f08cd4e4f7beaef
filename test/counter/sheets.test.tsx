// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { open, rest, TAKEN } from './counter-at-work.tsx'
import { AT_10_31, inHandOf, live, nextOf, otherOf, queuedOf, viewOf } from './sample-views.ts'

const idle = live({ next: nextOf(queuedOf('A041')), queue: [queuedOf('A041')], waiting: 1 })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a question on the sheet', () => {
  const serving = live({ inHand: inHandOf() })
  const choose = (name: string | RegExp) => fireEvent.click(screen.getByLabelText(name))
  const answer = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }))
  const key = (name: string) => fireEvent.keyDown(window, { key: name })

  test('a visit is ended with its outcome, and only after the answer', async () => {
    const line = open(serving)
    key('F4')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Akhiri kunjungan A037?')
    answer(/Akhiri kunjungan/)
    expect(screen.getByRole('alert').textContent).toBe('Isi dulu: Alasan')
    choose('pemohon membatalkan')
    answer(/Akhiri kunjungan/)
    expect(line.said).toEqual([{ type: 'Finish', ticketId: '2026-11-24/A037', outcome: 'withdrawn' }])
    await line.answer(TAKEN)
    expect(screen.getByText('A037 diakhiri: pemohon membatalkan.')).toBeTruthy()
    expect(screen.queryByLabelText('pemohon membatalkan')).toBeNull()
  })

  test('Escape leaves it, nothing is sent, and the focus goes back to where it was', () => {
    const { said } = open(serving)
    const opener = screen.getByRole('button', { name: /Pindahkan/ })
    opener.focus()
    fireEvent.click(opener)
    expect(document.activeElement).toBe(screen.getByLabelText('Wawancara dan foto'))
    key('Escape')
    expect(screen.queryByLabelText('Wawancara dan foto')).toBeNull()
    expect(screen.getByRole('button', { name: /Teruskan/ })).toBeTruthy()
    expect(said).toEqual([])
  })

  test('the answer is the primary itself, in its place; the keys of the case rest meanwhile', () => {
    const { said } = open(serving)
    const primary = screen.getByRole('button', { name: /Teruskan/ })
    key('F6')
    expect(screen.getByRole('button', { name: /Simpan/ })).toBe(primary)
    for (const each of ['F2', 'F4', 'F5']) key(each)
    expect(said).toEqual([])
    choose('Fotokopi')
    fireEvent.click(primary)
    expect(said).toEqual([{ type: 'AskDocument', ticketId: '2026-11-24/A037', document: 'copy' }])
  })

  test('it is over when the case has gone elsewhere', () => {
    const { show } = open(serving)
    key('F7')
    show(idle)
    expect(screen.queryByText('Pindahkan A037 ke mana?')).toBeNull()
    show(serving)
    expect(screen.queryByText('Pindahkan A037 ke mana?')).toBeNull()
  })

  test('a refused answer keeps what was written', async () => {
    const line = open(idle)
    key('F8')
    fireEvent.input(screen.getByLabelText('Nomor'), { target: { value: 'a41' } })
    choose('Keperluan mendesak')
    answer(/^Panggil Enter|^PanggilEnter/)
    expect(line.said).toEqual([{ type: 'CallTicket', ticketId: '2026-11-24/A041', reason: 'urgent' }])
    await line.answer({ status: 'refused', refusal: { code: 'not-waiting' } })
    expect(screen.getByText('Nomor itu tidak sedang menunggu.')).toBeTruthy()
    expect(screen.getByLabelText('Nomor')).toHaveProperty('value', 'a41')
  })

  test('a row of the queue and a number at another counter open their question', () => {
    const others = [otherOf(4, { status: 'serving', ticketId: '2026-11-24/A035', number: 'A035', since: AT_10_31 })]
    open(live({ queue: [queuedOf('A041')], others }))
    fireEvent.click(screen.getByRole('button', { name: 'A041, pilihan lain' }))
    expect(screen.getByText('A041: apa yang diperlukan?')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Ambil alih A035 dari Loket 4' }))
    expect(screen.getByText('Ambil alih A035 dari Loket 4?')).toBeTruthy()
  })

  test('a number is given to a visitor with list, check and reason', () => {
    const { said } = open(idle)
    key('F12')
    choose('Beri nomor')
    const pick = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
    pick('Layanan', 'passport-lost')
    pick('Kenapa tanpa janji', 'app-trouble')
    choose('Didahulukan sebagai prioritas')
    pick('Tiket keluar di', '2')
    pick('Alasan', 'urgent')
    fireEvent.click(document.querySelector('.utama') ?? document.body)
    const common = { service: 'passport-lost', walkInReason: 'app-trouble', kiosk: '2', reason: 'urgent' }
    expect(said).toEqual([{ type: 'GrantNumber', priority: true, ...common }])
  })
})

describe('taking back and pausing', () => {
  const undo = { act: 'finish', ticketId: '2026-11-24/A037', number: 'A037', untilAt: AT_10_31 + 8000 } as const

  test('the last act is taken back with F10 while its seconds run, from any screen', () => {
    const { said } = open(live({ undo }))
    expect(screen.getByText('A037 selesai di loket ini')).toBeTruthy()
    expect(screen.getByRole('button', { name: /Urungkan, 8 detik/ })).toBeTruthy()
    fireEvent.keyDown(window, { key: 'F10' })
    expect(said).toEqual([{ type: 'Undo', ticketId: '2026-11-24/A037' }])
  })

  test('offline there is nothing to take back', () => {
    open({ status: 'stale', view: viewOf({ undo }), lostAt: AT_10_31 })
    expect(screen.queryByRole('button', { name: /Urungkan/ })).toBeNull()
  })

  test('F9 asks why the counter pauses, and F9 opens it again', async () => {
    const line = open(live())
    fireEvent.keyDown(window, { key: 'F9' })
    fireEvent.click(screen.getByLabelText('Salat'))
    fireEvent.click(screen.getByRole('button', { name: /Jeda loket/ }))
    await line.answer(TAKEN)
    line.show(live({ paused: { reason: { id: 'Salat', en: 'Prayer' }, sinceAt: AT_10_31 } }))
    rest()
    expect(screen.getByText('Loket dijeda: Salat, sejak 10.31')).toBeTruthy()
    fireEvent.keyDown(window, { key: 'F9' })
    expect(line.said).toEqual([{ type: 'PauseCounter', reason: 'prayer' }, { type: 'ResumeCounter' }])
  })

  test('an outage is said with its beginning, and ended with one press', () => {
    const { said } = open(live({ outage: { scope: 'national', sinceAt: AT_10_31 } }))
    expect(screen.getByText('Sistem nasional terganggu sejak 10.31')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Sudah pulih' }))
    expect(said).toEqual([{ type: 'EndOutage' }])
  })
})

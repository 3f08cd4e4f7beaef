import { Window } from 'happy-dom'
import { render } from 'preact'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Deed } from '../../kiosk/deeds.ts'
import { drawScreen } from '../../kiosk/draw-screen.tsx'
import { type Face, type ScreenName, TIMEOUT_SEC, warningOf } from '../../kiosk/screen.ts'
import { LANGS, type Lang } from '../../ui/texts.ts'
import { at, TODAY, window } from '../support/denpasar.ts'
import { NOW, offerOf, ticketOf, viewOf } from './sample-views.ts'

// Only the document is a browser's: the office of these tests is read from disk, which a browser's URL cannot name.
vi.stubGlobal('document', new Window().document)
afterAll(() => vi.unstubAllGlobals())

const ticket = ticketOf()
const reasons = viewOf().walkInReasons
const hours = { status: 'closed', name: null, nextAt: at('08.00', '2026-11-25') } as const
const booked = { day: '2026-11-26', window: window('10.00-11.00', '2026-11-26') }
const page = 0

/** One of every screen; a name that is missing here does not compile. */
const FACES: { [N in ScreenName]: Extract<Face, { name: N }> } = {
  loading: { name: 'loading' },
  'not-paired': { name: 'not-paired' },
  offline: { name: 'offline', lostAt: NOW },
  closed: { name: 'closed', hours },
  start: { name: 'start', walkIn: true, camera: true },
  break: { name: 'break', walkIn: true, camera: true, resumesAt: at('13.00') },
  outage: { name: 'outage', walkIn: true, camera: false, scope: 'national' },
  keypad: { name: 'keypad', code: 'K7', length: 8 },
  camera: { name: 'camera', state: 'looking' },
  checklist: {
    name: 'checklist',
    documents: ticket.documents,
    silence: { type: 'take-checked', incomplete: false },
  },
  'checklist-missing': {
    name: 'checklist-missing',
    documents: ticket.documents,
    silence: { type: 'take-checked', incomplete: true },
  },
  reading: { name: 'reading' },
  'no-answer': { name: 'no-answer' },
  unreadable: { name: 'unreadable' },
  refused: { name: 'refused', refusal: { code: 'day-not-open' } },
  ticket: { name: 'ticket', ticket: ticketOf({ family: { here: 1, toCome: 1 } }) },
  'ticket-grace': { name: 'ticket-grace', ticket },
  early: { name: 'early', ticket },
  late: { name: 'late', ticket: ticketOf({ setBackMin: 30 }) },
  'walk-in-ticket': { name: 'walk-in-ticket', ticket: ticketOf({ window: null }) },
  'already-in': { name: 'already-in', ticket },
  printing: { name: 'printing', ticket, isHot: false },
  'printer-trouble': { name: 'printer-trouble', ticket, printer: 'no-paper' },
  'reprint-limit': { name: 'reprint-limit' },
  'too-late': { name: 'too-late', visitId: 'visit', booked },
  'wrong-day': { name: 'wrong-day', booked },
  'wrong-office': { name: 'wrong-office' },
  moved: { name: 'moved' },
  cancelled: { name: 'cancelled' },
  unpaid: { name: 'unpaid' },
  unknown: { name: 'unknown' },
  'billing-code': { name: 'billing-code' },
  ended: { name: 'ended' },
  'no-numbers': { name: 'no-numbers', hours },
  'scan-only-window': { name: 'scan-only-window', visitId: 'visit', windows: [window('10.00-11.00')], page },
  'family-next': { name: 'family-next', here: 2, toCome: 1 },
  'walk-in-choose': { name: 'walk-in-choose', rows: [{ ...offerOf(), status: 'open' }], page },
  'walk-in-full': { name: 'walk-in-full', why: 'closed', fromAt: at('13.00'), untilAt: at('14.30') },
  'priority-ask': { name: 'priority-ask', silence: { type: 'choose-priority', priority: false } },
  'walk-in-reason': { name: 'walk-in-reason', reasons, page, silence: { type: 'choose-reason', reason: 'other' } },
  'staff-called': { name: 'staff-called', number: 'A037', behind: true },
}
const NAMES = Object.keys(FACES) as ScreenName[]

/** A screen as it is drawn, and what its buttons bring about, in the order of the keys. */
const draw = (face: Face, lang: Lang, now = NOW) => {
  const deeds: Deed[] = []
  const sec = TIMEOUT_SEC[face.name]
  const timeout = sec === undefined ? null : { totalMs: sec * 1000, leftMs: 8_000, warning: warningOf(face) }
  const root = document.createElement('div')
  const perform = (deed: Deed) => deeds.push(deed)
  const kiosk = { lang, zone: 'Asia/Makassar', day: TODAY, place: '1', now, perform }
  render(drawScreen({ ...face, timeout, expired: null }, kiosk), root)
  const press = (words: string) =>
    [...root.querySelectorAll('button')].find((button) => button.textContent?.includes(words))?.click()
  return { root, text: root.textContent ?? '', deeds, press }
}

describe('every screen of a kiosk', () => {
  test.each(NAMES)('%s has one headline, no blank left unfilled, and words of its own in each language', (name) => {
    const [id, en] = LANGS.map((lang) => draw(FACES[name], lang))
    for (const drawn of [id, en]) {
      expect(drawn?.root.querySelectorAll('h1')).toHaveLength(1)
      expect(drawn?.text).not.toMatch(/\{\w+\}|undefined|NaN|Invalid/)
    }
    expect(id?.text).not.toBe(en?.text)
  })

  test.each(NAMES.filter((name) => !['keypad', 'start', 'break', 'outage', 'closed'].includes(name)))(
    '%s can be left with keys alone, or leaves by itself',
    (name) => {
      const { root } = draw(FACES[name], 'id')
      const ways = [...root.querySelectorAll('button')].filter(
        (button) => button.getAttribute('aria-disabled') !== 'true',
      )
      const leaves = ['loading', 'not-paired', 'offline', 'reading', 'printing']
      expect(ways.length > 0 || leaves.includes(name)).toBe(true)
    },
  )
})

describe('the screens with a likely call', () => {
  test.each(['ticket', 'ticket-grace', 'early', 'late', 'walk-in-ticket', 'already-in', 'printer-trouble'] as const)(
    '%s says it as a clock range, and nothing like it where nobody can say',
    (name) => {
      expect(draw({ ...FACES[name] }, 'id').text).toContain('10.20–10.45')
      const unknown = { ...FACES[name], ticket: ticketOf({ range: null }) } as Face
      expect(draw(unknown, 'id').text).not.toMatch(/Perkiraan|Paling lambat/)
    },
  )

  test('who comes without an appointment also hears the latest time', () => {
    expect(draw(FACES['walk-in-ticket'], 'id').text).toContain('Paling lambat10.45')
    expect(draw(FACES.ticket, 'id').text).not.toContain('Paling lambat')
  })
})

describe('choosing', () => {
  test('a service leads on, and one whose numbers staff give calls them', () => {
    const rows = [
      { ...offerOf(), status: 'open' } as const,
      { ...offerOf({ service: 'quick', name: { id: 'Percepatan', en: 'Fast' } }), status: 'staff' } as const,
      { ...offerOf({ service: 'gone', name: { id: 'Rusak', en: 'Damaged' } }), status: 'full' } as const,
    ]
    const { deeds, press, text } = draw({ name: 'walk-in-choose', rows, page }, 'id')
    expect(text).toContain('Sisa hari ini: 12 nomor. Pengambilan nomor sampai 14.30.')
    for (const words of ['Paspor baru', 'Percepatan', 'Rusak', 'Kembali']) press(words)
    expect(deeds).toEqual([
      { type: 'choose-service', service: 'passport-new' },
      { type: 'call-staff' },
      { type: 'again' },
    ])
    expect(text).toContain('PercepatanNomor dari petugas')
    expect(text).toContain('RusakHabis hari ini')
  })

  test('a long list turns its pages, and comes round to the first', () => {
    const windows = Array.from({ length: 8 }, (_, i) => window(`${String(8 + i).padStart(2, '0')}.00-${9 + i}.00`))
    const face = (shown: number): Face => ({ name: 'scan-only-window', visitId: 'visit', windows, page: shown })
    const first = draw(face(0), 'id')
    expect(first.text).toContain('13.00–14.00')
    expect(first.text).not.toContain('14.00–15.00')
    first.press('Pilihan lain')
    first.press('Tidak tahu')
    expect(first.deeds).toEqual([
      { type: 'turn-page', page: 1 },
      { type: 'choose-window', visitId: 'visit', window: null },
    ])
    expect(draw(face(1), 'id').text).toContain('14.00–15.00')
    expect(draw(face(2), 'id').text).toContain('08.00–09.00')
  })

  test('priority has two answers of one size, and says what silence is', () => {
    const { root, text, deeds, press } = draw(FACES['priority-ask'], 'id')
    expect(root.querySelectorAll('.aksi .utama')).toHaveLength(0)
    expect(text).toContain('Tanpa jawaban dianggap "Tidak" dalam 8 detik')
    expect(text).not.toContain('Masih di sini?')
    press('Ya')
    expect(deeds).toEqual([{ type: 'choose-priority', priority: true }])
  })

  test('a family whose members are all here is not asked for another code', () => {
    expect(draw(FACES.ticket, 'id').text).toContain('Pindai kode keluarga')
    const all = ticketOf({ family: { here: 2, toCome: 0 } })
    expect(draw({ name: 'ticket', ticket: all }, 'id').text).not.toContain('Pindai kode keluarga')
    expect(draw({ name: 'ticket', ticket }, 'id').text).not.toContain('Pindai kode keluarga')
  })
})

describe('a kiosk without numbers', () => {
  test('says when the office opens: by the hour alone on the same day, else with the day', () => {
    const closed = (status: 'before-open' | 'closed' | 'open', nextAt: number | null) =>
      draw({ name: 'no-numbers', hours: { status, name: null, nextAt } }, 'id').text
    expect(closed('before-open', at('11.00'))).toContain('Kantor belum bukaBuka pukul 11.00.')
    expect(closed('closed', at('08.00', '2026-11-25'))).toContain('Buka lagi Rabu, 25 November pukul 08.00.')
    expect(closed('open', at('16.00'))).toContain('Kios tidak memberi nomor pada jam ini')
  })
})

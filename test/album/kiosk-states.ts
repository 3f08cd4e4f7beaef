import type { Page } from 'playwright-core'
import type { KioskView, Visit } from '../../protocol/views.ts'
import { NOW, offerOf, ticketOf, viewOf, visitOf } from '../kiosk/sample-views.ts'
import { at, window } from '../support/denpasar.ts'
import type { AlbumState, Scene } from './album-state.ts'
import { GLASSES, type Variant, variantOf } from './kiosk-variants.ts'

const base = { path: '/kiosk/1', size: GLASSES.portrait }
const state = (name: string, view: KioskView | null, more: Partial<AlbumState> = {}): AlbumState => ({
  ...base,
  name,
  view,
  ...more,
})
const verdict = (name: Visit['verdict'], change: Partial<Visit> = {}, more: Partial<KioskView> = {}): KioskView =>
  viewOf({ visit: visitOf(name, change), ...more })
const withTicket = (name: Visit['verdict'], change: Parameters<typeof ticketOf>[0] = {}): KioskView =>
  verdict(name, { ticket: ticketOf(change) })

/** With the key: of two quick touches at one place the second is not heard. */
const press = async ({ page }: Scene, ...names: string[]): Promise<void> => {
  for (const name of names) await page.locator('.isi').getByRole('button', { name }).press('Enter')
}
const pressing =
  (...names: string[]) =>
  (scene: Scene): Promise<void> =>
    press(scene, ...names)
const headline = ({ page }: Scene, words: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: words }).waitFor()
const type = async ({ page }: Scene, code: string): Promise<void> => {
  await page.locator('.isi').getByRole('button', { name: 'Ketik kode' }).press('Enter')
  for (const key of code) await page.getByRole('button', { name: key, exact: true }).click()
}

/** A camera is plugged in; what it sees is a drawing. */
const plugCamera = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const { mediaDevices } = navigator
    const device = { kind: 'videoinput', deviceId: 'c', groupId: 'c', label: '', toJSON: () => ({}) } as const
    const canvas = document.createElement('canvas')
    canvas.getContext('2d')?.fillRect(0, 0, 300, 150)
    mediaDevices.enumerateDevices = async () => [device]
    mediaDevices.getUserMedia = async () => canvas.captureStream()
  })
const WITH_CAMERA = {
  prepare: plugCamera,
  act: ({ page }: Scene) => page.getByRole('button', { name: 'Pakai kamera' }).waitFor(),
}

const { documents } = ticketOf()
/** As many as an office may name. */
const MANY_DOCUMENTS = [
  { id: 'e-KTP kedua orang tua', en: "Both parents' identity cards (e-KTP)" },
  ...documents.slice(1, 2),
  { id: 'Akta kelahiran anak', en: "Child's birth certificate" },
  { id: 'Buku nikah orang tua', en: "Parents' marriage book" },
  { id: 'Surat pernyataan kedua orang tua', en: 'Statement of both parents' },
  { id: 'Paspor lama anak', en: "Child's old passport" },
  { id: 'Surat rekomendasi dinas tenaga kerja', en: 'Recommendation of the labour office' },
  { id: 'Surat keterangan hilang dari kepolisian', en: 'Police report of the loss' },
]
const SERVICES = [
  offerOf({ documents }),
  offerOf({ service: 'passport-replacement', name: { id: 'Penggantian paspor', en: 'Passport replacement' } }),
  offerOf({ service: 'passport-lost', name: { id: 'Paspor hilang', en: 'Lost passport' }, grantedBy: 'staff' }),
  offerOf({ service: 'passport-damaged', name: { id: 'Paspor rusak', en: 'Damaged passport' }, left: 0 }),
]
const OPEN = viewOf({ walkIn: SERVICES })
const booked = { day: '2026-11-26', window: window('10.00-11.00', '2026-11-26') }
const tomorrow = { status: 'closed', name: null, nextAt: at('08.00', '2026-11-25') } as const
const windows = Array.from({ length: 7 }, (_, i) => window(`${String(8 + i).padStart(2, '0')}.00-${9 + i}.00`))
const LANE_K = { letter: 'K', name: { id: 'Tanpa janji', en: 'No appointment' }, shape: 'square' } as const
const late = { arrival: 'late', setBackMin: 30, turnAt: at('10.37'), window: window('08.00-09.00') } as const

/** Every state of a kiosk, by the names of `kiosk/screen.ts`, upright and without any mode. */
export const PLAIN_STATES = [
  state('start', OPEN, WITH_CAMERA),
  state('start-plain', viewOf()),
  state(
    'break',
    viewOf({ walkIn: SERVICES, hours: { status: 'break', name: null, nextAt: at('13.00') } }),
    WITH_CAMERA,
  ),
  state('outage', viewOf({ walkIn: SERVICES, outage: { scope: 'national', sinceAt: at('09.40') } }), WITH_CAMERA),
  state('closed', viewOf({ day: null, hours: tomorrow })),
  state('loading', null),
  state('not-paired', null, {
    path: '/kiosk/2',
    act: (scene) => headline(scene, 'Kios ini belum dipasangkan'),
  }),
  state('offline', viewOf(), {
    async act(scene) {
      await scene.line.cut()
      await headline(scene, 'Kios belum tersambung')
    },
  }),
  state('keypad', viewOf(), { act: (scene) => type(scene, 'K7Q0') }),
  state('keypad-open', viewOf({ codeLength: null }), { act: (scene) => type(scene, 'MP2026K7Q0') }),
  state('camera', OPEN, {
    prepare: plugCamera,
    async act(scene) {
      await press(scene, 'Pakai kamera')
      await headline(scene, 'Hadapkan kode ke kamera')
    },
  }),
  state('reading', viewOf(), {
    answer: null,
    async act(scene) {
      await type(scene, 'K7Q0A1B2')
      await press(scene, 'Cari janji saya')
    },
  }),
  state('no-answer', viewOf(), {
    answer: null,
    clock: true,
    async act(scene) {
      await type(scene, 'K7Q0A1B2')
      await press(scene, 'Cari janji saya')
      await scene.page.clock.fastForward(6_000)
      await headline(scene, 'Kios belum tersambung')
    },
  }),
  state('unreadable', viewOf(), {
    answer: { status: 'invalid', issues: [] },
    async act(scene) {
      await type(scene, 'K7Q0A1B2')
      await press(scene, 'Cari janji saya')
      await headline(scene, 'Kode tidak terbaca')
    },
  }),
  state('refused', viewOf(), {
    answer: { status: 'refused', refusal: { code: 'day-not-open' } },
    async act(scene) {
      await type(scene, 'K7Q0A1B2')
      await press(scene, 'Cari janji saya')
      await scene.page.getByText('Belum bisa sekarang').waitFor()
    },
  }),
  state('checklist', verdict('checklist', { documents })),
  state('checklist-many', verdict('checklist', { documents: MANY_DOCUMENTS })),
  state('checklist-missing', verdict('checklist', { documents }), { act: pressing('Ada yang belum') }),
  state('ticket', withTicket('on-time')),
  state('ticket-family', withTicket('on-time', { family: { here: 1, toCome: 2 } })),
  state('ticket-long', withTicket('on-time', { number: 'A1037', paper: 'sending' })),
  state(
    'ticket-grace',
    withTicket('late-grace', { arrival: 'late-grace', window: window('09.00-10.00'), turnAt: NOW }),
  ),
  state(
    'early',
    withTicket('early', {
      arrival: 'early',
      window: window('11.00-12.00'),
      turnAt: at('11.00'),
      callableFromAt: at('10.30'),
      range: { fromAt: at('11.05'), untilAt: at('11.25') },
    }),
  ),
  state('late', withTicket('late', late)),
  state('walk-in-ticket', withTicket('walk-in', { number: 'K012', window: null, arrival: 'walk-in', lane: LANE_K })),
  state('already-in', withTicket('already-in')),
  state('already-in-called', withTicket('already-in', { counter: 3 })),
  state('printing', withTicket('already-in', { paper: 'queued' }), { act: pressing('Cetak ulang') }),
  state('printer-hot', { ...withTicket('on-time', { paper: 'sending' }), printer: 'hot' }),
  state('paper-asked', withTicket('on-time', { paper: 'unproven' })),
  state('paper-asked-family', withTicket('on-time', { paper: 'unproven', family: { here: 1, toCome: 2 } })),
  state('paper-asked-late', withTicket('late', { ...late, paper: 'unproven' })),
  state('paper-elsewhere', { ...withTicket('on-time', { paper: 'queued', paperAt: '2' }), printer: 'no-paper' }),
  state('printer-trouble', { ...withTicket('on-time', { paper: 'queued' }), printer: 'no-paper' }),
  state('paper-failed', withTicket('on-time', { paper: 'failed' })),
  state('reprint-limit', withTicket('already-in', { reprintsLeft: 0 }), { act: pressing('Cetak ulang') }),
  state('too-late', verdict('too-late', { booked: { day: '2026-11-24', window: window('08.00-09.00') } })),
  state('wrong-day', verdict('wrong-day', { booked })),
  state('wrong-day-past', verdict('wrong-day', { booked: { ...booked, day: '2026-11-20' } })),
  state('wrong-office', verdict('wrong-office')),
  state('moved', verdict('moved')),
  state('cancelled', verdict('cancelled')),
  state('unpaid', verdict('unpaid')),
  state('unknown', verdict('unknown')),
  state('billing-code', verdict('billing-code')),
  state('ended', verdict('ended')),
  state('no-numbers', verdict('closed', {}, { hours: tomorrow })),
  state('scan-only-window', verdict('window-needed', {}, { windows })),
  state('family-next', withTicket('on-time', { family: { here: 2, toCome: 1 } }), {
    act: pressing('Pindai kode keluarga'),
  }),
  state('walk-in-choose', OPEN, { act: pressing('Tanpa janji') }),
  state('walk-in-full', viewOf({ walkIn: [offerOf({ left: 0 })] }), { act: pressing('Tanpa janji') }),
  state('walk-in-closed', viewOf({ walkIn: [offerOf({ fromAt: at('13.00') })] }), { act: pressing('Tanpa janji') }),
  state('priority-ask', OPEN, { act: pressing('Tanpa janji', 'Paspor baru') }),
  state('walk-in-reason', OPEN, { act: pressing('Tanpa janji', 'Paspor baru', 'Tidak') }),
  state('staff-called', withTicket('on-time'), {
    async act(scene) {
      scene.stage.show('kiosk', { ...withTicket('on-time'), seq: 2, staffCalledAt: NOW + 1_000 })
      await headline(scene, 'Petugas menuju ke sini')
    },
  }),
]

/** The question at the end of the time; the modes are pressed before it, because it takes every touch. */
const stillThere = (name: string, ...words: string[]): AlbumState =>
  state(`still-there${name}`, viewOf(), {
    ...(words.includes('Kontras') ? { strong: true } : {}),
    async act({ page, stage }) {
      await page.getByRole('button', { name: 'Ketik kode' }).click()
      for (const word of words) await page.getByRole('button', { name: word }).click()
      stage.show('kiosk', viewOf({ seq: 2, at: NOW + 36_000 }))
      await page.getByRole('alertdialog').waitFor()
    },
  })

/** Beside each plain state, where more than its words and its buttons may change. */
const SOME: readonly Variant[] = ['portrait-large', 'portrait-english', 'landscape', 'landscape-english-all']
const VARIANTS: Readonly<Record<string, readonly Variant[]>> = {
  start: [...SOME, 'portrait-contrast', 'portrait-low', 'portrait-all', 'landscape-large', 'landscape-low', 'square'],
  keypad: [...SOME, 'portrait-low', 'portrait-all', 'square'],
  checklist: [...SOME, 'portrait-contrast', 'portrait-all', 'landscape-large', 'square'],
  'ticket-family': [...SOME, 'portrait-contrast', 'portrait-low', 'portrait-all', 'landscape-large', 'square'],
  early: SOME,
  late: [...SOME, 'landscape-large'],
  'wrong-day': SOME,
  'walk-in-choose': [...SOME, 'square'],
  'priority-ask': SOME,
  'printer-trouble': SOME,
  'staff-called': SOME,
  offline: SOME,
}

/** Every state of a kiosk, upright, lying and in the modes that a visitor may switch on. */
export const KIOSK_STATES: readonly AlbumState[] = [
  ...PLAIN_STATES,
  state('keypad-empty', viewOf(), { act: (scene) => type(scene, '') }),
  ...[stillThere(''), stillThere('-all', 'Huruf besar', 'Kontras', 'Tombol rendah')],
  ...PLAIN_STATES.flatMap((plain) => (VARIANTS[plain.name] ?? []).map((variant) => variantOf(plain, variant))),
]

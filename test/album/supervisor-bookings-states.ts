import type { Page } from 'playwright-core'
import { type AgendaPreview, Bookings } from '../../protocol/desk/bookings.ts'
import { at, TODAY, window } from '../support/denpasar.ts'
import type { AlbumState, DeskAnswer } from './album-state.ts'

const SIZE = { width: 1440, height: 1000 }
const said = (body: unknown): DeskAnswer => ({ status: 200, body })
const OVERVIEW = said({
  ...{ staff: '21', office: 'Kantor Imigrasi Kelas I TPI Denpasar', zone: 'Asia/Makassar', day: TODAY, example: false },
})

const HOURS = ['08.00-09.00', '09.00-10.00', '10.00-11.00', '11.00-12.00', '13.00-14.00', '14.00-15.00']
const counted = (booked: readonly number[], came: readonly number[], capacity: readonly (number | null)[]) =>
  HOURS.map((hours, i) => ({
    window: window(hours),
    ...{ booked: booked[i] ?? 0, came: came[i] ?? 0, capacity: capacity[i] ?? null },
  }))
const PULL = { reason: null, good: 0, bad: [], badLines: 0, added: 0, changed: 0 }
const FILE = { added: 0, changed: 0, unchanged: 0, badLines: 0 }

const FULL = Bookings.parse({
  ...{ at: at('10.31'), day: TODAY, midnightAt: at('00.00') },
  days: [
    {
      ...{ day: TODAY, booked: 200, came: 61, off: 4 },
      windows: counted([34, 36, 36, 30, 42, 22], [30, 20, 9, 2, 0, 0], [35, 36, 32, 33, 34, 34]),
    },
    {
      ...{ day: '2026-11-25', booked: 147, came: 0, off: 1 },
      windows: counted([30, 30, 30, 27, 20, 10], [], [35, 35, 35, 35, 35, 35]),
    },
  ],
  services: [
    { id: 'passport-new', name: { id: 'Paspor baru', en: 'New passport' } },
    { id: 'passport-replacement', name: { id: 'Penggantian paspor', en: 'Passport replacement' } },
  ],
  ...{ counters: [1, 2, 3, 4], kiosks: ['1', '2'], columns: {} },
  source: {
    ...{ url: 'https://janji.contoh.go.id/daftar?hari={day}', everyMin: 15 },
    ...{ hasToken: true, nextAt: at('10.45'), busy: false },
  },
  pulls: [
    { ...PULL, at: at('10.30'), day: TODAY, status: 'entered', good: 147, added: 3, changed: 1 },
    {
      ...{ ...PULL, at: at('10.30'), day: '2026-11-25', status: 'failed' },
      reason: 'Sumber terlalu lama menjawab (lebih dari 30 detik).',
    },
  ],
  files: [
    { ...FILE, name: 'janji-24-november.xlsx', at: at('07.12'), status: 'entered', good: 147 },
    { ...FILE, name: 'tambahan.csv', at: at('06.50'), status: 'set-aside', good: 12, badLines: 3 },
  ],
})

const EMPTY: Bookings = {
  ...FULL,
  ...{ days: [{ day: TODAY, windows: [], booked: 0, came: 0, off: 0 }], source: null, pulls: [], files: [] },
}

const PREVIEW: AgendaPreview = {
  ...{ status: 'read', id: 'A'.repeat(22), good: 148, added: 12, changed: 3, unchanged: 133 },
  changes: [
    { line: 14, what: [{ field: 'window', from: window('09.00-10.00'), to: window('13.00-14.00') }] },
    { line: 57, what: [{ field: 'status', from: 'booked', to: 'cancelled' }] },
    { line: 90, what: [{ field: 'service', from: 'passport-new', to: 'passport-replacement' }] },
  ],
  days: [
    {
      ...{ day: TODAY, added: 12, changed: 3, unmentioned: 5 },
      windows: HOURS.map((hours, i) => ({
        window: window(hours),
        before: [34, 36, 36, 30, 30, 22][i] ?? 0,
        after: [34, 35, 36, 30, 42, 22][i] ?? 0,
        capacity: [35, 36, 36, 33, 34, 34][i] ?? null,
      })),
    },
  ],
  bad: [
    { line: 8, column: 'jam', reason: 'Jam tidak dapat dibaca. Tulis seperti 10.00-11.00.' },
    { line: 61, column: 'layanan', reason: 'Layanan tidak dikenal. Yang ada: Paspor baru, Penggantian paspor.' },
  ],
}

const COLUMNS: AgendaPreview = {
  status: 'columns',
  columns: [
    { heading: 'No Permohonan', column: null, shapes: [{ kind: 'text', length: 12 }] },
    { heading: 'Tgl', column: null, shapes: [{ kind: 'date', length: 10 }] },
    { heading: 'Jam', column: 'window', shapes: [{ kind: 'clock', length: 11 }] },
    { heading: 'Jenis', column: null, shapes: [{ kind: 'text', length: 11 }] },
    { heading: null, column: null, shapes: [{ kind: 'digits', length: 12 }] },
  ],
}

const upload = ({ page }: { page: Page }): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'janji.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('x') })

const state = (name: string, desk: Readonly<Record<string, DeskAnswer>>, act?: AlbumState['act']): AlbumState => ({
  ...{ name, path: '/supervisor/bookings', size: SIZE, view: null, desk: { '': OVERVIEW, ...desk } },
  ...(act === undefined ? {} : { act }),
})

/** The page Janji: full, before anything came, a list looked at, its columns asked about, and a visit that was not saved. */
export const SUPERVISOR_BOOKINGS_STATES: readonly AlbumState[] = [
  state('bookings', { '/bookings': said(FULL) }, ({ page }) => page.getByText('janji-24-november').waitFor()),
  state('bookings-empty', { '/bookings': said(EMPTY) }, ({ page }) => page.getByText('Belum ada janji').waitFor()),
  state('bookings-preview', { '/bookings': said(FULL), '/bookings/preview': said(PREVIEW) }, async (scene) => {
    await upload(scene)
    await scene.page.getByText('Masukkan baris yang baik').waitFor()
  }),
  state('bookings-columns', { '/bookings': said(FULL), '/bookings/preview': said(COLUMNS) }, async (scene) => {
    await upload(scene)
    await scene.page.getByText('Masih belum ditunjuk').waitFor()
  }),
  state(
    'bookings-not-saved',
    {
      '/bookings': said(FULL),
      '/commands': {
        status: 409,
        body: { type: 'about:blank', title: 'Conflict', status: 409, refusal: { code: 'time-impossible' } },
      },
    },
    async ({ page }) => {
      await page.getByRole('button', { name: 'Ketik kunjungan kertas' }).click()
      await page.getByLabel('Jam datang').fill('23.59')
      await page.getByRole('button', { name: 'Simpan' }).click()
      await page.getByText('Isian Anda masih ada').waitFor()
    },
  ),
]

import type { OfficeDesk, OfficeHistory, OfficePreview } from '../../protocol/desk/office.ts'
import type { Change } from '../../protocol/office-change.ts'
import { at, SHIPPED } from '../support/denpasar.ts'
import type { AlbumState, DeskAnswer, Scene } from './album-state.ts'

const SIZE = { width: 1440, height: 900 }
const done = (body: unknown): DeskAnswer => ({ status: 200, body })

const OVERVIEW = { staff: '90', office: SHIPPED.name, zone: SHIPPED.zone, day: '2026-11-24', example: true }
const BY = { role: 'supervisor', staff: '90' }
const OFFICE: OfficeDesk = {
  version: { no: 12, at: at('08.40'), by: BY },
  office: SHIPPED,
  fileTrouble: null,
  models: ['epson-tm-t82x', 'generic-80'],
}
const CHANGE: Change = { path: ['windows', 'graceMin'], kind: 'changed', from: 15, to: 20 }
const REVIEW: OfficePreview = {
  status: 'good',
  stale: false,
  changes: [CHANGE, { path: ['counters', '5'], kind: 'removed', from: SHIPPED.counters[4], to: null }],
  consequences: {
    blockers: [
      { kind: 'counter', counter: 5 },
      { kind: 'ticket', number: 'A031', stage: 'interview', lost: 'counter' },
    ],
    waiting: 14,
    loads: [{ window: { startAt: at('10.00'), endAt: at('11.00') }, booked: 36, before: 0.94, after: 1.31 }],
    forgotten: 0,
  },
}
const HISTORY: OfficeHistory = {
  versions: [
    { no: 12, at: at('08.40'), by: BY, changes: [CHANGE] },
    {
      no: 11,
      at: at('08.12'),
      by: { role: 'console', staff: null },
      changes: [
        {
          path: ['hours', 'days', '2027-01-01'],
          kind: 'added',
          from: null,
          to: { name: { id: 'Tahun Baru', en: '' } },
        },
      ],
    },
    { no: 1, at: at('07.30'), by: { role: 'console', staff: null }, changes: [] },
  ],
}

const ANSWERS: Record<string, DeskAnswer> = {
  '': done(OVERVIEW),
  '/office': done(OFFICE),
  '/office/preview': done(REVIEW),
  '/office/versions': done(HISTORY),
  '/office/staff': done({
    self: '90',
    staff: [
      { number: '07', rank: 'staff', locked: true },
      { number: '12', rank: 'staff', locked: false },
      { number: '90', rank: 'supervisor', locked: false },
    ],
  }),
}

const writeGrace = async ({ page }: Scene): Promise<void> => {
  await page.getByLabel('Kelonggaran terlambat').fill('20')
  await page.getByRole('button', { name: 'Tinjau perubahan' }).click()
  await page.locator('#tinjauan').waitFor()
}
const state = (name: string, part: string, more: Partial<AlbumState> = {}): AlbumState => ({
  ...{ name: `office-${name}`, path: `/supervisor/office/${part}`, size: SIZE, view: null, desk: ANSWERS },
  act: async ({ page }) => void (await page.locator('h2').first().waitFor()),
  ...more,
})

/** The page "Kantor" in its telling states. */
export const OFFICE_STATES: readonly AlbumState[] = [
  state('lanes', 'lanes'),
  state('hours', 'hours', {
    desk: {
      ...ANSWERS,
      '/office': done({
        ...OFFICE,
        fileTrouble: {
          kind: 'broken',
          problems: [{ path: ['windows', 'graceMin'], line: 61, code: 'too-big', max: 60 }],
        },
      }),
    },
  }),
  state('review', 'rules', {
    desk: {
      ...ANSWERS,
      '/office/preview': done({
        ...{ status: 'good', stale: false, changes: [CHANGE] },
        consequences: { blockers: [], waiting: 14, loads: [], forgotten: 0 },
      }),
    },
    act: writeGrace,
  }),
  state('review-blocked', 'rules', { act: writeGrace }),
  state('problem', 'rules', {
    desk: {
      ...ANSWERS,
      '/office/preview': done({
        status: 'wrong',
        problems: [{ path: ['windows', 'graceMin'], line: null, code: 'too-big', max: 60 }],
      }),
    },
    act: writeGrace,
  }),
  state('staff', 'staff', { act: async ({ page }) => void (await page.getByRole('row', { name: /^07/ }).waitFor()) }),
  state('set-up-question', 'setup', {
    prepare: (page) => page.addInitScript(() => localStorage.setItem('antrean-penyiapan', '2')),
    act: async ({ page }) => void (await page.getByRole('heading', { name: /Bolehkan petugas wawancara/ }).waitFor()),
  }),
]

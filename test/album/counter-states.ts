import type { Answer } from '../../protocol/answers.ts'
import type { CounterView, Queued } from '../../protocol/views.ts'
import { AT_10_31, at, inHandOf, nextOf, otherOf, queuedOf, viewOf } from '../counter/sample-views.ts'
import type { AlbumState, Scene } from './album-state.ts'

/** The desk's screen, a column beside another program, the small window, and the desk's screen at 200 %. */
const SIZES = {
  wide: { width: 1366, height: 768 },
  narrow: { width: 420, height: 900 },
  floating: { width: 420, height: 220 },
  zoomed: { width: 683, height: 384 },
} as const

const window = (from: string, until: string) => ({ startAt: at(from), endAt: at(until) })
const range = (from: string, until: string) => ({ fromAt: at(from), untilAt: at(until) })
const percepatan = { letter: 'H', name: { id: 'Percepatan', en: 'Express' }, shape: 'arrow' } as const
const walkIn = { letter: 'K', name: { id: 'Tanpa janji', en: 'No appointment' }, shape: 'square' } as const
const QUEUE: Queued[] = [
  queuedOf('A041', { turnAt: at('10:00'), range: range('10:30', '10:35') }),
  queuedOf('A042', { turnAt: at('10:02'), range: range('10:30', '10:40') }),
  queuedOf('A039', {
    window: window('09:00', '10:00'),
    turnAt: at('10:05'),
    condition: 'passed',
    range: range('10:35', '10:40'),
  }),
  queuedOf('A044', { turnAt: at('10:12'), range: range('10:40', '10:55'), keptFor: 4 }),
  queuedOf('A046', { turnAt: at('10:18'), range: range('10:50', '11:05') }),
  queuedOf('H003', {
    lane: percepatan,
    window: null,
    turnAt: at('10:20'),
    range: range('10:50', '11:05'),
    startBy: at('11:00'),
  }),
  queuedOf('A052', {
    window: window('11:00', '12:00'),
    turnAt: at('11:00'),
    condition: 'held',
    arrival: 'early',
    range: range('11:05', '11:25'),
  }),
  queuedOf('A061', {
    window: window('09:00', '10:00'),
    turnAt: at('11:01'),
    condition: 'set-back',
    setBackMin: 30,
    range: range('11:10', '11:40'),
  }),
  queuedOf('K005', { lane: walkIn, window: null, turnAt: at('11:05'), range: range('11:10', '11:45') }),
]
const OTHERS = [
  otherOf(1, { status: 'serving', ticketId: '2026-11-24/R008', number: 'R008', since: at('10:27') }),
  otherOf(2, { status: 'called', ticketId: '2026-11-24/A035', number: 'A035', since: at('10:30') }),
  otherOf(4, { status: 'free' }),
  otherOf(5, { status: 'paused', since: at('10:20') }),
  otherOf(6),
]
const DOCUMENTS = ['e-KTP asli', 'Kartu Keluarga asli', 'Akta, ijazah, atau buku nikah'].map((id) => ({ id, en: id }))

/** The hall at 10.31: nine wait, five other counters. */
const hall = (more: Partial<CounterView> = {}): CounterView =>
  viewOf({ queue: QUEUE, waiting: 14, others: OTHERS, next: nextOf(QUEUE[0] ?? queuedOf('A041')), ...more })
const servingOf = (more: Parameters<typeof inHandOf>[0] = {}) => inHandOf({ documents: DOCUMENTS, ...more })
const called = servingOf({
  ...{ step: 'called', startedAt: null },
  ...{ calledAt: at('10:30'), lastCalledAt: at('10:30'), recallFromAt: at('10:30') },
})
const serving = hall({ next: null, inHand: servingOf({ together: ['A038'] }) })
const parked = [{ ticketId: '2026-11-24/A031', number: 'A031', sinceAt: at('10:05') }]
const paused = { reason: { id: 'Salat', en: 'Prayer' }, sinceAt: at('10:20') }
const signedOut = viewOf({ staff: null, open: null, others: OTHERS })
const undo = { act: 'finish', ticketId: '2026-11-24/A037', number: 'A037', untilAt: AT_10_31 + 60_000 } as const
const LUNCH = { id: 'Istirahat siang', en: 'Lunch' }

const refused = (code: 'not-waiting' | 'sign-in-locked' | 'sign-in-failed'): Answer => ({
  status: 'refused',
  refusal: code === 'sign-in-locked' ? { code, retryInSec: 30 } : { code },
})

/** Presses keys once the line is there: without it they do nothing. */
const key =
  (...keys: string[]) =>
  async ({ page }: Scene): Promise<void> => {
    await page.locator('.utama:not([disabled])').waitFor()
    for (const each of keys) await page.keyboard.press(each)
  }
const signIn = async ({ page }: Scene): Promise<void> => {
  await page.getByLabel('Nomor petugas').fill('07')
  await page.getByLabel('PIN, 6 angka').fill('123456')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: /./ }).waitFor()
}
const cut = async ({ page, line }: Scene): Promise<void> => {
  await line.cut()
  await page.getByText('Tidak ada yang dikirim nanti').first().waitFor()
}
const inEnglish = ({ page }: Scene): Promise<void> => page.locator('.bahasa').click()

type Draft = Omit<AlbumState, 'path' | 'size'>

/** What somebody at a counter can meet (screens.md section 7, in its order). */
const SCENES: readonly Draft[] = [
  { name: 'sign-in', view: signedOut },
  { name: 'sign-in-wrong', view: signedOut, answer: refused('sign-in-failed'), act: signIn },
  { name: 'sign-in-locked', view: signedOut, answer: refused('sign-in-locked'), act: signIn },
  { name: 'day-closed', view: viewOf({ open: null, day: null }) },
  { name: 'open', view: viewOf({ open: null, others: OTHERS }) },
  { name: 'idle-queue', view: hall() },
  { name: 'idle-queue-english', view: hall(), act: inEnglish },
  {
    name: 'idle-held-only',
    view: hall({ queue: QUEUE.slice(6, 7), waiting: 1, next: nextOf(QUEUE[6] ?? queuedOf('A052')) }),
  },
  { name: 'idle-empty', view: hall({ queue: [], waiting: 0, next: null }) },
  { name: 'idle-empty-early', view: hall({ queue: QUEUE.slice(6, 7), waiting: 1, next: null }) },
  { name: 'called', view: hall({ next: null, inHand: called }) },
  {
    name: 'recall-wait',
    view: hall({ next: null, inHand: { ...called, times: 2, recallFromAt: AT_10_31 + 600_000 } }),
  },
  {
    name: 'no-show',
    view: hall({
      queue: [...QUEUE.slice(0, 5), queuedOf('A037', { callableFromAt: at('10:41'), condition: 'held' })],
      undo: { ...undo, act: 'no-show' },
    }),
  },
  { name: 'in-hand', view: serving },
  {
    name: 'in-hand-ticked',
    view: hall({
      next: null,
      inHand: servingOf({
        asked: [
          { id: 'Fotokopi', en: 'A copy' },
          { id: 'Fotokopi', en: 'A copy' },
        ],
      }),
    }),
    act: ({ page }) => page.getByLabel('e-KTP asli').check(),
  },
  { name: 'in-hand-last-stage', view: hall({ next: null, inHand: servingOf({ nextStage: null }) }) },
  { name: 'over-time', view: hall({ next: null, inHand: servingOf({ startedAt: at('10:14') }) }) },
  { name: 'end-visit', view: serving, act: key('F4') },
  { name: 'extra-document', view: serving, act: key('F6', 'ArrowDown') },
  { name: 'transfer', view: serving, act: key('F7') },
  { name: 'parked', view: hall({ queue: [], waiting: 0, next: null, parked }) },
  { name: 'idle-with-parked', view: hall({ parked }) },
  { name: 'call-specific', view: hall(), act: key('F8') },
  { name: 'call-specific-unfilled', view: hall(), act: key('F8', 'Enter') },
  {
    name: 'row',
    view: hall(),
    act: ({ page }) => page.getByRole('button', { name: 'A061, pilihan lain' }).click(),
  },
  {
    name: 'take-over',
    view: hall(),
    act: ({ page }) => page.getByRole('button', { name: /^Ambil alih A035/ }).click(),
  },
  { name: 'help-visitor', view: hall(), act: key('F12', 'Space') },
  { name: 'outage-ask', view: hall(), act: ({ page }) => page.getByRole('button', { name: 'Catat gangguan' }).click() },
  { name: 'undo', view: hall({ undo }) },
  { name: 'pause-ask', view: hall(), act: key('F9') },
  { name: 'paused', view: hall({ next: null, paused }) },
  { name: 'locked', view: viewOf({ staff: null, lockedNumber: 'A037', others: OTHERS }) },
  { name: 'locked-paused', view: viewOf({ staff: null, paused, others: OTHERS }) },
  {
    name: 'lock-soon',
    view: hall({ next: null, inHand: servingOf(), lockMin: 1 }),
    clock: true,
    async act({ page }) {
      await page.clock.fastForward(35_000)
      await page.getByText('Terkunci dalam').waitFor()
    },
  },
  { name: 'offline', view: serving, act: cut },
  { name: 'offline-idle', view: hall(), act: cut },
  { name: 'offline-locked', view: viewOf({ staff: null, lockedNumber: 'A037' }), act: cut },
  {
    name: 'stale-refused',
    view: hall({
      others: [otherOf(5, { status: 'called', ticketId: '2026-11-24/A042', number: 'A042', since: AT_10_31 })],
    }),
    answer: refused('not-waiting'),
    async act(scene) {
      const { page } = scene
      await key('F8')(scene)
      await page.getByLabel('Nomor').first().fill('A042')
      await page.getByLabel('Keperluan mendesak').check()
      await page.keyboard.press('Enter')
      await page.getByText('Sudah diambil Loket 5').waitFor()
      await page.keyboard.press('Escape')
    },
  },
  { name: 'break-soon', view: hall({ hours: { status: 'open', name: LUNCH, nextAt: at('10:40') } }) },
  { name: 'break', view: hall({ hours: { status: 'break', name: LUNCH, nextAt: at('13:00') } }) },
  { name: 'closing', view: hall({ hours: { status: 'open', name: null, nextAt: at('10:40') } }) },
  {
    name: 'outage-and-kiosk-call',
    view: hall({
      outage: { scope: 'national', sinceAt: at('09:12') },
      staffCalls: [{ kiosk: '1', at: at('10:30') }],
    }),
  },
  {
    name: 'printers',
    view: hall({
      printers: [
        { place: '1', kiosks: ['1'], status: 'no-paper' },
        { place: '2', kiosks: ['2'], status: 'paper-low' },
      ],
    }),
  },
  {
    name: 'printers-in-hand',
    view: { ...serving, printers: [{ place: '1', kiosks: ['1', '2'], status: 'jammed' }] },
  },
  { name: 'loading', view: null },
]

const IN_SMALL = new Set([
  ...['sign-in', 'open', 'idle-queue', 'idle-empty', 'called', 'no-show', 'in-hand', 'over-time', 'extra-document'],
  ...['undo', 'paused', 'locked', 'offline', 'parked', 'printers', 'printers-in-hand'],
])
const ZOOMED = new Set(['sign-in', 'idle-queue', 'called', 'in-hand', 'extra-document', 'locked', 'offline'])

const inLayout = (layout: keyof typeof SIZES, of: (name: string) => boolean): AlbumState[] =>
  SCENES.filter(({ name }) => of(name)).map((scene) => ({
    ...scene,
    name: layout === 'wide' ? scene.name : `${scene.name}-${layout}`,
    path: '/counter/3',
    size: SIZES[layout],
  }))

/** Every state of a counter on its own screen, and those of a day in a column, in the small window and at 200 %. */
export const COUNTER_STATES: readonly AlbumState[] = [
  ...inLayout('wide', () => true),
  ...inLayout('narrow', (name) => IN_SMALL.has(name) || name === 'stale-refused'),
  ...inLayout('floating', (name) => IN_SMALL.has(name)),
  ...inLayout('zoomed', (name) => ZOOMED.has(name)),
  { name: 'not-paired', path: '/counter/9', size: SIZES.wide, view: null },
]

import type { Page } from 'playwright-core'
import type { DisplayView } from '../../protocol/views.ts'
import { LANES, LONG_CALL, lanesOf, longView, MORNING } from '../display/long-views.ts'
import { AT_10_24, callOf, viewOf } from '../display/sample-views.ts'
import type { AlbumState, Scene } from './album-state.ts'

const GLASS = {
  wide: { width: 1920, height: 1080 },
  upright: { width: 1080, height: 1920 },
  'wide-4k': { width: 3840, height: 2160 },
  'upright-4k': { width: 2160, height: 3840 },
  small: { width: 1280, height: 720 },
  'small-low': { width: 1024, height: 600 },
  'small-upright': { width: 600, height: 1024 },
} as const
const path = '/display/1'

const state = (name: string, more: Partial<DisplayView>, rest: Partial<AlbumState> = {}): AlbumState => ({
  name,
  path,
  size: GLASS.wide,
  view: viewOf({ ...MORNING, ...more }),
  ...rest,
})
const on = (glass: keyof typeof GLASS, { name, ...each }: AlbumState): AlbumState => ({
  ...each,
  name: `${name}-${glass}`,
  size: GLASS[glass],
})

const at = (clock: string, day = '2026-11-24'): number => Date.parse(`${day}T${clock}:00+08:00`)
const live = [callOf(37)]
const HOURS = {
  early: { status: 'before-open', name: null, nextAt: at('08:00') },
  prayer: {
    status: 'break',
    name: { id: 'Istirahat salat Jumat', en: 'Closed for Friday prayer' },
    nextAt: at('13:15'),
  },
  night: { status: 'closed', name: null, nextAt: at('08:00', '2026-11-25') },
} as const
const OUTAGE = { scope: 'national', sinceAt: at('10:12') } as const
const ZONE = { name: { id: 'Ruang A', en: 'Room A' }, floor: 1 }
const UPSTAIRS = { name: { id: 'Ruang B', en: 'Room B' }, floor: 2 }
const ANNOUNCED = {
  words: {
    id: 'Musala pindah ke lantai 2. Toilet di lantai 1 sedang diperbaiki, pakai yang di lantai 3.',
    en: 'The prayer room is on floor 2 now. Floor 1 toilets are under repair, use floor 3.',
  },
  at: AT_10_24,
}

const loseTheLine = async ({ page, line }: Scene): Promise<void> => {
  await line.cut()
  await page.clock.fastForward(21_000)
  await page.getByText('Dengarkan panggilan petugas').waitFor()
}
const STALE = { clock: true, act: loseTheLine } as const

/** A picture as an office puts it into its folder. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="#f8f4e9"/><g font-family="sans-serif" fill="#13211e"><text x="90" y="190" font-size="96" font-weight="700">Paspor elektronik</text><text x="90" y="330" font-size="58">1. Pesan jam di M-Paspor</text><text x="90" y="430" font-size="58">2. Bayar sebelum batas waktunya</text><text x="90" y="530" font-size="58">3. Datang pada jam Anda</text></g><circle cx="1310" cy="600" r="190" fill="none" stroke="#0b4f46" stroke-width="26"/></svg>`

/** Puts one picture into the folder that the page looks at. */
const hangPicture = async (page: Page): Promise<void> => {
  await page.route(/\/slides$/, (route) => route.fulfill({ json: [{ name: 'paspor.png', version: '1-1' }] }))
  await page.route(/\/slides\/paspor\.png/, (route) => route.fulfill({ body: PICTURE, contentType: 'image/svg+xml' }))
}
const WITH_PICTURE = { prepare: hangPicture, act: ({ page }: Scene) => page.locator('.slide img').waitFor() }

const BOARDS = {
  called: state('called', { live }),
  several: state('several', {
    live: [callOf(39, { counter: 12 }), callOf(38, { number: 'R009', counter: 1 }), ...live],
  }),
  quiet: state('quiet', { last: [...live, ...(MORNING.last ?? [])].slice(0, 5) }),
  break: state('break', { hours: HOURS.prayer, at: at('12:23'), serving: null }),
  announcement: state('announcement', { live, announcement: ANNOUNCED }),
  stale: state('stale', { last: [...live, ...(MORNING.last ?? [])].slice(0, 5) }, STALE),
}
const LONG = {
  called: state('long-called', longView({ live: [LONG_CALL] })),
  several: state('long-several', longView({ live: [3, 2, 1].map((no) => ({ ...LONG_CALL, callNo: no, times: 2 })) })),
  announcement: state(
    'long-announcement',
    longView({
      announcement: {
        words: {
          id: 'Wawancara di lantai dua belas; '.repeat(3).slice(0, 90),
          en: 'Interviews upstairs, please use '.repeat(3).slice(0, 90),
        },
        at: AT_10_24,
      },
    }),
  ),
  break: state('long-break', longView({ hours: HOURS.prayer, serving: null })),
  stale: state('long-stale', longView(), STALE),
}
const counter = { counter: 3, lanes: [] }
const OVER = {
  called: state('over-called', { ...counter, live }),
  family: state('over-family', { ...counter, counter: 27, live: [LONG_CALL] }),
  idle: state('over-idle', counter),
  ten: state('over-idle-ten', { ...counter, counter: 27 }),
  break: state('over-break', { ...counter, hours: HOURS.prayer }),
  closed: state('over-closed', { ...counter, hours: HOURS.night }),
  outage: state('over-outage', { ...counter, outage: OUTAGE }),
  stale: state('over-stale', { ...counter, live }, STALE),
}

/** Every state of a waiting-room display. */
export const DISPLAY_STATES: readonly AlbumState[] = [
  { name: 'loading', path, size: GLASS.wide, view: null },
  {
    name: 'not-paired',
    path: '/display/2',
    size: GLASS.wide,
    view: null,
    act: ({ page }) => page.getByRole('heading', { name: 'belum dipasangkan' }).waitFor(),
  },
  ...Object.values(BOARDS),
  state('recalled', { live: [callOf(37, { times: 2 })] }),
  state('family', { live: [callOf(37, { together: ['A038', 'A039'], zone: UPSTAIRS })] }),
  state('before-open', { hours: HOURS.early, last: [], at: at('07:41'), serving: null }),
  state('before-open-called', { hours: HOURS.early, serving: null }),
  state('no-call-yet', { last: [] }),
  state('outage', { outage: OUTAGE, lanes: lanesOf(LANES).map((lane) => ({ ...lane, range: null })) }),
  state('closing', { live, numbersUntilAt: at('11:00'), at: Math.floor(AT_10_24 / 64_000) * 64_000 }),
  state('closed', {
    hours: HOURS.night,
    last: [],
    serving: null,
    at: at('16:05'),
    lanes: lanesOf(LANES).map((lane) => ({ ...lane, next: null, range: null, waiting: 0 })),
  }),
  state('closed-serving', { hours: HOURS.night }),
  state('announcement-break', { announcement: ANNOUNCED, hours: HOURS.prayer }),
  state('slide-break', { hours: HOURS.prayer, at: at('12:23'), serving: null }, WITH_PICTURE),
  state('slide-quiet', { at: Math.floor(AT_10_24 / 20_000) * 20_000 + 10_000 }, WITH_PICTURE),
  state('zone', {
    live: [callOf(37, { counter: 8, zone: UPSTAIRS })],
    zone: ZONE,
    last: (MORNING.last ?? []).map((call, i) => ({ ...call, zone: i === 1 ? UPSTAIRS : null })),
  }),
  state('empty-lane', {
    live,
    lanes: lanesOf(LANES).map((lane, i) => (i % 2 === 0 ? lane : { ...lane, next: null, range: null, waiting: 0 })),
  }),
  state('six-lanes', { live, lanes: lanesOf([...LANES, { ...callOf(1).lane, letter: 'T', shape: 'triangle' }]) }),
  state('twelve-lanes', {
    live,
    lanes: lanesOf(
      [...'ABCDEFGHKLMN'].map((letter) => ({ ...callOf(1).lane, letter, name: { id: 'Pengambilan', en: 'Pickup' } })),
    ),
  }),
  ...Object.values(LONG),
  ...[...Object.values(BOARDS), ...Object.values(LONG)].map((each) => on('upright', each)),
  on('upright', state('slide-break', { hours: HOURS.prayer, at: at('12:23'), serving: null }, WITH_PICTURE)),
  on('wide-4k', BOARDS.called),
  on('upright-4k', BOARDS.called),
  ...Object.values(OVER).flatMap((each) => [on('small', each), on('small-upright', each)]),
  on('small-low', OVER.called),
  on('small-low', OVER.stale),
]

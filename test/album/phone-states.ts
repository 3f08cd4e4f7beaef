import type { TrackerView } from '../../protocol/views.ts'
import { at, viewOf } from '../tracker/sample-views.ts'
import type { AlbumState, Scene } from './album-state.ts'

const UPRIGHT = { width: 390, height: 844 }
const SMALL = { width: 320, height: 568 }
const LYING = { width: 844, height: 390 }

const state = (name: string, view: TrackerView | null, more: Partial<AlbumState> = {}): AlbumState => ({
  name,
  // A ticket of its own for each: a phone remembers the last one.
  path: `/t/${name.padEnd(22, '0')}`,
  size: UPRIGHT,
  view,
  ...more,
})
const cut = async ({ page, line }: Scene): Promise<void> => {
  await line.cut()
  await page.getByText('Lihat layar ruang tunggu').waitFor()
}
const atCounter = { counter: 3, ahead: null, range: null } as const
const second = { stage: { id: 'Wawancara dan foto', en: 'Interview and photo' }, step: { no: 2, of: 2 } } as const
const ASKED = { ticketId: '2026-11-24/A037', status: 'open' } as const
const over = { ahead: null, range: null } as const
const LUNCH = { status: 'break', name: { id: 'Istirahat siang', en: 'Lunch' }, nextAt: at('13:00') } as const

/** Every state of the status page, on phones of three sizes and with the largest text. */
export const PHONE_STATES: readonly AlbumState[] = [
  state('waiting', viewOf()),
  state('waiting-english', viewOf(), { act: ({ page }) => page.getByRole('button', { name: 'English' }).click() }),
  state('waiting-armed', viewOf(), { act: ({ page }) => page.getByRole('button', { name: /Bunyikan/ }).click() }),
  state('waiting-small', viewOf(), { size: SMALL }),
  state('waiting-lying', viewOf(), { size: LYING }),
  state('waiting-large-text', viewOf(), {
    async act({ page }) {
      // As a phone does whose text is set to twice its size.
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    },
  }),
  state('walk-in', viewOf({ window: null, number: 'K005', documents: [] })),
  state('held', viewOf({ status: 'held', at: at('08:40'), checkedInAt: at('08:35'), callableFromAt: at('09:00') })),
  state('next', viewOf({ ahead: 1 })),
  state('next-lying', viewOf({ ahead: 1 }), { size: LYING }),
  state('outage', viewOf({ outage: { scope: 'national', sinceAt: at('10:05') } })),
  state('break', viewOf({ hours: LUNCH })),
  state('called', viewOf({ status: 'called', ...atCounter })),
  state('called-lying', viewOf({ status: 'called', ...atCounter }), { size: LYING }),
  state('serving', viewOf({ status: 'serving', ...atCounter })),
  state('next-stage', viewOf(second)),
  state('parked', viewOf({ status: 'parked', ...over })),
  state('missed', viewOf({ status: 'missed', ...over })),
  state('done', viewOf({ status: 'done', ...over })),
  state('done-asked', viewOf({ status: 'done', ...over, survey: ASKED })),
  state('done-question', viewOf({ status: 'done', ...over, survey: ASKED }), {
    async act({ page }) {
      await page.getByRole('button', { name: 'Isi survei' }).click()
      await page.getByText('1 dari 9').waitFor()
    },
  }),
  state('stale', viewOf(), { act: cut }),
  state('called-stale', viewOf({ status: 'called', ...atCounter }), { act: cut }),
  state('ended', viewOf({ status: 'ended', ...over })),
  state('loading', null),
]

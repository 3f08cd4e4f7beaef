import type { Page } from 'playwright-core'
import type { Board, HubFigures } from '../../protocol/hub/board.ts'
import { sampleBoard, sampleCompare, sampleSurvey } from '../hub-screen/sample-board.ts'
import type { AlbumState, DeskAnswer } from './album-state.ts'
import { HUB } from './route-hub.ts'
import { sampleFigures } from './sample-figures.ts'

const WALL = { width: 1920, height: 1080 }
const LAPTOP = { width: 1366, height: 768 }
const PHONE = { width: 390, height: 844 }

const done = (body: unknown): DeskAnswer => ({ status: 200, body })
const board: Board = sampleBoard()

/** The figures of an office, as if they were of so many. */
const figuresOf = (offices: number, days?: string[]): HubFigures => {
  const { figures, tables, limitMin } = sampleFigures(days)
  return { figures, tables, limitMin, offices }
}

const ANSWERS: Readonly<Record<string, DeskAnswer>> = {
  '/board': done(board),
  '/offices': done(sampleCompare()),
  '/figures': done(figuresOf(129)),
  '/survey': done(sampleSurvey()),
}

const state = (
  name: string,
  path: string,
  more: Partial<AlbumState> & { hub?: Readonly<Record<string, DeskAnswer>> } = {},
): AlbumState => ({ ...{ name, path, size: WALL, view: null, ...more }, hub: { ...ANSWERS, ...more.hub } })

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()
const english = press('English')

/** The hub stops answering; its page notices at the next question. */
const leave = async (page: Page): Promise<void> => {
  await page.unroute(HUB)
  await page.route(HUB, (route) => route.abort())
  await page.getByText('Server pusat tidak menjawab').waitFor({ timeout: 30_000 })
}

const troubled: Board = {
  ...board,
  offices: board.offices.map((office, i) =>
    i % 3 === 0 && office.bulletin !== null
      ? {
          ...{ ...office, state: 'trouble' as const },
          bulletin: { ...office.bulletin, outage: { scope: 'national' as const, sinceAt: board.at - 600_000 } },
        }
      : office,
  ),
}

/** Every state of the hub's page. */
export const HUB_STATES: readonly AlbumState[] = [
  state('sign-in', '/', { hub: { '/board': { status: 401, body: {} } } }),
  state('sign-in-unknown', '/', {
    hub: { '/board': { status: 401, body: {} }, '/sign-in': { status: 401, body: {} } },
    act: async ({ page }) => {
      await page.getByLabel('Kunci baca').fill('bukan-kunci')
      await press('Masuk')(page)
      await page.getByText('Kunci ini tidak dikenal').waitFor()
    },
  }),
  state('never-reached', '/', { hub: { '/board': { status: 503, body: {} } }, size: LAPTOP }),
  state('board', '/'),
  state('board-laptop', '/', { size: LAPTOP }),
  state('board-phone', '/', { size: PHONE }),
  state('board-english', '/', { act: ({ page }) => english(page) }),
  state('board-detail', '/?office=denpasar'),
  state('board-detail-laptop', '/?office=denpasar', { size: LAPTOP }),
  state('board-detail-phone', '/?office=denpasar', { size: PHONE }),
  state('board-detail-silent', '/?office=tahuna'),
  state('board-detail-new', '/?office=wamena', { size: LAPTOP }),
  state('board-detail-history', '/?office=cirebon', { size: LAPTOP }),
  state('board-national-outage', '/', { hub: { '/board': done(troubled) } }),
  state('board-sorted', '/', {
    size: LAPTOP,
    act: async ({ page }) => {
      await page.getByRole('searchbox').fill('jakarta')
      await press('Terlama')(page)
      await page.locator('#daftar').scrollIntoViewIfNeeded()
    },
  }),
  state('board-unreachable', '/', { act: ({ page }) => leave(page) }),
  state('board-empty', '/', { hub: { '/board': done({ at: board.at, regions: [], offices: [] }) }, size: LAPTOP }),
  state('offices', '/offices'),
  state('offices-laptop', '/offices?region=jawa-barat', {
    size: LAPTOP,
    hub: { '/offices': done(sampleCompare('jawa-barat')) },
    act: async ({ page }) => {
      await page.getByText('Baris terakhir').scrollIntoViewIfNeeded()
    },
  }),
  state('offices-too-long', '/offices?from=2025-11-01&until=2026-11-24&kind=any', {
    size: LAPTOP,
    hub: {
      '/offices': {
        status: 400,
        body: {
          ...{ type: 'about:blank', title: 'Bad Request', status: 400 },
          detail:
            'Untuk semua kantor paling banyak 92 hari sekaligus. Pilih rentang yang lebih pendek atau satu wilayah.',
        },
      },
    },
  }),
  state('figures', '/figures'),
  state('figures-office', '/figures?office=denpasar', { size: LAPTOP }),
  state('figures-phone', '/figures?region=bali', { size: PHONE }),
  state('figures-empty', '/figures', { size: LAPTOP, hub: { '/figures': done(figuresOf(0, [])) } }),
  state('survey', '/survey'),
  state('survey-english', '/survey', { size: LAPTOP, act: ({ page }) => english(page) }),
  state('survey-empty', '/survey?region=bali', { size: LAPTOP, hub: { '/survey': done(sampleSurvey(false)) } }),
]

import type { AlbumState, DeskAnswer } from './album-state.ts'
import { sampleFigures } from './sample-figures.ts'

const OVERVIEW: DeskAnswer = {
  status: 200,
  body: {
    ...{ staff: '90', office: 'Kantor Imigrasi Kelas I TPI Denpasar', zone: 'Asia/Makassar' },
    ...{ day: '2026-11-24', example: false },
  },
}
const SIZE = { width: 1440, height: 900 }

const state = (name: string, figures: DeskAnswer, more: Partial<AlbumState> = {}): AlbumState => ({
  ...{ name, path: '/supervisor/figures', size: SIZE, view: null },
  desk: { '': OVERVIEW, '/figures': figures },
  ...more,
})

/** The page of the figures: full, nobody came, not answered, refused, and the month on paper. */
export const SUPERVISOR_FIGURES_STATES: readonly AlbumState[] = [
  state('figures', { status: 200, body: sampleFigures() }),
  state('figures-empty', { status: 200, body: sampleFigures([]) }),
  state('figures-loading', null, {
    act: async ({ page }) => page.getByText('Memuat').waitFor(),
  }),
  state(
    'figures-trouble',
    { status: 500, body: {} },
    {
      act: async ({ page }) => page.getByText('Server kantor tidak menjawab.').waitFor(),
    },
  ),
  state(
    'figures-report',
    { status: 200, body: sampleFigures() },
    {
      path: '/supervisor/figures/report?month=2026-11',
      size: { width: 1024, height: 1400 },
    },
  ),
]

import type { AlbumState, DeskAnswer, Scene } from './album-state.ts'
import { sampleFigures } from './sample-figures.ts'

const OVERVIEW: DeskAnswer = {
  status: 200,
  body: {
    ...{ staff: '90', office: 'Kantor Imigrasi Kelas I TPI Denpasar', zone: 'Asia/Makassar' },
    ...{ day: '2026-11-24', example: false },
  },
}
const SIZE = { width: 1440, height: 900 }

/** A picture of the sign-in would pass for any page: each state waits for its own words. */
const seeing =
  (words: string) =>
  ({ page }: Scene): Promise<void> =>
    page.getByText(words).first().waitFor()

const state = (name: string, figures: DeskAnswer, more: Partial<AlbumState> = {}): AlbumState => ({
  ...{ name, path: '/supervisor/figures', size: SIZE, view: null },
  desk: { '': OVERVIEW, '/figures': figures },
  ...more,
})

/** The page of the figures: full, nobody came, not answered, refused, and the month on paper. */
export const SUPERVISOR_FIGURES_STATES: readonly AlbumState[] = [
  state('figures', { status: 200, body: sampleFigures() }, { act: seeing('Per jalur') }),
  state('figures-empty', { status: 200, body: sampleFigures([]) }, { act: seeing('Belum ada pemohon') }),
  state('figures-loading', null, {
    act: seeing('Memuat'),
  }),
  state(
    'figures-trouble',
    { status: 500, body: {} },
    {
      act: seeing('Server kantor tidak menjawab.'),
    },
  ),
  state(
    'figures-report',
    { status: 200, body: sampleFigures() },
    {
      path: '/supervisor/figures/report?month=2026-11',
      size: { width: 1024, height: 1400 },
      act: seeing('Cara menghitung'),
    },
  ),
]

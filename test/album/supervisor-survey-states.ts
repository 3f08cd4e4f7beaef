import type { DeskOverview } from '../../protocol/desk/desk.ts'
import type { SurveyResults } from '../../protocol/survey-results.ts'
import type { Response } from '../../server/survey/results.ts'
import { surveyResults } from '../../server/survey/results.ts'
import { five } from '../survey/sample-answers.ts'
import type { AlbumState, DeskAnswer } from './album-state.ts'

const OVERVIEW: DeskOverview = {
  staff: '90',
  office: 'Kantor Imigrasi Kelas I TPI Denpasar',
  zone: 'Asia/Makassar',
  day: '2026-11-24',
  example: false,
}
const SIZE = { width: 1440, height: 900 }
const span = { from: '2026-07', until: '2026-11' } as const
const MONTHS = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11']

/** So many of the five respondents of domain section 8, one month a little better than the one before. */
const responses: Response[] = MONTHS.flatMap((month, i) =>
  Array.from({ length: 12 + i }, (_, no) => ({
    month,
    channel: no % 3 === 0 ? ('phone' as const) : ('exit' as const),
    answers: five[(no * (i + 1)) % five.length] ?? {},
  })),
)
const COUNTS = { served: 2300, invited: 460, answered: 14, declined: 61, expired: 385 }

const resultsOf = (given: Response[]): SurveyResults =>
  surveyResults({
    ...{ office: OVERVIEW.office, weight: '1/9', ...span, responses: given, open: 4 },
    counts: Object.fromEntries(MONTHS.map((month) => [month, COUNTS])),
  })

const state = (name: string, survey: DeskAnswer, act?: AlbumState['act']): AlbumState => ({
  ...{ name, path: '/supervisor/survey', size: SIZE, view: null },
  desk: { '': { status: 200, body: OVERVIEW }, '/survey': survey },
  ...(act === undefined ? {} : { act }),
})

/** The desk's page of the survey. */
export const SUPERVISOR_SURVEY_STATES: readonly AlbumState[] = [
  state('survey', { status: 200, body: resultsOf(responses) }, async ({ page }) => {
    await page.getByText('83').first().waitFor()
  }),
  state('survey-tables', { status: 200, body: resultsOf(responses.slice(0, 62)) }, async ({ page }) => {
    await page.getByRole('heading', { name: 'Lembar responden' }).scrollIntoViewIfNeeded()
  }),
  state('survey-empty', { status: 200, body: resultsOf([]) }, async ({ page }) => {
    await page.getByText('Belum ada jawaban dalam rentang ini').first().waitFor()
  }),
  state('survey-away', { status: 503, body: {} }, async ({ page }) => {
    await page.getByText('Belum terbaca').waitFor()
  }),
]

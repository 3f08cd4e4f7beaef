import type { Page } from 'playwright-core'
import { surveyViewOf } from '../survey-screen/sample-views.ts'
import type { AlbumState, Scene } from './album-state.ts'

const UPRIGHT = { width: 1080, height: 1920 }
const LYING = { width: 1366, height: 768 }

const COUNTER_3 = surveyViewOf({
  place: 'counter-3',
  counter: 3,
  invited: [{ ticketId: '2026-11-24/A037', number: 'A037' }],
})

/** Waits for a question and for its focus: a key pressed between the two would land on the headline. */
const asked = async (page: Page, no: number): Promise<void> => {
  await page.getByText(`${no} dari 9`).waitFor()
  await page.locator('.tanya h1:focus').waitFor()
}
/** Answers so many questions with a key, as fast as it can be: a touch waits until a question has stood a moment. */
const answer = async (page: Page, times: number): Promise<void> => {
  for (let no = 1; no <= times; no += 1) {
    await asked(page, no)
    await page.locator('.pilihan').nth(2).press('Enter')
  }
}
const begin = async ({ page }: Scene): Promise<void> => {
  await page.getByRole('button', { name: 'Nomor A037' }).press('Enter')
}

/** The survey's screens at the exit and beside a counter. */
export const SURVEY_STATES: readonly AlbumState[] = [
  { name: 'start', path: '/survey/1', size: UPRIGHT, view: surveyViewOf() },
  {
    name: 'question-going-back',
    path: '/survey/1',
    size: UPRIGHT,
    view: surveyViewOf(),
    async act(scene) {
      await begin(scene)
      await answer(scene.page, 3)
      await asked(scene.page, 4)
      await scene.page.getByRole('button', { name: 'Kembali' }).press('Enter')
      await asked(scene.page, 3)
    },
  },
  {
    name: 'question-counter',
    path: '/survey/counter-3',
    size: LYING,
    view: COUNTER_3,
    async act(scene) {
      await begin(scene)
      await answer(scene.page, 8)
      await asked(scene.page, 9)
    },
  },
  {
    name: 'thanks-counter',
    path: '/survey/counter-3',
    size: LYING,
    view: COUNTER_3,
    async act(scene) {
      await begin(scene)
      await answer(scene.page, 9)
      await scene.page.getByRole('heading', { name: 'Terima kasih' }).waitFor()
    },
  },
  {
    name: 'absent-english',
    path: '/survey/1',
    size: LYING,
    view: surveyViewOf(),
    async act({ page }) {
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('button', { name: 'My number is not here' }).click()
      await page.getByRole('heading', { name: 'Other numbers' }).waitFor()
    },
  },
  { name: 'nobody', path: '/survey/1', size: UPRIGHT, view: surveyViewOf({ invited: [] }) },
]

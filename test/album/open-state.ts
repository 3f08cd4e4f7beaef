import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { AlbumState } from './album-state.ts'
import { routeDesk } from './route-desk.ts'
import { routeLine, type Stage } from './stage.ts'

/** What the pages say before their first view. */
const LOADING = /sedang disiapkan|sedang dibuka|Menghubungi server|^Memuat$/

/** Opens a state on a page of its own, as it is in the album; `onMistake` hears what the page throws. */
export const openState = async (
  context: BrowserContext,
  stage: Stage,
  state: AlbumState,
  onMistake: (message: string) => void,
): Promise<Page> => {
  const page = await context.newPage()
  page.on('pageerror', (error) => onMistake(error.message))
  await page.setViewportSize(state.size)
  if (state.clock) await page.clock.install()
  const line = await routeLine(page)
  const { view, desk } = state
  if (desk !== undefined) await routeDesk(page, desk)
  if (view !== null) stage.show(view.role, view)
  stage.answer(state.answer === undefined ? { status: 'taken', result: { kind: 'done' } } : state.answer)
  await page.goto(`${stage.address}${state.path}`)
  await page.locator(view === null ? 'h1' : 'body').waitFor()
  await expect.poll(() => page.locator('h1').count()).toBeGreaterThan(0)
  if (view !== null || desk !== undefined)
    await page.getByRole('heading', { name: LOADING }).waitFor({ state: 'detached' })
  await state.act?.({ page, stage, line })
  await page.evaluate(() => document.fonts.ready)
  return page
}

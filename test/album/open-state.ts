import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { AlbumState } from './album-state.ts'
import { routeDesk } from './route-desk.ts'
import { routeHub } from './route-hub.ts'
import { type Line, routeLine, type Stage } from './stage.ts'

/** What the pages say before their first view. */
const LOADING = /sedang disiapkan|sedang dibuka|Menghubungi server|^Memuat$/

/**
 * Opens a state as it is in the album: a document just loaded, that remembers nothing, before an office that shows the view.
 * `onMistake` hears what the page throws. The page is the state's until the next one is opened.
 */
export type OpenState = (state: AlbumState, onMistake: (message: string) => void) => Promise<Page>

/** What opens states in a browser, one after the other; a state that changes its machine gets a page of its own. */
export const makeOpener = (context: BrowserContext, stage: Stage): OpenState => {
  let isDesk = false
  let last: { page: Page; line: Line; own: boolean } | null = null

  const turnTo = async (own: boolean): Promise<{ page: Page; line: Line }> => {
    if (last !== null && !last.own && !own) return last
    await last?.page.close()
    const page = await context.newPage()
    // Loading into a page that is there takes half the time of a new one; what the state before kept goes at the load.
    await page.addInitScript(() => {
      // The empty page in between has no store.
      if (location.protocol === 'about:') return
      localStorage.clear()
      sessionStorage.clear()
    })
    last = { page, line: await routeLine(page), own }
    return last
  }

  return async (state, onMistake) => {
    const { view, desk, hub, clock, prepare } = state
    const { page, line } = await turnTo(clock !== undefined || prepare !== undefined)
    page.removeAllListeners('pageerror')
    page.on('pageerror', (error) => onMistake(error.message))
    await page.setViewportSize(state.size)
    if (clock) await page.clock.install()
    // A desk is gone before its routes are: what it asks every few seconds would reach the stage.
    if (isDesk) await page.goto('about:blank')
    isDesk = desk !== undefined || hub !== undefined
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    if (desk !== undefined) await routeDesk(page, desk)
    if (hub !== undefined) await routeHub(page, hub)
    await prepare?.(page)
    line.mend()
    if (view !== null) stage.show(view.role, view)
    stage.answer(state.answer === undefined ? { status: 'taken', result: { kind: 'done' } } : state.answer)
    await page.goto(`${stage.address}${state.path}`)
    await page.locator(view === null ? 'h1' : 'body').waitFor()
    await expect.poll(() => page.locator('h1').count()).toBeGreaterThan(0)
    if (view !== null || isDesk) await page.getByRole('heading', { name: LOADING }).waitFor({ state: 'detached' })
    // The desk waits in its page, not in its headline.
    if (view !== null) await page.getByText('Memuat', { exact: true }).waitFor({ state: 'detached' })
    await state.act?.({ page, stage, line })
    await page.evaluate(() => document.fonts.ready)
    return page
  }
}

import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AlbumState } from '../album/album-state.ts'
import { keepPicture, keepSheet } from '../album/keep-picture.ts'
import { measureKiosk } from '../album/measure.ts'
import { findSpills } from '../album/measure-display.ts'
import { openState } from '../album/open-state.ts'
import { openStage, type Stage } from '../album/stage.ts'
import { ALBUM } from '../album/states.ts'
import { findBarriers } from './find-barriers.ts'
import { openBrowser } from './support.ts'

let browser: Browser
let stage: Stage
let context: BrowserContext
beforeAll(async () => {
  browser = await openBrowser()
  stage = await openStage()
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

/** Plays one state on a page of its own; answers what is wrong with it. */
const play = async (room: string, state: AlbumState): Promise<string[]> => {
  const mistakes: string[] = []
  const page = await openState(context, stage, state, (message) => mistakes.push(message))
  const { view } = state
  await keepPicture(room, state, page)
  if (room === 'kiosk') mistakes.push(...(await measureKiosk(page)))
  if (room === 'display') mistakes.push(...(await findSpills(page)))
  mistakes.push(...(await findBarriers(page, state.strong)))
  if (view !== null) stage.show(view.role, null)
  await page.close()
  return mistakes
}

describe.each(Object.entries(ALBUM))('every state of the %s', (room, states) => {
  beforeAll(async () => {
    context = await browser.newContext()
    await context.addCookies(stage.cookies)
  })
  afterAll(async () => {
    await keepSheet(room, states, context)
    await context.close()
  })

  test.each(states.map((state) => [state.name, state] as const))('%s has no barrier', async (_name, state) => {
    expect(await play(room, state)).toEqual([])
  })

  test('has a name of its own', () => {
    expect(new Set(states.map(({ name }) => name)).size).toBe(states.length)
  })
})

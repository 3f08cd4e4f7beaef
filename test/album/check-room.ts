import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers } from '../e2e/find-barriers.ts'
import { openBrowser } from '../e2e/support.ts'
import type { AlbumState } from './album-state.ts'
import { keepGuide, keepPicture, keepSheet } from './keep-picture.ts'
import { measureKiosk } from './measure.ts'
import { findSpills } from './measure-display.ts'
import { makeOpener, type OpenState } from './open-state.ts'
import { openStage, type Stage } from './stage.ts'

/** Plays one state; answers what is wrong with it. */
const play = async (openState: OpenState, stage: Stage, room: string, state: AlbumState): Promise<string[]> => {
  const mistakes: string[] = []
  const page = await openState(state, (message) => mistakes.push(message))
  const { view } = state
  await keepPicture(room, state, page)
  if (room === 'kiosk') mistakes.push(...(await measureKiosk(page)))
  if (room === 'display') mistakes.push(...(await findSpills(page)))
  mistakes.push(...(await findBarriers(page, state.strong)))
  if (view !== null) stage.show(view.role, null)
  return mistakes
}

/** Registers the tests of a room's states: a picture of each where an album is wanted, its size on the glass, and axe. */
export const checkRoom = (room: string, states: readonly AlbumState[]): void => {
  describe(`every state of the ${room}`, () => {
    let stage: Stage
    let context: BrowserContext
    let openState: OpenState
    beforeAll(async () => {
      stage = await openStage()
      context = await (await openBrowser()).newContext()
      await context.addCookies(stage.cookies)
      openState = makeOpener(context, stage)
    })
    afterAll(async () => {
      await keepSheet(room, states, context)
      await keepGuide(room, context)
      await context.browser()?.close()
      await stage.close()
    })

    test.each(states.map((state) => [state.name, state] as const))('%s has no barrier', async (_name, state) => {
      expect(await play(openState, stage, room, state)).toEqual([])
    })

    test('has a name of its own', () => {
      expect(new Set(states.map(({ name }) => name)).size).toBe(states.length)
    })
  })
}

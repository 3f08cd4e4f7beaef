import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { DeskAnswer } from './album-state.ts'

/** Every address of the hub's server. */
export const HUB = '**/api/hub/**'

const BUILT = fileURLToPath(new URL('../../dist/screens/hub/index.html', import.meta.url))
const PATHS = ['/', '/offices', '/figures', '/survey']

/**
 * The hub is a server of its own: its page stands where the stage has that of an office's house, and what it asks is answered
 * by the address behind `/api/hub`, without its query. What is not listed is a mistake of the state and answered 404; null is
 * never answered.
 */
export const routeHub = async (page: Page, answers: Readonly<Record<string, DeskAnswer>>): Promise<void> => {
  await page.route(
    ({ pathname }) => PATHS.includes(pathname),
    async (route) => {
      // Both servers send their pages under the same policy, and it must let this one work.
      const policy = (await route.fetch()).headers()['content-security-policy'] ?? ''
      await route.fulfill({ path: BUILT, contentType: 'text/html', headers: { 'content-security-policy': policy } })
    },
  )
  await page.route(HUB, async (route) => {
    const path = new URL(route.request().url()).pathname.slice('/api/hub'.length)
    const answer = Object.hasOwn(answers, path) ? answers[path] : { status: 404, body: {} }
    if (answer === null || answer === undefined) return
    await route.fulfill({ status: answer.status, json: answer.body })
  })
}

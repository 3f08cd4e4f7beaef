import type { Page } from 'playwright-core'
import type { DeskAnswer } from './album-state.ts'

/** Every address of the desk's server. */
export const DESK = '**/api/desk**'

/**
 * Answers what a page asks of the desk's server: by the address behind `/api/desk`, without its query. What is not listed is a
 * mistake of the state and answered 404; null is never answered.
 */
export const routeDesk = (page: Page, answers: Readonly<Record<string, DeskAnswer>>): Promise<unknown> =>
  page.route(DESK, async (route) => {
    const path = new URL(route.request().url()).pathname.slice('/api/desk'.length)
    const answer = Object.hasOwn(answers, path) ? answers[path] : { status: 404, body: {} }
    if (answer === null || answer === undefined) return
    await route.fulfill({ status: answer.status, json: answer.body })
  })

import { render } from '@testing-library/preact'
import { Hub } from '../../hub/Hub.tsx'
import { hubApi } from '../../hub/hub-api.ts'
import { sampleBoard, sampleCompare, sampleSurvey } from './sample-board.ts'
import { sampleHubFigures } from './sample-hub-figures.ts'

/** What the hub answers: a value, a problem with its status, or null where it is away. */
export type HubAnswer = { status: number; body: unknown } | null

const done = (body: unknown): HubAnswer => ({ status: 200, body })

/** Draws the hub's page at an address; `answers` stand for those of a hub with the samples, and may be changed under it. */
export const openHub = (path: string, answers: Record<string, HubAnswer> = {}) => {
  const given: Record<string, HubAnswer> = {
    ...{ board: done(sampleBoard()), offices: done(sampleCompare()), figures: done(sampleHubFigures()) },
    ...{ survey: done(sampleSurvey()), 'sign-in': done(null), 'sign-out': done(null), ...answers },
  }
  const asked: string[] = []
  history.replaceState(null, '', path)
  const api = hubApi('', async (url) => {
    const address = url.slice('/api/hub/'.length)
    asked.push(address)
    const answer = given[address.split('?')[0] ?? ''] ?? null
    if (answer === null) throw new TypeError('the hub is away')
    return new Response(JSON.stringify(answer.body), { status: answer.status })
  })
  return { ...render(<Hub api={api} />), asked, given }
}

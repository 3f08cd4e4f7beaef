import { expect, test } from 'vitest'
import { everyPaper, NO_PAPERS, type Paper, paperBy, putPaper } from '../../server/rules/papers.ts'
import { at, TODAY } from '../support/denpasar.ts'

const paper = (number: string, more: Partial<Paper> = {}): Paper => ({
  ...{ slipId: `${TODAY}/${number}/1`, ticketId: `${TODAY}/${number}`, printer: '1', mark: 'original' },
  ...{ state: 'queued', queuedAt: at('10.00'), ...more },
})
const put = (...papers: Paper[]) => papers.reduce(putPaper, NO_PAPERS)
const numbers = (papers: readonly Paper[]) => papers.map(({ slipId }) => slipId.slice(11))

test('papers of several lanes and hundreds are found by their slips and owed in the order in which they came', () => {
  const papers = put(paper('A099'), paper('B001'), paper('A100'), paper('A1000'), paper('A001'))
  expect(numbers(papers.owed)).toEqual(['A099/1', 'B001/1', 'A100/1', 'A1000/1', 'A001/1'])
  expect(numbers(everyPaper(papers)).sort()).toEqual(['A001/1', 'A099/1', 'A100/1', 'A1000/1', 'B001/1'])
  expect(paperBy(papers, `${TODAY}/A1000/1`)).toEqual(paper('A1000'))
  for (const slipId of [`${TODAY}/A002/1`, `${TODAY}/A099/2`, `${TODAY}/C001/1`])
    expect(paperBy(papers, slipId)).toBeUndefined()
})

test('one that changes keeps its place, one that is done is owed no more, and what was before stays as it was', () => {
  const before = put(paper('A001'), paper('A002'), paper('A003'))
  const sending = putPaper(before, paper('A002', { state: 'sending' }))
  expect(sending.owed.map(({ state }) => state)).toEqual(['queued', 'sending', 'queued'])
  const done = putPaper(putPaper(sending, paper('A001', { state: 'printed' })), paper('A003', { state: 'uncertain' }))
  expect(numbers(done.owed)).toEqual(['A002/1'])
  expect(numbers(everyPaper(done))).toEqual(['A001/1', 'A002/1', 'A003/1'])
  expect(before.owed.map(({ state }) => state)).toEqual(['queued', 'queued', 'queued'])
})

test('one more paper shares with the day before it all papers but those of its hundred', () => {
  const before = put(...Array.from({ length: 999 }, (_, i) => paper(`A${String(i + 1).padStart(3, '0')}`)))
  const after = putPaper(before, paper('A1000'))
  const hundreds = Object.keys(before.hundreds)
  expect(hundreds).toHaveLength(10)
  for (const hundred of hundreds) expect(after.hundreds[hundred]).toBe(before.hundreds[hundred])
})

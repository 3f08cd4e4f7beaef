import { describe, expect, test } from 'vitest'
import type { SurveyChannel } from '../../protocol/survey.ts'
import { SurveyResults } from '../../protocol/survey-results.ts'
import { monthsOf, type Response, surveyResults } from '../../server/survey/results.ts'
import { five } from './sample-answers.ts'

const from = (channel: SurveyChannel, month = '2026-11'): Response[] =>
  five.map((answers) => ({ month, channel, answers }))
const COUNTS = { served: 100, invited: 20, answered: 10, declined: 4, expired: 6 }
const resultsOf = (responses: Response[], change: Partial<Parameters<typeof surveyResults>[0]> = {}) =>
  SurveyResults.parse(
    surveyResults({
      ...{ office: 'Kantor', weight: '1/9', from: '2026-10', until: '2026-11', responses, open: 2 },
      counts: { '2026-10': COUNTS, '2026-11': COUNTS, '2026-12': COUNTS },
      ...change,
    }),
  )

test('a span counts its own months alone', () => {
  const results = resultsOf([...from('exit'), ...from('exit', '2026-12')])
  expect(results).toMatchObject({ n: 5, ikm: 83.89, band: 'B', population: 200 })
  expect(results.invitations).toEqual({ invited: 40, answered: 20, declined: 8, expired: 12, open: 2 })
})

test('every month of the span has its place in the trend, also one without answers', () => {
  expect(resultsOf(from('exit')).months).toEqual([
    { month: '2026-10', n: 0, ikm: null, band: null },
    { month: '2026-11', n: 5, ikm: 83.89, band: 'B' },
  ])
})

test('a span over the new year goes on', () => {
  expect(monthsOf('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(monthsOf('2027-02', '2026-11')).toEqual([])
})

describe('whether there are enough answers', () => {
  test('is held against the people served in the span', () => {
    const many = Array.from({ length: 16 }, () => from('exit')).flat()
    expect(resultsOf(many, { from: '2026-11' })).toMatchObject({ population: 100, sample: 80, n: 80, reached: true })
    expect(resultsOf(many.slice(1), { from: '2026-11' })).toMatchObject({ n: 79, reached: false })
  })

  test('is no when nobody was served', () => {
    expect(resultsOf([], { counts: {} })).toMatchObject({ population: 0, sample: 0, reached: false })
  })
})

describe('the split by channel', () => {
  test('names the channels that were used', () => {
    expect(resultsOf([...from('exit'), ...from('phone')]).channels).toEqual([
      { channel: 'exit', n: 5, ikm: 83.89, band: 'B' },
      { channel: 'phone', n: 5, ikm: 83.89, band: 'B' },
    ])
  })

  test('is not shown at all while one of them has fewer than five: it could be worked out from the others', () => {
    expect(resultsOf([...from('exit'), ...from('phone').slice(1)]).channels).toBeNull()
  })

  test('is empty without answers', () => {
    expect(resultsOf([]).channels).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { type Response, surveyResults } from '../../server/survey/results.ts'
import { surveyTables } from '../../server/survey/tables.ts'
import { csvOf } from '../../server/tables/csv.ts'
import { five, fromMarks } from './sample-answers.ts'

const responses: Response[] = five.map((answers) => ({ month: '2026-11', channel: 'exit', answers }))
const results = surveyResults({
  ...{ office: 'Kantor', weight: '1/9', from: '2026-11', until: '2026-11', responses, counts: {}, open: 0 },
})

test('the sheet of respondents is the one of the report: nine elements a row, then sums, counts and means', () => {
  const lines = csvOf(surveyTables(results, responses, 'id').respondents, 'id')
    .trim()
    .split('\r\n')
  expect(lines[0]).toContain('No.;U1 Persyaratan;U2 Prosedur;U3 Waktu pelayanan')
  expect(lines.slice(1)).toEqual([
    '1;4;4;3;4;4;3;4;3;3',
    '2;3;3;2;4;3;3;3;2;3',
    '3;4;3;3;4;4;4;4;3;4',
    '4;3;3;1;3;3;3;3;3;2',
    '5;4;4;4;4;4;4;4;4;4',
    'Jumlah nilai;18;17;13;19;18;17;18;15;16',
    'Terisi;5;5;5;5;5;5;5;5;5',
    'NRR per unsur;3,6;3,4;2,6;3,8;3,6;3,4;3,6;3;3,2',
  ])
})

test('a skipped element is an empty cell', () => {
  const { waktu: _, ...skipped } = five[0] ?? {}
  const given: Response[] = [{ month: '2026-11', channel: 'exit', answers: skipped }]
  expect(surveyTables(results, given, 'id').respondents.rows[0]).toEqual([1, 4, 4, null, 4, 4, 3, 4, 3, 3])
})

test('elements carry their value on the scale of the bands', () => {
  expect(surveyTables(results, responses, 'en').elements.rows[2]).toEqual(['U3', 'Time', 5, 2.6, 65, 'C'])
})

test('the value of an element is rounded once, so that it never contradicts its band', () => {
  // 201 twos and 299 threes: a mean of 2.598, which is 2.60 for the eye and 64.95 on the scale.
  const many = Array.from({ length: 500 }, (_, i): Response => {
    const answers = fromMarks(Array.from({ length: 9 }, () => (i < 201 ? 2 : 3)))
    return { month: '2026-11', channel: 'exit', answers }
  })
  const of = surveyResults({
    ...{ office: 'Kantor', weight: '1/9', from: '2026-11', until: '2026-11', responses: many, counts: {}, open: 0 },
  })
  expect(surveyTables(of, many, 'id').elements.rows[2]).toEqual(['U3', 'Waktu pelayanan', 500, 2.6, 64.95, 'D'])
})

import { expect, test } from 'vitest'
import { lineOfPath } from '../../config/path-line.ts'
import { Office } from '../../protocol/office.ts'
import { fieldProblemsOf } from '../../server/office-change/field-problems.ts'
import { SHIPPED } from '../support/denpasar.ts'

const problemsOf = (value: unknown) => {
  const read = Office.safeParse(value)
  if (read.success) expect.fail('the document is good')
  return fieldProblemsOf(read.error.issues, value).map(({ line: _, ...problem }) => problem)
}

test('every problem of a document is told at once, each with its field', () => {
  expect(
    problemsOf({
      ...SHIPPED,
      name: '',
      zone: 'Asia/Bali',
      undoSec: 601,
      reprints: '2',
      colour: 'blue',
      windows: { ...SHIPPED.windows, earliestCallMin: 10 },
      ticker: [{ id: 'x'.repeat(121), en: 'x' }],
    }),
  ).toEqual([
    { path: ['name'], code: 'missing' },
    { path: ['zone'], code: 'not-offered' },
    { path: ['windows', 'earliestCallMin'], code: 'too-small', min: 15 },
    { path: ['undoSec'], code: 'too-big', max: 600 },
    { path: ['reprints'], code: 'wrong-kind' },
    { path: ['ticker', 0, 'id'], code: 'too-big', max: 120, count: 'characters' },
    { path: ['colour'], code: 'unknown-setting' },
  ])
})

test.each([
  [{ lanes: SHIPPED.lanes.slice(0, 2) }, ['lanes'], 'one-walk-in-lane', undefined],
  [{ counters: [...SHIPPED.counters, SHIPPED.counters[0]] }, ['counters', 5], 'twice', '1'],
  [{ services: SHIPPED.services.map((one) => ({ ...one, lane: 'Z' })) }, ['services', 0, 'lane'], 'no-such', 'Z'],
  [
    { counters: SHIPPED.counters.map((one) => ({ ...one, helps: one.stages })) },
    ['counters', 0, 'helps', 0],
    'own-stage',
  ],
  [{ kiosks: [{ place: '1', printer: '1', spare: '1' }] }, ['kiosks', 0, 'spare'], 'own-printer', undefined],
  [{ windows: { ...SHIPPED.windows, graceMin: 40, lateLimitMin: 30 } }, ['windows', 'graceMin'], 'over-late-limit'],
  [{ windows: { ...SHIPPED.windows, walkInSetBackMin: 10 } }, ['windows', 'walkInSetBackMin'], 'under-late-set-back'],
  [{ payload: { ...SHIPPED.payload, patterns: ['(?<code>['] } }, ['payload', 'patterns', 0], 'wrong-form', undefined],
])('a rule between settings has a code of its own: %j', (change, path, code, name = undefined) => {
  const [first] = problemsOf({ ...SHIPPED, ...change })
  expect(first).toEqual({ path, code, ...(name === undefined ? {} : { name }) })
})

const TEXT = `{
  "name": "Kanim",
  "windows": {
    "graceMin": 15
  },
  "counters": [
    { "number": 1, "stages": ["documents", "a, b"] },
    {
      "number": 2
    }
  ]
}`

test.each([
  [['name'], 2],
  [['windows'], 3],
  [['windows', 'graceMin'], 4],
  [['windows', 'missing'], 3],
  [['counters', 0, 'stages', 1], 7],
  [['counters', 1], 8],
  [['counters', 1, 'number'], 9],
  [['counters', 7], 6],
  [['nowhere'], 1],
  [[], 1],
] as const)('the setting %j stands on line %i of the file', (path, line) => {
  expect(lineOfPath(TEXT, path)).toBe(line)
  expect(lineOfPath(TEXT.replaceAll('\n', '\r\n'), path)).toBe(line)
})

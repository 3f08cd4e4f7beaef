import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Office } from '../../protocol/office.ts'
import { diffOffice } from '../../server/office-change/diff-office.ts'
import { DENPASAR, SHIPPED } from '../support/denpasar.ts'

test('a document and itself differ in nothing', () => {
  expect(diffOffice(DENPASAR, structuredClone(DENPASAR))).toEqual([])
})

test('a changed number is one difference, named by its place in the document', () => {
  const windows = { ...DENPASAR.windows, graceMin: 20 }
  expect(diffOffice(DENPASAR, { ...DENPASAR, windows })).toEqual([
    { path: ['windows', 'graceMin'], kind: 'changed', from: 15, to: 20 },
  ])
})

test('lanes, counters and days are told apart by what people call them, not by where they stand in the list', () => {
  const [, ...rest] = DENPASAR.counters
  const lanes = DENPASAR.lanes.map((lane) => (lane.letter === 'K' ? { ...lane, cap: 20 } : lane))
  const changes = diffOffice(DENPASAR, { ...DENPASAR, lanes, counters: rest })
  expect(changes.map(({ path, kind }) => [path.join(' '), kind])).toEqual([
    ['lanes K cap', 'changed'],
    ['counters 1', 'removed'],
  ])
})

test('an added holiday is one addition; a changed day of the week is one change with all its hours', () => {
  const { hours } = SHIPPED
  if (hours === null) expect.fail('the example has hours')
  const days = [...hours.days, { day: '2027-01-01', name: { id: 'Tahun Baru', en: 'New Year' }, opening: null }]
  const week = { ...hours.week, sat: hours.week.mon, mon: hours.week.mon && { ...hours.week.mon, close: '15.00' } }
  const changes = diffOffice(SHIPPED, { ...SHIPPED, hours: { ...hours, days, week } })
  expect(changes.map(({ path, kind }) => [path.join(' '), kind])).toEqual([
    ['hours week mon', 'changed'],
    ['hours week sat', 'changed'],
    ['hours days 2027-01-01', 'added'],
  ])
})

test('the same entries in another order are one difference', () => {
  const lanes = [...DENPASAR.lanes].reverse()
  expect(diffOffice(DENPASAR, { ...DENPASAR, lanes })).toEqual([
    { path: ['lanes'], kind: 'order', from: ['A', 'R', 'K'], to: ['K', 'R', 'A'] },
  ])
})

test('two documents differ in nothing exactly when they say the same', () => {
  const number = fc.integer({ min: 15, max: 30 })
  const office = fc
    .record({
      grace: number,
      back: number,
      cap: fc.option(number),
      counters: fc.subarray(DENPASAR.counters, { minLength: 1 }),
    })
    .map(({ grace, back, cap, counters }) =>
      Office.parse({
        ...DENPASAR,
        windows: { ...DENPASAR.windows, graceMin: grace, lateSetBackMin: back },
        lanes: DENPASAR.lanes.map((lane) => ({ ...lane, cap })),
        counters,
      }),
    )
  fc.assert(
    fc.property(office, office, (a, b) => {
      expect(diffOffice(a, b).length === 0).toBe(JSON.stringify(a) === JSON.stringify(b))
    }),
  )
})

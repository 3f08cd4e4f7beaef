import { expect, test } from 'vitest'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { called, checkedIn, figuresOfMade, type Made, open } from './made-days.ts'

const TOMORROW = new Date(Date.parse(TODAY) + 86_400_000).toISOString().slice(0, 10)
const [ONE, TWO] = [`${TODAY}/K001`, `${TODAY}/K002`]

/** A day on which everything happens that seeded days leave out. */
const DAY: Made[] = [
  ['07.00', { type: 'OfficeConfigured', office: DENPASAR }],
  ['07.00', { type: 'DayOpened', day: TODAY }],
  ['08.00', open(1)],
  ['08.00', open(2)],
  ['08.01', { type: 'PutOff', kiosk: '1' }],
  ['08.02', checkedIn(ONE, '08.02', { walkInReason: 'other', incomplete: true })],
  ['08.05', checkedIn(TWO, '08.05', { order: 2 })],
  ['08.10', called(ONE, 1, 'documents', 1)],
  ['08.11', { type: 'Started', ticketId: ONE, counter: 1 }],
  // Pressed during the case: the pause begins when it ends.
  ['08.12', { type: 'CounterPaused', counter: 1, reason: 'rest' }],
  ['08.16', { type: 'Parked', ticketId: ONE, counter: 1 }],
  ['08.20', { type: 'CounterResumed', counter: 1 }],
  ['08.30', { type: 'Resumed', ticketId: ONE, counter: 1 }],
  ['08.33', { type: 'TakenOver', ticketId: ONE, from: 1, counter: 2 }],
  ['08.40', { type: 'Transferred', ticketId: ONE, counter: 2, stage: 'interview', turnAt: 0, reserved: null }],
  ['08.41', { type: 'OutageStarted', scope: 'power' }],
  ['08.50', called(ONE, 2, 'interview', 2)],
  ['08.51', { type: 'Missed', ticketId: ONE, counter: 2, again: { turnAt: 0, callableFromAt: at('09.01') } }],
  ['08.52', { type: 'Undone', counter: 2, act: 'no-show', ticketId: ONE }],
  ['08.52', { type: 'Started', ticketId: ONE, counter: 2 }],
  ['09.00', { type: 'StageFinished', ticketId: ONE, counter: 2, stage: 'interview', outcome: 'rejected', next: null }],
  ['09.10', called(TWO, 1, 'documents', 3)],
  ['09.11', { type: 'Missed', ticketId: TWO, counter: 1, again: null }],
  ['09.30', { type: 'Returned', ticketId: TWO, turnAt: 0 }],
  ['09.35', { type: 'CounterClosed', counter: 2 }],
  ['10.00', { type: 'DayClosed', day: TODAY, unserved: [TWO] }],
  ['11.00', { type: 'DayOpened', day: TOMORROW }, TOMORROW],
  ['11.30', { type: 'OutageEnded' }, TOMORROW],
  ['12.00', { type: 'DayClosed', day: TOMORROW, unserved: [] }, TOMORROW],
]

test('what seldom happens is reckoned as by hand: parked, taken over, transferred, a miss taken back, a pause in a case', () => {
  const figures = figuresOfMade(DAY, { from: TODAY, until: TOMORROW })
  expect(figures).toMatchObject({ incomplete: 1, putOff: 1, uncalled: 0, walkIns: [{ key: 'other', n: 1 }] })
  expect(figures.pauses).toEqual([{ key: 'rest', minutes: 4 }])
  expect(
    figures.counters.map(({ counter, openMin, servingMin, cases }) => ({ counter, openMin, servingMin, cases })),
  ).toEqual([
    { counter: 1, openMin: 120, servingMin: 8, cases: 2 },
    { counter: 2, openMin: 95, servingMin: 15, cases: 2 },
  ])
  // It began once, and each day has its part of it while its day was open.
  expect(figures.outages).toEqual([{ scope: 'power', n: 1, minutes: 109 }])
  expect(figuresOfMade(DAY, { from: TOMORROW, until: TOMORROW }).outages).toEqual([
    { scope: 'power', n: 0, minutes: 30 },
  ])
})

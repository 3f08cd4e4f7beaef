import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { figuresOf } from '../../server/figures/figures-of.ts'
import { openHistory } from '../../server/history/history.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import type { EventOf, OfficeEvent } from '../../server/rules/events.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { expectAgreement } from './agree.ts'
import { reckonByHand } from './reckon-by-hand.ts'

const TOMORROW = new Date(Date.parse(TODAY) + 86_400_000).toISOString().slice(0, 10)
const [ONE, TWO] = [`${TODAY}/K001`, `${TODAY}/K002`]
const BY: Recorded['by'] = { role: 'console', place: 'console', staff: null }

const checkedIn = (ticketId: string, clock: string, more: Partial<EventOf<'CheckedIn'>> = {}): OfficeEvent => ({
  type: 'CheckedIn',
  ...{ visitId: 'a-visit-of-this-test', kiosk: '1', ticketId, number: ticketId.slice(11), order: 1, letter: 'K' },
  ...{ service: 'passport-new', key: null, priority: false, window: null, arrival: 'walk-in', shiftMin: 0 },
  ...{ turnAt: at(clock), callableFromAt: at(clock), stage: 'documents' },
  ...more,
})
const called = (ticketId: string, counter: number, stage: string, callNo: number): OfficeEvent => ({
  type: 'Called',
  ...{ callNo, ticketId, counter, stage, helping: false, turnAt: 0, shiftMin: 0, runnerUp: null },
})
const open = (counter: number): OfficeEvent => ({ type: 'CounterOpened', counter, staff: '07', stages: [], helps: [] })

/** A day on which everything happens that seeded days leave out. */
const DAY: [clock: string, event: OfficeEvent][] = [
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
  ['11.00', { type: 'DayOpened', day: TOMORROW }],
  ['11.30', { type: 'OutageEnded' }],
  ['12.00', { type: 'DayClosed', day: TOMORROW, unserved: [] }],
]

test('what seldom happens is reckoned as by hand: parked, taken over, transferred, a miss taken back, a pause in a case', () => {
  const recorded = DAY.map(([clock, event], i): Recorded => ({ seq: i + 1, at: at(clock), by: BY, event }))
  const history = openHistory(join(mkdtempSync(join(tmpdir(), 'antrean-history-')), 'history.db'))
  for (const one of recorded) history.take(one)
  const figuresFrom = (from: string, until: string) =>
    figuresOf({
      ...{ span: { from, until }, pages: history.pages(from, until, at('12.00')), since: TODAY, regular: ['A'] },
      before: { from, until, pages: [] },
    })
  const figures = figuresFrom(TODAY, TOMORROW)
  expectAgreement(figures, reckonByHand(recorded, TODAY, TOMORROW))
  expect(figures).toMatchObject({ incomplete: 1, putOff: 1, uncalled: 0, walkIns: [{ key: 'other', n: 1 }] })
  expect(figures.pauses).toEqual([{ key: 'rest', minutes: 4 }])
  expect(
    figures.counters.map(({ counter, openMin, servingMin, cases }) => ({ counter, openMin, servingMin, cases })),
  ).toEqual([
    { counter: 1, openMin: 120, servingMin: 8, cases: 2 },
    { counter: 2, openMin: 95, servingMin: 15, cases: 2 },
  ])
  // It began once, and each day has its part of it.
  expect(figures.outages).toEqual([{ scope: 'power', n: 1, minutes: 169 }])
  expect(figuresFrom(TOMORROW, TOMORROW).outages).toEqual([{ scope: 'power', n: 0, minutes: 30 }])
})

import { describe, expect, test } from 'vitest'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { at, DENPASAR, TODAY, window } from '../support/denpasar.ts'
import { called, checkedIn, figuresOfMade, finished, type Made, open } from './made-days.ts'

const idOf = (n: number): string => `${TODAY}/A${String(n).padStart(3, '0')}`
const OPENED: Made[] = [
  ['07.00', { type: 'OfficeConfigured', office: DENPASAR }],
  ['07.00', { type: 'DayOpened', day: TODAY }],
  ['08.00', open(1)],
]
const CLOSED: Made = ['16.00', { type: 'DayClosed', day: TODAY, unserved: [] }]
/** Somebody with an appointment from nine to ten, there before it ended. */
const punctual = (n: number, clock: string, more: object = {}): OfficeEvent =>
  checkedIn(idOf(n), clock, {
    ...{ letter: 'A', key: `k${n}`, order: n, window: window('09.00-10.00'), arrival: 'on-time' },
    ...more,
  })

describe('a visit that was kept on paper', () => {
  test('waits from when the visitor came, not from when it was typed', () => {
    const figures = figuresOfMade([
      ...OPENED,
      ['13.00', checkedIn(idOf(1), '09.05', { cameAt: at('09.05') })],
      ['13.02', called(idOf(1), 1, 'documents', 1)],
      CLOSED,
    ])
    expect(figures.headline.waits).toMatchObject({ n: 1, medianMin: 237 })
    expect(figures.byHour).toMatchObject([{ key: '9' }])
  })

  test('and whose window began later waits from there', () => {
    const figures = figuresOfMade([
      ...OPENED,
      ['13.00', punctual(1, '08.40', { cameAt: at('08.40'), arrival: 'early' })],
      ['13.02', called(idOf(1), 1, 'documents', 1)],
      CLOSED,
    ])
    expect(figures.headline.waits.medianMin).toBe(242)
    expect(figures.arrivals).toEqual([{ key: 'early', n: 1, offMin: 20 }])
  })

  test('and is over was called and served when the paper says', () => {
    const served = { calledAt: at('09.20'), doneAt: at('09.40') }
    const figures = figuresOfMade([
      ...OPENED,
      ['13.00', punctual(1, '09.05', { cameAt: at('09.05') })],
      [
        '13.00',
        { type: 'ServedOnPaper', ticketId: idOf(1), counter: 3, stages: ['documents', 'interview'], ...served },
      ],
      CLOSED,
    ])
    expect(figures.headline).toMatchObject({ kept: { n: 1, within: 1 }, waits: { n: 1, medianMin: 15 }, officeMin: 35 })
    expect(figures).toMatchObject({ uncalled: 0, outcomes: [{ key: 'completed', n: 1 }] })
    expect(figures.counters.find(({ counter }) => counter === 3)).toEqual({
      ...{ counter: 3, openMin: 0, pausedMin: 0, servingMin: 20, cases: 1 },
      // Which of the stages took how long, paper does not say: it is a case of none of them.
      byStage: [{ stage: 'documents+interview', cases: 1, medianMin: 20 }],
    })
    expect(figures.stages).toMatchObject([{ stage: 'documents', cases: 0, waits: { n: 1, medianMin: 15 } }])
  })
})

describe('a number that a supervisor', () => {
  const inHand: Made[] = [
    ...OPENED,
    ['08.10', checkedIn(idOf(1), '08.10')],
    ['08.20', called(idOf(1), 1, 'documents', 1)],
    ['08.21', { type: 'Started', ticketId: idOf(1), counter: 1 }],
  ]
  const pause: Made[] = [
    ['08.40', { type: 'CounterPaused', counter: 1, reason: 'rest' }],
    ['08.50', { type: 'CounterResumed', counter: 1 }],
  ]
  const sent = { turnAt: 0, callableFromAt: at('08.30'), reserved: null }

  test('sends to another stage ends its case, begins a stay there, and leaves the counter free', () => {
    const figures = figuresOfMade([
      ...inHand,
      ['08.30', { type: 'Reassigned', ticketId: idOf(1), from: 1, stage: 'interview', ...sent }],
      ...pause,
      ['08.55', called(idOf(1), 1, 'interview', 2)],
      ['08.56', { type: 'Started', ticketId: idOf(1), counter: 1 }],
      ['09.00', finished(idOf(1), 1, 'interview')],
      CLOSED,
    ])
    expect(figures.pauses).toEqual([{ key: 'rest', minutes: 10 }])
    expect(figures.stages).toMatchObject([
      { stage: 'documents', cases: 1, caseMedianMin: 9, waits: { medianMin: 10 } },
      { stage: 'interview', cases: 1, caseMedianMin: 4, waits: { medianMin: 25 } },
    ])
    expect(figures.headline.waits.queuedMin).toBe(35)
  })

  test('sends to another counter of its stage stays in its stay', () => {
    const figures = figuresOfMade([
      ...OPENED,
      ['08.10', checkedIn(idOf(1), '08.10')],
      ['08.30', { type: 'Reassigned', ticketId: idOf(1), from: null, stage: 'documents', ...sent }],
      ['08.40', called(idOf(1), 1, 'documents', 1)],
      CLOSED,
    ])
    expect(figures.stages).toMatchObject([{ stage: 'documents', waits: { n: 1, medianMin: 30 } }])
  })

  test('sends to another stage before its own time waits there from its time', () => {
    const figures = figuresOfMade([
      ...OPENED,
      ['08.10', punctual(1, '08.10', { arrival: 'early' })],
      ['08.30', { type: 'Reassigned', ticketId: idOf(1), from: null, stage: 'interview', ...sent }],
      ['09.12', called(idOf(1), 1, 'interview', 1)],
      CLOSED,
    ])
    expect(figures.headline.waits).toMatchObject({ medianMin: 12, queuedMin: 12 })
    expect(figures.stages[1]).toMatchObject({ stage: 'interview', waits: { n: 1, medianMin: 12 } })
  })

  test('sends on from among those set aside leaves another case of that counter alone', () => {
    const figures = figuresOfMade([
      ...inHand,
      ['08.25', { type: 'Parked', ticketId: idOf(1), counter: 1 }],
      ['08.26', checkedIn(idOf(2), '08.26')],
      ['08.27', called(idOf(2), 1, 'documents', 2)],
      ['08.28', { type: 'Started', ticketId: idOf(2), counter: 1 }],
      ['08.30', { type: 'Reassigned', ticketId: idOf(1), from: null, stage: 'documents', ...sent }],
      // Pressed during the case: the pause begins when it ends.
      ...pause.slice(0, 1),
      ['08.44', finished(idOf(2), 1)],
      ...pause.slice(1),
      ['09.00', called(idOf(1), 1, 'documents', 3)],
      CLOSED,
    ])
    expect(figures.pauses).toEqual([{ key: 'rest', minutes: 6 }])
    expect(figures.headline.waits.queuedMin).toBe(1)
  })

  test('cancels is withdrawn, its case ends, and the counter is free', () => {
    const figures = figuresOfMade([
      ...inHand,
      ['08.30', { type: 'TicketCancelled', ticketId: idOf(1), from: 1 }],
      ...pause,
      CLOSED,
    ])
    expect(figures.outcomes).toEqual([{ key: 'withdrawn', n: 1 }])
    expect(figures.pauses).toEqual([{ key: 'rest', minutes: 10 }])
    expect(figures.counters).toMatchObject([{ servingMin: 9, cases: 1 }])
    expect(figures.office).toMatchObject({ n: 1, medianMin: 20 })
  })
})

describe('whoever was there in time and was never called', () => {
  const day: Made[] = [
    ...OPENED,
    ['09.00', punctual(1, '09.00')],
    ['09.01', punctual(2, '09.01')],
    ['09.02', punctual(3, '09.02')],
    ['09.03', punctual(4, '09.03', { arrival: 'late' })],
    ['09.10', called(idOf(1), 1, 'documents', 1)],
    ['09.20', { type: 'CounterClosed', counter: 1 }],
  ]

  test('counts as later once the day is closed', () => {
    const kept = { n: 3, within: 1, upTo30: 0, later: 2, uncalled: 2 }
    const figures = figuresOfMade([...day, CLOSED])
    expect(figures.headline.kept).toEqual(kept)
    expect(figures.keptByWindow).toEqual([{ key: '540-600', ...kept }])
  })

  test('may still be called while it is open', () => {
    expect(figuresOfMade(day).headline.kept).toEqual({ n: 1, within: 1, upTo30: 0, later: 0, uncalled: 0 })
  })
})

describe('bookings of an office to try things with', () => {
  const booking = (key: string) => ({
    ...{ key, day: TODAY, window: window('09.00-10.00'), service: 'passport-new' },
    ...{ status: 'booked' as const, priority: false },
  })
  const imported = (...keys: string[]): OfficeEvent => ({ type: 'AgendaImported', bookings: keys.map(booking) })

  test('are no bookings of the office that it becomes', () => {
    const figures = figuresOfMade([
      ['06.00', { type: 'OfficeConfigured', office: { ...DENPASAR, example: true } }],
      ['06.10', imported('k1', 'k2', 'k3')],
      ['06.20', { type: 'OfficeConfigured', office: { ...DENPASAR, example: false } }],
      ['06.30', imported('k4', 'k5')],
      ['07.00', { type: 'DayOpened', day: TODAY }],
      ['09.00', punctual(4, '09.00')],
      CLOSED,
    ])
    expect(figures.headline).toMatchObject({ booked: 2, noShows: 1 })
  })

  test('stay through a change of the office that leaves it what it is', () => {
    const figures = figuresOfMade([
      ['06.00', { type: 'OfficeConfigured', office: { ...DENPASAR, example: true } }],
      ['06.10', imported('k1')],
      ['06.20', { type: 'OfficeConfigured', office: { ...DENPASAR, example: true } }],
      ['07.00', { type: 'DayOpened', day: TODAY }],
      CLOSED,
    ])
    expect(figures.headline).toMatchObject({ booked: 1, noShows: 1 })
  })
})

describe('an outage that nobody ended', () => {
  const [FRIDAY, SATURDAY, SUNDAY] = ['2026-11-27', '2026-11-28', '2026-11-29']
  const configured: Made = ['00.00', { type: 'OfficeConfigured', office: DENPASAR }, FRIDAY]
  const days: Made[] = [
    ['00.00', { type: 'DayOpened', day: FRIDAY }, FRIDAY],
    ['14.00', { type: 'OutageStarted', scope: 'network' }, FRIDAY],
    ['24.00', { type: 'DayClosed', day: FRIDAY, unserved: [] }, FRIDAY],
    ['00.00', { type: 'DayOpened', day: SATURDAY }, SATURDAY],
    ['24.00', { type: 'DayClosed', day: SATURDAY, unserved: [] }, SATURDAY],
    ['00.00', { type: 'DayOpened', day: SUNDAY }, SUNDAY],
  ]
  const minutesOn = (made: Made[], from: string, until = from): number =>
    figuresOfMade(made, { from, until }).outages.reduce((sum, { minutes }) => sum + minutes, 0)

  test('counts while the office is open, and not at all on a day on which it is closed', () => {
    expect(DENPASAR.hours?.week).toMatchObject({ fri: { close: '16.00' }, sat: null })
    expect(minutesOn([configured, ...days], FRIDAY)).toBe(120)
    expect(minutesOn([configured, ...days], SATURDAY)).toBe(0)
  })

  test('counts in the hours that were set for a day at short notice, without the breaks', () => {
    const breaks = [{ from: '12.00', until: '13.00', name: { id: 'Istirahat', en: 'Break' } }]
    const opening = { open: '09.00', close: '14.00', breaks, numbers: null, windows: [] }
    const set: Made = ['10.00', { type: 'HoursSet', day: SATURDAY, opening }, FRIDAY]
    expect(minutesOn([configured, ...days.slice(0, 1), set, ...days.slice(1)], SATURDAY)).toBe(240)
  })

  test('of an office without a calendar counts from the opening of a day to its close', () => {
    const without: Made = ['00.00', { type: 'OfficeConfigured', office: { ...DENPASAR, hours: null } }, FRIDAY]
    const early = days.map(([clock, event, day = FRIDAY]): Made => [clock === '24.00' ? '15.00' : clock, event, day])
    expect(minutesOn([without, ...early], FRIDAY)).toBe(60)
    expect(minutesOn([without, ...early], FRIDAY, SATURDAY)).toBe(60 + 900)
  })
})

import { describe, expect, test } from 'vitest'
import type { Sender } from '../../protocol/roles.ts'
import { decide } from '../../server/rules/decide.ts'
import type { SealedOf } from '../../server/rules/decision.ts'
import { evolve } from '../../server/rules/evolve.ts'
import type { State } from '../../server/rules/state.ts'
import { everyTicket } from '../../server/rules/tickets.ts'
import { at, window } from '../support/denpasar.ts'
import { CODES, live, property } from '../support/random-day.ts'
import { booking, keyOf, morning, rehearse } from '../support/rules.ts'

const DESK: Sender = { role: 'supervisor', device: 'd', place: 'desk', staff: '21' }
type Visit = Omit<SealedOf<'EnterPaperVisit'>, 'commandId'>
const NO_CODE: Visit = {
  ...{ type: 'EnterPaperVisit', presented: null, service: 'passport-new', priority: false },
  ...{ window: null, kiosk: null, cameAt: at('08.10'), served: null },
}
const withCode = (code: string, clock: string, more: Partial<Visit> = {}): Visit => ({
  ...NO_CODE,
  ...{ presented: { status: 'code', key: keyOf(code) }, cameAt: at(clock), ...more },
})
const SERVED = { counter: 3, calledAt: at('09.00'), doneAt: at('09.12') }

describe('a visit that was kept on paper', () => {
  test.each([
    ['08.30', 'early', '10.00', 0],
    ['10.20', 'on-time', '10.20', 0],
    ['11.05', 'late-grace', '11.05', 0],
    ['11.30', 'late', '12.00', 30],
  ])('of somebody who came at %s is %s: its turn is that of a scan at that minute', (clock, arrival, turn, shift) => {
    const day = rehearse(morning(booking('CODE1', '10.00-11.00'), booking('CODE2', '10.00-11.00')))
    day.scan('CODE1', clock)
    day.taken(withCode('CODE2', clock), DESK, '13.30')
    const { turnAt, callableFromAt, shiftMin } = day.ticket('A001')
    expect(day.ticket('A002')).toMatchObject({ turnAt, callableFromAt, shiftMin, arrival })
    expect(day.ticket('A002')).toMatchObject({ turnAt: at(turn), shiftMin: shift, checkedInAt: at(clock) })
  })

  test('typed in after others came is called before those who came later', () => {
    const day = rehearse(morning(...['CODE1', 'CODE2', 'CODE3'].map((code) => booking(code, '08.00-09.00'))))
    day.scan('CODE1', '08.05')
    day.scan('CODE2', '08.20')
    day.taken(withCode('CODE3', '08.10'), DESK, '08.30')
    day.open(1, ['documents'])
    expect([day.call(1, '08.31'), day.ticket('A003').number]).toEqual(['A001', 'A003'])
    day.open(2, ['documents'])
    expect(day.call(2, '08.31')).toBe('A003')
  })

  test('with the hour of the letter alone counts like a booked one; with neither it is a walk-in', () => {
    const day = rehearse(morning())
    day.taken({ ...NO_CODE, window: window('08.00-09.00') }, DESK, '09.30')
    day.taken(NO_CODE, DESK, '09.30')
    expect(day.ticket('A001')).toMatchObject({ arrival: 'on-time', turnAt: at('08.10') })
    expect(day.ticket('K001')).toMatchObject({ arrival: 'walk-in', turnAt: at('09.10'), window: null })
  })

  test('brings a paper where one is asked for, and none otherwise', () => {
    const day = rehearse(morning(booking('CODE1', '08.00-09.00'), booking('CODE2', '08.00-09.00')))
    const types = (visit: Visit) => day.taken(visit, DESK, '09.30').map(({ type }) => type)
    expect(types(withCode('CODE1', '08.10', { kiosk: '1' }))).toEqual(['CheckedIn', 'SlipQueued'])
    expect(types(withCode('CODE2', '08.10'))).toEqual(['CheckedIn'])
    expect(day.state().kiosks['1']?.visit ?? null).toBeNull()
  })

  test('that is over is recorded with its own times, and waits for nobody', () => {
    const day = rehearse(morning(booking('CODE1', '08.00-09.00')))
    const events = day.taken(withCode('CODE1', '08.10', { kiosk: '1', served: SERVED }), DESK, '13.00')
    expect(events).toMatchObject([
      { type: 'CheckedIn', cameAt: at('08.10'), by: 'staff', arrival: 'on-time' },
      {
        type: 'ServedOnPaper',
        counter: 3,
        calledAt: at('09.00'),
        doneAt: at('09.12'),
        stages: ['documents', 'interview'],
      },
    ])
    expect(day.ticket('A001').standing).toEqual({ status: 'done', outcome: 'completed', doneAt: at('09.12') })
    expect(day.scan('CODE1', '13.05')).toMatchObject({ verdict: 'ended', number: 'A001' })
    expect(day.state().measured.today.offsets).toEqual([10])
  })

  test('that was typed in already, or has a ticket, gets no second number', () => {
    const day = rehearse(morning(booking('CODE1', '08.00-09.00')))
    day.taken(withCode('CODE1', '08.10', { served: SERVED }), DESK, '13.00')
    const again = day.ask(withCode('CODE1', '08.15'), DESK, '13.01')
    expect(again).toMatchObject({ status: 'taken', events: [], result: { verdict: 'already-in', number: 'A001' } })
  })

  test.each<[string, Partial<Visit>, string]>([
    ['in the future', { cameAt: at('13.01') }, 'time-impossible'],
    ['of yesterday', { cameAt: at('08.00') - 86_400_000 }, 'time-impossible'],
    ['called before they came', { served: { ...SERVED, calledAt: at('08.09') } }, 'time-impossible'],
    ['done before they were called', { served: { ...SERVED, doneAt: at('08.59') } }, 'time-impossible'],
    ['done in the future', { served: { ...SERVED, doneAt: at('13.01') } }, 'time-impossible'],
    ['at a counter that is not there', { served: { ...SERVED, counter: 99 } }, 'unknown-place'],
    ['with a paper where no kiosk stands', { kiosk: '77' }, 'unknown-place'],
    ['for a service that nobody has', { service: 'visa' }, 'unknown-service'],
    ['with a payment code', { presented: { status: 'billing-code' } }, 'unknown-booking'],
  ])('%s is refused', (_what, change, code) => {
    const day = rehearse(morning())
    expect(day.ask({ ...NO_CODE, ...change }, DESK, '13.00')).toEqual({ status: 'refused', refusal: { code } })
  })

  test('whatever the day was like: one more number, given once, and everybody else stands as before', () => {
    let behind = 0
    property((steps) => {
      const { state, endAt } = live(steps)
      const pick = (i: number): number => steps[i]?.pick ?? 0
      const startAt = at('07.30')
      const cameAt = startAt + Math.floor(((endAt - startAt) * pick(1)) / 30)
      const isServed = pick(2) % 3 === 0
      const code = CODES[pick(3)]
      const command: SealedOf<'EnterPaperVisit'> = {
        ...NO_CODE,
        ...{ commandId: 'paper-visit-0001', cameAt, kiosk: pick(4) % 2 === 0 ? '1' : null },
        ...{ presented: code === undefined ? null : { status: 'code', key: keyOf(code) } },
        served: isServed ? { counter: 1, calledAt: cameAt, doneAt: endAt } : null,
      }
      const decision = decide(state, command, DESK, endAt)
      if (decision.status !== 'taken') throw new Error(`refused: ${decision.refusal.code}`)
      const after = decision.events.reduce((now: State, event) => evolve(now, event, endAt), state)
      const before = new Map(everyTicket(state.tickets).map((ticket) => [ticket.ticketId, ticket]))
      const fresh = everyTicket(after.tickets).filter(({ ticketId }) => !before.has(ticketId))
      expect(fresh.length).toBe(decision.events.length === 0 ? 0 : 1)
      for (const ticket of everyTicket(after.tickets)) {
        const same = before.get(ticket.ticketId)
        if (same !== undefined) expect(ticket).toBe(same)
      }
      for (const [stage, queue] of Object.entries(after.tickets.queues)) {
        const others = queue.filter(({ ticketId }) => before.has(ticketId))
        expect(others).toEqual(state.tickets.queues[stage] ?? [])
        const place = queue.findIndex(({ ticketId }) => !before.has(ticketId))
        if (place >= 0 && place < queue.length - 1) behind += 1
      }
      expect(after.kiosks).toEqual(state.kiosks)
      expect(after.counters).toEqual(state.counters)
    }, 200)
    expect(behind).toBeGreaterThan(20)
  })
})

import { describe, expect, test } from 'vitest'
import type { Sender } from '../../protocol/roles.ts'
import { affectedBy } from '../../server/rules/affected.ts'
import { meanCallMin, remediesFor, withRemedy } from '../../server/rules/estimate/what-helps.ts'
import { promisesInDanger } from '../../server/rules/promises.ts'
import { at } from '../support/denpasar.ts'
import { type Ask, booking, counter, morning, rehearse } from '../support/rules.ts'

const SUPERVISOR: Sender = { role: 'supervisor', device: 'desk', place: 'desk', staff: '90' }
const idOf = (number: string) => `2026-11-24/${number}`

/** Counter 1 checks documents, 3 interviews; two people of 10.00 are here. */
const hall = () => {
  const day = rehearse(morning(booking('FIRST', '10.00-11.00'), booking('SECOND', '10.00-11.00')))
  day.open(1, ['documents'])
  day.open(3, ['interview'])
  day.scan('FIRST', '10.00')
  day.scan('SECOND', '10.01')
  const refused = (command: Ask, clock: string, sender = SUPERVISOR) => {
    const decision = day.ask(command, sender, clock)
    return decision.status === 'refused' ? decision.refusal.code : 'taken'
  }
  return { ...day, refused, asked: (command: Ask, clock: string) => day.taken(command, SUPERVISOR, clock) }
}
type To = Extract<Ask, { type: 'Reassign' }>['to']
const reassign = (number: string, to: To, reason = 'urgent'): Ask => ({
  ...{ type: 'Reassign', ticketId: idOf(number), to, reason },
})

describe('a supervisor sends a ticket elsewhere', () => {
  test('out of the hand of a counter back into the queue, its turn kept, and on the record', () => {
    const day = hall()
    day.call(1, '10.02')
    const { turnAt } = day.ticket('A001')
    expect(day.asked(reassign('A001', { kind: 'queue' }), '10.05')).toMatchObject([
      { type: 'Reassigned', ticketId: idOf('A001'), from: 1, stage: 'documents', turnAt, reserved: null },
      { type: 'Overridden', act: 'reassigned', staff: '90', reason: 'urgent' },
    ])
    expect(day.ticket('A001')).toMatchObject({ turnAt, standing: { status: 'waiting' } })
    expect(day.state().tickets.inHand[1]).toBeUndefined()
    expect(day.refused({ type: 'Undo', ticketId: idOf('A001') }, '10.05', counter(1))).toBe('nothing-to-undo')
    expect(day.call(1, '10.06')).toBe('A001')
  })

  test('to one counter alone, which must serve the stage or help with it', () => {
    const day = hall()
    expect(day.refused(reassign('A001', { kind: 'counter', counter: 3 }), '10.02')).toBe('counter-not-open')
    expect(day.refused(reassign('A001', { kind: 'counter', counter: 4 }), '10.02')).toBe('counter-not-open')
    day.asked({ type: 'SetHelps', counter: 3, helps: ['documents'] }, '10.02')
    day.asked(reassign('A001', { kind: 'counter', counter: 3 }), '10.03')
    expect(day.call(1, '10.04')).toBe('A002')
    expect(day.call(3, '10.04')).toBe('A001')
  })

  test('to another stage, not for one that is over, nor for a reason that nobody knows', () => {
    const day = hall()
    expect(day.refused(reassign('A001', { kind: 'stage', stage: 'photo' }), '10.02')).toBe('unknown-stage')
    expect(day.refused(reassign('A001', { kind: 'queue' }, 'because'), '10.02')).toBe('unknown-reason')
    expect(day.refused(reassign('A009', { kind: 'queue' }), '10.02')).toBe('unknown-ticket')
    day.asked(reassign('A001', { kind: 'stage', stage: 'interview' }), '10.02')
    expect(day.call(3, '10.03')).toBe('A001')
    day.asked({ type: 'CancelTicket', ticketId: idOf('A002'), reason: 'left' }, '10.03')
    expect(day.refused(reassign('A002', { kind: 'queue' }), '10.04')).toBe('wrong-step')
  })

  test('is not callable any earlier for it', () => {
    const day = rehearse(morning(booking('EARLY', '13.00-14.00')))
    day.open(1, ['documents'])
    day.scan('EARLY', '09.00')
    const { callableFromAt } = day.ticket('A001')
    day.taken(reassign('A001', { kind: 'queue' }), SUPERVISOR, '09.10')
    expect(day.ticket('A001').callableFromAt).toBe(callableFromAt)
    expect(day.call(1, '09.11')).toBe('nobody-callable')
  })
})

describe('a supervisor ends a ticket', () => {
  test('that nobody comes for: it is withdrawn, and its counter is free', () => {
    const day = hall()
    day.call(1, '10.02')
    day.asked({ type: 'CancelTicket', ticketId: idOf('A001'), reason: 'left' }, '10.05')
    expect(day.ticket('A001').standing).toMatchObject({ status: 'done', outcome: 'withdrawn' })
    expect(day.state().overrides.at(-1)).toMatchObject({ act: 'cancelled', reason: 'left', staff: '90' })
    expect(day.call(1, '10.06')).toBe('A002')
    expect(day.scan('FIRST', '10.07').verdict).toBe('ended')
    const again: Ask = { type: 'CancelTicket', ticketId: idOf('A001'), reason: 'left' }
    expect(day.refused(again, '10.08')).toBe('wrong-step')
    expect(day.refused({ ...again, ticketId: idOf('A002'), reason: 'urgent' }, '10.08')).toBe('unknown-reason')
  })
})

describe('a supervisor has a counter help', () => {
  test('until it closes; its own stages are no help, and the same again records nothing', () => {
    const day = hall()
    expect(day.asked({ type: 'SetHelps', counter: 3, helps: ['documents', 'interview'] }, '10.02')).toEqual([
      { type: 'HelpsSet', counter: 3, helps: ['documents'] },
    ])
    expect(day.asked({ type: 'SetHelps', counter: 3, helps: ['documents'] }, '10.02')).toEqual([])
    expect(day.call(3, '10.03')).toBe('A001')
    expect(day.refused({ type: 'SetHelps', counter: 5, helps: [] }, '10.04')).toBe('counter-closed')
    expect(day.refused({ type: 'SetHelps', counter: 3, helps: ['photo'] }, '10.04')).toBe('unknown-stage')
  })
})

describe('promises that are about to break', () => {
  /** So many of the window 13.00–14.00 before one counter: five minutes each. */
  const crowd = (count: number) => {
    const codes = Array.from({ length: count }, (_, i) => `CODE${i}`)
    const day = rehearse(morning(...codes.map((code) => booking(code, '13.00-14.00'))))
    day.open(1, ['documents'])
    day.open(3, ['interview'])
    for (const code of codes) day.scan(code, '13.00')
    day.taken({ type: 'Refresh' }, { role: 'clock', device: 'clock', place: 'office', staff: null }, '13.01')
    return day
  }

  test('are those of people in time who are likely called after their window', () => {
    const [few] = promisesInDanger(crowd(5).state(), at('13.01'))
    expect(few).toBeUndefined()
    const [danger] = promisesInDanger(crowd(30).state(), at('13.01'))
    expect(danger?.window.endAt).toBe(at('14.00'))
    expect(danger?.tickets.length).toBeGreaterThan(10)
    expect(danger?.tickets.length).toBeLessThan(30)
  })

  test('what would help is asked of the rules themselves: one counter more halves the queue, a helper calls them somewhat earlier', () => {
    const state = crowd(30).state()
    const tickets = promisesInDanger(state, at('13.01'))[0]?.tickets ?? []
    const remedies = remediesFor(state, 'documents')
    expect(remedies).toEqual([
      { kind: 'open', counter: 2, stage: 'documents' },
      { kind: 'help', counter: 3, stage: 'documents', helps: ['documents'] },
    ])
    const before = meanCallMin(state, tickets, at('13.01')) ?? expect.fail('nobody is called')
    const gains = remedies.map(
      (remedy) => before - (meanCallMin(withRemedy(state, remedy, at('13.01')), tickets, at('13.01')) ?? before),
    )
    // Twice as many counters halve the queue; the interview counter soon has a queue of its own, so it helps little.
    expect(gains[0]).toBeGreaterThan(30)
    expect(gains[1]).toBeGreaterThan(0)
    expect(gains[1]).toBeLessThan(15)
    expect(meanCallMin(state, tickets, at('13.01'))).toBe(before)
  })
})

describe('whom an outage touched', () => {
  test('who was here in it, longest first, then who was booked in it and never came', () => {
    const day = rehearse(
      morning(booking('FIRST', '10.00-11.00'), booking('SECOND', '10.00-11.00'), booking('ABSENT', '10.00-11.00')),
    )
    day.open(1, ['documents'])
    day.scan('FIRST', '10.00')
    day.taken({ type: 'StartOutage', scope: 'national' }, SUPERVISOR, '10.10')
    day.scan('SECOND', '10.20')
    day.taken({ type: 'EndOutage' }, SUPERVISOR, '10.40')
    const [outage] = day.state().outages
    if (outage === undefined) expect.fail('no outage was recorded')
    const list = (clock: string) =>
      affectedBy(day.state(), outage, at(clock)).map(({ ticket, heldUpMin, status }) => [
        ...[ticket?.number, heldUpMin, status],
      ])
    expect(list('11.00')).toEqual([
      ['A001', 30, 'here'],
      ['A002', 20, 'here'],
      [undefined, 0, 'absent'],
    ])
    // Whoever may still come in time is not called absent.
    expect(list('10.59')[2]).toEqual([undefined, 0, 'expected'])
  })
})

import { expect, test } from 'vitest'
import { consequencesOf } from '../../server/office-change/consequences.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { officeWith } from '../support/office-with.ts'
import { booking, counter, morning, rehearse } from '../support/rules.ts'

const DAY = ['CODE1', 'CODE2', 'CODE3'].map((code) => booking(code, '10.00-11.00'))

test('whoever would lose their place is named: the ticket by its number, the counter by its own', () => {
  const day = rehearse(morning(...DAY))
  day.open(1, ['documents'])
  day.open(3, ['interview'])
  day.scan('CODE1', '10.00')
  expect(day.call(1, '10.01')).toBe('A001')
  const counters = DENPASAR.counters.filter(({ number }) => number > 1)
  expect(consequencesOf(day.state(), officeWith({ counters }), at('10.02')).blockers).toEqual([
    { kind: 'counter', counter: 1 },
    { kind: 'ticket', number: 'A001', stage: 'documents', lost: 'counter' },
  ])
})

test('the zone holds while a day is open, but for an office that is only tried out', () => {
  const plain = officeWith({ example: false })
  const day = rehearse(morning())
  expect(day.ask({ type: 'ConfigureOffice', office: plain }, counter(1), '07.00').status).toBe('taken')
  const moved = officeWith({ example: false, zone: 'Asia/Jayapura' })
  expect(consequencesOf(day.state(), moved, at('10.00')).blockers).toEqual([{ kind: 'zone' }])
  expect(consequencesOf(rehearse(morning()).state(), moved, at('10.00')).blockers).toEqual([])
})

test('people who wait are counted when the rules of their lane change, and only then', () => {
  const day = rehearse(morning(...DAY))
  day.scan('CODE1', '10.00')
  day.scan('CODE2', '10.01')
  const stricter = officeWith({ windows: { ...DENPASAR.windows, graceMin: 5 } })
  expect(consequencesOf(day.state(), stricter, at('10.02')).waiting).toBe(2)
  expect(consequencesOf(day.state(), officeWith({ name: 'Kanim' }), at('10.02')).waiting).toBe(0)
})

test('fewer counters make the windows fuller, and the figure before stands beside the one after', () => {
  const day = rehearse(morning(...DAY))
  const counters = DENPASAR.counters.filter(({ number }) => number !== 4 && number !== 5)
  const [first, ...more] = consequencesOf(day.state(), officeWith({ counters }), at('07.00')).loads
  expect(more).toEqual([])
  expect(first).toMatchObject({ booked: 3 })
  // Three interviews of 12 minutes: three counters are open 180 minutes in the hour, one is open 60.
  expect(first?.before).toBeCloseTo(0.2)
  expect(first?.after).toBeCloseTo(0.6)
})

test('an office that ends being an example loses the bookings that were made up for it', () => {
  const day = rehearse(morning(...DAY))
  const done = officeWith({ example: false })
  expect(consequencesOf(day.state(), done, at('07.00')).forgotten).toBe(3)
  day.taken({ type: 'ConfigureOffice', office: done }, counter(1), '07.00')
  expect(day.state().bookings).toEqual({})
})

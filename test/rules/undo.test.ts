import { describe, expect, test } from 'vitest'
import { casesOf } from '../../server/rules/measured.ts'
import { morningWith } from '../support/office-with.ts'
import { booking, counter, keyOf, rehearse } from '../support/rules.ts'

const idOf = (number: string) => `2026-11-24/${number}`
const undo = (number: string) => ({ type: 'Undo', ticketId: idOf(number) }) as const

const hall = () => {
  const day = rehearse(
    morningWith(
      { undoSec: 60 },
      booking('FIRST', '10.00-11.00', { party: keyOf('FAMILY') }),
      booking('SECOND', '10.00-11.00', { party: keyOf('FAMILY') }),
      booking('THIRD', '10.00-11.00'),
    ),
  )
  day.open(1, ['documents'])
  day.open(2, ['documents'])
  for (const code of ['FIRST', 'SECOND', 'THIRD']) day.scan(code, '10.00')
  const undone = (number: string, place: number, clock: string) => {
    const decision = day.ask(undo(number), counter(place), clock)
    return decision.status === 'refused' ? decision.refusal.code : 'taken'
  }
  const start = (number: string, place: number, clock: string) =>
    day.taken({ type: 'Start', ticketId: idOf(number) }, counter(place), clock)
  return { ...day, undone, start }
}

describe('taking back what was pressed by mistake', () => {
  test('a call: the ticket and its family wait as before, and the displays forget it', () => {
    const day = hall()
    const { tickets, calls } = day.state()
    day.call(1, '10.01')
    expect(day.taken(undo('A001'), counter(1), '10.02')).toEqual([
      { type: 'Undone', counter: 1, act: 'call', ticketId: idOf('A001') },
    ])
    expect(day.state()).toMatchObject({ tickets, calls })
  })

  test('a call whose case was begun already, too', () => {
    const day = hall()
    day.call(1, '10.01')
    day.start('A001', 1, '10.01.20')
    expect(day.undone('A001', 1, '10.01.50')).toBe('taken')
    expect(day.ticket('A001').standing.status).toBe('waiting')
  })

  test('a finish: the case goes on where it was, and was not measured', () => {
    const day = hall()
    day.call(1, '10.01')
    day.start('A001', 1, '10.01')
    const before = day.ticket('A001')
    day.taken({ type: 'Finish', ticketId: idOf('A001'), outcome: 'rejected' }, counter(1), '10.05')
    expect(casesOf([day.state().measured.today], 'documents').n).toBe(1)
    expect(day.undone('A001', 1, '10.06')).toBe('taken')
    expect(day.ticket('A001')).toEqual(before)
    expect(casesOf([day.state().measured.today], 'documents').n).toBe(0)
  })

  test('a no-show: the call stands again', () => {
    const day = hall()
    day.call(1, '10.01')
    const before = day.ticket('A001')
    day.taken({ type: 'NoShow', ticketId: idOf('A001') }, counter(1), '10.03')
    expect(day.undone('A001', 1, '10.04')).toBe('taken')
    expect(day.ticket('A001')).toEqual(before)
  })

  test('is possible as long as the office sets, once, by the counter that did it, for the ticket it did it to', () => {
    const day = hall()
    expect(day.undone('A001', 1, '10.00')).toBe('nothing-to-undo')
    day.call(1, '10.01')
    expect(day.undone('A001', 2, '10.01')).toBe('nothing-to-undo')
    expect(day.undone('A003', 1, '10.01')).toBe('nothing-to-undo')
    expect(day.undone('A001', 1, '10.02.01')).toBe('nothing-to-undo')
    expect(day.undone('A001', 1, '10.02')).toBe('taken')
    expect(day.undone('A001', 1, '10.02')).toBe('nothing-to-undo')
  })

  test('not when the ticket moved on, nor while the counter has somebody else', () => {
    const day = hall()
    day.call(1, '10.01')
    day.start('A001', 1, '10.01')
    day.taken({ type: 'Park', ticketId: idOf('A001') }, counter(1), '10.01')
    expect(day.undone('A001', 1, '10.01')).toBe('nothing-to-undo')

    expect(day.call(1, '10.02')).toBe('A002')
    day.taken({ type: 'NoShow', ticketId: idOf('A002') }, counter(1), '10.02')
    expect(day.call(1, '10.02')).toBe('A003')
    expect(day.undone('A002', 1, '10.02')).toBe('nothing-to-undo')
  })

  test('not a finish whose ticket the next counter has called', () => {
    const day = hall()
    day.open(3, ['interview'])
    day.call(1, '10.01')
    day.start('A001', 1, '10.01')
    day.taken({ type: 'Finish', ticketId: idOf('A001'), outcome: 'completed' }, counter(1), '10.05')
    expect(day.call(3, '10.05')).toBe('A001')
    expect(day.undone('A001', 1, '10.05')).toBe('nothing-to-undo')
  })

  test('not after the day is over', () => {
    const day = hall()
    day.call(1, '10.01')
    day.taken({ type: 'CloseDay', day: '2026-11-24' }, counter(1), '10.01')
    expect(day.undone('A001', 1, '10.01')).toBe('nothing-to-undo')
  })
})

import { describe, expect, test } from 'vitest'
import type { DeviceStatus } from '../../protocol/commands.ts'
import { CounterView } from '../../protocol/views.ts'
import { viewFor } from '../../server/views/view-for.ts'
import { at } from '../support/denpasar.ts'
import { morningWith } from '../support/office-with.ts'
import { booking, counter, keyOf, PRINTER, rehearse } from '../support/rules.ts'

const idOf = (number: string) => `2026-11-24/${number}`

/** A family of two and one alone, all on time at 10.00; counters 1 and 2 check documents, 3 interviews and helps. */
const hall = (sameCounter = false) => {
  const day = rehearse(
    morningWith(
      { returns: { sameCounter }, undoSec: 60 },
      booking('FIRST', '10.00-11.00', { party: keyOf('FAMILY') }),
      booking('SECOND', '10.00-11.00', { party: keyOf('FAMILY') }),
      booking('THIRD', '10.00-11.00'),
    ),
  )
  day.open(1, ['documents'])
  day.open(2, ['documents'])
  day.open(3, ['interview'], ['documents'])
  for (const code of ['FIRST', 'SECOND', 'THIRD']) day.scan(code, '10.00')
  const seen = (place: number, clock: string, staff: string | null = '07'): CounterView =>
    CounterView.parse(
      viewFor(day.state(), { ...counter(place), staff }, { epoch: 'e', seq: 1, at: at(clock), tokenOf: () => 'x' }),
    )
  return { ...day, seen }
}

describe('what a counter sees', () => {
  test('of the ticket in hand: when it may be recalled, how often, and the family that comes after it', () => {
    const day = hall()
    day.call(1, '10.01')
    expect(day.seen(1, '10.01').inHand).toMatchObject({
      recallFromAt: at('10.01.40'),
      recallsLeft: 2,
      together: ['A002'],
      nextStage: { id: 'Wawancara dan foto' },
    })
    for (const clock of ['10.02', '10.03']) day.taken({ type: 'Recall', ticketId: idOf('A001') }, counter(1), clock)
    expect(day.seen(1, '10.03').inHand).toMatchObject({ recallFromAt: at('10.03.40'), recallsLeft: 0 })
  })

  test('of the queue: for which counter a ticket is kept', () => {
    const day = hall()
    day.call(1, '10.01')
    const { queue, next } = day.seen(2, '10.01')
    expect(queue.map(({ number, keptFor }) => [number, keptFor])).toEqual([
      ['A002', 1],
      ['A003', null],
    ])
    expect(next).toMatchObject({ number: 'A003', helping: false, keptFor: null })
  })

  test('what it can take back, and until when; nothing when that is past', () => {
    const day = hall()
    day.call(1, '10.01')
    const undo = { act: 'call', ticketId: idOf('A001'), number: 'A001', untilAt: at('10.02') }
    expect(day.seen(1, '10.02').undo).toEqual(undo)
    expect(day.seen(1, '10.02.01').undo).toBeNull()
    expect(day.seen(2, '10.01').undo).toBeNull()
  })

  test('while it pauses: why and since when, and nobody to call', () => {
    const day = hall()
    expect(day.seen(1, '10.02').next?.number).toBe('A001')
    day.taken({ type: 'PauseCounter', reason: 'prayer' }, counter(1), '10.02')
    expect(day.seen(1, '10.03')).toMatchObject({
      paused: { reason: { id: 'Salat' }, sinceAt: at('10.02') },
      next: null,
      waiting: 3,
    })
  })

  test('what it set aside, and where it may send its case', () => {
    const day = hall(true)
    day.call(1, '10.01')
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(1), '10.01')
    day.taken({ type: 'Park', ticketId: idOf('A001') }, counter(1), '10.05')
    expect(day.seen(1, '10.06').parked).toEqual([{ ticketId: idOf('A001'), number: 'A001', sinceAt: at('10.05') }])
    const { targets } = day.seen(1, '10.06')
    expect(targets.stages.map(({ id }) => id)).toEqual(['documents', 'interview'])
    expect(targets.counters.map(({ counter: number }) => number)).toEqual([2, 3])
    expect(day.seen(3, '10.06').targets.stages.map(({ id }) => id)).toEqual(['documents'])
  })

  test('which case of another counter it could take over, the office’s codes, its outage and its kiosks', () => {
    const day = hall()
    day.call(1, '10.01')
    day.taken({ type: 'StartOutage', scope: 'network' }, counter(1), '10.02')
    const view = day.seen(2, '10.03')
    expect(view.others[0]).toMatchObject({ counter: 1, ticketId: idOf('A001'), number: 'A001' })
    expect(view.outage).toEqual({ scope: 'network', sinceAt: at('10.02') })
    expect(view.kiosks).toEqual(['1', '2'])
    expect(view.reasons.extraDocument.map(({ id }) => id)).toContain('copy')
    expect(view.services.map(({ id }) => id)).toEqual(['passport-new', 'passport-replacement'])
  })

  test('what the other counters do: closed, free, pausing, calling, serving, and since when', () => {
    const day = hall()
    const first = (clock: string) => day.seen(3, clock).others[0]
    const ofA001 = { counter: 1, ticketId: idOf('A001'), number: 'A001' }
    const nobody = { counter: 1, ticketId: null, number: null }
    expect(first('10.00')).toEqual({ ...nobody, status: 'free', since: null })
    day.call(1, '10.01')
    expect(first('10.02')).toEqual({ ...ofA001, status: 'called', since: at('10.01') })
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(1), '10.03')
    expect(first('10.04')).toEqual({ ...ofA001, status: 'serving', since: at('10.03') })
    day.taken({ type: 'Park', ticketId: idOf('A001') }, counter(1), '10.05')
    day.taken({ type: 'PauseCounter', reason: 'prayer' }, counter(1), '10.06')
    expect(first('10.07')).toEqual({ ...nobody, status: 'paused', since: at('10.06') })
    day.taken({ type: 'CloseCounter' }, counter(1), '10.08')
    expect(first('10.09')).toEqual({ ...nobody, status: 'closed', since: null })
  })

  test('of the case in hand: which documents were asked for beyond the list', () => {
    const day = hall()
    day.call(1, '10.01')
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(1), '10.01')
    for (const document of ['letter', 'copy'])
      day.taken({ type: 'AskDocument', ticketId: idOf('A001'), document }, counter(1), '10.02')
    const [letter, copy] = ['letter', 'copy'].map((code) =>
      day.seen(1, '10.03').reasons.extraDocument.find(({ id }) => id === code),
    )
    expect(day.seen(1, '10.03').inHand?.asked).toEqual([letter?.name, copy?.name])
  })

  test('while it is locked: who opened it and the number that the displays have called, no case and no queue', () => {
    const day = hall()
    day.call(1, '10.01')
    expect(day.seen(1, '10.01', null)).toMatchObject({ openedBy: '07', lockedNumber: 'A001', inHand: null, queue: [] })
    expect(day.seen(1, '10.01')).toMatchObject({ lockedNumber: null, inHand: { number: 'A001' }, lockMin: 5 })
    expect(day.seen(2, '10.01', null).lockedNumber).toBeNull()
  })

  test('while nobody is signed in: no number of its own', () => {
    const day = hall(true)
    day.call(1, '10.01')
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(1), '10.01')
    day.taken({ type: 'Park', ticketId: idOf('A001') }, counter(1), '10.01')
    day.call(1, '10.01')
    expect(day.seen(1, '10.01', null)).toMatchObject({ inHand: null, undo: null, parked: [], next: null, queue: [] })
  })
})

describe('one who comes back with papers, where the office keeps them for the same counter', () => {
  const away = () => {
    const day = hall(true)
    day.call(1, '10.01')
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(1), '10.01')
    day.taken({ type: 'Park', ticketId: idOf('A001') }, counter(1), '10.05')
    return day
  }

  test('is kept for the counter that knows the case, with the turn it had', () => {
    const day = away()
    expect(day.scan('FIRST', '10.20').verdict).toBe('already-in')
    expect(day.ticket('A001')).toMatchObject({ turnAt: at('10.00'), reserved: { counter: 1, strict: false } })
    expect(day.seen(1, '10.20').next?.number).toBe('A001')
    expect(day.seen(2, '10.20').next?.number).toBe('A003')
  })

  test('waits for all when that counter pauses or is closed', () => {
    const day = away()
    day.taken({ type: 'PauseCounter', reason: 'rest' }, counter(1), '10.10')
    day.scan('FIRST', '10.20')
    expect(day.ticket('A001').reserved).toBeNull()
    expect(day.seen(2, '10.20').next?.number).toBe('A001')
  })
})

test('a counter sees the printers that have stopped, then those whose paper is low, and none that prints or cools down', () => {
  const printer = { port: 'simulated', model: 'generic-80', columns: null } as const
  const day = rehearse(
    morningWith({
      kiosks: [
        { place: '1', printer: 'a', spare: 'b', scanner: null },
        { place: '2', printer: 'a', spare: null, scanner: null },
      ],
      printers: [
        { ...printer, place: 'a' },
        { ...printer, place: 'b' },
      ],
    }),
  )
  const says = (place: string, status: DeviceStatus) =>
    day.taken({ type: 'ReportDevice', status }, { ...PRINTER, place }, '10.00')
  const seen = () =>
    CounterView.parse(viewFor(day.state(), counter(1), { epoch: 'e', seq: 1, at: at('10.01'), tokenOf: () => 'x' }))
      .printers
  expect(seen()).toEqual([])
  says('a', 'paper-low')
  says('b', 'no-paper')
  expect(seen()).toEqual([
    { place: 'b', kiosks: [], status: 'no-paper' },
    { place: 'a', kiosks: ['1', '2'], status: 'paper-low' },
  ])
  says('a', 'hot')
  says('b', 'ready')
  expect(seen()).toEqual([])
})

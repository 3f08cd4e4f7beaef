import { expect, test } from 'vitest'
import { SupervisorView } from '../../protocol/supervisor-view.ts'
import { viewFor } from '../../server/views/view-for.ts'
import { at, window } from '../support/denpasar.ts'
import { booking, counter, morning, rehearse } from '../support/rules.ts'

const viewAt = (state: Parameters<typeof viewFor>[0], clock: string): SupervisorView => {
  const sender = { role: 'supervisor', device: 'desk', place: 'desk', staff: '90' } as const
  const view = viewFor(state, sender, { epoch: 'e', seq: 1, at: at(clock), tokenOf: () => 'token' })
  return SupervisorView.parse(view)
}

test('the supervisor sees who serves whom since when, who waits where, and how full the windows are', () => {
  const day = rehearse(
    morning(booking('FIRST', '10.00-11.00'), booking('SECOND', '10.00-11.00'), booking('LATER', '13.00-14.00')),
  )
  day.open(1, ['documents'])
  day.open(3, ['interview'], ['documents'])
  day.scan('FIRST', '09.50')
  day.scan('SECOND', '10.05')
  day.scan('LATER', '10.06')
  day.call(1, '10.07')
  day.taken({ type: 'Start', ticketId: '2026-11-24/A001' }, counter(1), '10.08')
  day.taken({ type: 'PauseCounter', reason: 'prayer' }, counter(3), '10.09')

  const view = viewAt(day.state(), '10.20')
  expect(view.counters.slice(0, 3)).toMatchObject([
    { counter: 1, status: 'serving', staff: '07', number: 'A001', since: at('10.08'), standardMin: 5 },
    { counter: 2, status: 'closed', staff: null, number: null, since: null },
    { counter: 3, status: 'paused', helps: ['documents'], pause: { id: 'Salat' }, since: at('10.09') },
  ])
  expect(view.queues).toEqual([
    {
      stage: 'documents',
      letter: 'A',
      window: window('10.00-11.00'),
      waiting: 1,
      held: 0,
      longestSinceAt: at('10.05'),
    },
    {
      stage: 'documents',
      letter: 'A',
      window: window('13.00-14.00'),
      waiting: 1,
      held: 1,
      longestSinceAt: at('13.00'),
    },
  ])
  expect(view.load.find(({ window: { startAt } }) => startAt === at('10.00'))).toMatchObject({ booked: 2, came: 2 })
  expect(view.arrivals).toMatchObject({ booked: 3, came: 3, early: 2, onTime: 1, late: 0, walkIn: 0 })
})

test('it holds no booking key, no code and no reason of priority', () => {
  const day = rehearse(morning(booking('SECRETCODE', '10.00-11.00', { priority: true })))
  day.scan('SECRETCODE', '10.00')
  const text = JSON.stringify(viewAt(day.state(), '10.01'))
  expect(text).not.toContain('SECRETCODE')
  expect(text).not.toContain('"key"')
})

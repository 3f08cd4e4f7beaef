import { describe, expect, test } from 'vitest'
import type { Office } from '../../protocol/office.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { type Ask, booking, counter, KIOSK, morning, rehearse } from '../support/rules.ts'

const idOf = (number: string) => `2026-11-24/${number}`
const [documents, interview] = [DENPASAR.stages[0], DENPASAR.stages[1]]
if (documents === undefined || interview === undefined) throw new Error('the example office has two stages')

/** Denpasar with a desk for examination reports at counter 5, which no journey leads to, and without likely calls. */
const WITH_REPORT: Office = {
  ...DENPASAR,
  estimate: { runs: 0 },
  stages: [documents, interview, { ...interview, id: 'report', name: { id: 'BAP', en: 'Report' } }],
  counters: DENPASAR.counters.map((each) => (each.number === 5 ? { ...each, stages: ['interview', 'report'] } : each)),
}

/** Counters 1 and 2 check documents, 3 interviews and helps, 5 has the report. A001 on time, A002 late, A003 on time. */
const hall = () => {
  const day = rehearse(
    morning(
      booking('ONTIME', '10.00-11.00'),
      booking('LATE', '08.00-09.00'),
      booking('THIRD', '10.00-11.00'),
      booking('OLD', '10.00-11.00', { priority: true }),
    ),
  )
  day.taken({ type: 'ConfigureOffice', office: WITH_REPORT }, KIOSK, '07.00')
  day.open(1, ['documents'])
  day.open(2, ['documents'])
  day.open(3, ['interview'], ['documents'])
  day.scan('ONTIME', '10.00')
  day.scan('LATE', '10.00')
  day.scan('THIRD', '10.01')
  const refused = (command: Ask, place: number, clock: string) => {
    const decision = day.ask(command, counter(place), clock)
    return decision.status === 'refused' ? decision.refusal.code : 'taken'
  }
  /** A001 is served at counter 1 since 10.02. */
  const serving = () => {
    day.call(1, '10.02')
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(1), '10.02')
  }
  const finish = (number: string, place: number, clock: string) =>
    day.taken({ type: 'Finish', ticketId: idOf(number), outcome: 'completed' }, counter(place), clock)
  return { ...day, refused, serving, finish }
}

describe('calling out of turn', () => {
  const ask = (number: string, reason = 'urgent') => ({ type: 'CallTicket', ticketId: idOf(number), reason }) as const

  test('is recorded with staff, reason and the one whose turn it was', () => {
    const day = hall()
    expect(day.taken(ask('A002'), counter(1, '09'), '10.02')).toEqual([
      expect.objectContaining({
        type: 'Called',
        ticketId: idOf('A002'),
        turnAt: at('10.30'),
        runnerUp: { ticketId: idOf('A001'), turnAt: at('10.00') },
      }),
      { type: 'Overridden', act: 'out-of-order-call', ticketId: idOf('A002'), staff: '09', reason: 'urgent' },
    ])
    expect(day.state().overrides).toMatchObject([{ act: 'out-of-order-call', at: at('10.02') }])
  })

  test('is an ordinary call when it is that one’s turn anyway', () => {
    const day = hall()
    expect(day.taken(ask('A001'), counter(1), '10.02')).toMatchObject([
      { type: 'Called', runnerUp: { ticketId: idOf('A003') } },
    ])
  })

  test('is possible before the earliest call', () => {
    const day = rehearse(morning(booking('EARLY', '13.00-14.00')))
    day.open(1, ['documents'])
    day.scan('EARLY', '09.00')
    expect(day.call(1, '09.01')).toBe('nobody-callable')
    expect(day.taken(ask('A001'), counter(1), '09.01')).toHaveLength(2)
  })

  test('needs a ticket that waits for a stage of this counter, a reason, and a counter that is free', () => {
    const day = hall()
    expect(day.refused(ask('A009'), 1, '10.02')).toBe('unknown-ticket')
    expect(day.refused(ask('A002', 'because'), 1, '10.02')).toBe('unknown-reason')
    expect(day.refused(ask('A002'), 4, '10.02')).toBe('counter-closed')
    day.serving()
    expect(day.refused(ask('A002'), 1, '10.03')).toBe('counter-busy')
    expect(day.refused(ask('A001'), 2, '10.03')).toBe('not-waiting')
    day.finish('A001', 1, '10.05')
    expect(day.refused(ask('A001'), 2, '10.06')).toBe('unknown-stage')
    day.taken({ type: 'PauseCounter', reason: 'rest' }, counter(2), '10.06')
    expect(day.refused(ask('A002'), 2, '10.07')).toBe('counter-paused')
  })
})

describe('recalling', () => {
  test('waits until people had time to stand up, and ends after the recalls of the office', () => {
    const day = hall()
    day.call(1, '10.02')
    const recall = { type: 'Recall', ticketId: idOf('A001') } as const
    expect(day.ask(recall, counter(1), '10.02.10')).toEqual({
      status: 'refused',
      refusal: { code: 'recall-too-soon', retryInSec: 30 },
    })
    expect(day.refused(recall, 1, '10.02.40')).toBe('taken')
    expect(day.refused(recall, 1, '10.03.19')).toBe('recall-too-soon')
    expect(day.refused(recall, 1, '10.03.20')).toBe('taken')
    expect(day.refused(recall, 1, '10.10')).toBe('recall-limit')
    expect(day.refused({ type: 'NoShow', ticketId: idOf('A001') }, 1, '10.10')).toBe('taken')
  })
})

describe('a document beyond the list', () => {
  test('is counted by its code, only for the case being served', () => {
    const day = hall()
    const asked = { type: 'AskDocument', ticketId: idOf('A001'), document: 'copy' } as const
    day.call(1, '10.02')
    expect(day.refused(asked, 1, '10.02')).toBe('wrong-step')
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(1), '10.02')
    expect(day.refused({ ...asked, document: 'nik' }, 1, '10.03')).toBe('unknown-reason')
    expect(day.taken(asked, counter(1), '10.03')).toEqual([
      { type: 'DocumentAsked', ticketId: idOf('A001'), stage: 'documents', document: 'copy' },
    ])
    day.taken(asked, counter(1), '10.04')
    expect(day.state().documentsAsked).toEqual({ copy: 2 })
  })
})

describe('transferring', () => {
  const to = (stage: string) => ({ type: 'Transfer', ticketId: idOf('A001'), to: { kind: 'stage', stage } }) as const
  const named = (number: number) =>
    ({ type: 'Transfer', ticketId: idOf('A001'), to: { kind: 'counter', counter: number } }) as const

  test('keeps the turn, so nobody who came later goes before', () => {
    const day = hall()
    day.serving()
    day.taken(to('documents'), counter(1), '10.05')
    expect(day.ticket('A001')).toMatchObject({
      stage: 'documents',
      turnAt: at('10.00'),
      standing: { status: 'waiting' },
    })
    expect(day.call(2, '10.05')).toBe('A001')
  })

  test('to a named counter: that one alone calls it, however long it waits', () => {
    const day = hall()
    day.serving()
    day.taken(named(2), counter(1), '10.05')
    expect(day.call(1, '10.06')).toBe('A003')
    expect(day.call(3, '10.06')).toBe('A002')
    expect(day.call(2, '10.07')).toBe('A001')
  })

  test('to a named counter that closes: whoever serves the stage calls it', () => {
    const day = hall()
    day.serving()
    day.taken(named(2), counter(1), '10.05')
    day.taken({ type: 'CloseCounter' }, counter(2), '10.06')
    expect(day.call(1, '10.07')).toBe('A001')
  })

  test('to a counter that does not serve its stage: to the first that it does', () => {
    const day = hall()
    day.serving()
    day.taken(named(3), counter(1), '10.05')
    expect(day.ticket('A001')).toMatchObject({ stage: 'interview', reserved: { counter: 3, strict: true } })
  })

  test('outside of the journey, the visit goes on afterwards where it was', () => {
    const day = hall()
    day.open(5, ['report'])
    day.serving()
    day.taken(to('report'), counter(1), '10.05')
    expect(day.call(5, '10.06')).toBe('A001')
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(5), '10.06')
    day.finish('A001', 5, '10.16')
    expect(day.ticket('A001')).toMatchObject({ stage: 'documents', standing: { status: 'waiting' } })
  })

  test('back to a stage that is done, the visit goes on with the one it came from', () => {
    const day = hall()
    day.serving()
    day.finish('A001', 1, '10.05')
    day.call(3, '10.06')
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(3), '10.06')
    day.taken(to('documents'), counter(3), '10.08')
    expect(day.call(1, '10.09')).toBe('A003')
    day.taken({ type: 'CallTicket', ticketId: idOf('A001'), reason: 'office-mistake' }, counter(2), '10.09')
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(2), '10.09')
    day.finish('A001', 2, '10.12')
    expect(day.ticket('A001')).toMatchObject({ stage: 'interview', done: ['documents', 'documents'] })
  })

  test('is refused into the void, into its own counter, and before service began', () => {
    const day = hall()
    day.call(1, '10.02')
    expect(day.refused(to('documents'), 1, '10.02')).toBe('wrong-step')
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(1), '10.02')
    expect(day.refused(to('photo'), 1, '10.03')).toBe('unknown-stage')
    expect(day.refused(to('report'), 1, '10.03')).toBe('counter-not-open')
    expect(day.refused(named(4), 1, '10.03')).toBe('counter-not-open')
    expect(day.refused(named(1), 1, '10.03')).toBe('counter-not-open')
  })
})

describe('a counter that dies', { tags: ['F42'] }, () => {
  const takeOver = { type: 'TakeOver', ticketId: idOf('A001'), reason: 'system-trouble' } as const

  test('its case goes on at another counter, in the step in which it was, and then it can be closed', () => {
    const day = hall()
    day.serving()
    expect(day.refused({ type: 'CloseCounter' }, 1, '10.03')).toBe('counter-busy')
    expect(day.taken(takeOver, counter(2, '08'), '10.05')).toEqual([
      { type: 'TakenOver', ticketId: idOf('A001'), from: 1, counter: 2 },
      { type: 'Overridden', act: 'taken-over', ticketId: idOf('A001'), staff: '08', reason: 'system-trouble' },
    ])
    expect(day.ticket('A001').standing).toMatchObject({ status: 'serving', counter: 2, startedAt: at('10.02') })
    expect(day.refused({ type: 'CloseCounter' }, 1, '10.06')).toBe('taken')
    day.finish('A001', 2, '10.07')
    expect(day.ticket('A001').stage).toBe('interview')
  })

  test('only what another counter has in hand, by a counter that is free and serves', () => {
    const day = hall()
    expect(day.refused(takeOver, 2, '10.02')).toBe('not-in-hand')
    day.serving()
    expect(day.refused(takeOver, 1, '10.03')).toBe('counter-busy')
    expect(day.refused({ ...takeOver, reason: 'because' }, 2, '10.03')).toBe('unknown-reason')
    expect(day.refused({ ...takeOver, ticketId: idOf('A009') }, 2, '10.03')).toBe('unknown-ticket')
    day.taken({ type: 'PauseCounter', reason: 'rest' }, counter(2), '10.03')
    expect(day.refused(takeOver, 2, '10.04')).toBe('counter-paused')
  })
})

describe('overrides of a turn', () => {
  test('a late one is accepted: the turn counts from the arrival', () => {
    const day = hall()
    const accept = { type: 'AcceptLate', ticketId: idOf('A002'), reason: 'office-mistake' } as const
    expect(day.taken(accept, counter(1), '10.02')).toEqual([
      { type: 'Shifted', ticketId: idOf('A002'), shiftMin: 0, turnAt: at('10.00'), priority: false },
      { type: 'Overridden', act: 'late-accepted', ticketId: idOf('A002'), staff: '07', reason: 'office-mistake' },
    ])
    expect(day.refused(accept, 1, '10.03')).toBe('nothing-to-override')
    expect(day.refused({ ...accept, ticketId: idOf('A003') }, 1, '10.03')).toBe('nothing-to-override')
    expect(day.call(1, '10.04')).toBe('A001')
    expect(day.refused({ ...accept, ticketId: idOf('A001') }, 1, '10.04')).toBe('not-waiting')
  })

  test('priority that the booking did not know gives the head start, counted from the arrival', () => {
    const day = hall()
    const grant = { type: 'GrantPriority', ticketId: idOf('A002'), reason: 'needs-help' } as const
    expect(day.refused({ ...grant, reason: 'pregnant' }, 1, '10.02')).toBe('unknown-reason')
    expect(day.taken(grant, counter(1), '10.02')).toMatchObject([
      { type: 'Shifted', shiftMin: -120, turnAt: at('08.00'), priority: true },
      { type: 'Overridden', act: 'priority-granted' },
    ])
    expect(day.refused(grant, 1, '10.03')).toBe('nothing-to-override')
    expect(day.call(1, '10.03')).toBe('A002')
  })
})

describe('a counter that pauses', () => {
  test('calls nobody until it resumes, and finishes what it has', () => {
    const day = hall()
    day.serving()
    day.taken({ type: 'Park', ticketId: idOf('A001') }, counter(1), '10.03')
    day.call(1, '10.03')
    day.taken({ type: 'PauseCounter', reason: 'prayer' }, counter(1), '10.04')
    expect(day.refused({ type: 'Start', ticketId: idOf('A003') }, 1, '10.04')).toBe('taken')
    day.finish('A003', 1, '10.06')
    expect(day.call(1, '10.07')).toBe('counter-paused')
    expect(day.refused({ type: 'Resume', ticketId: idOf('A001') }, 1, '10.07')).toBe('counter-paused')
    day.taken({ type: 'ResumeCounter' }, counter(1), '10.08')
    expect(day.refused({ type: 'Resume', ticketId: idOf('A001') }, 1, '10.08')).toBe('taken')
  })
})

test('an outage is recorded once, with its scope, and ends once', () => {
  const day = hall()
  const start = { type: 'StartOutage', scope: 'national' } as const
  expect(day.refused({ type: 'EndOutage' }, 1, '10.02')).toBe('outage-known')
  day.taken(start, counter(1), '10.02')
  expect(day.refused(start, 2, '10.03')).toBe('outage-known')
  day.taken({ type: 'EndOutage' }, counter(2), '10.40')
  expect(day.state()).toMatchObject({
    outage: null,
    outages: [{ scope: 'national', sinceAt: at('10.02'), untilAt: at('10.40') }],
  })
})

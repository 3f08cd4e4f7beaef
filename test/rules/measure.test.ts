import { describe, expect, test } from 'vitest'
import { evolve } from '../../server/rules/evolve.ts'
import { casesOf, coverageOf, type Measured } from '../../server/rules/measured.ts'
import type { State } from '../../server/rules/state.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { usualDay } from '../support/history.ts'
import { booking, counter, morning, rehearse } from '../support/rules.ts'

/** Whatever the office shows of estimates, it measures. */
const quiet = (state: State): State =>
  evolve(state, { type: 'OfficeConfigured', office: { ...DENPASAR, estimate: { runs: 0 } } }, at('07.00'))

const hall = (...codes: string[]) => {
  const day = rehearse(quiet(morning(...codes.map((code) => booking(code, '08.00-09.00')))))
  day.open(1, ['documents'])
  const serve = (code: string, from: string, until: string): void => {
    const number = day.call(1, from)
    const { ticketId } = day.ticket(number)
    expect(number, code).toMatch(/^A/)
    day.taken({ type: 'Start', ticketId }, counter(1), from)
    day.taken({ type: 'Finish', ticketId, outcome: 'completed' }, counter(1), until)
  }
  const today = (): Measured['today'] => day.state().measured.today
  return { ...day, serve, today }
}

describe('what an office measures', () => {
  test('a case from when both were there, so that fetching the next person counts', () => {
    const day = hall('ONE', 'TWO')
    day.scan('ONE', '08.00')
    day.scan('TWO', '08.00')
    day.serve('ONE', '08.00', '08.05')
    day.serve('TWO', '08.06', '08.10')
    expect(casesOf([day.today()], 'documents')).toMatchObject({ n: 2, sum: 10 })
  })

  test('but not a long gap, which is an absence that nobody recorded', () => {
    const day = hall('ONE', 'TWO')
    day.scan('ONE', '08.00')
    day.scan('TWO', '08.00')
    day.serve('ONE', '08.00', '08.05')
    day.serve('TWO', '08.45', '08.50')
    expect(casesOf([day.today()], 'documents').sum).toBe(12)
  })

  test('by service, and apart who comes back with papers', () => {
    const day = hall('ONE')
    day.scan('ONE', '08.00')
    day.call(1, '08.00')
    const { ticketId } = day.ticket('A001')
    day.taken({ type: 'Start', ticketId }, counter(1), '08.00')
    day.taken({ type: 'Park', ticketId }, counter(1), '08.04')
    day.scan('ONE', '08.18')
    day.serve('ONE', '08.20', '08.22')
    expect(day.today().cases.documents?.['passport-new']).toMatchObject({ n: 1, sum: 4 })
    expect(day.today().again.documents).toMatchObject({ n: 1, sum: 4 })
    expect(day.today().backAfter).toEqual([14])
    expect(day.today().ends.documents).toMatchObject({ parked: 1, moved: 0, calls: 2 })
  })

  test('how punctual people are, and at the close who never came', () => {
    const day = hall('ONE', 'TWO', 'THREE')
    day.scan('ONE', '07.40')
    day.scan('TWO', '08.25')
    day.serve('TWO', '08.25', '08.30')
    expect(day.today().offsets).toEqual([-20, 25])
    day.serve('ONE', '08.30', '08.35')
    const closed = evolve(day.state(), { type: 'DayClosed', day: TODAY, unserved: [] }, at('17.00'))
    expect(closed.measured.days[0]).toMatchObject({ noShows: 1, offsets: [-20, 25] })
    expect(closed.measured.today.offsets).toEqual([])
  })

  test('when a counter opened and when it was away; a pause pressed during a case began with its end', () => {
    const day = hall('ONE')
    day.scan('ONE', '08.00')
    day.call(1, '08.10')
    const { ticketId } = day.ticket('A001')
    day.taken({ type: 'Start', ticketId }, counter(1), '08.10')
    day.taken({ type: 'PauseCounter', reason: 'rest' }, counter(1), '08.12')
    day.taken({ type: 'Finish', ticketId, outcome: 'rejected' }, counter(1), '08.20')
    day.taken({ type: 'ResumeCounter' }, counter(1), '08.50')
    day.taken({ type: 'CloseCounter' }, counter(1), '09.00')
    day.taken({ type: 'OpenCounter', stages: ['documents'], helps: [] }, counter(1), '10.00')
    expect(day.today().counters[1]).toEqual({
      openMin: 480,
      away: [
        { fromMin: 500, untilMin: 530, reason: 'rest' },
        { fromMin: 540, untilMin: 600, reason: 'closed' },
      ],
      closedMin: null,
    })
  })

  test('outages, and calls that nobody answered', () => {
    const day = hall('ONE')
    day.scan('ONE', '08.00')
    day.call(1, '08.00')
    day.taken({ type: 'NoShow', ticketId: day.ticket('A001').ticketId }, counter(1), '08.03')
    day.taken({ type: 'StartOutage', scope: 'power' }, counter(1), '09.00')
    day.taken({ type: 'EndOutage' }, counter(1), '09.40')
    expect(day.today().ends.documents).toMatchObject({ calls: 1, missed: 1, lostMin: 3 })
    expect(day.today().outages).toEqual([{ fromMin: 540, untilMin: 580 }])
  })

  test('twenty days are remembered, days on which nothing was done are none', () => {
    const closeDay = (state: State): State =>
      evolve(state, { type: 'DayClosed', day: TODAY, unserved: [] }, at('17.00'))
    const idle = closeDay(morning())
    expect(idle.measured.days).toEqual([])
    const days = Array.from({ length: 20 }, (_, i) => usualDay({ noShows: i }))
    const state = { ...morning(), measured: { ...idle.measured, days, today: usualDay() } }
    const after = closeDay(state).measured.days
    expect(after).toHaveLength(20)
    expect(after.map(({ noShows }) => noShows)).toEqual([0, ...days.slice(0, 19).map(({ noShows }) => noShows)])
  })

  test('coverage of several days is one figure', () => {
    const coverage = { shown: 10, inside: 8, above: 1 }
    expect(coverageOf([usualDay({ coverage }), usualDay({ coverage })])).toEqual({ shown: 20, inside: 16, above: 2 })
  })
})

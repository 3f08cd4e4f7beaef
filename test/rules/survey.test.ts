import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../protocol/commands.ts'
import type { Sender } from '../../protocol/roles.ts'
import { SurveySettings } from '../../protocol/survey.ts'
import { viewFor } from '../../server/views/view-for.ts'
import { at } from '../support/denpasar.ts'
import { morningWith } from '../support/office-with.ts'
import { booking, counter, rehearse } from '../support/rules.ts'

const CLOCK: Sender = { role: 'clock', device: 'clock', place: 'office', staff: null }
const idOf = (number: string) => `2026-11-24/${number}`
const screen = (place: string): Sender => ({ role: 'survey', device: 's', place, staff: null })
const phone = (number: string): Sender => ({ role: 'tracker', device: 'phone', place: idOf(number), staff: null })

/** A hall whose visits end with the interview at counter 7, from the first to the last. */
const hall = (settings: Partial<SurveySettings> = {}) => {
  const codes = Array.from({ length: 12 }, (_, i) => `C${i}`)
  const day = rehearse(
    morningWith(
      { undoSec: 60, survey: SurveySettings.parse({ everyKth: 3, ...settings }) },
      ...codes.map((code) => booking(code, '10.00-11.00')),
    ),
  )
  day.open(1, ['documents'])
  day.open(2, ['documents'])
  for (const code of codes) day.scan(code, '10.00')
  const serve = (place: number, clock: string): string => {
    day.call(place, clock)
    const inHand = day.state().tickets.inHand[place] ?? ''
    day.taken({ type: 'Start', ticketId: inHand }, counter(place), clock)
    return inHand
  }
  const end = (ticketId: string, place: number, clock: string, outcome: Outcome = 'rejected') =>
    day.taken({ type: 'Finish', ticketId, outcome }, counter(place), clock)
  const visit = (place: number, clock: string, outcome: Outcome = 'rejected') => {
    const ticketId = serve(place, clock)
    return end(ticketId, place, clock, outcome)
  }
  const settle = (number: string, how: 'answered' | 'declined', clock = '10.30') => {
    const decision = day.ask({ type: 'SettleInvitation', ticketId: idOf(number), how }, CLOCK, clock)
    return decision.status === 'refused' ? decision.refusal.code : decision.events
  }
  const shown = (sender: Sender, clock: string) => {
    const view = viewFor(day.state(), sender, { epoch: 'e', seq: 1, at: at(clock), tokenOf: () => 'T'.repeat(22) })
    if (view?.role === 'survey') return view.invited.map(({ number }) => number)
    return view?.role === 'tracker' ? view.survey?.status : undefined
  }
  const open = () => day.state().survey.open.map(({ ticketId }) => ticketId.slice(11))
  const month = () => day.state().survey.months['2026-11']
  return { ...day, serve, end, visit, settle, shown, open, month }
}

describe('who is asked', () => {
  test('every third visit that ends', () => {
    const day = hall()
    for (let no = 1; no <= 7; no += 1) day.visit(1, `10.0${no}`)
    expect(day.open()).toEqual(['A003', 'A006'])
    expect(day.month()).toMatchObject({ served: 7, invited: 2 })
  })

  test.each(['rejected', 'withdrawn', 'rebooked'] as const)('also one that was %s', (outcome) => {
    const day = hall({ everyKth: 1 })
    expect(day.visit(1, '10.01', outcome)).toContainEqual({
      type: 'SurveyInvited',
      ticketId: idOf('A001'),
      counter: 1,
      everyKth: 1,
    })
  })

  test('nobody whose journey goes on', () => {
    const day = hall({ everyKth: 1 })
    day.visit(1, '10.01', 'completed')
    expect(day.open()).toEqual([])
    expect(day.month()).toBeUndefined()
  })

  test('nobody while the survey is off', () => {
    const day = hall({ on: false, everyKth: 1 })
    day.visit(1, '10.01')
    expect(day.open()).toEqual([])
    expect(day.month()).toMatchObject({ served: 1, invited: 0 })
  })

  test('after a long pause of the survey one or two at once, and then every third again', () => {
    const day = hall()
    const { state } = day
    const later = rehearse({ ...state(), survey: { ...state().survey, sinceInvited: 400 } })
    let invited = ''
    for (let no = 1; no <= 9; no += 1) {
      later.call(1, `10.0${no}`)
      const ticketId = later.state().tickets.inHand[1] ?? ''
      later.taken({ type: 'Start', ticketId }, counter(1), `10.0${no}`)
      const events = later.taken({ type: 'Finish', ticketId, outcome: 'rejected' }, counter(1), `10.0${no}`)
      invited += events.some(({ type }) => type === 'SurveyInvited') ? 'x' : '.'
    }
    expect(invited).toBe('xx..x..x.')
  })
})

describe('an end of a visit that is taken back', () => {
  test('takes its invitation with it, which comes with the next end of the visit', () => {
    const day = hall()
    for (const clock of ['10.01', '10.02', '10.03']) day.visit(1, clock)
    day.taken({ type: 'Undo', ticketId: idOf('A003') }, counter(1), '10.03')
    expect(day.open()).toEqual([])
    expect(day.month()).toMatchObject({ served: 2, invited: 0 })
    day.end(idOf('A003'), 1, '10.04')
    expect(day.open()).toEqual(['A003'])
    expect(day.month()).toMatchObject({ served: 3, invited: 1 })
  })

  test('keeps the third the third when another visit ended meanwhile', () => {
    const day = hall()
    day.visit(1, '10.01')
    day.visit(1, '10.02')
    const other = day.serve(2, '10.02')
    day.visit(1, '10.03')
    day.end(other, 2, '10.03')
    day.taken({ type: 'Undo', ticketId: idOf('A004') }, counter(1), '10.03')
    day.end(idOf('A004'), 1, '10.04')
    expect(day.open()).toEqual(['A004'])
    day.visit(1, '10.05')
    expect(day.open()).toEqual(['A004'])
    day.visit(1, '10.06')
    expect(day.open()).toHaveLength(2)
  })

  test('does not ask a second time who has answered', () => {
    const day = hall({ everyKth: 1 })
    day.visit(1, '10.01')
    day.settle('A001', 'answered', '10.01')
    day.taken({ type: 'Undo', ticketId: idOf('A001') }, counter(1), '10.01')
    day.end(idOf('A001'), 1, '10.02')
    expect(day.open()).toEqual([])
    expect(day.month()).toMatchObject({ served: 1, invited: 1, answered: 1 })
  })
})

describe('an invitation', () => {
  test('ends answered or declined, and the journal holds nothing but that', () => {
    const day = hall({ everyKth: 1 })
    day.visit(1, '10.01')
    day.visit(1, '10.02')
    expect(day.settle('A001', 'answered')).toEqual([
      { type: 'InvitationSettled', ticketId: idOf('A001'), how: 'answered' },
    ])
    day.settle('A002', 'declined')
    expect(day.month()).toEqual({ served: 2, invited: 2, answered: 1, declined: 1, expired: 0 })
  })

  test('ends once: the same again records nothing, the other is refused', () => {
    const day = hall({ everyKth: 1 })
    day.visit(1, '10.01')
    day.settle('A001', 'answered')
    expect(day.settle('A001', 'answered')).toEqual([])
    expect(day.settle('A001', 'declined')).toBe('not-invited')
    expect(day.month()).toMatchObject({ answered: 1, declined: 0 })
  })

  test('is not there for whoever was not asked', () => {
    expect(hall().settle('A001', 'answered')).toBe('not-invited')
  })

  test('that nobody answered ends with the day and is counted', () => {
    const day = hall({ everyKth: 1 })
    day.visit(1, '10.01')
    day.visit(1, '10.02')
    day.settle('A001', 'answered')
    day.taken({ type: 'CloseDay', day: '2026-11-24' }, CLOCK, '16.00')
    expect(day.month()).toMatchObject({ invited: 2, answered: 1, expired: 1 })
    expect(day.settle('A002', 'answered', '16.01')).toBe('not-invited')
  })

  test('counts for the next day as well: the third of both days together is asked', () => {
    const day = hall()
    day.visit(1, '10.01')
    day.visit(1, '10.02')
    day.taken({ type: 'CloseDay', day: '2026-11-24' }, CLOCK, '16.00')
    day.taken({ type: 'OpenDay', day: '2026-11-25' }, CLOCK, '16.00')
    expect(day.state().survey).toMatchObject({ sinceInvited: 2, settled: {} })
  })
})

describe('a screen at the exit', () => {
  test('shows the last six, newest first', () => {
    const day = hall({ everyKth: 1 })
    for (let no = 1; no <= 8; no += 1) day.visit(1, `10.0${no}`)
    expect(day.shown(screen('1'), '10.09')).toEqual(['A008', 'A007', 'A006', 'A005', 'A004', 'A003'])
    day.settle('A008', 'declined')
    expect(day.shown(screen('1'), '10.09')?.[0]).toBe('A007')
  })

  test('shows nobody where the office does not ask at the exit', () => {
    const day = hall({ everyKth: 1, channels: ['phone'] })
    day.visit(1, '10.01')
    expect(day.shown(screen('1'), '10.02')).toEqual([])
  })
})

describe('the second screen of a counter', () => {
  test('shows the one whose visit ended there just now, and nobody of another counter', () => {
    const day = hall({ everyKth: 1 })
    day.visit(1, '10.01')
    day.visit(2, '10.01')
    expect(day.shown(screen('counter-1'), '10.02')).toEqual(['A001'])
    expect(day.shown(screen('counter-2'), '10.02')).toEqual(['A002'])
    expect(day.shown(screen('counter-3'), '10.02')).toEqual([])
  })

  test('shows nobody once the counter calls the next, also when they do not come', () => {
    const day = hall({ everyKth: 1 })
    day.visit(1, '10.01')
    day.call(1, '10.02')
    expect(day.shown(screen('counter-1'), '10.02')).toEqual([])
    day.taken({ type: 'NoShow', ticketId: idOf('A002') }, counter(1), '10.02')
    expect(day.shown(screen('counter-1'), '10.02')).toEqual([])
  })

  test('shows nobody after three minutes: whoever has not begun has left', () => {
    const day = hall({ everyKth: 1 })
    day.visit(1, '10.01')
    expect(day.shown(screen('counter-1'), '10.03.59')).toEqual(['A001'])
    expect(day.shown(screen('counter-1'), '10.04')).toEqual([])
  })
})

describe('a phone', () => {
  test('asks its owner alone, and knows when it was answered', () => {
    const day = hall({ everyKth: 2 })
    day.visit(1, '10.01')
    day.visit(1, '10.02')
    expect(day.shown(phone('A001'), '10.03')).toBeUndefined()
    expect(day.shown(phone('A002'), '10.03')).toBe('open')
    day.settle('A002', 'answered')
    expect(day.shown(phone('A002'), '10.31')).toBe('answered')
  })

  test('asks nobody where the office does not ask there', () => {
    const day = hall({ everyKth: 1, channels: ['exit'] })
    day.visit(1, '10.01')
    expect(day.shown(phone('A001'), '10.03')).toBeUndefined()
  })
})

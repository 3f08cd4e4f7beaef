import { describe, expect, test } from 'vitest'
import type { Booking } from '../../server/rules/events.ts'
import { everyPaper, paperBy } from '../../server/rules/papers.ts'
import { everyTicket } from '../../server/rules/tickets.ts'
import { at } from '../support/denpasar.ts'
import { booking, counter, KIOSK, keyOf, morning, rehearse } from '../support/rules.ts'

const hall = (change: Partial<Booking> = {}) => rehearse(morning(booking('CODE1', '10.00-11.00', change)))
const admit = (code: string, change = {}) =>
  ({
    type: 'Admit',
    presented: { status: 'code', key: keyOf(code) },
    service: 'passport-replacement',
    kiosk: '1',
    reason: 'system-trouble',
    ...change,
  }) as const
const refused = (code: string) => ({ status: 'refused', refusal: { code } })

describe('staff admit a code that the kiosk turned away', () => {
  test.each([
    ['of another day', { day: '2026-11-25' }],
    ['that was cancelled', { status: 'cancelled' }],
    ['that is not paid', { status: 'unpaid' }],
    ['that was moved', { status: 'moved' }],
  ] as const)('one %s: without an appointment, in the lane of its service', (_, change) => {
    const day = hall(change)
    expect(day.scan('CODE1', '10.00').number).toBeNull()
    day.taken(admit('CODE1'), counter(3), '10.05')
    expect(day.ticket('A001')).toMatchObject({
      ...{ service: 'passport-new', key: keyOf('CODE1'), arrival: 'walk-in', window: null },
      ...{ turnAt: at('11.05'), shiftMin: 60 },
    })
    expect(day.state().overrides).toEqual([
      {
        ...{ act: 'admitted', ticketId: '2026-11-24/A001', staff: '07' },
        ...{ reason: 'system-trouble', at: at('10.05') },
      },
    ])
    expect(everyPaper(day.state().papers)).toMatchObject([{ printer: '1', mark: 'original' }])
  })

  test('one that is too late: without an appointment', () => {
    const day = hall()
    expect(day.scan('CODE1', '13.00').verdict).toBe('too-late')
    day.taken(admit('CODE1'), counter(3), '13.01')
    expect(day.ticket('A001')).toMatchObject({ arrival: 'walk-in', turnAt: at('14.01') })
  })

  test('one that nobody knows: with the service that staff name, and a second scan finds it', () => {
    const day = hall()
    expect(day.scan('NOBODY', '10.00').verdict).toBe('unknown')
    day.taken(admit('NOBODY'), counter(3), '10.05')
    expect(day.ticket('A001').service).toBe('passport-replacement')
    expect(day.scan('NOBODY', '10.10')).toMatchObject({ verdict: 'already-in', number: 'A001' })
  })

  test('one of another office, which has no code here', () => {
    const day = hall()
    day.taken(admit('', { presented: { status: 'other-office' } }), counter(3), '10.05')
    expect(day.ticket('A001').key).toBeNull()
  })

  test('late ones of today without their set-back', () => {
    const day = hall()
    day.taken(admit('CODE1'), counter(3), '11.30')
    expect(day.ticket('A001')).toMatchObject({ arrival: 'late', turnAt: at('11.30'), shiftMin: 0 })
    expect(day.state().overrides).toMatchObject([{ act: 'late-accepted' }])
  })

  test('but one booking has one live ticket, whose number the answer names', () => {
    const day = hall()
    day.scan('CODE1', '10.00')
    expect(day.ask(admit('CODE1'), counter(3), '10.05')).toMatchObject({
      events: [],
      result: { verdict: 'already-in', number: 'A001' },
    })
    expect(everyTicket(day.state().tickets)).toHaveLength(1)
  })

  test('whose visit is over may be admitted once more', () => {
    const day = hall()
    day.scan('CODE1', '10.00')
    day.open(1, ['documents'])
    day.call(1, '10.01')
    day.taken({ type: 'Start', ticketId: '2026-11-24/A001' }, counter(1), '10.02')
    day.taken({ type: 'Finish', ticketId: '2026-11-24/A001', outcome: 'rejected' }, counter(1), '10.05')
    expect(day.scan('CODE1', '10.30').verdict).toBe('ended')
    day.taken(admit('CODE1'), counter(3), '10.31')
    expect(day.ticket('A002').standing.status).toBe('waiting')
    expect(day.scan('CODE1', '10.32')).toMatchObject({ verdict: 'already-in', number: 'A002' })
  })

  test.each([
    ['a payment code', { presented: { status: 'billing-code' } }, 'nothing-to-override'],
    ['what is no code', { presented: { status: 'unreadable' } }, 'nothing-to-override'],
    ['a reason that the office does not have', { reason: 'a-friend' }, 'unknown-reason'],
    ['a kiosk that the office does not have', { kiosk: '9' }, 'unknown-place'],
    ['a service that the office does not have', { service: 'visa' }, 'unknown-service'],
  ] as const)('not with %s', (_, change, code) => {
    expect(hall().ask({ ...admit('NOBODY'), ...change }, counter(3), '10.05')).toEqual(refused(code))
  })
})

describe('staff give one more paper than the kiosk does', () => {
  const reprint = { type: 'GrantReprint', ticketId: '2026-11-24/A001', kiosk: '2', reason: 'needs-help' } as const

  test('marked, at the printer of that kiosk, on the record', () => {
    const day = hall()
    day.scan('CODE1', '10.00')
    for (const clock of ['10.01', '10.02']) day.taken({ type: 'Reprint', ticketId: reprint.ticketId }, KIOSK, clock)
    expect(day.ask({ type: 'Reprint', ticketId: reprint.ticketId }, KIOSK, '10.03')).toEqual(refused('reprint-limit'))
    day.taken(reprint, counter(1), '10.04')
    expect(paperBy(day.state().papers, '2026-11-24/A001/4')).toMatchObject({ mark: 'reprint', printer: '1' })
    expect(day.state().overrides).toMatchObject([{ act: 'reprint', reason: 'needs-help' }])
  })

  test('not of a ticket that is not of today', () => {
    expect(hall().ask(reprint, counter(1), '10.04')).toEqual(refused('unknown-ticket'))
  })
})

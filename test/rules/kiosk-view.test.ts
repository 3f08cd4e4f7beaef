import { describe, expect, test } from 'vitest'
import { KioskView } from '../../protocol/views.ts'
import type { State } from '../../server/rules/state.ts'
import { kioskView } from '../../server/views/kiosk-view.ts'
import { at, DENPASAR, TODAY, window } from '../support/denpasar.ts'
import { lanesWith, morningWith } from '../support/office-with.ts'
import { booking, counter, KIOSK, keyOf, morning, rehearse } from '../support/rules.ts'

test('the kiosk knows the counter of a visitor only while that visitor is called or served', () => {
  const day = rehearse(morning(booking('ONTIME', '10.00-11.00')))
  day.open(1, ['documents'])
  const counterSeen = () => {
    const frame = { epoch: 'epoch-1', seq: 1, at: at('10.05'), tokenOf: (ticketId: string) => ticketId }
    return KioskView.parse(kioskView(day.state(), DENPASAR, '1', frame)).visit?.ticket?.counter
  }
  const { number } = day.scan('ONTIME', '10.01')
  expect(counterSeen()).toBeNull()
  expect(day.call(1, '10.02')).toBe(number)
  expect(counterSeen()).toBe(1)
  const ticketId = `2026-11-24/${number}`
  day.taken({ type: 'Start', ticketId }, counter(1), '10.03')
  expect(counterSeen()).toBe(1)
  day.taken({ type: 'Finish', ticketId, outcome: 'completed' }, counter(1), '10.04')
  expect(counterSeen()).toBeNull()
})

describe('what a kiosk can give now', () => {
  const seen = (state: State, clock = '10.00') =>
    KioskView.parse(
      kioskView(state, state.office ?? DENPASAR, '1', { epoch: 'e', seq: 1, at: at(clock), tokenOf: (id) => id }),
    )

  test('without a booking: the services, until when, and how many numbers are left', () => {
    const lanes = lanesWith('K', { cap: 2, numbers: { from: '08.00', until: '11.00' }, grantedBy: 'kiosk' })
    const day = rehearse(morningWith({ lanes }))
    const [offer] = seen(day.state()).walkIn
    expect(offer).toEqual({
      service: 'passport-new',
      name: { id: 'Paspor baru', en: 'New passport' },
      documents: [],
      left: 2,
      fromAt: at('08.00'),
      untilAt: at('11.00'),
      grantedBy: 'kiosk',
    })
    day.taken({ type: 'TakeNumber', service: 'passport-new', priority: false, reason: 'other' }, KIOSK, '09.00')
    expect(seen(day.state()).walkIn.map(({ left }) => left)).toEqual([1, 1])
  })

  test('nothing on a day that is closed, in an office that then gives no numbers', () => {
    const hours = DENPASAR.hours && { ...DENPASAR.hours, numbersWhenClosed: false }
    const state = { ...morningWith({ hours }), exceptions: { [TODAY]: null } }
    expect(seen(state)).toMatchObject({ walkIn: [], givesNumbers: false, hours: { status: 'closed' } })
    expect(seen(morningWith({ hours }))).toMatchObject({ givesNumbers: true, hours: { status: 'open' } })
  })

  test('the windows to choose from, only without a list', () => {
    expect(seen(morningWith({})).windows).toEqual([])
    const agenda = { acceptGoodRows: false, scanOnlyService: 'passport-new' }
    expect(seen(morningWith({ agenda })).windows.at(2)).toEqual(window('10.00-11.00'))
  })

  test('who of a family is here and who is still to come', () => {
    const member = (code: string) => booking(code, '10.00-11.00', { party: keyOf('P') })
    const day = rehearse(morningWith({}, member('MOTHER'), member('CHILD'), member('BABY')))
    day.scan('MOTHER', '10.00')
    day.scan('CHILD', '10.01')
    expect(seen(day.state()).visit?.ticket?.family).toEqual({ here: 2, toCome: 1 })
  })
})

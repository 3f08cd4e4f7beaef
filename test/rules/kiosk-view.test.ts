import { expect, test } from 'vitest'
import { KioskView } from '../../protocol/views.ts'
import { kioskView } from '../../server/views/kiosk-view.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { booking, counter, morning, rehearse } from '../support/rules.ts'

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

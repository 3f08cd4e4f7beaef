import { expect, test } from 'vitest'
import type { Office } from '../../protocol/office.ts'
import { DENPASAR, TODAY } from '../support/denpasar.ts'
import { booking, counter, KIOSK, morning, rehearse } from '../support/rules.ts'

const renamed: Office = {
  ...DENPASAR,
  services: DENPASAR.services.map((service) => ({ ...service, journey: ['interview'] })),
}
const fewer: Office = { ...DENPASAR, counters: DENPASAR.counters.slice(1) }
const configure = (office: Office) => ({ type: 'ConfigureOffice', office }) as const

test('an office is changed freely while nobody would lose a place by it', () => {
  const day = rehearse(morning(booking('CODE1', '10.00-11.00')))
  expect(day.ask(configure(renamed), KIOSK, '07.30').status).toBe('taken')
  expect(day.ask(configure(fewer), KIOSK, '07.31').status).toBe('taken')
})

test('a document without the stage of somebody who waits is refused until the day is over', () => {
  const day = rehearse(morning(booking('CODE1', '10.00-11.00')))
  day.scan('CODE1', '10.00')
  expect(day.ask(configure(renamed), KIOSK, '10.01')).toMatchObject({ refusal: { code: 'office-in-use' } })
  day.taken({ type: 'CloseDay', day: TODAY }, KIOSK, '16.00')
  expect(day.ask(configure(renamed), KIOSK, '16.01').status).toBe('taken')
})

test('a document without a counter that is open is refused until it is closed', () => {
  const day = rehearse(morning())
  day.open(1, ['documents'])
  expect(day.ask(configure(fewer), KIOSK, '10.01')).toMatchObject({ refusal: { code: 'office-in-use' } })
  day.taken({ type: 'CloseCounter' }, counter(1), '10.02')
  expect(day.ask(configure(fewer), KIOSK, '10.03').status).toBe('taken')
})

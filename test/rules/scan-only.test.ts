import { describe, expect, test } from 'vitest'
import { at, DENPASAR, window } from '../support/denpasar.ts'
import { morningWith } from '../support/office-with.ts'
import { booking, KIOSK, rehearse } from '../support/rules.ts'

const agenda = { acceptGoodRows: false, scanOnlyService: 'passport-new' }
const office = () => rehearse(morningWith({ agenda }, booking('LISTED', '10.00-11.00')))

describe('an office that works without a list', () => {
  test('asks for the window on the letter, and a stated one counts like a booked one', () => {
    const day = office()
    const { visitId, verdict } = day.scan('LETTER', '09.30')
    expect(verdict).toBe('window-needed')
    day.taken({ type: 'StateWindow', visitId, window: window('10.00-11.00') }, KIOSK, '09.31')
    expect(day.ticket('A001')).toMatchObject({ arrival: 'early', turnAt: at('10.00'), window: window('10.00-11.00') })
    expect(day.scan('LETTER', '09.35')).toMatchObject({ verdict: 'already-in', number: 'A001' })
  })

  test('serves without an appointment, in the lane of the service, who does not know the window', () => {
    const day = office()
    const { visitId } = day.scan('LETTER', '09.30')
    day.taken({ type: 'StateWindow', visitId, window: null }, KIOSK, '09.31')
    expect(day.ticket('A001')).toMatchObject({ arrival: 'walk-in', turnAt: at('10.30'), window: null })
    expect(day.scan('LETTER', '09.35').verdict).toBe('already-in')
  })

  test('serves without an appointment whose window is long past, without a second question', () => {
    const day = office()
    const { visitId } = day.scan('LETTER', '11.30')
    day.taken({ type: 'StateWindow', visitId, window: window('08.00-09.00') }, KIOSK, '11.31')
    expect(day.ticket('A001')).toMatchObject({ arrival: 'walk-in', window: null })
  })

  test('offers only the windows that are sold today, and only to whom it just asked', () => {
    const day = office()
    const { visitId } = day.scan('LETTER', '09.30')
    const state = (hours: string, id = visitId) =>
      day.ask({ type: 'StateWindow', visitId: id, window: window(hours) }, KIOSK, '09.31')
    expect(state('12.00-13.00')).toEqual({ status: 'refused', refusal: { code: 'nothing-offered' } })
    expect(state('10.00-11.00', 'another-visit-0001')).toEqual({
      status: 'refused',
      refusal: { code: 'nothing-offered' },
    })
    day.scan('LISTED', '09.32')
    expect(state('10.00-11.00')).toEqual({ status: 'refused', refusal: { code: 'nothing-offered' } })
  })

  test('knows a booking that is in a list all the same', () => {
    expect(office().scan('LISTED', '10.00').verdict).toBe('on-time')
  })

  test('still does not take what is no code', () => {
    const day = office()
    day.taken({ type: 'CheckIn', presented: { status: 'unreadable' } }, KIOSK, '10.00')
    expect(day.state().turnedAway).toEqual({ unknown: 1 })
  })
})

test('an office with a list knows no code that is not in it', () => {
  expect(DENPASAR.agenda.scanOnlyService).toBeNull()
  expect(rehearse(morningWith({})).scan('LETTER', '09.30').verdict).toBe('unknown')
})

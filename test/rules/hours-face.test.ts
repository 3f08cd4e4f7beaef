import { describe, expect, test } from 'vitest'
import type { State } from '../../server/rules/state.ts'
import { hoursFace } from '../../server/views/hours-face.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { morningWith, officeWith } from '../support/office-with.ts'

const LUNCH = { id: 'Istirahat', en: 'Lunch break' }
const face = (clock: string, day = TODAY, state: State = { ...morningWith({}), day: null }) =>
  hoursFace(state, state.office ?? DENPASAR, at(clock, day))

describe('the hours as the screens say them', () => {
  test.each([
    ['07.59.59', 'before-open', null, '08.00'],
    ['08.00', 'open', LUNCH, '12.00'],
    ['12.00', 'break', LUNCH, '13.00'],
    ['13.00', 'open', null, '16.00'],
  ])('at %s on a Tuesday: %s', (clock, status, name, next) => {
    expect(face(clock)).toEqual({ status, name, nextAt: at(next) })
  })

  test('after the close say when the office opens again, weekends skipped', () => {
    expect(face('16.00')).toEqual({ status: 'closed', name: null, nextAt: at('08.00', '2026-11-25') })
    expect(face('16.00', '2026-11-27').nextAt).toBe(at('08.00', '2026-11-30'))
  })

  test('on a holiday name it', () => {
    expect(face('10.00', '2026-12-25')).toEqual({
      ...{ status: 'closed', name: { id: 'Natal', en: 'Christmas' }, nextAt: at('08.00', '2026-12-28') },
    })
  })

  test('set at short notice are said at once, without a name', () => {
    const state = { ...morningWith({}), exceptions: { [TODAY]: null } }
    expect(face('10.00', TODAY, state)).toEqual({ status: 'closed', name: null, nextAt: at('08.00', '2026-11-25') })
  })

  test('are those of the business day while one is open', () => {
    expect(face('00.30', '2026-11-25', morningWith({})).status).toBe('closed')
  })

  test('do not promise an opening that no calendar knows', () => {
    const { hours } = DENPASAR
    const week = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null }
    const state = { ...morningWith({}), office: officeWith({ hours: hours && { ...hours, week } }) }
    expect(face('10.00', TODAY, state)).toEqual({ status: 'closed', name: null, nextAt: null })
  })

  test('without a calendar are nothing to speak of', () => {
    const state = { ...morningWith({}), office: officeWith({ hours: null }) }
    expect(face('03.00', TODAY, state)).toEqual({ status: 'always', name: null, nextAt: null })
  })
})

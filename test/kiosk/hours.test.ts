import { describe, expect, test } from 'vitest'
import { chooseScreen } from '../../kiosk/choose-screen.ts'
import { evolveLocal, type Happening, UNTOUCHED } from '../../kiosk/local.ts'
import type { KioskView } from '../../protocol/views.ts'
import { at } from '../support/denpasar.ts'
import { NOW, offerOf, viewOf, visitOf } from './sample-views.ts'

const see = (change: Partial<KioskView>, ...happenings: Happening[]) => {
  const joined = evolveLocal(UNTOUCHED, { type: 'joined', at: NOW, staffCalledAt: null })
  const view = viewOf(change)
  return chooseScreen({ status: 'live', view, lostAt: null }, happenings.reduce(evolveLocal, joined), NOW)
}
const BREAK = { status: 'break', name: { id: 'Istirahat siang', en: 'Lunch' }, nextAt: at('13.00') } as const
const OUTAGE = { scope: 'national', sinceAt: at('09.50') } as const

describe('a kiosk that nobody uses', () => {
  test('in a break gives numbers all the same, and says when calls go on', () => {
    expect(see({ hours: BREAK })).toMatchObject({ name: 'break', resumesAt: at('13.00'), timeout: null })
  })

  test('in an outage says so before it speaks of the break', () => {
    expect(see({ hours: BREAK, outage: OUTAGE })).toMatchObject({ name: 'outage', scope: 'national' })
  })

  test('is closed when no numbers are given, whatever the reason', () => {
    const hours = { status: 'closed', name: null, nextAt: at('08.00', '2026-11-25') } as const
    expect(see({ givesNumbers: false, hours })).toMatchObject({ name: 'closed', hours })
    expect(see({ day: null, outage: OUTAGE }).name).toBe('closed')
    expect(see({ givesNumbers: false, hours: BREAK }).name).toBe('closed')
  })

  test('offers a number without appointment only where there is one to be had', () => {
    expect(see({})).toMatchObject({ name: 'start', walkIn: false })
    for (const change of [{}, { hours: BREAK }, { outage: OUTAGE }])
      expect(see({ walkIn: [offerOf()], ...change })).toMatchObject({ walkIn: true })
  })

  test('forgets language and modes on every one of these screens, and nothing else', () => {
    const english: Happening[] = [{ type: 'touched', at: NOW - 30_000 }, { type: 'language' }]
    for (const change of [{}, { hours: BREAK }, { outage: OUTAGE }, { givesNumbers: false }])
      expect(see(change, ...english)).toMatchObject({ timeout: null, expired: 'visit' })
  })
})

test('a code that is presented while no numbers are given makes none and says when they are', () => {
  const hours = { status: 'before-open', name: null, nextAt: at('11.00') } as const
  expect(see({ givesNumbers: false, hours, visit: visitOf('closed') })).toMatchObject({ name: 'no-numbers', hours })
})

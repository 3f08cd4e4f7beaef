import { describe, expect, test } from 'vitest'
import { chooseScreen } from '../../kiosk/choose-screen.ts'
import { evolveLocal, type Happening, type Local, UNTOUCHED, type WalkIn, wipe } from '../../kiosk/local.ts'
import { ANSWER_TIMEOUT_MS } from '../../protocol/socket.ts'
import type { KioskView } from '../../protocol/views.ts'
import { window } from '../support/denpasar.ts'
import { NOW, offerOf, ticketOf, viewOf, visitOf } from './sample-views.ts'

const { documents } = ticketOf()
const joined = evolveLocal(UNTOUCHED, { type: 'joined', at: NOW - 3_600_000, staffCalledAt: null })
const knowing = (...happenings: Happening[]): Local => happenings.reduce(evolveLocal, joined)
const see = (view: KioskView, local: Local = knowing(), now = NOW) =>
  chooseScreen({ status: 'live', view, lostAt: null }, local, now)

const BOOKED = viewOf({ visit: visitOf('checklist', { documents }) })
const visitId = BOOKED.visit?.visitId ?? ''
const MISSING: Happening = { type: 'documents-missing' }
const TAKING: Happening = { type: 'asked', asking: { what: 'take', visitId }, at: NOW + 5_000 }

describe('a booking whose originals are asked about', () => {
  test('sees the list for a minute, and silence takes the number', () => {
    const silence = { type: 'take-checked', incomplete: false }
    expect(see(BOOKED)).toMatchObject({
      ...{ name: 'checklist', documents, silence, expired: null },
      timeout: { totalMs: 60_000, warning: 'inline' },
    })
    expect(see(BOOKED, knowing(), NOW + 59_999)).toMatchObject({ expired: null })
    expect(see(BOOKED, knowing(), NOW + 60_000)).toMatchObject({ name: 'checklist', expired: 'question', silence })
  })

  test('a touch renews the minute', () => {
    const touched = knowing({ type: 'touched', at: NOW + 50_000 })
    expect(see(BOOKED, touched, NOW + 60_000)).toMatchObject({ expired: null, timeout: { leftMs: 50_000 } })
  })

  test('lacks one: hears that the number may be had all the same, for 45 seconds', () => {
    const missing = knowing({ type: 'touched', at: NOW + 5_000 }, MISSING)
    expect(see(BOOKED, missing, NOW + 5_000)).toMatchObject({
      ...{ name: 'checklist-missing', documents },
      timeout: { totalMs: 45_000, leftMs: 45_000, warning: 'inline' },
    })
    expect(see(BOOKED, missing, NOW + 50_000)).toMatchObject({
      ...{ name: 'checklist-missing', expired: 'question' },
      silence: { type: 'take-checked', incomplete: true },
    })
  })

  test('comes back later: the kiosk is at its start, and another scan asks again', () => {
    const later = knowing(MISSING, { type: 'wiped', view: BOOKED })
    expect(see(BOOKED, later).name).toBe('start')
    const again = viewOf({ visit: visitOf('checklist', { visitId: 'visit-00000000000000002', documents }) })
    expect(see(again, evolveLocal(later, { type: 'visited' })).name).toBe('checklist')
  })

  test('is read from the answer to the number, five seconds at most', () => {
    const taking = knowing(MISSING, TAKING)
    expect(see(BOOKED, taking, NOW + 5_000).name).toBe('reading')
    expect(see(BOOKED, taking, NOW + 5_000 + ANSWER_TIMEOUT_MS).name).toBe('no-answer')
    const given = viewOf({ visit: visitOf('on-time', { visitId: 'visit-00000000000000002', ticket: ticketOf() }) })
    expect(see(given, taking, NOW + 5_000).name).toBe('ticket')
    expect(see(given, evolveLocal(taking, { type: 'visited' })).name).toBe('ticket')
  })

  test('without a line there is nothing to answer, and the question comes back with it', () => {
    const lost = chooseScreen({ status: 'stale', view: BOOKED, lostAt: NOW }, knowing(), NOW)
    expect(lost.name).toBe('offline')
    expect(see(BOOKED, knowing(), NOW + 3_000).name).toBe('checklist')
  })

  test('after a page was loaded again the question is asked again, while it is fresh', () => {
    const fresh = evolveLocal(UNTOUCHED, { type: 'joined', at: NOW + 4_000, staffCalledAt: null })
    expect(see(BOOKED, fresh, NOW + 4_000).name).toBe('checklist')
    const later = evolveLocal(UNTOUCHED, { type: 'joined', at: NOW + 120_000, staffCalledAt: null })
    expect(see(BOOKED, later, NOW + 120_000).name).toBe('start')
  })
})

describe('somebody without an appointment whose originals are asked about', () => {
  const view = viewOf({ walkIn: [offerOf({ documents })] })
  const reached = (reason: string | null): Happening => {
    const walkIn: WalkIn = { service: 'passport-new', priority: true, reason, at: NOW }
    return { type: 'walk-in-reached', walkIn }
  }

  test('is asked last, after the reason', () => {
    expect(see(view, knowing(reached(null))).name).toBe('walk-in-reason')
    expect(see(view, knowing(reached('other')))).toMatchObject({ name: 'checklist', documents })
    expect(see(view, knowing(reached('other'), MISSING)).name).toBe('checklist-missing')
  })

  test('who does not answer gets the number', () => {
    expect(see(view, knowing(reached('other')), NOW + 60_000)).toMatchObject({
      ...{ name: 'checklist', expired: 'question' },
      silence: { type: 'take-checked', incomplete: false },
    })
  })

  test('that one original was missing is forgotten with the next question', () => {
    const turned = knowing(reached('other'), MISSING, { type: 'put-away', view }, reached('other'))
    expect(see(view, turned).name).toBe('checklist')
  })
})

describe('an office without a list that asks about originals', () => {
  const windows = [window('10.00-11.00')]
  const view = viewOf({ visit: visitOf('window-needed', { documents }), windows })
  const stated = (hour: ReturnType<typeof window> | null): Happening => ({
    type: 'window-stated',
    window: hour,
  })

  test('asks after the hour was said, also where it is not known', () => {
    expect(see(view).name).toBe('scan-only-window')
    expect(see(view, knowing(stated(window('10.00-11.00'))))).toMatchObject({ name: 'checklist', documents })
    expect(see(view, knowing(stated(null))).name).toBe('checklist')
    expect(see(view, knowing(stated(null), MISSING)).name).toBe('checklist-missing')
  })
})

test('nothing of the originals is left after the wipe', () => {
  const stated: Happening = { type: 'window-stated', window: window('10.00-11.00') }
  for (const view of [BOOKED, null])
    expect(wipe(knowing(stated, MISSING), view)).toEqual({ ...joined, dismissed: view?.visit?.visitId ?? null })
})

import { describe, expect, test } from 'vitest'
import { chooseScreen } from '../../kiosk/choose-screen.ts'
import { evolveLocal, type Happening, type Local, UNTOUCHED, type WalkIn } from '../../kiosk/local.ts'
import type { KioskView } from '../../protocol/views.ts'
import { at, window } from '../support/denpasar.ts'
import { NOW, offerOf, ticketOf, viewOf, visitOf } from './sample-views.ts'

const SERVICE = 'passport-new'
const knowing = (...happenings: Happening[]): Local =>
  happenings.reduce(evolveLocal, evolveLocal(UNTOUCHED, { type: 'joined', at: NOW, staffCalledAt: null }))
const reached = (service: string | null, priority: boolean | null, reason: string | null = null): Happening => {
  const walkIn: WalkIn = { service, priority, reason, at: NOW }
  return { type: 'walk-in-reached', walkIn }
}
const see = (view: KioskView, local: Local, now = NOW) =>
  chooseScreen({ status: 'live', view, lostAt: null }, local, now)
const OPEN = viewOf({ walkIn: [offerOf(), offerOf({ service: 'passport-replacement' })] })

describe('somebody without an appointment', () => {
  test('says for what, whether with priority, and why: one question after the other', () => {
    expect(see(OPEN, knowing(reached(null, null)))).toMatchObject({
      name: 'walk-in-choose',
      timeout: { totalMs: 45_000 },
    })
    expect(see(OPEN, knowing(reached(SERVICE, null)))).toMatchObject({ name: 'priority-ask' })
    expect(see(OPEN, knowing(reached(SERVICE, true)))).toMatchObject({
      name: 'walk-in-reason',
      reasons: OPEN.walkInReasons,
    })
  })

  test('who does not answer has no priority and the reason "other"; the screen says so instead of asking whether they are there', () => {
    const priority = see(OPEN, knowing(reached(SERVICE, null)), NOW + 30_000)
    expect(priority).toMatchObject({
      name: 'priority-ask',
      expired: 'question',
      silence: { type: 'choose-priority', priority: false },
      timeout: { leftMs: 0, warning: 'inline' },
    })
    expect(see(OPEN, knowing(reached(SERVICE, false)), NOW + 30_000)).toMatchObject({
      name: 'walk-in-reason',
      expired: 'question',
      silence: { type: 'choose-reason', reason: 'other' },
    })
  })

  test('where the office has no reason "other", silence counts as its last one', () => {
    const [first, second] = OPEN.walkInReasons
    const view = { ...OPEN, walkInReasons: [first, second].filter((reason) => reason !== undefined) }
    expect(see(view, knowing(reached(SERVICE, false)))).toMatchObject({ silence: { reason: second?.id } })
  })

  test('who walks away before choosing a service leaves nothing behind', () => {
    expect(see(OPEN, knowing(reached(null, null)), NOW + 45_000)).toMatchObject({ name: 'start', expired: 'visit' })
  })

  test('sees of each service whether this kiosk gives the number, staff do, or nobody does', () => {
    const view = viewOf({
      walkIn: [
        offerOf(),
        offerOf({ grantedBy: 'staff' }),
        offerOf({ left: 0 }),
        offerOf({ left: null, fromAt: at('13.00') }),
        offerOf({ left: null, fromAt: null, untilAt: null }),
      ],
    })
    const screen = see(view, knowing(reached(null, null)))
    expect(screen.name === 'walk-in-choose' && screen.rows.map(({ status }) => status)).toEqual([
      'open',
      'staff',
      'full',
      'closed',
      'open',
    ])
  })

  test('finds no list when nothing is left, or nothing is given at this hour', () => {
    const full = viewOf({ walkIn: [offerOf({ left: 0 })] })
    expect(see(full, knowing(reached(null, null)))).toMatchObject({ name: 'walk-in-full', why: 'full' })
    const later = viewOf({ walkIn: [offerOf({ fromAt: at('13.00') })] })
    expect(see(later, knowing(reached(null, null)))).toMatchObject({
      name: 'walk-in-full',
      why: 'closed',
      fromAt: at('13.00'),
    })
  })

  test('is told that numbers are gone when the last one went while they chose', () => {
    const refusal = { code: 'lane-full' } as const
    const told = knowing({ type: 'noticed', notice: { why: 'refused', refusal }, at: NOW })
    expect(see(OPEN, told)).toMatchObject({ name: 'walk-in-full', why: 'full' })
  })

  test('gets the ticket of that lane, and nothing of the questions is left', () => {
    const chosen = knowing(reached(SERVICE, true), {
      type: 'asked',
      asking: { what: 'check-in', before: null },
      at: NOW,
    })
    expect(JSON.stringify(chosen)).not.toContain(SERVICE)
    expect(see(OPEN, chosen).name).toBe('reading')
    const view = { ...OPEN, visit: visitOf('walk-in', { ticket: ticketOf({ window: null }) }) }
    expect(see(view, evolveLocal(chosen, { type: 'visited' })).name).toBe('walk-in-ticket')
  })
})

describe('an office without a list', () => {
  const asked = viewOf({ visit: visitOf('window-needed'), windows: [window('10.00-11.00'), window('11.00-12.00')] })

  test('asks for the hour on the letter, and reads until that is answered', () => {
    const screen = see(asked, knowing())
    expect(screen).toMatchObject({ name: 'scan-only-window', windows: asked.windows, timeout: { totalMs: 40_000 } })
    const visitId = asked.visit?.visitId ?? ''
    const said = knowing({ type: 'asked', asking: { what: 'take', visitId }, at: NOW })
    expect(see(asked, said).name).toBe('reading')
    expect(see({ ...asked, visit: visitOf('on-time', { ticket: ticketOf() }) }, said).name).toBe('ticket')
  })

  test('turns the pages of a long day, and starts on the first one with the next visitor', () => {
    const turned = knowing({ type: 'paged', page: 1 })
    expect(see(asked, turned)).toMatchObject({ page: 1 })
    expect(see(asked, evolveLocal(turned, { type: 'visited' }))).toMatchObject({ page: 0 })
  })
})

describe('a family', () => {
  const first = viewOf({ visit: visitOf('on-time', { ticket: ticketOf({ family: { here: 1, toCome: 2 } }) }) })

  test('that goes on scanning is told how many are in, and for 25 seconds', () => {
    const next = knowing({ type: 'put-away', view: first }, { type: 'family-awaited', at: NOW })
    expect(see(first, next)).toMatchObject({ name: 'family-next', here: 1, toCome: 2, timeout: { totalMs: 25_000 } })
    expect(see(first, next, NOW + 25_000)).toMatchObject({ name: 'start', expired: 'visit' })
  })

  test('whose next code was scanned sees that ticket', () => {
    const next = knowing({ type: 'put-away', view: first }, { type: 'family-awaited', at: NOW }, { type: 'visited' })
    const ticket = ticketOf({ number: 'A038', family: { here: 2, toCome: 1 } })
    const second = viewOf({ visit: visitOf('on-time', { visitId: 'visit-00000000000000002', ticket }) })
    expect(see(second, next)).toMatchObject({ name: 'ticket', ticket: { number: 'A038' } })
  })
})

import { describe, expect, test } from 'vitest'
import { chooseScreen, FRESH_VISIT_MS, PAPER_MS } from '../../kiosk/choose-screen.ts'
import { evolveLocal, type Happening, type Local, openLocal, UNTOUCHED } from '../../kiosk/local.ts'
import { type ScreenName, TIMEOUT_SEC } from '../../kiosk/screen.ts'
import type { PaperState } from '../../protocol/faces.ts'
import { ANSWER_TIMEOUT_MS } from '../../protocol/socket.ts'
import type { KioskView, Visit } from '../../protocol/views.ts'
import { window } from '../support/denpasar.ts'
import { NOW, ticketOf, viewOf, visitOf } from './sample-views.ts'

const AT_OPENING = NOW - 3_600_000
const knowing = (...happenings: Happening[]): Local =>
  happenings.reduce(evolveLocal, evolveLocal(UNTOUCHED, { type: 'joined', at: AT_OPENING, staffCalledAt: null }))
const see = (view: KioskView, local: Local = knowing(), now = NOW) =>
  chooseScreen({ status: 'live', view, lostAt: null }, local, now)
const lose = (view: KioskView, local: Local = knowing(), now = NOW) =>
  chooseScreen({ status: 'stale', view, lostAt: NOW }, local, now)
const visited = (verdict: Visit['verdict'], change: Partial<Visit> = {}) => viewOf({ visit: visitOf(verdict, change) })
const START = { name: 'start', walkIn: false, camera: false, timeout: null, expired: null }
const ON_TIME = visited('on-time', { ticket: ticketOf() })

describe('before anybody is served', () => {
  test('a kiosk that was just switched on is getting ready, one the server does not know is not paired', () => {
    expect(chooseScreen({ status: 'connecting' }, UNTOUCHED, null).name).toBe('loading')
    expect(chooseScreen({ status: 'not-paired' }, UNTOUCHED, null).name).toBe('not-paired')
    expect(chooseScreen({ status: 'ended' }, UNTOUCHED, null).name).toBe('not-paired')
  })

  test('without an open day the office is closed; on an open day the kiosk waits for a code and has no time-out', () => {
    expect(see(viewOf({ day: null })).name).toBe('closed')
    expect(see(viewOf())).toEqual(START)
  })

  test('a language or a mode that somebody left behind ends 30 seconds after the last touch', () => {
    const english = knowing({ type: 'touched', at: NOW }, { type: 'language' })
    expect(see(viewOf(), english, NOW + 29_999)).toMatchObject({ name: 'start', expired: null })
    expect(see(viewOf(), english, NOW + 30_000)).toMatchObject({ name: 'start', expired: 'visit', timeout: null })
  })

  test('a language, a mode or half a code ends in the same time without a line', () => {
    const left = knowing({ type: 'language' }, { type: 'typed', code: 'K7' })
    expect(lose(viewOf(), left, NOW + 29_999)).toMatchObject({ name: 'offline', expired: null })
    expect(lose(viewOf(), left, NOW + 30_000)).toMatchObject({ name: 'offline', expired: 'visit', timeout: null })
  })

  test('without a line nothing can be asked, and the screen says since when', () => {
    expect(lose(viewOf())).toMatchObject({ name: 'offline', lostAt: NOW })
    expect(lose(viewOf(), knowing({ type: 'typed', code: 'K7' }))).toMatchObject({ name: 'offline' })
  })
})

describe('every verdict has its screen', () => {
  const tickets: [Visit['verdict'], ScreenName][] = [
    ['early', 'early'],
    ['on-time', 'ticket'],
    ['late-grace', 'ticket-grace'],
    ['late', 'late'],
    ['walk-in', 'walk-in-ticket'],
    ['already-in', 'already-in'],
  ]
  test.each(tickets)('%s shows the number on the screen %s for 20 seconds', (verdict, name) => {
    const view = visited(verdict, { ticket: ticketOf() })
    expect(see(view)).toMatchObject({
      name,
      ticket: { number: 'A037' },
      timeout: { totalMs: 20_000, warning: 'inline' },
    })
    expect(see(view, knowing(), NOW + 20_000)).toMatchObject({ name: 'start', expired: 'visit' })
  })

  const away = [
    'too-late',
    'wrong-day',
    'wrong-office',
    'moved',
    'cancelled',
    'unpaid',
    'unknown',
    'billing-code',
    'ended',
  ] as const
  test.each(away)('%s makes no number and says why', (verdict) => {
    const booked = { day: '2026-11-26', window: window('10.00-11.00', '2026-11-26') }
    const screen = see(visited(verdict, { booked }))
    expect(screen).toMatchObject({ name: verdict, timeout: { warning: 'dialog' } })
    expect(screen).not.toHaveProperty('ticket')
  })

  test('too late and another day carry when the booking is for', () => {
    const booked = { day: '2026-11-26', window: window('10.00-11.00', '2026-11-26') }
    expect(see(visited('wrong-day', { booked }))).toMatchObject({ booked })
    expect(see(visited('too-late', { booked }))).toMatchObject({ booked, visitId: visitOf('unknown').visitId })
  })

  test('a verdict of a ticket without its ticket is not made up: the code counts as unknown', () => {
    expect(see(visited('on-time')).name).toBe('unknown')
  })
})

describe('one visit after another', () => {
  test('who presses Selesai is gone, and the next visit shows again', () => {
    const gone = knowing({ type: 'wiped', view: ON_TIME })
    expect(see(ON_TIME, gone).name).toBe('start')
    expect(see(visited('unknown', { visitId: 'visit-00000000000000002' }), gone).name).toBe('unknown')
  })

  test('a touch renews the time', () => {
    const touched = knowing({ type: 'touched', at: NOW + 15_000 })
    expect(see(ON_TIME, touched, NOW + 30_000)).toMatchObject({ name: 'ticket', timeout: { leftMs: 5_000 } })
  })

  test('after a restart the ticket of somebody who left long ago is not shown', () => {
    const fresh = (joinedAt: number) => evolveLocal(UNTOUCHED, { type: 'joined', at: joinedAt, staffCalledAt: null })
    expect(see(ON_TIME, fresh(NOW + FRESH_VISIT_MS)).name).toBe('ticket')
    expect(see(ON_TIME, fresh(NOW + FRESH_VISIT_MS + 1)).name).toBe('start')
  })

  test('a page that is loaded again does not bring back the ticket of who pressed Selesai, but shows the next one', () => {
    const { dismissed } = knowing({ type: 'wiped', view: ON_TIME })
    const again = evolveLocal(openLocal(dismissed), { type: 'joined', at: NOW, staffCalledAt: null })
    expect(see(ON_TIME, again).name).toBe('start')
    expect(see(visited('unknown', { visitId: 'visit-00000000000000002' }), again).name).toBe('unknown')
    const first = evolveLocal(openLocal(null), { type: 'joined', at: NOW, staffCalledAt: null })
    expect(see(ON_TIME, first).name).toBe('ticket')
  })

  test('a number stays in sight when the line breaks', () => {
    expect(lose(ON_TIME)).toMatchObject({ name: 'ticket', ticket: { number: 'A037' } })
    expect(lose(ON_TIME, knowing(), NOW + 20_000)).toMatchObject({ name: 'offline', expired: 'visit' })
    expect(lose(visited('unknown')).name).toBe('offline')
  })

  test('a number stays in sight when somebody presses a button that the broken line cannot carry', () => {
    const pressed = knowing({ type: 'noticed', notice: { why: 'no-answer' }, at: NOW })
    expect(lose(ON_TIME, pressed)).toMatchObject({ name: 'ticket', ticket: { number: 'A037' } })
  })
})

describe('a code on its way', () => {
  const asked = knowing({ type: 'asked', asking: { what: 'check-in', before: null }, at: NOW })

  test('the keypad shows what was typed and ends after 45 untouched seconds', () => {
    const typing = knowing({ type: 'touched', at: NOW }, { type: 'typed', code: 'K7Q' })
    expect(see(viewOf(), typing)).toMatchObject({ name: 'keypad', code: 'K7Q', length: 8 })
    expect(see(viewOf({ codeLength: null }), typing)).toMatchObject({ name: 'keypad', length: null })
    expect(see(viewOf(), typing, NOW + 45_000)).toMatchObject({ name: 'start', expired: 'visit' })
  })

  test('a code that was sent is being read until its visit comes, and five seconds at most', () => {
    expect(see(viewOf(), asked, NOW + ANSWER_TIMEOUT_MS - 1).name).toBe('reading')
    expect(see(viewOf(), asked, NOW + ANSWER_TIMEOUT_MS).name).toBe('no-answer')
    expect(see(ON_TIME, asked).name).toBe('ticket')
  })

  test('while the next code is read the last visitor’s number is not shown', () => {
    const second = knowing({
      type: 'asked',
      asking: { what: 'check-in', before: ON_TIME.visit?.visitId ?? null },
      at: NOW,
    })
    expect(see(ON_TIME, second).name).toBe('reading')
  })

  test('a number taken instead of another day is read until the offer is gone', () => {
    const offered = visited('too-late')
    const taking = knowing({
      type: 'asked',
      asking: { what: 'take', visitId: offered.visit?.visitId ?? '' },
      at: NOW,
    })
    expect(see(offered, taking).name).toBe('reading')
    expect(see(visited('walk-in', { ticket: ticketOf() }), taking).name).toBe('walk-in-ticket')
  })

  test('what was not done is said in its own words', () => {
    const told = (notice: Extract<Happening, { type: 'noticed' }>['notice']) =>
      see(viewOf(), knowing({ type: 'noticed', notice, at: NOW }))
    expect(told({ why: 'unreadable' }).name).toBe('unreadable')
    expect(told({ why: 'no-answer' }).name).toBe('no-answer')
    expect(told({ why: 'reprint-limit' }).name).toBe('reprint-limit')
    const refusal = { code: 'day-not-open' } as const
    expect(told({ why: 'refused', refusal })).toMatchObject({ name: 'refused', refusal })
  })
})

describe('the paper', () => {
  const paper = (state: PaperState, more: Partial<KioskView> = {}) =>
    viewOf({ visit: visitOf('on-time', { ticket: ticketOf({ paper: state }) }), ...more })

  test('a paper on its way does not hide the verdict, but after eight seconds it is in trouble', () => {
    expect(see(paper('queued')).name).toBe('ticket')
    expect(see(paper('sending'), knowing(), NOW + PAPER_MS - 1).name).toBe('ticket')
    expect(see(paper('sending'), knowing(), NOW + PAPER_MS).name).toBe('printer-trouble')
    expect(see(paper('printed'), knowing(), NOW + PAPER_MS).name).toBe('ticket')
  })

  test('a paper that failed, or a printer that has stopped, is said at once with the number in sight', () => {
    expect(see(paper('failed'))).toMatchObject({ name: 'printer-trouble', ticket: { number: 'A037' } })
    expect(see(paper('uncertain')).name).toBe('printer-trouble')
    for (const printer of ['no-paper', 'cover-open', 'jammed', 'offline', 'fault'] as const)
      expect(see(paper('queued', { printer })), printer).toMatchObject({ name: 'printer-trouble', printer })
    expect(see(paper('queued', { printer: 'paper-low' })).name).toBe('ticket')
  })

  test('a printer that cools down is waited for, and said so', () => {
    const hot = paper('sending', { printer: 'hot' })
    expect(see(hot, knowing(), NOW + 2 * PAPER_MS)).toMatchObject({ name: 'printing', isHot: true })
    expect(see(paper('printed', { printer: 'hot' })).name).toBe('ticket')
  })

  test('a paper that nobody can prove stands beside the question, not in trouble', () => {
    expect(see(paper('unproven'), knowing(), NOW + PAPER_MS)).toMatchObject({
      name: 'ticket',
      ticket: { paper: 'unproven' },
    })
  })

  test('a paper that comes out elsewhere does not wait for the printer here', () => {
    const ticket = ticketOf({ paper: 'queued', paperAt: '2' })
    const view = viewOf({ visit: visitOf('on-time', { ticket }), printer: 'no-paper' })
    expect(see(view).name).toBe('ticket')
    expect(see(view, knowing(), NOW + PAPER_MS).name).toBe('printer-trouble')
  })

  test('who is already in is owed no paper until they ask for one', () => {
    const again = viewOf({ visit: visitOf('already-in', { ticket: ticketOf({ paper: 'failed' }) }) })
    expect(see(again).name).toBe('already-in')
  })

  test('another paper is being printed until it is out, and the number stays in sight', () => {
    const again = (state: 'queued' | 'printed') =>
      viewOf({ visit: visitOf('already-in', { ticket: ticketOf({ paper: state }) }) })
    const visitId = again('queued').visit?.visitId ?? ''
    const asked = knowing({ type: 'asked', asking: { what: 'reprint', visitId }, at: NOW })
    expect(see(again('printed'), asked)).toMatchObject({ name: 'printing', ticket: { number: 'A037' } })
    const answered = evolveLocal(asked, { type: 'answered', at: NOW + 50 })
    expect(see(again('queued'), answered, NOW + 100).name).toBe('printing')
    expect(see(again('printed'), answered, NOW + 100).name).toBe('already-in')
    expect(see(again('queued'), answered, NOW + 50 + PAPER_MS).name).toBe('printer-trouble')
  })
})

describe('staff on their way', () => {
  test('a call for staff comes first and keeps the number of whoever called in sight', () => {
    expect(see(viewOf({ staffCalledAt: NOW }))).toMatchObject({ name: 'staff-called', number: null, behind: false })
    expect(see({ ...ON_TIME, staffCalledAt: NOW })).toMatchObject({
      name: 'staff-called',
      number: 'A037',
      behind: true,
    })
  })

  test('who goes back finds the screen that waited behind the call', () => {
    const back = knowing({ type: 'staff-seen', at: NOW })
    expect(see({ ...ON_TIME, staffCalledAt: NOW }, back).name).toBe('ticket')
  })

  test('a call from before this page was opened is not shown to the next visitor', () => {
    const local = evolveLocal(UNTOUCHED, { type: 'joined', at: NOW, staffCalledAt: NOW - 60_000 })
    expect(see(viewOf({ staffCalledAt: NOW - 60_000 }), local).name).toBe('start')
  })
})

describe('time', () => {
  test('every screen with a time-out is the start again when it is over, and nothing of the visitor stays on it', () => {
    for (const [name, sec] of Object.entries(TIMEOUT_SEC)) expect(sec, name).toBeGreaterThanOrEqual(20)
    for (const verdict of ['unknown', 'wrong-day', 'too-late', 'billing-code'] as const) {
      const over = see(visited(verdict), knowing({ type: 'language' }), NOW + 60_000)
      expect(over, verdict).toEqual({ ...START, expired: 'visit' })
    }
  })

  test('a clock of the server that steps back never lengthens a screen', () => {
    expect(see(ON_TIME, knowing(), NOW - 60_000)).toMatchObject({ timeout: { leftMs: 20_000 } })
  })
})

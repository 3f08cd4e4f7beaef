import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evolveLocal, type Happening, UNTOUCHED, wipe } from '../../kiosk/local.ts'
import { NOW, ticketOf, viewOf, visitOf } from './sample-views.ts'

const VIEW = viewOf({ visit: visitOf('on-time', { ticket: ticketOf() }), staffCalledAt: NOW - 60_000 })

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constant<Happening>({ type: 'touched', at: NOW }),
  fc.constant<Happening>({ type: 'language' }),
  fc.constantFrom('large', 'contrast', 'low').map((mode): Happening => ({ type: 'mode', mode })),
  fc.string({ maxLength: 8 }).map((code): Happening => ({ type: 'typed', code })),
  fc.constant<Happening>({ type: 'asked', asking: { what: 'check-in', before: null }, at: NOW }),
  fc.constant<Happening>({ type: 'asked', asking: { what: 'reprint', visitId: 'v' }, at: NOW }),
  fc.constant<Happening>({ type: 'answered', at: NOW }),
  fc.constant<Happening>({ type: 'noticed', notice: { why: 'unreadable' }, at: NOW }),
  fc.constant<Happening>({ type: 'visited' }),
  fc.constant<Happening>({
    type: 'walk-in-reached',
    walkIn: { service: 'passport-new', priority: true, reason: null, at: NOW },
  }),
  fc.constant<Happening>({ type: 'paged', page: 2 }),
  fc.constant<Happening>({ type: 'camera-opened', at: NOW }),
  fc.constant<Happening>({ type: 'window-stated', window: null }),
  fc.constant<Happening>({ type: 'documents-missing' }),
  fc.constant<Happening>({ type: 'family-awaited', at: NOW }),
  fc.constant<Happening>({ type: 'put-away', view: VIEW }),
  fc.constant<Happening>({ type: 'staff-seen', at: null }),
)
const day = fc.array(happening, { maxLength: 30 })
const joined = evolveLocal(UNTOUCHED, { type: 'joined', at: NOW - 3_600_000, staffCalledAt: null })

describe('what only the kiosk knows', { tags: ['K4'] }, () => {
  test('whatever a visitor did, nothing of it is left after the wipe', () => {
    fc.assert(
      fc.property(day, (happenings) => {
        const left = evolveLocal(happenings.reduce(evolveLocal, joined), { type: 'wiped', view: VIEW })
        expect(left).toEqual({
          ...UNTOUCHED,
          joinedAt: NOW - 3_600_000,
          touchedAt: left.touchedAt,
          dismissed: VIEW.visit?.visitId,
          staffSeen: VIEW.staffCalledAt,
        })
        expect([0, NOW]).toContain(left.touchedAt)
      }),
    )
  })

  test('a visitor who scans again keeps the language and the large type, but not the code', () => {
    const typed = (
      [{ type: 'language' }, { type: 'mode', mode: 'large' }, { type: 'typed', code: 'K7Q0' }] satisfies Happening[]
    ).reduce(evolveLocal, joined)
    expect(evolveLocal(typed, { type: 'put-away', view: VIEW })).toEqual({
      ...wipe(joined, VIEW),
      lang: 'en',
      modes: ['large'],
    })
  })

  test('a code that was sent is not kept on the kiosk', () => {
    const typed = evolveLocal(joined, { type: 'typed', code: 'K7Q04ABC' })
    const asked = evolveLocal(typed, { type: 'asked', asking: { what: 'check-in', before: null }, at: NOW })
    expect(JSON.stringify(asked)).not.toContain('K7Q04ABC')
  })

  test('a mode pressed twice is off again', () => {
    const once = evolveLocal(joined, { type: 'mode', mode: 'contrast' })
    expect(once.modes).toEqual(['contrast'])
    expect(evolveLocal(once, { type: 'mode', mode: 'contrast' }).modes).toEqual([])
  })

  test('the answer to a check-in is the visit, so only a reprint ends with its answer', () => {
    const asked = evolveLocal(joined, { type: 'asked', asking: { what: 'check-in', before: null }, at: NOW })
    expect(evolveLocal(asked, { type: 'answered', at: NOW + 10 })).toBe(asked)
    const reprint = evolveLocal(joined, { type: 'asked', asking: { what: 'reprint', visitId: 'v' }, at: NOW })
    expect(evolveLocal(reprint, { type: 'answered', at: NOW + 10 })).toMatchObject({
      asking: null,
      reprintAt: NOW + 10,
    })
  })
})

import { describe, expect, test } from 'vitest'
import {
  chooseAge,
  chooseAlarm,
  chooseNotice,
  chooseScreen,
  chooseSeen,
  chooseTitle,
  isBroughtForward,
  NEAR,
  type TrackerScreen,
} from '../../tracker/choose-screen.ts'
import { at, live, viewOf } from './sample-views.ts'

const LUNCH = { status: 'break', name: null, nextAt: at('13:00') } as const
const OUTAGE = { scope: 'national', sinceAt: at('10:05') } as const

describe('the one screen of a phone', () => {
  test('before the first view the ticket is being opened', () => {
    expect(chooseScreen({ status: 'connecting' }, null)).toEqual({ screen: 'loading' })
  })

  test.each(['waiting', 'held', 'called', 'serving', 'parked', 'missed', 'done'] as const)(
    'a ticket that is %s shows so',
    (status) => {
      expect(chooseScreen(live({ status }), at('10:11'))).toMatchObject({ screen: status, view: { number: 'A037' } })
    },
  )

  test('with few ahead it is time to come near, but not in a break and not in an outage', () => {
    expect(chooseScreen(live({ ahead: NEAR }), at('10:11')).screen).toBe('next')
    expect(chooseScreen(live({ ahead: NEAR + 1 }), at('10:11')).screen).toBe('waiting')
    expect(chooseScreen(live({ ahead: 0, hours: LUNCH }), at('10:11')).screen).toBe('waiting')
    expect(chooseScreen(live({ ahead: 0, outage: OUTAGE }), at('10:11')).screen).toBe('waiting')
    expect(chooseScreen(live({ ahead: 0, status: 'held' }), at('10:11')).screen).toBe('held')
  })

  test('after a stage the next one is named, and when few are ahead it is time to come near there', () => {
    expect(chooseScreen(live({ step: { no: 2, of: 2 } }), at('10:11')).screen).toBe('next-stage')
    expect(chooseScreen(live({ step: { no: 2, of: 2 }, ahead: 1 }), at('10:11')).screen).toBe('next')
  })

  test('an outage and a break are said to whoever waits, and to nobody else', () => {
    expect(chooseNotice(viewOf({ outage: OUTAGE, hours: LUNCH }))).toEqual({ notice: 'outage', at: OUTAGE.sinceAt })
    expect(chooseNotice(viewOf({ hours: LUNCH, status: 'held' }))).toEqual({ notice: 'break', at: LUNCH.nextAt })
    expect(chooseNotice(viewOf())).toBeNull()
    expect(chooseNotice(viewOf({ outage: OUTAGE, status: 'serving' }))).toBeNull()
  })

  test('a ticket that ended, or that nobody knows, has ended', () => {
    expect(chooseScreen(live({ status: 'ended' }), at('10:11'))).toEqual({ screen: 'ended' })
    expect(chooseScreen({ status: 'ended' }, null)).toEqual({ screen: 'ended' })
    expect(chooseScreen({ status: 'not-paired' }, null)).toEqual({ screen: 'ended' })
  })

  test('a picture without a line tells its age in whole minutes', () => {
    const lost = { status: 'stale', view: viewOf(), lostAt: at('10:11') } as const
    expect(chooseScreen(lost, at('10:13')).screen).toBe('waiting')
    expect(chooseAge(lost, at('10:13') + 59_000)).toEqual({ lostAt: at('10:11'), oldMin: 2 })
    expect(chooseAge(live({}), at('10:13'))).toBeNull()
  })

  test('the phone sounds when its number becomes called, softly when it is time to come near, and never when it is opened', () => {
    const before: TrackerScreen['screen'][] = ['waiting', 'held', 'next', 'next-stage', 'parked', 'missed']
    for (const screen of before) expect(chooseAlarm(screen, 'called')).toBe('call')
    for (const screen of ['waiting', 'held', 'next-stage'] as const) expect(chooseAlarm(screen, 'next')).toBe('near')
    for (const screen of ['called', 'next', 'waiting'] as const) expect(chooseAlarm(null, screen)).toBeNull()
    expect(chooseAlarm('called', 'called')).toBeNull()
    expect(chooseAlarm('called', 'serving')).toBeNull()
    // After an outage or a break the same people are still ahead.
    expect(chooseAlarm('next', 'waiting')).toBeNull()
    expect(chooseAlarm('called', 'next')).toBeNull()
  })

  test('the tab says where to go, or how the ticket stands', () => {
    const titleOf = (more: Parameters<typeof live>[0]) => chooseTitle(chooseScreen(live(more), at('10:11')), 'id')
    expect(titleOf({ status: 'called', counter: 3 })).toBe('Loket 3 · A037')
    expect(titleOf({ ahead: 1 })).toBe('Sebentar lagi · A037')
    expect(titleOf({})).toBe('Menunggu · A037')
    expect(titleOf({ status: 'ended' })).toBe('Tiket antrean')
  })

  test('until the line is there, what the phone kept is shown as of when it was known', () => {
    const kept = { view: viewOf(), lostAt: at('10:12'), at: at('10:20') }
    const seen = chooseSeen({ status: 'connecting' }, kept)
    expect(chooseAge(seen, kept.at)).toEqual({ lostAt: at('10:12'), oldMin: 8 })
    expect(chooseSeen({ status: 'connecting' }, null)).toEqual({ status: 'connecting' })
    expect(chooseSeen({ status: 'ended' }, kept)).toEqual({ status: 'ended' })
    expect(chooseSeen(live(), kept)).toEqual(live())
  })

  test('a ticket ends with its day, in the zone of the office, though nobody told the phone', () => {
    const lost = { status: 'stale', view: viewOf({ status: 'done' }), lostAt: at('15:00') } as const
    expect(chooseScreen(lost, at('23:59')).screen).toBe('done')
    expect(chooseScreen(lost, at('23:59') + 60_000)).toEqual({ screen: 'ended' })
  })

  test('a turn before the arrival and the hour is a head start; an early arrival is none', () => {
    expect(isBroughtForward(viewOf({ turnAt: at('08:07') }))).toBe(true)
    expect(isBroughtForward(viewOf())).toBe(false)
    expect(isBroughtForward(viewOf({ checkedInAt: at('08:00'), turnAt: at('10:00') }))).toBe(false)
    expect(isBroughtForward(viewOf({ window: null, turnAt: at('08:07') }))).toBe(true)
  })
})

import { describe, expect, test } from 'vitest'
import { chooseEarlier, chooseScreen, STALE_AFTER_MS } from '../../display/choose-screen.ts'
import type { DisplayView } from '../../protocol/views.ts'
import { AT_10_24, callOf, viewOf } from './sample-views.ts'

const liveOf = (view: DisplayView) => chooseScreen({ status: 'live', view, lostAt: null }, view.at)

describe('the one screen of a display', () => {
  test('a display that has just been switched on says that it is getting ready', () => {
    expect(chooseScreen({ status: 'connecting' }, null)).toEqual({ screen: 'loading' })
  })

  test('a display the server does not know says so', () => {
    expect(chooseScreen({ status: 'not-paired' }, null)).toEqual({ screen: 'not-paired' })
  })

  test('without an open day the counters are closed, whatever was called before', () => {
    expect(liveOf(viewOf({ day: null, last: [callOf(7)] })).screen).toBe('closed')
  })

  test('on an open day nobody has been called yet', () => {
    expect(liveOf(viewOf()).screen).toBe('before-open')
  })

  test('a first call is called, a recall is called again', () => {
    expect(liveOf(viewOf({ live: [callOf(7)] }))).toMatchObject({ screen: 'called', call: { callNo: 7 } })
    expect(liveOf(viewOf({ live: [callOf(8, { times: 2 })] }))).toMatchObject({ screen: 'recalled' })
  })

  test('several live calls stand together, newest first', () => {
    const several = liveOf(viewOf({ live: [callOf(9), callOf(8), callOf(7)] }))
    expect(several).toMatchObject({ screen: 'several', calls: [{ callNo: 9 }, { callNo: 8 }, { callNo: 7 }] })
  })

  test('when no call is live the last one stays in the stub without turmeric', () => {
    expect(liveOf(viewOf({ last: [callOf(7), callOf(6)] }))).toMatchObject({ screen: 'quiet', call: { callNo: 7 } })
  })

  test('a screen that lost its server says so before 20 seconds are over, its own second of waiting included', () => {
    expect(STALE_AFTER_MS + 1000).toBeLessThan(20_000)
  })

  test('a line that broke a moment ago changes nothing; then the screen says since when', () => {
    const view = viewOf({ live: [callOf(7)] })
    const lost = { status: 'stale', view, lostAt: AT_10_24 } as const
    expect(chooseScreen(lost, AT_10_24 + STALE_AFTER_MS - 1).screen).toBe('called')
    expect(chooseScreen(lost, AT_10_24 + STALE_AFTER_MS)).toMatchObject({
      screen: 'stale',
      lostAt: AT_10_24,
      call: { callNo: 7 },
    })
  })

  test('an offline display that never showed a call has none to keep', () => {
    const lost = { status: 'stale', view: viewOf(), lostAt: AT_10_24 } as const
    expect(chooseScreen(lost, AT_10_24 + 60_000)).toMatchObject({ screen: 'stale', call: null })
  })
})

describe('the small screen over one counter', () => {
  const over = (more: Partial<DisplayView>) => liveOf(viewOf({ counter: 3, ...more }))

  test('shows the number that is called to it, else which counter it is', () => {
    expect(over({ live: [callOf(7)] })).toMatchObject({ screen: 'over-called', call: { number: 'A007' } })
    expect(over({ last: [callOf(7)] })).toMatchObject({ screen: 'over-idle', counter: 3 })
  })

  test('says why its counter does not call, also without an open day', () => {
    const nextAt = AT_10_24
    expect(over({ hours: { status: 'break', name: null, nextAt } })).toMatchObject({
      screen: 'over-resting',
      why: 'break',
    })
    expect(over({ outage: { scope: 'national', sinceAt: nextAt } })).toMatchObject({ why: 'outage' })
    expect(over({ day: null })).toMatchObject({ why: 'closed' })
    expect(over({ live: [callOf(7)], hours: { status: 'break', name: null, nextAt } }).screen).toBe('over-called')
  })

  test('keeps its last number when the line is down', () => {
    const lost = { status: 'stale', view: viewOf({ counter: 3, last: [callOf(7)] }), lostAt: AT_10_24 } as const
    expect(chooseScreen(lost, AT_10_24 + STALE_AFTER_MS)).toMatchObject({ screen: 'over-stale', call: { callNo: 7 } })
  })
})

describe('the list beside the stub', () => {
  test('what stands in the stub is not repeated, and five rows are the most', () => {
    const view = viewOf({ last: [7, 6, 5, 4, 3].map((no) => callOf(no)), live: [callOf(9), callOf(8)] })
    expect(chooseEarlier(view, view.live).map(({ callNo }) => callNo)).toEqual([7, 6, 5, 4, 3])
    expect(chooseEarlier(view, [callOf(9)]).map(({ callNo }) => callNo)).toEqual([8, 7, 6, 5, 4])
  })
})

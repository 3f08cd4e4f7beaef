import { describe, expect, test } from 'vitest'
import { chooseScreen, isOffline } from '../../counter/choose-screen.ts'
import type { CounterView } from '../../protocol/views.ts'
import { AT_10_31, at, inHandOf, live, nextOf, queuedOf, viewOf } from './sample-views.ts'

const chosen = (more: Partial<CounterView>) => chooseScreen(live(more), AT_10_31)

describe('what stands at the left of a counter', () => {
  test('before the first view it is connecting, and an unknown device is not paired', () => {
    expect(chooseScreen({ status: 'connecting' }, null)).toEqual({ screen: 'loading' })
    expect(chooseScreen({ status: 'not-paired' }, null)).toEqual({ screen: 'not-paired' })
  })

  test('a closed counter without staff asks to sign in, day or not', () => {
    expect(chosen({ staff: null, open: null }).screen).toBe('sign-in')
    expect(chosen({ staff: null, day: null, open: null }).screen).toBe('sign-in')
  })

  test('an open counter without staff is locked, with the number that stays there', () => {
    expect(chosen({ staff: null })).toMatchObject({ screen: 'locked', number: null })
    expect(chosen({ staff: null, lockedNumber: 'A037' })).toMatchObject({ screen: 'locked', number: 'A037' })
  })

  test('without a day nothing can be opened, and a closed counter asks for its stages', () => {
    expect(chosen({ day: null, open: null }).screen).toBe('day-closed')
    expect(chosen({ open: null }).screen).toBe('open')
  })

  test('the next in turn may be called', () => {
    const next = nextOf(queuedOf('A041'))
    expect(chosen({ next, queue: [queuedOf('A041')] })).toMatchObject({
      screen: 'idle-queue',
      next: { number: 'A041' },
    })
  })

  test('when all who may be called came before their hour, the counter says so', () => {
    const early = queuedOf('A052', { condition: 'held', arrival: 'early', callableFromAt: at('10:00') })
    const later = queuedOf('A060', { condition: 'held', arrival: 'early', callableFromAt: at('12:00') })
    expect(chosen({ next: nextOf(early), queue: [early, later] }).screen).toBe('idle-held-only')
    const helped = queuedOf('K005', { stage: 'pickup' })
    expect(chosen({ next: nextOf(early), queue: [early, helped] }).screen).toBe('idle-queue')
  })

  test('nobody may be called: from when on, or that nobody waits', () => {
    const held = ['12:00', '11:00'].map((clock) => queuedOf('A052', { condition: 'held', callableFromAt: at(clock) }))
    expect(chosen({ queue: held })).toMatchObject({ screen: 'idle-empty', nextFromAt: at('11:00') })
    expect(chosen({})).toMatchObject({ screen: 'idle-empty', nextFromAt: null })
  })

  test('somebody called is on the way, since the last call', () => {
    const inHand = inHandOf({ step: 'called', startedAt: null, lastCalledAt: at('10:30'), times: 2 })
    expect(chosen({ inHand })).toMatchObject({ screen: 'called', sinceMs: 60_000 })
  })

  test('a recall waits until people had time to stand up, unless no recall is left', () => {
    const inHand = inHandOf({ step: 'called', startedAt: null, recallFromAt: AT_10_31 + 31_200 })
    expect(chosen({ inHand })).toMatchObject({ screen: 'recall-wait', waitSec: 32 })
    expect(chosen({ inHand: { ...inHand, recallFromAt: AT_10_31 } })).toMatchObject({ screen: 'called', waitSec: 0 })
    expect(chosen({ inHand: { ...inHand, recallsLeft: 0 } }).screen).toBe('called')
  })

  test('a counter that pauses says so, unless a case is still in hand', () => {
    const paused = { reason: { id: 'Salat', en: 'Prayer' }, sinceAt: at('10:20') }
    expect(chosen({ paused })).toMatchObject({ screen: 'paused', paused })
    expect(chosen({ paused, inHand: inHandOf() }).screen).toBe('in-hand')
  })

  test('what was set aside here comes up when nobody may be called', () => {
    const parked = [{ ticketId: '2026-11-24/A031', number: 'A031', sinceAt: at('10:05') }]
    expect(chosen({ parked })).toMatchObject({ screen: 'parked', parked: { number: 'A031' } })
    expect(chosen({ parked, next: nextOf(queuedOf('A041')), queue: [queuedOf('A041')] }).screen).toBe('idle-queue')
  })

  test('a case runs against its standard minutes and then over them', () => {
    expect(chosen({ inHand: inHandOf() })).toMatchObject({ screen: 'in-hand', runsMs: 7 * 60_000 })
    expect(chosen({ inHand: inHandOf({ startedAt: at('10:21') }) }).screen).toBe('in-hand')
    expect(chosen({ inHand: inHandOf({ startedAt: at('10:20') }) })).toMatchObject({ screen: 'over-time', overMin: 1 })
  })

  test('a case in hand stays on the screen when the day is closed over it', () => {
    expect(chosen({ inHand: inHandOf(), day: null }).screen).toBe('in-hand')
  })

  test('a broken line keeps the picture and marks it at once', () => {
    const lost = { status: 'stale', view: viewOf({ inHand: inHandOf() }), lostAt: AT_10_31 } as const
    expect(isOffline(lost)).toBe(true)
    expect(chooseScreen(lost, AT_10_31).screen).toBe('in-hand')
    expect(isOffline(live())).toBe(false)
  })
})

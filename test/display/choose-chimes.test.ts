import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Acted, CHIME_WITHIN_MS, chooseChimes } from '../../display/choose-chimes.ts'
import { AT_10_24, callOf, viewOf } from './sample-views.ts'

const DAY = '2026-11-24'
const acted = (callNo: number): Acted => ({ day: DAY, callNo })
const numbers = (chosen: ReturnType<typeof chooseChimes>) => chosen.chimes.map(({ callNo }) => callNo)

describe('the bell of a display', () => {
  test('a new call chimes once, and not again with the next view', () => {
    const first = chooseChimes(acted(6), viewOf({ live: [callOf(7)] }))
    expect(numbers(first)).toEqual([7])
    expect(numbers(chooseChimes(first.acted, viewOf({ live: [callOf(7)] })))).toEqual([])
  })

  test('a display that has just been opened stays silent about the calls it finds', () => {
    const first = chooseChimes(null, viewOf({ live: [callOf(7)] }))
    expect(numbers(first)).toEqual([])
    expect(numbers(chooseChimes(first.acted, viewOf({ live: [callOf(8), callOf(7)] })))).toEqual([8])
  })

  test('a recall has a number of its own and chimes again', () => {
    expect(numbers(chooseChimes(acted(7), viewOf({ live: [callOf(8, { times: 2 })] })))).toEqual([8])
  })

  test('a call that was answered before the view came is sounded too', () => {
    expect(numbers(chooseChimes(acted(6), viewOf({ last: [callOf(7)] })))).toEqual([7])
  })

  test('a call is sounded until it is ten seconds old, by the server clock', () => {
    const view = viewOf({ live: [callOf(7)] })
    expect(numbers(chooseChimes(acted(6), view, AT_10_24 + CHIME_WITHIN_MS))).toEqual([7])
    const late = chooseChimes(acted(6), view, AT_10_24 + CHIME_WITHIN_MS + 1)
    expect(numbers(late)).toEqual([])
    expect(late.acted.callNo).toBe(7)
  })

  test('after a sleep only the newest call of each counter is sounded', () => {
    const live = [callOf(9, { counter: 3 }), callOf(8, { counter: 4 }), callOf(7, { counter: 3 })]
    expect(numbers(chooseChimes(acted(6), viewOf({ live })))).toEqual([8, 9])
  })

  test('closing the day does not sound its last call again', () => {
    const view = viewOf({ day: null, last: [callOf(7)] })
    expect(numbers(chooseChimes(acted(7), view))).toEqual([])
  })

  test('a day whose calls are counted anew is heard from its first call', () => {
    const next = chooseChimes({ day: '2026-11-23', callNo: 180 }, viewOf({ live: [callOf(1)] }))
    expect(numbers(next)).toEqual([1])
    expect(next.acted).toEqual({ day: DAY, callNo: 1 })
  })

  test('whatever views arrive, each call sounds at most once and none older than ten seconds', () => {
    const step = fc.record({
      call: fc.boolean(),
      counter: fc.integer({ min: 1, max: 4 }),
      passMs: fc.integer({ min: 0, max: 15_000 }),
      seen: fc.boolean(),
      behindMs: fc.integer({ min: 0, max: 20_000 }),
      closed: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let at = AT_10_24
        let previous: Acted | null = null
        const calls: ReturnType<typeof callOf>[] = []
        const heard = new Set<number>()
        for (const { call, counter, passMs, seen, behindMs, closed } of steps) {
          at += passMs
          if (call) calls.unshift(callOf(calls.length + 1, { at, counter }))
          if (!seen) continue
          const live = calls.slice(0, 3).filter((each) => at - each.at < 60_000)
          const view = viewOf({ at, day: closed ? null : DAY, live, last: calls.slice(live.length, live.length + 5) })
          const now = at + behindMs
          const chosen = chooseChimes(previous, view, now)
          if (previous === null) expect(chosen.chimes).toEqual([])
          for (const chime of chosen.chimes) {
            expect(heard.has(chime.callNo)).toBe(false)
            expect(now - chime.at).toBeLessThanOrEqual(CHIME_WITHIN_MS)
            heard.add(chime.callNo)
          }
          previous = chosen.acted
        }
      }),
    )
  })
})

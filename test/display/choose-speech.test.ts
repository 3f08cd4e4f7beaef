import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chooseSpeech,
  HEARD_WITHIN_MS,
  hearView,
  MERGED_WITHIN_MS,
  memoryOf,
  NOTHING_SAID,
  openQueue,
  SPOKEN_WITHIN_MS,
  type Speech,
  type SpeechQueue,
} from '../../display/choose-speech.ts'
import type { ShownCall } from '../../protocol/faces.ts'
import type { DisplayView } from '../../protocol/views.ts'
import { AT_10_24, callOf, viewOf } from './sample-views.ts'

const MINUTE = 60_000

/** A display as it runs: views come in, and it speaks as soon as it may. */
const makeDisplay = (first: DisplayView | null = viewOf()) => {
  let queue: SpeechQueue = openQueue(NOTHING_SAID)
  if (first !== null) queue = hearView(queue, first, first.at)
  const hear = (view: DisplayView, now: number = view.at): void => {
    queue = hearView(queue, view, now)
  }
  const say = (view: DisplayView, now: number = view.at): Speech | null => {
    const chosen = chooseSpeech(queue, view, now)
    queue = chosen.queue
    return chosen.speech
  }
  const sayAll = (view: DisplayView, now: number = view.at): string[] => {
    const all: string[] = []
    for (let speech = say(view, now); speech !== null; speech = say(view, now))
      all.push(speech.kind === 'call' ? `${speech.call.callNo}×${speech.times}` : speech.notice.notice)
    return all
  }
  return {
    hear,
    say,
    sayAll,
    hearAll: (view: DisplayView, now?: number) => {
      hear(view, now)
      return sayAll(view, now)
    },
    reload: () => {
      queue = openQueue(JSON.parse(JSON.stringify(memoryOf(queue))))
    },
  }
}

const recallOf = (call: ShownCall, callNo: number, at: number): ShownCall => ({
  ...call,
  callNo,
  at,
  times: call.times + 1,
})

describe('the calls of a display', () => {
  test('a new call is said once, twice over, and not again with the next view', () => {
    const display = makeDisplay()
    expect(display.hearAll(viewOf({ live: [callOf(7)] }))).toEqual(['7×2'])
    expect(display.hearAll(viewOf({ live: [callOf(7)] }))).toEqual([])
  })

  test('the office may have each call said once', () => {
    const voice = { ...viewOf().voice, times: 1 as const }
    expect(makeDisplay().hearAll(viewOf({ live: [callOf(7)], voice }))).toEqual(['7×1'])
  })

  test('a display that has just been opened stays silent about what it finds', () => {
    const found = viewOf({ live: [callOf(7)], outage: { scope: 'national', sinceAt: AT_10_24 - MINUTE } })
    const display = makeDisplay(null)
    expect(display.hearAll(found)).toEqual([])
    expect(display.hearAll({ ...found, live: [callOf(8), callOf(7)] })).toEqual(['8×2'])
  })

  test('calls that come together are said one after the other, oldest first', () => {
    const live = [callOf(8, { counter: 4 }), callOf(7, { counter: 3 })]
    expect(makeDisplay().hearAll(viewOf({ live }))).toEqual(['7×2', '8×2'])
  })

  test('while several wait each is said once, so that the voice keeps up', () => {
    const live = [callOf(9, { counter: 5 }), callOf(8, { counter: 4 }), callOf(7, { counter: 3 })]
    expect(makeDisplay().hearAll(viewOf({ live }))).toEqual(['7×1', '8×2', '9×2'])
  })

  test('a fourth live call, for which the picture has no room, is said as well', () => {
    const live = [9, 8, 7].map((no) => callOf(no, { counter: no }))
    const display = makeDisplay()
    expect(display.hearAll(viewOf({ live, last: [callOf(6, { counter: 6 })] }))).toEqual(['6×1', '7×1', '8×2', '9×2'])
  })

  test('a person who came before the voice got to the call is not called', () => {
    const display = makeDisplay()
    display.hear(viewOf({ live: [callOf(8, { counter: 4 }), callOf(7)] }))
    expect(display.hearAll(viewOf({ live: [callOf(8, { counter: 4 })], last: [callOf(7)] }))).toEqual(['8×2'])
  })

  test('a counter that calls the next number takes its last call back', () => {
    const display = makeDisplay()
    display.hear(viewOf({ live: [callOf(7)] }))
    expect(display.hearAll(viewOf({ live: [callOf(8)], last: [callOf(7)] }))).toEqual(['8×2'])
  })

  test('a recall is said again, unless its call was begun within five seconds or was not said yet', () => {
    const call = callOf(7)
    const display = makeDisplay()
    expect(display.hearAll(viewOf({ live: [call] }))).toEqual(['7×2'])
    const soon = recallOf(call, 8, AT_10_24 + MERGED_WITHIN_MS)
    expect(display.hearAll(viewOf({ at: soon.at, live: [soon] }))).toEqual([])
    const later = recallOf(soon, 9, AT_10_24 + MERGED_WITHIN_MS + 1)
    expect(display.hearAll(viewOf({ at: later.at, live: [later] }))).toEqual(['9×2'])

    const other = makeDisplay()
    other.hear(viewOf({ live: [call] }))
    const unsaid = recallOf(call, 8, AT_10_24 + 20_000)
    expect(other.hearAll(viewOf({ at: unsaid.at, live: [unsaid] }))).toEqual(['8×2'])
  })

  test('the same number called to another counter is another call', () => {
    const display = makeDisplay()
    display.hearAll(viewOf({ live: [callOf(7)] }))
    expect(display.hearAll(viewOf({ live: [callOf(8, { number: 'A007', counter: 4 })] }))).toEqual(['8×2'])
  })

  test('a call that comes more than ten seconds late by the clock of the server is not said: the display slept', {
    tags: ['M3', 'M4', 'F24', 'F43'],
  }, () => {
    const view = viewOf({ live: [callOf(7)] })
    expect(makeDisplay().hearAll(view, AT_10_24 + HEARD_WITHIN_MS)).toEqual(['7×2'])
    expect(makeDisplay().hearAll(view, AT_10_24 + HEARD_WITHIN_MS + 1)).toEqual([])
  })

  test('a call that waits for its turn to be said is given up after a minute', () => {
    const view = viewOf({ live: [callOf(7)] })
    const display = makeDisplay()
    display.hear(view)
    display.hear(view, AT_10_24 + SPOKEN_WITHIN_MS + 1)
    expect(display.say(view, AT_10_24 + SPOKEN_WITHIN_MS + 1)).toBeNull()
  })

  test('a reload says nothing twice, and what still waited is said after it', () => {
    const view = viewOf({ live: [callOf(8, { counter: 4 }), callOf(7)] })
    const display = makeDisplay()
    display.hear(view)
    expect(display.say(view)).toMatchObject({ call: { callNo: 7 } })
    display.reload()
    display.reload()
    expect(display.hearAll(view)).toEqual(['8×2'])
    display.reload()
    expect(display.hearAll(view)).toEqual([])
    expect(display.hearAll(view)).toEqual([])
  })

  test('a recall right after a reload is still the call that was said before it', () => {
    const call = callOf(7)
    const display = makeDisplay()
    display.hearAll(viewOf({ live: [call] }))
    display.reload()
    const soon = recallOf(call, 8, AT_10_24 + 2_000)
    expect(display.hearAll(viewOf({ at: soon.at, live: [soon] }))).toEqual([])
  })

  test('a day whose calls are counted anew is heard from its first call', () => {
    const display = makeDisplay(viewOf({ day: '2026-11-23', last: [callOf(180)] }))
    expect(display.hearAll(viewOf({ live: [callOf(1)] }))).toEqual(['1×2'])
  })
})

describe('what a display says besides calls', () => {
  const breakUntil = (nextAt: number, at: number) => viewOf({ at, hours: { status: 'break', name: null, nextAt } })

  test('a break is said when it begins and five minutes before it ends, after every call', () => {
    const end = AT_10_24 + 60 * MINUTE
    const display = makeDisplay()
    expect(display.hearAll({ ...breakUntil(end, AT_10_24), live: [callOf(7)] })).toEqual(['7×2', 'break'])
    expect(display.hearAll(breakUntil(end, AT_10_24 + MINUTE))).toEqual([])
    expect(display.hearAll(breakUntil(end, end - 5 * MINUTE))).toEqual(['break-ends'])
    expect(display.hearAll(breakUntil(end, end - MINUTE))).toEqual([])
  })

  test('an outage is said when it begins and every quarter of an hour', () => {
    const display = makeDisplay()
    const down = (at: number) => viewOf({ at, outage: { scope: 'national', sinceAt: AT_10_24 } })
    const said = Array.from({ length: 46 }, (_, i) => display.hearAll(down(AT_10_24 + i * MINUTE)).length)
    expect(said.flatMap((count, minute) => (count > 0 ? [minute] : []))).toEqual([0, 15, 30, 45])
  })

  test('closing and closed are said once each', () => {
    const numbersUntilAt = AT_10_24 + 30 * MINUTE
    const display = makeDisplay()
    expect(display.hearAll(viewOf({ numbersUntilAt }))).toEqual(['closing'])
    expect(display.hearAll(viewOf({ numbersUntilAt, at: AT_10_24 + MINUTE }))).toEqual([])
    const closed = viewOf({ at: numbersUntilAt + MINUTE, hours: { status: 'closed', name: null, nextAt: null } })
    expect(display.hearAll(closed)).toEqual(['closed'])
    expect(display.hearAll(closed)).toEqual([])
  })

  test('an announcement is said once, and the next one again', () => {
    const words = { id: 'Kantor tutup hari ini', en: 'The office is closed today' }
    const display = makeDisplay()
    expect(display.hearAll(viewOf({ announcement: { words, at: AT_10_24 } }))).toEqual(['announcement'])
    expect(display.hearAll(viewOf({ announcement: { words, at: AT_10_24 } }))).toEqual([])
    expect(display.hearAll(viewOf({ announcement: { words, at: AT_10_24 + 1 } }))).toEqual(['announcement'])
  })
})

describe('whatever the counters do', () => {
  /** One thing that happens in the office, or to the display. */
  const step = fc.record({
    passMs: fc.integer({ min: 0, max: 9_000 }),
    act: fc.constantFrom('call', 'recall', 'came', 'nothing', 'nothing', 'reload', 'sleep'),
    counter: fc.integer({ min: 1, max: 7 }),
  })
  const SPEECH_MS = 14_000

  test('no live call is lost, none is said twice, merged recalls are one call, old ones are silent', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 120 }), (steps) => {
        let at = AT_10_24
        let freeAt = at
        let callNo = 0
        const atCounter = new Map<number, ShownCall>()
        const past: ShownCall[] = []
        const said = new Map<number, number>()
        const viewNow = () => {
          const open = [...atCounter.values()]
            .filter((call) => at - call.at < SPOKEN_WITHIN_MS)
            .sort((a, b) => b.callNo - a.callNo)
          const live = open.slice(0, 3)
          const last = [...open.slice(3), ...past].sort((a, b) => b.callNo - a.callNo).slice(0, 5)
          return viewOf({ at, live, last })
        }
        const display = makeDisplay()
        const look = (): void => {
          const view = viewNow()
          display.hear(view)
          if (at < freeAt) return
          const speech = display.say(view)
          if (speech?.kind !== 'call') {
            const lost = [...atCounter.values()].filter(
              (call) => !said.has(call.callNo) && at - call.at < SPOKEN_WITHIN_MS,
            )
            expect(lost, 'the voice rests while a live call was not said').toEqual([])
            return
          }
          const { call } = speech
          expect(said.has(call.callNo), 'said twice').toBe(false)
          expect(at - call.at, 'old').toBeLessThanOrEqual(SPOKEN_WITHIN_MS)
          expect(atCounter.get(call.counter)?.callNo, 'not live').toBe(call.callNo)
          said.set(call.callNo, at)
          freeAt = at + SPEECH_MS / (3 - speech.times)
        }
        const end = (counter: number): void => {
          const call = atCounter.get(counter)
          if (call) past.unshift(call)
          atCounter.delete(counter)
        }
        for (const { passMs, act, counter } of steps) {
          at += passMs
          const before = atCounter.get(counter)
          if (act === 'call') {
            end(counter)
            callNo += 1
            atCounter.set(counter, callOf(callNo, { at, counter }))
          }
          if (act === 'recall' && before) {
            callNo += 1
            const recall = { ...before, callNo, at, times: before.times + 1 }
            const saidAt = said.get(before.callNo)
            atCounter.set(counter, recall)
            // A merged recall counts as said with its call.
            if (saidAt !== undefined && at - saidAt <= MERGED_WITHIN_MS) {
              display.hear(viewNow())
              said.set(callNo, saidAt)
            }
          }
          if (act === 'came') end(counter)
          if (act === 'reload') display.reload()
          if (act !== 'sleep') look()
        }
        // The counters rest, and the voice gets through what is still live.
        for (let i = 0; i < 60; i += 1) {
          at += 1_000
          look()
        }
      }),
      { numRuns: 400 },
    )
  })
})

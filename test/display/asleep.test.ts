import { expect, test } from 'vitest'
import { chooseSpeech, hearView, NOTHING_SAID, openQueue } from '../../display/choose-speech.ts'
import { AT_10_24, callOf, viewOf } from './sample-views.ts'

test('of eight calls that come at once after a sleep of eight seconds each counter is called once at most', {
  tags: ['M4', 'F43'],
}, () => {
  const calls = Array.from({ length: 8 }, (_, n) => callOf(7 + n, { counter: 3 + (n % 2), at: AT_10_24 + n * 1_000 }))
  const now = AT_10_24 + 8_000
  const views = calls.map((_, n) => viewOf({ live: calls.slice(Math.max(0, n - 1), n + 1).reverse(), last: [] }))
  const first = hearView(openQueue(NOTHING_SAID), viewOf(), viewOf().at)
  let queue = views.reduce((heard, view) => hearView(heard, view, now), first)
  const said: number[] = []
  for (const view of views.slice(-1))
    for (let n = 0; n < 9; n += 1) {
      const chosen = chooseSpeech(queue, view, now)
      queue = chosen.queue
      if (chosen.speech?.kind === 'call') said.push(chosen.speech.call.callNo)
    }
  expect(said).toEqual([13, 14])
})

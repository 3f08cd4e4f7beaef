import { afterAll, expect, test } from 'vitest'
import { percentile } from '../bench/figures.ts'
import { CROWD, runLoad } from '../bench/load-day.ts'
import { endServers } from '../faults/server-process.ts'
import { keepFigure } from '../support/keep-figure.ts'

/** As many as are promised (reliability section 5). */
const CLIENTS = CROWD.kiosks + CROWD.displays + CROWD.counters + CROWD.phones

afterAll(endServers)

test('500 clients, 60 check-ins and 60 calls a minute, a burst and a kill: nobody is called twice, no number is given twice, and everybody is back and sees the same', {
  tags: ['F22', 'F25', 'M5'],
}, async (context) => {
  const load = await runLoad(1, null)
  expect(load.wrong).toEqual([])
  expect([CLIENTS, load.storm.clients]).toEqual([500, 500])
  expect(load.calls).toBe(60)
  const at = (samples: number[]) => percentile(samples, 0.99).toFixed(0)
  keepFigure(
    context,
    `500 clients: check-in p99 ${at(load.checkIn.samples)} ms, burst ${at(load.burst.samples)} ms, call on 30 displays ${at(load.received.samples)} ms, back after kill ${(load.storm.sinceListenMs / 1000).toFixed(1)} s`,
  )
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { percentile } from '../bench/figures.ts'
import { endServers } from '../faults/server-process.ts'
import { type Crowd, openCrowd } from '../load/crowd.ts'
import { killCrowd } from '../load/kill-crowd.ts'
import { liveMinutes } from '../load/live-minutes.ts'
import { LARGEST } from '../load/load-office.ts'
import { openSlowDisplay, type SlowDisplay } from '../load/slow-display.ts'
import { howMany } from '../support/how-many.ts'
import { keepFigure } from '../support/keep-figure.ts'

/** With the screens of the largest office: 500. */
const PHONES = 434
/** A display that stands still is dropped within 20 s: the shortest while has to be longer than that. */
const SECONDS = { slow: 25, load: howMany(10, 150) }
/** A machine that is shared may be slow: what is measured is kept, and only a standstill is a fault. */
const STANDSTILL_MS = 10_000

const p99 = (samples: readonly number[]) => percentile(samples, 0.99)

describe('the largest office that is promised, 500 clients', () => {
  let crowd: Crowd
  const given: string[] = []
  const live = async (seconds: number) => {
    const lived = await liveMinutes(crowd, seconds)
    given.push(...lived.given)
    expect(lived.wrong).toEqual([])
    expect(lived.checkIns).toHaveLength(seconds)
    return lived
  }
  const metric = async (role: string): Promise<number> => {
    const figures = await (await fetch(new URL('/metrics', crowd.office.server().address))).text()
    return Number(new RegExp(`antrean_sockets\\{role="${role}"\\} (\\d+)`).exec(figures)?.[1] ?? 0)
  }

  beforeAll(async () => {
    crowd = await openCrowd(LARGEST, PHONES, SECONDS.load + SECONDS.slow + 100)
    expect(crowd.everybody).toHaveLength(500)
  })
  const slow: SlowDisplay[] = []
  afterAll(async () => {
    for (const one of slow) one.end()
    await crowd.close()
    endServers()
  })

  test('60 check-ins and 60 calls a minute, twenty within a second, twelve calls at once: no double, no gap, all views equal', {
    tags: ['F22'],
  }, async (context) => {
    const { checkIns, burst, received, last, race } = await live(SECONDS.load)
    await crowd.isRight()
    expect(await crowd.audit(given)).toEqual([])
    const figures = [p99(checkIns), p99(burst), p99(received), p99(last), p99(race)]
    expect(Math.max(...figures)).toBeLessThan(STANDSTILL_MS)
    const [checkIn, inBurst, call, lastOne, atOnce] = figures.map((ms) => ms.toFixed(0))
    keepFigure(
      context,
      `500 clients for ${SECONDS.load} s, p99: check-in ${checkIn} ms, in a burst ${inBurst} ms, call to a client ${call} ms, to the last ${lastOne} ms, of twelve at once ${atOnce} ms; 0 doubles, 0 gaps`,
    )
  })

  test('displays that stand still are dropped within twenty seconds, slow nobody, and come back right', {
    tags: ['M5', 'F24'],
  }, async (context) => {
    const { server, guests } = crowd.office
    const displays = await metric('display')
    for (let n = 0; n < 3; n += 1) slow.push(await openSlowDisplay(server().address, guests.display[0]?.token ?? ''))
    expect(await metric('display')).toBe(displays + slow.length)
    for (const one of slow) one.freeze()
    const frozenAt = performance.now()
    let droppedMs = 0
    const [{ last }] = await Promise.all([
      live(SECONDS.slow),
      expect
        .poll(() => metric('display'), { timeout: 25_000, interval: 250 })
        .toBe(displays)
        .then(() => {
          droppedMs = performance.now() - frozenAt
        }),
    ])
    expect(droppedMs).toBeLessThan(20_000)
    expect(p99(last)).toBeLessThan(STANDSTILL_MS)
    for (const one of slow) one.thaw()
    const now = () => ({ ...crowd.members.display[0]?.shown(), seq: 0, at: 0 })
    for (const one of slow)
      await expect.poll(() => ({ ...one.shown(), seq: 0, at: 0 }), { timeout: 30_000 }).toEqual(now())
    expect(await crowd.audit(given)).toEqual([])
    keepFigure(
      context,
      `3 dropped after ${(droppedMs / 1000).toFixed(0)} s, calls meanwhile at the last client p99 ${p99(last).toFixed(0)} ms`,
    )
  })

  test('a server that is killed and starts three seconds later has everybody back, and each shows what it shows', {
    tags: ['F25'],
  }, async (context) => {
    const { startMs, backMs } = await killCrowd(crowd, 3_000)
    await crowd.isRight()
    expect(await metric('tracker')).toBe(PHONES)
    const { number } = await crowd.checkIn()
    given.push(number)
    await crowd.isRight()
    expect(await crowd.audit(given)).toEqual([])
    expect(backMs).toBeLessThan(30_000)
    keepFigure(
      context,
      `500 back and equal ${(backMs / 1000).toFixed(1)} s after listening, which was ${(startMs / 1000).toFixed(1)} s after the start`,
    )
  })
})

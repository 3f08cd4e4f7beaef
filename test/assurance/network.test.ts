import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { createRandom } from '../../printer/simulated/random.ts'
import type { Wish } from '../../protocol/commands.ts'
import { endServers } from '../faults/server-process.ts'
import { howMany } from '../support/how-many.ts'
import { openNetwork, shown, WAIT } from './network-bench.ts'

type Network = Awaited<ReturnType<typeof openNetwork>>
let network: Network
afterEach(() => network.close())
afterAll(endServers)

const codes = (count: number) => Array.from({ length: count }, (_, n) => `NET${String(10_000 + n)}`)
const scan = (scanned: string): Wish => ({ type: 'CheckIn', scanned })
const isCommand = (text: string) => text.includes('"command"')
const isView = (text: string) => text.includes('"view"')

/** Tickets by code order, from what the journal holds. */
const numbers = async () =>
  (await network.readEvents()).flatMap(({ event }) => (event.type === 'CheckedIn' ? [event.number] : []))
const calls = async () =>
  (await network.readEvents()).flatMap(({ event }) => (event.type === 'Called' ? [event.ticketId] : []))

test.each(['cut', 'silent'] as const)(
  'a kiosk and a counter whose cable is %s say so within a second, and nothing that was pressed meanwhile is done later',
  { tags: ['F15', 'M1'] },
  async (how) => {
    network = await openNetwork(codes(4))
    const kiosk = await network.open('kiosk', '1')
    const counter = await network.openCounter('1', 'bad')
    await network.scan('NET10000')
    // One pulse has to be heard before its silence means something.
    await vi.waitFor(() => expect(shown(counter).role).toBe('counter'), WAIT)
    await new Promise((resolve) => setTimeout(resolve, 600))
    const lostAt = performance.now()
    network.proxy.set(how)
    await vi.waitFor(() => expect([kiosk.seen().status, counter.seen().status]).toEqual(['stale', 'stale']), {
      timeout: 5_000,
      interval: 5,
    })
    expect(performance.now() - lostAt).toBeLessThan(1_400)
    // Pressed again and again: every press is answered at once with "not connected", and none waits for the line.
    const pressedAt = performance.now()
    const replies = []
    for (const code of codes(4).slice(1)) replies.push(kiosk.submit(scan(code)))
    for (let n = 0; n < 5; n += 1) replies.push(counter.submit({ type: 'CallNext' }))
    // The one repeat of a press is given up before the line is back, too.
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual(replies.map(() => 'unreachable'))
    expect(performance.now() - pressedAt).toBeLessThan(6_500)
    network.proxy.set('cut')
    network.proxy.set('whole')
    await vi.waitFor(() => expect([kiosk.seen().status, counter.seen().status]).toEqual(['live', 'live']), WAIT)
    expect(await kiosk.submit(scan('NET10001'))).toMatchObject({ result: { number: 'A002' } })
    expect(await numbers()).toEqual(['A001', 'A002'])
    expect(await calls()).toEqual([])
  },
)

test('a call that is under way for longer than ten seconds calls nobody, and one that comes in time does', {
  tags: ['M2', 'F19'],
}, async () => {
  network = await openNetwork(codes(2))
  const counter = await network.openCounter('1', 'bad')
  await network.scan('NET10000')
  await vi.waitFor(() => expect(shown(counter)).toMatchObject({ waiting: expect.anything() }), WAIT)
  let arrived = 0
  const heard: string[] = []
  network.proxy.onFrame(({ way, text }) => {
    if (way === 'up' && isCommand(text)) arrived += 1
    if (way === 'down' && text.includes('too-old')) heard.push(text)
    return 1
  })
  await new Promise((resolve) => setTimeout(resolve, 600))
  network.proxy.delay('up', 11_000)
  const late = counter.submit({ type: 'CallNext' })
  expect(await late).toEqual({ status: 'unreachable' })
  await vi.waitFor(() => expect(heard.length).toBe(arrived), WAIT)
  expect(arrived).toBeGreaterThan(0)
  expect(await calls()).toEqual([])
  network.proxy.delay('up', 0)
  await vi.waitFor(async () => expect((await counter.submit({ type: 'CallNext' })).status).toBe('taken'), WAIT)
  expect(await calls()).toHaveLength(1)
})

test.each([40, 1, 120, 400].slice(0, howMany(1, 4)))(
  'a kiosk whose line breaks %i bytes into the answer asks again, and the visitor has one number, shown once',
  { tags: ['F16', 'F17', 'M1'] },
  async (bytes) => {
    network = await openNetwork(codes(2))
    const kiosk = await network.open('kiosk', '1')
    const frames: string[] = []
    network.proxy.onFrame(({ way, text }) => {
      if (way !== 'up' || !isCommand(text)) return 1
      frames.push(text)
      // From the moment it is asked, what comes back is counted.
      if (frames.length === 1) network.proxy.cutAfter('down', bytes)
      return 1
    })
    const [reply] = await Promise.all([kiosk.submit(scan('NET10000'))])
    expect(reply).toMatchObject({ status: 'taken', result: { verdict: 'on-time', number: 'A001' } })
    await vi.waitFor(() => expect(shown(kiosk)).toMatchObject({ visit: { ticket: { number: 'A001' } } }), WAIT)
    expect(await numbers()).toEqual(['A001'])
    expect((await network.readEvents()).filter(({ event }) => event.type === 'CheckedInAgain')).toEqual([])
  },
)

test('a line that breaks before anything was sent, and one that breaks in the middle of a command, make no half of a ticket', {
  tags: ['F16'],
}, async () => {
  network = await openNetwork(codes(12))
  const kiosk = await network.open('kiosk', '1')
  for (const [n, code] of codes(12).entries()) {
    await vi.waitFor(() => expect(kiosk.seen().status).toBe('live'), WAIT)
    network.proxy.cutAfter('up', n * 17)
    await vi.waitFor(async () => expect((await kiosk.submit(scan(code))).status).toBe('taken'), WAIT)
  }
  const given = await numbers()
  expect(given).toEqual(given.map((_, n) => `A${String(n + 1).padStart(3, '0')}`))
  expect(given).toHaveLength(12)
})

test.each([5, 2, 3].slice(0, howMany(1, 3)))(
  'a command that arrives %i times has one effect and one answer',
  { tags: ['F18'] },
  async (times) => {
    network = await openNetwork(codes(4))
    const [kiosk, counter] = [await network.open('kiosk', '1'), await network.openCounter('1', 'bad')]
    const answers: string[] = []
    network.proxy.onFrame(({ way, text }) => {
      if (way === 'down' && text.startsWith('43')) answers.push(text)
      return way === 'up' && isCommand(text) ? times : 1
    })
    for (const code of codes(3)) expect(await kiosk.submit(scan(code))).toMatchObject({ status: 'taken' })
    expect(await counter.submit({ type: 'CallNext' })).toMatchObject({ result: { number: 'A001' } })
    await vi.waitFor(() => expect(answers).toHaveLength(4 * times), WAIT)
    expect(new Set(answers).size).toBe(4)
    expect(await numbers()).toEqual(['A001', 'A002', 'A003'])
    expect(await calls()).toHaveLength(1)
  },
)

test.each(Array.from({ length: howMany(1, 8) }, (_, n) => n + 1))(
  'displays whose messages are lost, doubled and swapped, and whose line breaks, end up showing what the office shows (seed %i)',
  { tags: ['M3', 'F18', 'F19'] },
  async (seed) => {
    const random = createRandom(seed)
    network = await openNetwork(codes(12))
    const displays = await Promise.all(['1', '2', '3'].map((place) => network.open('display', place)))
    const counter = await network.openCounter('1')
    const shownSeqs = displays.map((display): number[] => {
      const seqs: number[] = []
      display.watch((seen) => 'view' in seen && seqs.push(seen.view.seq))
      return seqs
    })
    const spoilt = { lost: 0, doubled: 0, held: 0 }
    network.proxy.onFrame(({ way, text }) => {
      if (way !== 'down' || !isView(text)) return 1
      const drawn = random()
      if (drawn < 0.25) spoilt.lost += 1
      else if (drawn < 0.5) spoilt.doubled += 1
      else if (drawn < 0.75) spoilt.held += 1
      return drawn < 0.25 ? 0 : drawn < 0.5 ? 2 : drawn < 0.75 ? 'hold' : 1
    })
    for (const code of codes(12)) {
      await network.scan(code)
      const called = await counter.submit({ type: 'CallNext' })
      if (called.status !== 'taken' || called.result.kind !== 'call') throw new Error(JSON.stringify(called))
      const { ticketId } = called.result
      await counter.submit({ type: 'Start', ticketId })
      await counter.submit({ type: 'Finish', ticketId, outcome: 'rejected' })
      if (random() < 0.4) network.proxy.release()
    }
    expect(Math.min(spoilt.lost, spoilt.doubled, spoilt.held)).toBeGreaterThan(3)
    // Late news of long ago, twice, and then the line itself breaks: the next one begins with all there is to see.
    network.proxy.release()
    network.proxy.onFrame(() => 1)
    network.proxy.set('cut')
    network.proxy.set('whole')
    for (const [n, display] of displays.entries()) await network.isRight(display, 'display', String(n + 1))
    for (const seqs of shownSeqs) expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  },
)

test('on a line of 64 kbit/s that loses a third, a call is on the display within three seconds and the display ends up right', {
  tags: ['F21'],
}, async () => {
  network = await openNetwork(codes(6), createRandom(21))
  const display = await network.open('display', '1')
  const counter = await network.openCounter('1')
  network.proxy.throttle(8_000, 0.3, 250)
  for (const code of codes(6)) await network.scan(code)
  for (let n = 0; n < 6; n += 1) {
    const called = await counter.submit({ type: 'CallNext' })
    const calledAt = performance.now()
    if (called.status !== 'taken' || called.result.kind !== 'call') throw new Error(JSON.stringify(called))
    const { number, ticketId } = called.result
    await vi.waitFor(() => expect(shown(display).live.map((call) => call.number)).toContain(number), {
      timeout: 20_000,
      interval: 5,
    })
    expect(performance.now() - calledAt).toBeLessThan(3_000)
    await counter.submit({ type: 'Start', ticketId })
    await counter.submit({ type: 'Finish', ticketId, outcome: 'rejected' })
  }
  await network.isRight(display, 'display', '1')
})

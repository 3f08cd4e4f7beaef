import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeWayElsewhere, type Surroundings } from '../../ui/elsewhere.ts'

const A = 'http://10.0.0.11:4100'
const B = 'http://10.0.0.12:4100'
const C = 'http://10.0.0.13:4100'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Kept = Map<string, string>
const everywhere = (path: string): Kept => new Map([[`antrean-known-at${path}`, `device ${B} ${C}`]])

/** A page of server A in a browser, and which servers answer; by default it has been to the others. */
const openPage = (path = '/kiosk/1', kept: Kept | null = everywhere(path), change: Partial<Surroundings> = {}) => {
  const went: string[] = []
  const asked: string[] = []
  const up = new Set<string>()
  const way = makeWayElsewhere(() => ({
    here: { origin: A, pathname: path },
    go: (address) => void went.push(address),
    async answers(origin) {
      asked.push(origin)
      return up.has(origin)
    },
    store: kept && { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    tab: { 'antrean-said': '{}' },
    ...change,
  }))
  return { way, went, asked, up }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const told = (...origins: string[]) => ({ origins, pass: 'device.until.digest' })
/** Where a page went, and what it brought. */
const brought = (address = '') => {
  const { origin, pathname, hash } = new URL(address)
  return { at: `${origin}${pathname}`, ...Object.fromEntries(new URLSearchParams(hash.slice(1))) }
}
const KIOSK = {
  ...{ pass: 'device.until.digest', path: '/kiosk/1', from: A, returns: 'no' },
  tab: JSON.stringify({ 'antrean-said': '{}' }),
}

test('a page whose server is away for eight seconds goes on at the first that answers, with what its tab remembers', async () => {
  const { way, went, asked, up } = openPage()
  way.told(told(B, C))
  way.lost()
  up.add(C)
  await pass(7_999)
  expect(asked).toEqual([])
  await pass(1)
  expect(asked).toEqual([A, B, C])
  expect(went.map(brought)).toEqual([{ at: `${C}/continue`, ...KIOSK }])
})

test('it looks every two seconds until somebody answers, and leaves once', async () => {
  const { way, went, asked, up } = openPage()
  way.told(told(B))
  way.lost()
  await pass(13_000)
  expect(asked).toEqual([A, B, A, B, A, B])
  up.add(B)
  way.lost()
  await pass(60_000)
  expect(went.map(brought)).toEqual([{ at: `${B}/continue`, ...KIOSK }])
})

test('it stays where its own server answers: only its line was lost', async () => {
  const { way, went, up } = openPage()
  way.told(told(B))
  way.lost()
  for (const origin of [A, B]) up.add(origin)
  await pass(60_000)
  expect(went).toEqual([])
  up.delete(A)
  await pass(2_000)
  expect(went).toHaveLength(1)
})

test('it stays where its line is back in time, also while it looks', async () => {
  const { way, went, up } = openPage()
  way.told(told(B))
  for (const awayMs of [7_000, 9_000]) {
    way.lost()
    await pass(awayMs)
    way.found()
  }
  up.add(B)
  await pass(60_000)
  expect(went).toEqual([])
})

test('an answer from before the line was back moves nobody, also when it is lost again meanwhile', async () => {
  const answers: ((is: boolean) => void)[] = []
  const { way, went } = openPage('/kiosk/1', null, { answers: () => new Promise((resolve) => answers.push(resolve)) })
  way.told(told(B))
  way.lost()
  await pass(8_000)
  way.found()
  way.lost()
  answers.pop()?.(false)
  await pass(0)
  answers.pop()?.(true)
  await pass(7_999)
  expect([went, answers]).toEqual([[], []])
  await pass(1)
  expect(answers).toHaveLength(1)
})

test('with the newest pass', async () => {
  const { way, went, up } = openPage()
  way.told(told(B))
  way.told({ origins: [B], pass: 'device.later.digest' })
  up.add(B)
  way.lost()
  await pass(8_000)
  expect(brought(went[0])).toMatchObject({ pass: 'device.later.digest' })
})

test('a phone goes to the same address at another server', async () => {
  const { way, went, up } = openPage('/t/a-token-of-a-ticket')
  up.add(B)
  way.told({ origins: [B], pass: null })
  way.lost()
  await pass(10_000)
  expect(went).toEqual([`${B}/t/a-token-of-a-ticket`])
})

test('a screen goes to each of the others once, right after it was opened, and once more when it was paired anew', async () => {
  const kept: Kept = new Map()
  const introduce = async (device: string, ...answering: string[]) => {
    const { way, went, up } = openPage('/display/1', kept)
    for (const origin of answering) up.add(origin)
    for (const until of ['now', 'later']) way.told({ origins: [B, C], pass: `${device}.${until}.digest` })
    await pass(0)
    return went.map(brought)
  }
  const to = (origin: string) => ({ at: `${origin}/continue`, path: '/display/1', from: A, returns: 'yes' })
  expect(await introduce('one')).toEqual([])
  expect(await introduce('one', C)).toMatchObject([to(C)])
  expect(await introduce('one', B, C)).toMatchObject([to(B)])
  expect(await introduce('one', B, C)).toEqual([])
  expect(await introduce('two', B, C)).toMatchObject([to(B)])
})

test('a browser that keeps nothing, a phone and an office of one server go to nobody', async () => {
  const keepsNothing = openPage('/kiosk/1', null)
  keepsNothing.up.add(B)
  keepsNothing.way.told(told(B))
  const phone = openPage('/t/token', new Map())
  phone.up.add(B)
  phone.way.told({ origins: [B], pass: null })
  const single = openPage('/kiosk/1', new Map())
  single.way.lost()
  await pass(60_000)
  expect([keepsNothing.went, phone.went, single.went, single.asked]).toEqual([[], [], [], []])
})

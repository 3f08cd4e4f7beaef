import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeWayElsewhere } from '../../ui/elsewhere.ts'

const A = 'http://10.0.0.11:4100'
const B = 'http://10.0.0.12:4100'
const C = 'http://10.0.0.13:4100'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A page of server A in a browser, and which of the other servers answer. */
const openPage = (
  path = '/kiosk/1',
  kept: Map<string, string> | null = new Map([[`antrean-visited${path}`, `${B} ${C}`]]),
) => {
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
  }))
  return { way, went, asked, up, kept }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('a page whose server is away for eight seconds goes on at the first that answers', async () => {
  const { way, went, asked, up } = openPage()
  way.welcomed({ origins: [B, C], pass: 'p' })
  way.lost()
  up.add(C)
  await pass(7_999)
  expect(asked).toEqual([])
  await pass(1)
  expect([asked, went]).toEqual([[B, C], [`${C}/continue#pass=p&path=%2Fkiosk%2F1`]])
})

test('it looks every two seconds until somebody answers, and leaves once', async () => {
  const { way, went, asked, up } = openPage()
  way.welcomed({ origins: [B], pass: 'p' })
  way.lost()
  await pass(13_000)
  expect(asked).toHaveLength(3)
  up.add(B)
  way.lost()
  await pass(60_000)
  expect(went).toEqual([`${B}/continue#pass=p&path=%2Fkiosk%2F1`])
})

test('it stays where its own server comes back in time, also while it looks', async () => {
  const { way, went, up } = openPage()
  way.welcomed({ origins: [B], pass: 'p' })
  for (const awayMs of [7_000, 9_000]) {
    way.lost()
    await pass(awayMs)
    way.found()
  }
  up.add(B)
  await pass(60_000)
  expect(went).toEqual([])
})

test('what was found while the question was under way keeps it here', async () => {
  const page = openPage()
  let answer: (is: boolean) => void = () => undefined
  const way = makeWayElsewhere(() => ({
    here: { origin: A, pathname: '/kiosk/1' },
    go: (address) => void page.went.push(address),
    answers: () =>
      new Promise((resolve) => {
        answer = resolve
      }),
    store: null,
  }))
  way.welcomed({ origins: [B], pass: 'p' })
  way.lost()
  await pass(8_000)
  way.found()
  answer(true)
  await pass(60_000)
  expect(page.went).toEqual([])
})

test('a phone goes to the same address at another server', async () => {
  const { way, went, up } = openPage('/t/a-token-of-a-ticket')
  up.add(B)
  way.welcomed({ origins: [B], pass: null })
  way.lost()
  await pass(10_000)
  expect(went).toEqual([`${B}/t/a-token-of-a-ticket`])
})

test('a screen goes to each of the others once, right after it was opened, so that it is known there', async () => {
  const kept = new Map<string, string>()
  const visit = async (...answering: string[]) => {
    const { way, went, up } = openPage('/display/1', kept)
    for (const origin of answering) up.add(origin)
    way.welcomed({ origins: [B, C], pass: 'p' })
    way.welcomed({ origins: [B, C], pass: 'q' })
    await pass(0)
    return went
  }
  expect(await visit()).toEqual([])
  expect(await visit(C)).toEqual([`${C}/continue#pass=p&path=%2Fdisplay%2F1&back=${encodeURIComponent(A)}`])
  expect(await visit(B, C)).toEqual([`${B}/continue#pass=p&path=%2Fdisplay%2F1&back=${encodeURIComponent(A)}`])
  expect(await visit(B, C)).toEqual([])
})

test('a browser that keeps nothing, a phone and an office of one server visit nobody', async () => {
  const keepsNothing = openPage('/kiosk/1', null)
  keepsNothing.up.add(B)
  keepsNothing.way.welcomed({ origins: [B], pass: 'p' })
  const phone = openPage('/t/token', new Map())
  phone.up.add(B)
  phone.way.welcomed({ origins: [B], pass: null })
  const single = openPage('/kiosk/1', new Map())
  single.way.welcomed(undefined)
  single.way.lost()
  await pass(60_000)
  expect([keepsNothing.went, phone.went, single.went, single.asked]).toEqual([[], [], [], []])
})

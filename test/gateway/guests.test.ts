import { expect, test } from 'vitest'
import { SOCKET } from '../../protocol/socket.ts'
import { OPERATIONS } from '../../server/gateway/operations.ts'
import { closed, openTestGateway, say, TRACKER_TOKEN } from './open-test-gateway.ts'
import { sendRaw, statusOf } from './raw-connection.ts'

const openWithGuests = async () => {
  const office = await openTestGateway({ guest: { port: 0, address: 'http://tamu.test' } })
  const guests = `http://127.0.0.1:${office.guestPort}`
  return { ...office, guests, askGuests: (path: string, init: RequestInit = {}) => fetch(`${guests}${path}`, init) }
}

test('the second port shows the pages of the phones', { tags: ['W13'] }, async () => {
  const { askGuests } = await openWithGuests()
  for (const path of [
    `/t/${TRACKER_TOKEN}`,
    `/t/${TRACKER_TOKEN}/manifest.webmanifest`,
    '/t/sw.js',
    '/assets/kiosk-4f2a.js',
    '/healthz',
  ])
    expect([path, (await askGuests(path)).status]).toEqual([path, 200])
})

test('the second port knows no other route of the office, whoever asks with whatever secret', {
  tags: ['W13'],
}, async () => {
  const { askGuests, access, openConsole, openDesk, guests } = await openWithGuests()
  const { token } = await access.pair('integration', 'reports')
  const cookie = `${await openConsole()}; ${await openDesk()}`
  const pages = [
    '/',
    '/try',
    '/pair',
    '/continue',
    '/kiosk/1',
    '/counter/1',
    '/display/1',
    '/survey/1',
    '/supervisor',
    '/slides',
  ]
  const routes = Object.keys(OPERATIONS).filter((key) => key !== 'get /healthz')
  for (const key of [...pages.map((page) => `get ${page}`), 'get /voice/manifest.json', ...routes]) {
    const [method = '', path = ''] = key.split(' ')
    const headers = { cookie, authorization: `Bearer ${token}`, origin: guests, 'content-type': 'application/json' }
    const body = method === 'post' ? { body: '{}' } : {}
    const answer = await askGuests(path.replaceAll(/\{\w+\}/g, '1'), { method: method.toUpperCase(), headers, ...body })
    expect([key, answer.status]).toEqual([key, 404])
  }
})

test('phones come in by a socket of the second port, and no screen or program does', { tags: ['W13'] }, async () => {
  const { connect, access, guests, guestPort } = await openWithGuests()
  expect(guestPort).toBeGreaterThan(0)
  const phone = await connect({ at: guests })
  expect(await say(phone, SOCKET.hello, { role: 'tracker', token: TRACKER_TOKEN })).toMatchObject({ status: 'welcome' })
  for (const role of ['kiosk', 'display', 'counter', 'integration', 'survey'] as const) {
    const { token } = await access.pair(role, '1')
    for (const secret of [{ token }, { cookie: `antrean-${role}-1=${token}` }]) {
      const socket = await connect({ at: guests, ...secret })
      socket.emit(SOCKET.hello, { role, place: '1' }, () => undefined)
      expect(await closed(socket)).toBe('io server disconnect')
    }
  }
})

test('each port answers its own names alone', { tags: ['W2', 'W13'] }, async () => {
  const { guests, address } = await openWithGuests()
  const statusAt = async (at: string, host: string) =>
    statusOf(await sendRaw(at, `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`))
  expect(await statusAt(guests, 'tamu.test')).toBe(200)
  expect(await statusAt(guests, new URL(address).host)).toBe(421)
  expect(await statusAt(address, 'tamu.test')).toBe(421)
})

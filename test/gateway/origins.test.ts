import { expect, test } from 'vitest'
import { openTestGateway } from './open-test-gateway.ts'
import { sendRaw, statusOf, upgradeRequest } from './raw-connection.ts'

const foreign = (own: string): string[] => {
  const { port } = new URL(own)
  return [
    'null',
    'file://',
    'http://evil.example',
    `http://evil.127.0.0.1:${port}`,
    `http://127.0.0.1.evil.example:${port}`,
    `http://127.0.0.1:${port}.evil.example`,
    `http://127.0.0.1:${Number(port) + 1}`,
    'http://127.0.0.1',
    `HTTP://127.0.0.1:${port}`,
    `https://127.0.0.1:${port}`,
    `http://[::1]:${port}`,
    `http://127.0.0.1.:${port}`,
    `http://localhost:${port}`,
    `http://127.0.0.1:${port}/`,
    `http://evil@127.0.0.1:${port}`,
    `${own}, http://evil.example`,
    '*',
  ]
}

test('no page of another origin opens a socket, by neither transport', { tags: ['W1'] }, async () => {
  const { address } = await openTestGateway()
  const { host } = new URL(address)
  for (const origin of foreign(address)) {
    const upgraded = await sendRaw(address, upgradeRequest([`Host: ${host}`, `Origin: ${origin}`]))
    expect([origin, statusOf(upgraded)]).toEqual([origin, 403])
    const polled = await sendRaw(
      address,
      `GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\n\r\n`,
    )
    expect([origin, statusOf(polled)]).toEqual([origin, 404])
    expect(polled.toLowerCase()).not.toContain('access-control-')
  }
})

test('a page of this office opens a socket, though not by polling', { tags: ['W1'] }, async () => {
  const { address } = await openTestGateway()
  const { host } = new URL(address)
  const own = [`Host: ${host}`, `Origin: ${address}`]
  expect(statusOf(await sendRaw(address, upgradeRequest(own)))).toBe(101)
  const polling = '/socket.io/?EIO=4&transport=polling'
  expect(statusOf(await sendRaw(address, `GET ${polling} HTTP/1.1\r\n${own.join('\r\n')}\r\n\r\n`))).toBe(404)
  expect(statusOf(await sendRaw(address, upgradeRequest(own, polling)))).toBe(400)
  expect(statusOf(await sendRaw(address, upgradeRequest(own, '/elsewhere')))).toBe(404)
  const twice = upgradeRequest([...own, 'Origin: http://evil.example'])
  expect(statusOf(await sendRaw(address, twice))).toBe(403)
})

test('without an origin a socket needs a token, and a cookie is not enough', { tags: ['W1'] }, async () => {
  const { connect, access } = await openTestGateway()
  const { token } = await access.pair('kiosk', '1')
  await expect(connect({ origin: '', cookie: `antrean-kiosk-1=${token}` })).rejects.toThrow(
    'needs an Origin or a token',
  )
  expect((await connect({ token })).connected).toBe(true)
})

test('no page of another origin makes a browser post, with or without its cookies', { tags: ['W3'] }, async () => {
  const { address, asked, ask, access, openConsole } = await openTestGateway()
  const cookie = await openConsole()
  const { token } = await access.pair('integration', 'agenda')
  for (const origin of foreign(address))
    for (const headers of [
      { origin, cookie },
      { origin, authorization: `Bearer ${token}` },
    ])
      for (const path of ['/api/v1/commands', '/api/console/pin', '/pair', '/continue', '/nowhere']) {
        const response = await ask(path, { json: { staff: '07' }, headers })
        expect([origin, path, response.status]).toEqual([origin, path, 403])
      }
  expect(asked).toEqual([])
  expect(access.staffNumbers()).toEqual([])
})

test('a post that says nothing of its origin needs a bearer token', { tags: ['W3'] }, async () => {
  const { address, access, openConsole } = await openTestGateway()
  const cookie = await openConsole()
  const { token } = await access.pair('kiosk', '1')
  const post = async (headers: Record<string, string>) => {
    const all = { 'content-type': 'application/json', ...headers }
    return (await fetch(`${address}/api/v1/commands`, { method: 'POST', body: '{}', headers: all })).status
  }
  expect(await post({ cookie })).toBe(403)
  expect(await post({ authorization: 'Basic YTpi' })).toBe(403)
  expect(await post({ authorization: `Bearer ${token}` })).toBe(200)
  expect(await post({ authorization: `Bearer ${token}`, origin: address })).toBe(200)
  expect(await post({ origin: address, 'sec-fetch-site': 'cross-site', authorization: `Bearer ${token}` })).toBe(403)
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/csv', ''])(
  'a form of type %s is not taken for JSON',
  { tags: ['W3'] },
  async (type) => {
    const { ask, openConsole, access } = await openTestGateway()
    const headers = { cookie: await openConsole(), 'content-type': type }
    const response = await ask('/api/console/pin', { json: { staff: '07' }, headers })
    expect(response.status).toBe(415)
    expect(access.staffNumbers()).toEqual([])
  },
)

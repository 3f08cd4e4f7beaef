/**
 * @module-tag W4
 */
import { expect, test } from 'vitest'
import { OPERATIONS } from '../../server/gateway/operations.ts'
import { openTestGateway } from './open-test-gateway.ts'
import { sendRaw, statusOf, upgradeRequest } from './raw-connection.ts'

const PAGES = ['/', '/try', '/pair', '/continue', '/kiosk/1', '/display/1', '/counter/3', `/t/${'a'.repeat(22)}`]
const NOWHERE = ['/nowhere', '/assets/none.js', '/kiosk/', '/kiosk/UPPER', '/t/short', '/%', '/assets/%2e%2e/%2e%2e']

test('every answer, good or bad, carries the headers that keep a page to itself', async () => {
  const { ask, openConsole, access } = await openTestGateway()
  const cookie = await openConsole()
  const { token } = await access.pair('integration', 'reports')
  const states = [{}, { cookie }, { authorization: `Bearer ${token}` }]
  const routes = Object.keys(OPERATIONS).map((key) => (key.split(' ')[1] ?? '').replace('{role}', 'integration'))
  for (const path of [...routes, ...PAGES, ...NOWHERE])
    for (const headers of states)
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
        const response = await ask(path, { method, headers })
        const name = `${method} ${path} ${response.status}`
        const policy = response.headers.get('content-security-policy') ?? ''
        for (const part of [
          "default-src 'self'",
          "script-src 'self' 'wasm-unsafe-eval'",
          "object-src 'none'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
          "connect-src 'self' ws://127.0.0.1:",
          "img-src 'self' data:",
        ])
          expect(policy, name).toContain(part)
        expect(policy, name).not.toContain('upgrade-insecure-requests')
        expect(policy, name).not.toContain('unsafe-inline')
        expect(Object.fromEntries(response.headers), name).toMatchObject({
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cross-origin-opener-policy': 'same-origin',
          'cache-control': 'no-store',
        })
        const permissions = response.headers.get('permissions-policy')
        expect(permissions, name).toMatch(/^camera=\(self\), microphone=\(\), geolocation=\(\), /)
        for (const absent of ['x-powered-by', 'strict-transport-security', 'etag', 'access-control-allow-origin'])
          expect(response.headers.has(absent), name).toBe(false)
        expect(response.status, name).toBeLessThan(500)
        await response.arrayBuffer()
      }
}, 30_000)

test('what is refused before any route carries them as well', async () => {
  const { address } = await openTestGateway()
  const { host } = new URL(address)
  const bytes = [
    'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n',
    upgradeRequest(['Host: evil.example']),
    upgradeRequest([`Host: ${host}`, 'Origin: http://evil.example']),
    `GET / HTTP/1.1\r\nHost: ${host}\r\nExpect: the-unexpected\r\n\r\n`,
    `NONSENSE / HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'y'.repeat(9_000)}\r\n\r\n`,
    '\u0016\u0003\u0001 this is TLS\r\n\r\n',
  ]
  const statuses = []
  for (const one of bytes) {
    const answer = (await sendRaw(address, one)).toLowerCase()
    statuses.push(statusOf(answer.toUpperCase()))
    expect(answer).toContain('content-security-policy: default-src')
    expect(answer).toContain('x-content-type-options: nosniff')
    expect(answer).toContain('cache-control: no-store')
    expect(answer).toContain('content-type: application/problem+json')
  }
  expect(statuses).toEqual([421, 421, 403, 417, 400, 400, 400])
})

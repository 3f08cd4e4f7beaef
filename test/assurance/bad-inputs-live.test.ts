import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SOCKET } from '../../protocol/socket.ts'
import { openTestGateway, say } from '../gateway/open-test-gateway.ts'
import { sendRaw, statusOf } from '../gateway/raw-connection.ts'
import { badBody, readValue } from '../support/bad-bodies.ts'
import { howMany } from '../support/how-many.ts'
import { keepInputs } from '../support/keep-figure.ts'
import { openTestOffice } from '../support/office.ts'

const MESSAGES = howMany(400, 20_000)
const REQUESTS = howMany(600, 30_000)
/** A socket may say twenty things in a second, its opening and its hello among them. */
const A_SOCKET = 18
const AT_ONCE = 32

/** The office's own rules behind a real gateway. */
const openLive = async () => {
  const { door } = await openTestOffice()
  const gateway = await openTestGateway({ door })
  return { ...gateway, door }
}

test('bad messages on live sockets are answered or end their socket, and the office goes on', {
  tags: ['W15', 'M6'],
}, async (context) => {
  const { access, connect, faults, openDevice } = await openLive()
  const { token } = await access.pair('kiosk', '1')
  const bodies = fc.sample(badBody, MESSAGES)
  let answered = 0
  const talk = async (from: number): Promise<void> => {
    const socket = await connect({ token })
    await say(socket, SOCKET.hello, { role: 'kiosk', place: '1' })
    const said = bodies.slice(from, from + A_SOCKET).map(async (text) => {
      const answer: unknown = await say(socket, SOCKET.command, readValue(text)).catch(() => null)
      if (answer !== null) answered += 1
    })
    await Promise.all(said)
    socket.disconnect()
  }
  const starts = Array.from({ length: Math.ceil(MESSAGES / A_SOCKET) }, (_, i) => i * A_SOCKET)
  for (let i = 0; i < starts.length; i += AT_ONCE) await Promise.all(starts.slice(i, i + AT_ONCE).map(talk))
  expect(faults).toEqual([])
  expect(answered).toBeGreaterThan(MESSAGES * 0.9)
  expect((await openDevice('kiosk', '1')).welcome).toMatchObject({ status: 'welcome' })
  keepInputs(context, MESSAGES)
})

const METHODS = ['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'TRACE', 'OPTIONS', 'get', 'X', '']
const TARGETS = [
  '/',
  '/healthz',
  '/api/v1/commands',
  '/api/desk/session',
  '/pair',
  '/continue',
  '/api/console',
  '*',
  '//',
  '/%',
  '/t/',
  '?',
]
const HEADERS = [
  ...[
    'Content-Length: -1',
    'Content-Length: 99999999999',
    'Content-Length: 5\r\nContent-Length: 6',
    'Transfer-Encoding: chunked',
  ],
  ...[
    'Transfer-Encoding: chunked\r\nContent-Length: 3',
    'Content-Type: application/json',
    'Content-Type: \u0000',
    'Expect: x',
  ],
  ...[
    'Cookie: =',
    'Cookie: a=%',
    'Authorization: Bearer',
    'X: \r\n y',
    ': empty',
    'Upgrade: websocket\r\nConnection: Upgrade',
  ],
  ...[
    'Origin: null',
    'Range: bytes=0-1,2-3,-9',
    'If-None-Match: *',
    'Accept-Encoding: br;q=nan',
    `Long: ${'x'.repeat(2_000)}`,
  ],
]

/** Requests in which anything may be wrong: the line, the headers, the ends of lines, the body, and letters anywhere. */
const badRequest = (host: string) =>
  fc
    .record({
      method: fc.constantFrom(...METHODS),
      target: fc.oneof(fc.constantFrom(...TARGETS), fc.webPath(), fc.string({ unit: 'binary', maxLength: 30 })),
      version: fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTX/1.1', ''),
      host: fc.constantFrom(
        `Host: ${host}`,
        `Host: ${host}`,
        'Host: evil.example',
        'Host:',
        `Host: ${host}\r\nHost: a`,
      ),
      headers: fc.array(fc.constantFrom(...HEADERS), { maxLength: 3 }),
      end: fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', '\r'),
      body: fc.oneof(
        fc.constant(''),
        badBody.map((text) => text.slice(0, 300)),
      ),
      noise: fc.option(fc.tuple(fc.nat(200), fc.string({ unit: 'binary', maxLength: 3 }))),
    })
    .map(({ method, target, version, host: named, headers, end, body, noise }) => {
      const whole = `${[`${method} ${target} ${version}`, named, 'Connection: close', ...headers, '', body].join(end)}`
      return noise === null ? whole : whole.slice(0, noise[0]) + noise[1] + whole.slice(noise[0])
    })

test('bad requests are answered with a status below 500 or by hanging up, and the office goes on', {
  tags: ['W14', 'W15'],
}, async (context) => {
  const { address, ask, faults } = await openLive()
  const requests = fc.sample(badRequest(new URL(address).host), REQUESTS)
  const statuses = new Map<number, number>()
  const send = async (bytes: string): Promise<void> => {
    const answer = await sendRaw(address, bytes, 100)
    const status = statusOf(answer)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status >= 500) expect({ bytes, status }).toEqual({ bytes, status: 'below 500' })
    expect(answer).not.toMatch(/node_modules|\bat .*\.ts:\d/)
  }
  for (let i = 0; i < requests.length; i += AT_ONCE) await Promise.all(requests.slice(i, i + AT_ONCE).map(send))
  expect(faults).toEqual([])
  expect(statuses.get(400) ?? 0).toBeGreaterThan(REQUESTS / 10)
  expect((await ask('/healthz')).status).toBe(200)
  keepInputs(context, REQUESTS)
})

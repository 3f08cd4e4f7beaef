/**
 * @module-tag W2
 */
import { expect, test } from 'vitest'
import { isLoopback, makeHosts } from '../../server/gateway/hosts.ts'
import { openTestGateway } from './open-test-gateway.ts'
import { sendRaw, statusOf, upgradeRequest } from './raw-connection.ts'

/** Names an attacker could point at this machine, or write to slip past a sloppy comparison. */
const foreign = (port: string): string[] => [
  'evil.example',
  `evil.example:${port}`,
  '127.0.0.1',
  `127.0.0.1:${Number(port) + 1}`,
  `127.0.0.1.:${port}`,
  `127.0.0.1:${port}.evil.example`,
  `127.0.0.1.evil.example:${port}`,
  `evil.example#127.0.0.1:${port}`,
  `evil@127.0.0.1:${port}`,
  `ANTREAN.LOCAL:${port}`,
  'antrean.local.',
  'xantrean.local',
  `localhost:${port}`,
  `[::1]:${port}`,
  `2130706433:${port}`,
  '',
]

test('a request for another host is refused before any route, whatever it asks for', async () => {
  const { address, asked } = await openTestGateway({ addresses: ['http://antrean.local'] })
  for (const host of foreign(new URL(address).port))
    for (const path of [
      '/',
      '/healthz',
      '/api/v1/commands',
      '/assets/kiosk-4f2a.js',
      '/no-such',
      '/socket.io/?EIO=4',
    ]) {
      const answer = await sendRaw(address, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
      expect([host, path, statusOf(answer)]).toEqual([host, path, 421])
      expect(answer.toLowerCase()).toContain('content-security-policy:')
    }
  expect(asked).toEqual([])
})

test('a WebSocket for another host is refused before its handshake', async () => {
  const { address } = await openTestGateway({ addresses: ['http://antrean.local'] })
  for (const host of foreign(new URL(address).port)) {
    const answer = await sendRaw(address, upgradeRequest([`Host: ${host}`, `Origin: ${address}`]))
    expect([host, statusOf(answer)]).toEqual([host, 421])
  }
})

test('its own address and the given ones are served', async () => {
  const { address } = await openTestGateway({ addresses: ['http://antrean.local', 'https://antrean.example:8443'] })
  for (const host of [new URL(address).host, 'antrean.local', 'antrean.example:8443']) {
    expect(statusOf(await sendRaw(address, `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`))).toBe(200)
    expect(statusOf(await sendRaw(address, upgradeRequest([`Host: ${host}`, `Origin: ${address}`])))).toBe(101)
  }
})

test('a second host, an absolute target or no host at all is refused', async () => {
  const { address } = await openTestGateway()
  const { host } = new URL(address)
  const answers = [
    `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`,
    `GET /healthz HTTP/1.1\r\nHost: evil.example\r\nHost: ${host}\r\n\r\n`,
    `GET http://evil.example/healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    `GET http://${host}/healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    'GET /healthz HTTP/1.0\r\n\r\n',
    'GET /healthz HTTP/1.1\r\n\r\n',
  ].map((bytes) => sendRaw(address, bytes))
  for (const answer of await Promise.all(answers)) expect([400, 421]).toContain(statusOf(answer))
})

test('a forwarded host is not believed', async () => {
  const { address } = await openTestGateway()
  const forwarded = `GET /healthz HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: ${new URL(address).host}\r\n\r\n`
  expect(statusOf(await sendRaw(address, forwarded))).toBe(421)
})

test.each(['antrean.local', 'http://antrean.local/', 'http://antrean.local:80', 'HTTP://antrean.local', 'ftp://x/'])(
  'the start stops at %s, which is no origin',
  async (address) => {
    expect(() => makeHosts([address])).toThrow()
    await expect(openTestGateway({ addresses: [address] })).rejects.toThrow()
  },
)

test('this machine is 127.0.0.0/8 and ::1 and nothing else', () => {
  for (const own of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) expect(isLoopback(own)).toBe(true)
  for (const other of ['10.0.0.9', '::ffff:10.0.0.9', '128.0.0.1', '127.0.0.1.evil', '::2', '', undefined])
    expect(isLoopback(other)).toBe(false)
})

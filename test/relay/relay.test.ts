import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { request as secureRequest } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type Listening, listen } from '../../server/gateway/listen.ts'
import { greet, readGreeting } from '../../server/relay/greeting.ts'
import { openPeerDoor } from '../../server/relay/peer-door.ts'
import { openRelay, type Relay } from '../../server/relay/relay.ts'
import { tlsFiles } from '../../server/tls/certificate-file.ts'
import { makeCertificate } from '../../server/tls/make-certificate.ts'
import { freePort } from '../support/free-port.ts'

const HOST = '127.0.0.1'
const SECRET = new Uint8Array(32).fill(7)

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** A leader that answers every request with the address it came from, and a server that passes on to it. */
const makePair = async (tls: { cert: string; key: string } | null = null) => {
  const listening: Listening = await listen({ host: HOST, port: 0, tls })
  for (const server of [listening.plain, listening.secure])
    server?.on('request', (asked, response) => response.end(String(asked.socket.remoteAddress)))
  const peer = { host: HOST, port: await freePort() }
  const door = await openPeerDoor({
    at: peer,
    secret: SECRET,
    accept: (connection, { address }) => listening.take(connection, address),
  })
  const port = await freePort()
  const relay: Relay = await openRelay({ host: HOST, ports: { main: port }, secret: SECRET })
  ends.push(listening.close, door.close, relay.close)
  return { relay, port, peer }
}

const bodyOf = async (asking: ReturnType<typeof request>): Promise<string> => {
  asking.end()
  const [response] = await once(asking, 'response')
  let body = ''
  for await (const part of response) body += String(part)
  return body
}

describe('a server that passes on', () => {
  test('gives the leader what was said, and the address it came from', async () => {
    const { relay, port, peer } = await makePair()
    relay.moved(peer)
    expect(await bodyOf(request({ host: HOST, port, localAddress: '127.0.0.9' }))).toBe('127.0.0.9')
  })

  test('does so through TLS, of which it knows nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'antrean-relay-'))
    await makeCertificate(folder, ['antrean.local'], Date.now())
    const { office, ca } = tlsFiles(folder)
    const pem = readFileSync(office, 'utf8')
    const { relay, port, peer } = await makePair({ cert: pem, key: pem })
    relay.moved(peer)
    const secure = { host: HOST, port, localAddress: '127.0.0.9', servername: 'antrean.local', ca: readFileSync(ca) }
    expect(await bodyOf(secureRequest(secure))).toBe('127.0.0.9')
  })

  test('lets somebody who comes while nobody leads wait for the next leader', async () => {
    const { relay, port, peer } = await makePair()
    const body = bodyOf(request({ host: HOST, port }))
    setTimeout(() => relay.moved(peer), 100)
    expect(await body).toBe(HOST)
  })

  test('cuts what went to a leader that is none any more', async () => {
    const { relay, port, peer } = await makePair()
    relay.moved(peer)
    const connection = connect(port, HOST)
    connection.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    await once(connection, 'data')
    relay.moved(null)
    await once(connection, 'close')
  })
})

describe('the door for the other servers', () => {
  const CHALLENGE = 'a-challenge'
  const line = greet(SECRET, CHALLENGE, { door: 'main', address: '10.0.0.7' }).trimEnd()

  test('believes a line that the secret proves, for its challenge and its address alone', { tags: ['W5'] }, () => {
    expect(readGreeting(SECRET, CHALLENGE, line)).toEqual({ door: 'main', address: '10.0.0.7' })
    expect(readGreeting(SECRET, 'another-one', line)).toBeNull()
    expect(readGreeting(new Uint8Array(32), CHALLENGE, line)).toBeNull()
    expect(readGreeting(SECRET, CHALLENGE, line.replace('10.0.0.7', '127.0.0.1'))).toBeNull()
    expect(readGreeting(SECRET, CHALLENGE, line.replace('main', 'guest'))).toBeNull()
    for (const junk of ['', 'main', 'main 10.0.0.7', `${line} more`, line.slice(0, -1), `GET / HTTP/1.1`])
      expect(readGreeting(SECRET, CHALLENGE, junk)).toBeNull()
  })

  test.for([
    ['another secret', 'main 10.0.0.7 AAAA\n'],
    ['a request', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['no end', 'x'.repeat(400)],
    ['nothing at all', ''],
  ] as const)('lets nobody in who brings %s', { tags: ['W5'] }, async ([, said]) => {
    const { peer } = await makePair()
    const stranger = connect(peer)
    let heard = ''
    stranger.on('data', (bytes) => {
      heard += bytes.toString()
    })
    stranger.write(said)
    await once(stranger, 'close')
    expect(heard).toMatch(/^[A-Za-z0-9_-]{22}\n$/)
  })
})

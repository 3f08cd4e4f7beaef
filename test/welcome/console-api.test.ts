import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { consoleApi } from '../../welcome/console-api.ts'
import { LocalPath } from '../../welcome/house.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server on this machine that answers everything in one way. */
const openServer = async (status: number, body: string) => {
  const server = createServer((_request, response) => response.writeHead(status).end(body)).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return consoleApi(`http://127.0.0.1:${address.port}`)
}

describe('a server that says no', () => {
  test.each<[number, string]>([
    [401, 'locked'],
    [403, 'elsewhere'],
    [429, 'too-many'],
    [500, 'unreachable'],
    [503, 'unreachable'],
    [404, 'refused'],
  ])('%i is %s', async (code, status) => {
    const api = await openServer(code, '')
    expect(await api.readHouse()).toMatchObject({ status })
    expect(await api.unlock('7HQ29KXM')).toMatchObject({ status })
  })

  test('a refusal comes with its code', async () => {
    const problem = { type: 'about:blank', title: 'Conflict', status: 409, refusal: { code: 'day-not-open' } }
    const api = await openServer(409, JSON.stringify(problem))
    expect(await api.scan('1', 'X')).toEqual({ status: 'refused', refusal: { code: 'day-not-open' } })
  })

  test('a refusal in unknown words is still a refusal', async () => {
    const api = await openServer(409, '<html>no</html>')
    expect(await api.scan('1', 'X')).toEqual({ status: 'refused', refusal: null })
  })

  test('a server that is away is unreachable', async () => {
    const api = await openServer(200, '{}')
    for (const server of servers.splice(0)) await new Promise((done) => server.close(done))
    expect(await api.readHouse()).toEqual({ status: 'unreachable' })
  })
})

describe('a server that says something strange', () => {
  test.each(['', 'null', '[]', '{}', '{"office":7}', '{"screens":[{"role":"boss"}]}', 'no json'])(
    '%j is no house',
    async (body) => {
      const api = await openServer(200, body)
      expect(await api.readHouse()).toEqual({ status: 'refused', refusal: null })
    },
  )

  test.each(['//evil.example', 'https://evil.example/', 'javascript:alert(1)', 'kiosk/1', '/\\evil.example', ''])(
    'nobody is sent to %j',
    async (path) => {
      const api = await openServer(200, JSON.stringify({ path }))
      expect(await api.pair('token')).toEqual({ status: 'refused', refusal: null })
    },
  )

  test('whatever path is let through stays on this server', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (path) => {
          if (!LocalPath.safeParse(path).success) return
          expect(new URL(path, 'http://office.test').origin).toBe('http://office.test')
        },
      ),
    )
  })
})

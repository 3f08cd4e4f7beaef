import { expect, test } from 'vitest'
import { openTestGateway } from './open-test-gateway.ts'
import { sendRaw, statusOf } from './raw-connection.ts'

test.each([
  ['/', 'welcome'],
  ['/try', 'welcome'],
  ['/pair', 'welcome'],
  ['/continue', 'welcome'],
  ['/?from=qr', 'welcome'],
  ['/kiosk/1', 'kiosk'],
  ['/display/lobby-2', 'display'],
  ['/counter/12', 'counter'],
  [`/t/${'a'.repeat(22)}`, 'tracker'],
])('%s is the %s page, as it was built', async (path, page) => {
  const { ask } = await openTestGateway()
  const response = await ask(path)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(await response.text()).toBe(`<!doctype html><title>${page}</title>`)
})

test('assets are kept by browsers for a year, pages not at all', async () => {
  const { ask } = await openTestGateway()
  const asset = await ask('/assets/kiosk-4f2a.js')
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(asset.headers.get('content-type')).toContain('javascript')
  expect((await ask('/kiosk/1')).headers.get('cache-control')).toBe('no-store')
})

test('assets go compressed to whoever takes that, and plain to whoever does not', async () => {
  const { ask } = await openTestGateway()
  const sent = async (accepted: string) => {
    const response = await ask('/assets/kiosk-4f2a.js', { headers: { 'Accept-Encoding': accepted } })
    const { headers } = response
    expect(headers.get('content-type')).toContain('javascript')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    return [headers.get('content-encoding'), headers.get('vary'), await response.text()]
  }
  expect(await sent('gzip, deflate')).toEqual(['gzip', 'Accept-Encoding', 'export {}'])
  expect(await sent('identity')).toEqual([null, 'Accept-Encoding', 'export {}'])
})

test('a phone keeps a ticket on its home screen: the manifest opens that ticket, and says nothing of it', async () => {
  const { ask } = await openTestGateway()
  const token = 'a'.repeat(22)
  const response = await ask(`/t/${token}/manifest.webmanifest`)
  expect(response.headers.get('content-type')).toContain('application/manifest+json')
  const { icons, ...manifest } = await response.json()
  expect(manifest).toMatchObject({ name: 'Antrean', start_url: `/t/${token}`, scope: '/t/', display: 'standalone' })
  expect(icons.map(({ src, purpose }: { src: string; purpose: string }) => [src, purpose])).toEqual([
    ['/t/icon-192.png', 'any'],
    ['/t/icon-512.png', 'any'],
    ['/t/icon-maskable-512.png', 'maskable'],
  ])
})

test('the service worker of the phones is read anew every time', async () => {
  const { ask } = await openTestGateway()
  const response = await ask('/t/sw.js')
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(response.headers.get('content-type')).toContain('javascript')
})

test.each([
  '/t/short/manifest.webmanifest',
  '/t/manifest.webmanifest',
  '/t/..%2f.env',
  '/.env',
  '/assets/.secret',
  '/assets/../.env',
  '/assets/..%2f.env',
  '/assets/%2e%2e/.env',
  '/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/assets/..%5c.env',
  '/assets/....//.env',
  '//etc/passwd',
  '/assets//etc/passwd',
  '/kiosk/..%2f..%2f.env',
  '/kiosk/%2e%2e',
  '/kiosk/1/index.html',
  '/kiosk/index.html',
  '/welcome/index.html',
  '/assets/',
  '/assets',
  '/assets/kiosk-4f2a.js.map',
  '/assets/%00',
  '/package.json',
  '/data/journal.db',
  '/kiosk',
  '/kiosk/1/',
  '/KIOSK/1',
  '/t/',
  '/t/short',
  '/t/../kiosk/1',
  '/%',
  '/%c0%af',
  '/assets/%',
])('nothing is to be found at %s', { tags: ['W14'] }, async (path) => {
  const { address } = await openTestGateway()
  const answer = await sendRaw(address, `GET ${path} HTTP/1.1\r\nHost: ${new URL(address).host}\r\n\r\n`)
  expect([400, 404]).toContain(statusOf(answer))
  expect(answer).toContain('application/problem+json')
  expect(answer).not.toContain('hidden')
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  'a page has no %s',
  { tags: ['W14'] },
  async (method) => {
    const { address } = await openTestGateway()
    const own = `Host: ${new URL(address).host}\r\nOrigin: ${address}\r\nContent-Length: 0`
    const answer = await sendRaw(address, `${method} /kiosk/1 HTTP/1.1\r\n${own}\r\n\r\n`)
    expect(statusOf(answer)).toBe(405)
    expect(answer).toContain('Allow: GET, HEAD\r\n')
    expect(answer).toContain('application/problem+json')
  },
)

test('a build that is not there is answered with 404, and the server goes on', async () => {
  const { ask, faults } = await openTestGateway({ screensDir: '/nowhere/at/all' })
  expect((await ask('/kiosk/1')).status).toBe(404)
  expect((await ask('/healthz')).status).toBe(200)
  expect(faults).toEqual([])
})

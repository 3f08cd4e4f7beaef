import { expect, test } from 'vitest'
import { keepFigure } from '../support/keep-figure.ts'
import { openTestGateway } from './open-test-gateway.ts'
import { sendRaw, statusOf } from './raw-connection.ts'

/** Ways to write "one folder up", as collections of traversal attacks have them. */
const UPS = [
  ...['..', '%2e%2e', '%2E%2E', '.%2e', '..%00', '..;', '....', '%252e%252e', '..%5c..', '%c0%ae%c0%ae', '..%c0%af'],
  ...['%u002e%u002e', '..%2f..', '%uff0e%uff0e', '．．', '..%09', '..%20'],
]
const BELOW = ['/assets', '/t', '/kiosk', '/voice/id', '/slides', '/api', '']
const TARGETS = ['.env', 'etc/passwd', 'data/journal.db']
/** What scanners look for first. */
const KNOWN = [
  ...[
    '/.git/HEAD',
    '/.git/config',
    '/.svn/entries',
    '/.htaccess',
    '/.well-known/security.txt',
    '/.DS_Store',
    '/.npmrc',
  ],
  ...[
    '/package.json',
    '/package-lock.json',
    '/server/main.js',
    '/dist/server/main.js',
    '/node_modules/express/index.js',
  ],
  ...[
    '/data',
    '/data/',
    '/data/secret.key',
    '/secret.key',
    '/journal.db',
    '/journal.db-wal',
    '/staff.json',
    '/devices.json',
  ],
  ...[
    '/console.json',
    '/office.json',
    '/webhooks.json',
    '/survey.db',
    '/backup.db',
    '/backup.zip',
    '/tls/ca.key',
    '/ca.key',
  ],
  ...[
    '/admin',
    '/admin/',
    '/login',
    '/wp-admin',
    '/wp-login.php',
    '/phpmyadmin',
    '/server-status',
    '/actuator',
    '/debug',
  ],
  ...[
    '/debug/pprof',
    '/graphql',
    '/swagger',
    '/api',
    '/api/',
    '/api/v1',
    '/api/v1/users',
    '/api/docs',
    '/console',
    '/shell',
  ],
  ...[
    '/cgi-bin/test',
    '/index.php',
    '/index.html',
    '/kiosk.html',
    '/robots.txt',
    '/favicon.ico',
    '/sitemap.xml',
    '/socket.io',
  ],
  ...[
    '/socket.io/',
    '/socket.io/socket.io.js',
    '/socket.io/socket.io.js.map',
    '/assets/index.js.map',
    '/METRICS',
    '/healthz/',
  ],
]
const PATHS = [
  ...KNOWN,
  ...BELOW.flatMap((below) => UPS.flatMap((up) => TARGETS.map((target) => `${below}/${up}/${up}/${target}`))),
]

test('nothing is found at three hundred addresses of other programs, hidden files and ways out of the folder', {
  tags: ['W14'],
}, async (context) => {
  const { address, faults } = await openTestGateway()
  const { host } = new URL(address)
  expect(PATHS.length).toBeGreaterThanOrEqual(300)
  for (const path of PATHS) {
    const answer = await sendRaw(address, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect([path, [400, 404].includes(statusOf(answer)) ? 'nothing' : statusOf(answer)]).toEqual([path, 'nothing'])
    expect(answer, path).not.toMatch(/hidden|node_modules|\bat .*\.ts:|root:x/)
  }
  expect(faults).toEqual([])
  keepFigure(context, `${PATHS.length} paths, nothing found`)
})

test.each([
  'TRACE',
  'TRACK',
  'CONNECT',
  'DEBUG',
  'PROPFIND',
  'MOVE',
  'get',
  'G\u0000T',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
])('the method %s is refused, and says nothing of the inside', { tags: ['W14'] }, async (method) => {
  const { address } = await openTestGateway()
  const { host } = new URL(address)
  for (const path of ['/', '/healthz', '/api/v1/commands', '*']) {
    const answer = await sendRaw(
      address,
      `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Echo: canary-9\r\nConnection: close\r\n\r\n`,
    )
    expect([path, [0, 400, 403, 404, 405, 421].includes(statusOf(answer)) ? 'refused' : statusOf(answer)]).toEqual([
      path,
      'refused',
    ])
    expect(answer).not.toContain('canary-9')
  }
})

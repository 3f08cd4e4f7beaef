import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { SOCKET } from '../../protocol/socket.ts'
import { ConsoleOverview, Pin } from '../../server/gateway/messages.ts'
import { BUILD, openTestGateway, say } from './open-test-gateway.ts'

const cookieOf = (response: Response): string => response.headers.get('set-cookie') ?? ''

test('the code that the server printed opens the console once, for this browser', { tags: ['W9'] }, async () => {
  const { ask, access } = await openTestGateway()
  expect((await ask('/api/console')).status).toBe(401)
  const code = access.issueSetupCode()
  const opened = await ask('/api/console', { json: { code } })
  expect(opened.status).toBe(200)
  expect(ConsoleOverview.parse(await opened.json()).office).toBe('Kantor Imigrasi Contoh')
  expect(cookieOf(opened)).toMatch(
    /^antrean-console=[A-Za-z0-9_-]{43}; Path=\/api\/console; HttpOnly; SameSite=Strict$/,
  )
  const cookie = cookieOf(opened).split(';')[0] ?? ''
  expect((await ask('/api/console', { headers: { cookie } })).status).toBe(200)
  expect((await ask('/api/console', { json: { code } })).status).toBe(401)
})

test('of many guesses of the code five are looked at and the eleventh is not even that', { tags: ['W9'] }, async () => {
  const { ask, access } = await openTestGateway()
  const code = access.issueSetupCode()
  const guess = async (text: string) => (await ask('/api/console', { json: { code: text } })).status
  for (let i = 0; i < 5; i++) expect(await guess('AAAA-AAAA')).toBe(401)
  expect(await guess(code)).toBe(401)
  for (let i = 6; i < 10; i++) expect(await guess('AAAA-AAAA')).toBe(401)
  expect(await guess('AAAA-AAAA')).toBe(429)
})

test('the console makes this browser a screen, and opening it again makes no second pairing', async () => {
  const { ask, openConsole, access, connect } = await openTestGateway()
  const console = await openConsole()
  const opened = await ask('/api/console/open', { json: { role: 'counter', place: '3' }, headers: { cookie: console } })
  expect(await opened.json()).toEqual({ path: '/counter/3' })
  expect(cookieOf(opened)).toMatch(
    /^antrean-counter-3=[A-Za-z0-9_-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  const cookie = cookieOf(opened).split(';')[0] ?? ''
  expect(await say(await connect({ cookie }), SOCKET.hello, { role: 'counter', place: '3' })).toEqual({
    status: 'welcome',
    build: BUILD,
  })
  const both = { cookie: `${console}; ${cookie}` }
  const again = await ask('/api/console/open', { json: { role: 'counter', place: '3' }, headers: both })
  expect([again.status, cookieOf(again)]).toEqual([200, ''])
  expect(access.devices()).toHaveLength(1)
  const device = access.devices()[0]
  await access.revoke(device?.id ?? '')
  const renewed = await ask('/api/console/open', { json: { role: 'counter', place: '3' }, headers: both })
  expect(cookieOf(renewed)).toContain('antrean-counter-3=')
})

test.each(['printer', 'agent', 'integration', 'console', 'tracker'])('a browser does not become a %s', async (role) => {
  const { ask, openConsole, access } = await openTestGateway()
  const headers = { cookie: await openConsole() }
  expect((await ask('/api/console/open', { json: { role, place: '1' }, headers })).status).toBe(422)
  expect(access.devices()).toEqual([])
})

test('a browser that brings a token of the command line gets a cookie of its own, and no second one does', {
  tags: ['W6'],
}, async () => {
  const { ask, access } = await openTestGateway()
  const { token } = await access.pair('display', 'lobby')
  const response = await ask('/pair', { json: { token } })
  expect(await response.json()).toEqual({ path: '/display/lobby' })
  const cookie = /antrean-display-lobby=([\w-]{43});/.exec(cookieOf(response))?.[1] ?? ''
  expect(cookie).not.toBe(token)
  expect(access.senderOf(cookie)).toMatchObject({ role: 'display', place: 'lobby' })
  expect(access.senderOf(token)).toBeNull()
  expect((await ask('/pair', { json: { token } })).status).toBe(401)
  const program = await access.pair('integration', 'mpaspor')
  const refused = await ask('/pair', { json: { token: program.token } })
  expect([refused.status, cookieOf(refused)]).toEqual([422, ''])
})

test('of browsers that bring one link at once a single one becomes the screen', { tags: ['W6'] }, async () => {
  const { ask, access } = await openTestGateway()
  const { token } = await access.pair('kiosk', '1')
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask('/pair', { json: { token } })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(9)
})

test('cookies are for TLS alone where the office is opened by TLS', async () => {
  const { address, access } = await openTestGateway({ addresses: ['https://antrean.example'] })
  const { token } = await access.pair('display', '1')
  const cookies = await new Promise<string[] | undefined>((resolve, reject) => {
    const headers = { host: 'antrean.example', origin: 'https://antrean.example', 'content-type': 'application/json' }
    const post = request(`${address}/pair`, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.headers['set-cookie'])
    })
    post.once('error', reject)
    post.end(JSON.stringify({ token }))
  })
  expect(cookies?.[0]).toContain('; Secure')
})

test('the console gives a member of staff a PIN that works', async () => {
  const { ask, openConsole, access, openDevice } = await openTestGateway()
  const headers = { cookie: await openConsole() }
  const { pin } = Pin.parse(await (await ask('/api/console/pin', { json: { staff: '07' }, headers })).json())
  expect(access.staffNumbers()).toEqual(['07'])
  const { socket } = await openDevice('counter', '3')
  expect(await say(socket, SOCKET.command, { type: 'SignIn', staff: '07', pin })).toMatchObject({ status: 'taken' })
})

test('the console tries the office: samples, scans, papers and a printer that fails', async () => {
  const { ask, openConsole, scans, desk, officeDesk } = await openTestGateway()
  const headers = { cookie: await openConsole() }
  expect(await (await ask('/api/console/samples', { headers })).json()).toEqual([])
  expect(await (await ask('/api/console/samples', { json: {}, headers })).json()).toEqual([])
  const scan = { kiosk: '1', code: 'ABCD2345' }
  expect((await ask('/api/console/scan', { json: scan, headers })).status).toBe(200)
  desk.answer = async () => ({ status: 'refused', refusal: { code: 'unknown-place' } })
  expect((await ask('/api/console/scan', { json: scan, headers })).status).toBe(409)
  expect(scans).toEqual([scan, scan])
  expect(await (await ask('/api/console/papers', { headers })).json()).toMatchObject([{ lines: ['A001'] }])
  const off = { paper: 'out', power: false }
  expect((await ask('/api/console/printers/1', { json: off, headers })).status).toBe(204)
  expect((await ask('/api/console/printers/2', { json: off, headers })).status).toBe(404)
  officeDesk.example = false
  expect((await ask('/api/console/samples', { headers })).status).toBe(404)
})

const CONSOLE_GETS = ['/api/console', '/api/console/devices', '/api/console/samples', '/api/console/papers']
const CONSOLE_POSTS = [
  '/api/console/open',
  '/api/console/pin',
  '/api/console/samples',
  '/api/console/scan',
  '/api/console/printers/1',
]

test('without its cookie, or with the cookie of a screen, nothing of the console is open', async () => {
  const { ask, access } = await openTestGateway()
  const { token } = await access.pair('counter', '3')
  for (const cookie of [
    '',
    `antrean-console=${token}`,
    `antrean-counter-3=${token}`,
    'antrean-console=',
    'antrean-console=%',
  ])
    for (const path of [...CONSOLE_GETS, ...CONSOLE_POSTS]) {
      const json = CONSOLE_POSTS.includes(path) ? { json: { staff: '07' } } : {}
      expect([cookie, path, (await ask(path, { ...json, headers: { cookie } })).status]).toEqual([cookie, path, 401])
    }
  expect(access.staffNumbers()).toEqual([])
})

test('what a proxy on this machine passes on is not the console, even with its cookie and the code', async () => {
  const { ask, access, openConsole } = await openTestGateway()
  const headers = { cookie: await openConsole(), 'x-forwarded-for': '127.0.0.1' }
  for (const path of CONSOLE_GETS) expect((await ask(path, { headers })).status).toBe(403)
  const code = access.issueSetupCode()
  expect((await ask('/api/console', { json: { code }, headers })).status).toBe(403)
  expect((await ask('/api/console', { json: { code } })).status).toBe(200)
})

const ownAddress = Object.values(networkInterfaces())
  .flat()
  .find((one) => one !== undefined && !one.internal && one.family === 'IPv4')?.address

if (ownAddress === undefined)
  console.warn('No network here: that other machines are kept out of the console goes untested.')
const withNetwork = ownAddress === undefined ? () => {} : test

withNetwork(
  'from another machine the console, its code and the figures are out of reach',
  { tags: ['W9'] },
  async () => {
    const { address, access, openConsole, close } = await openTestGateway({ host: '0.0.0.0' })
    const cookie = await openConsole()
    await close()
    const { port } = new URL(address)
    const origin = `http://${ownAddress}:${port}`
    await openTestGateway({ host: '0.0.0.0', port: Number(port), addresses: [origin], access })
    const bearer = { authorization: `Bearer ${cookie.split('=')[1]}` }
    const get = async (path: string) => (await fetch(`${origin}${path}`, { headers: { cookie, ...bearer } })).status
    expect(await get('/healthz')).toBe(200)
    for (const path of [...CONSOLE_GETS, '/metrics']) expect([path, await get(path)]).toEqual([path, 403])
    const post = async (path: string, json: object) =>
      (
        await fetch(`${origin}${path}`, {
          method: 'POST',
          body: JSON.stringify(json),
          headers: { origin, cookie, ...bearer, 'content-type': 'application/json' },
        })
      ).status
    expect(await post('/api/console', { code: access.issueSetupCode() })).toBe(403)
    expect(await post('/api/v1/pairings', { role: 'kiosk', place: '1' })).toBe(403)
    expect(access.devices()).toEqual([])
  },
)

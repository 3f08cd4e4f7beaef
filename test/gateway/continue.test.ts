/**
 * @module-tag W6
 */
import { expect, test } from 'vitest'
import { Welcome } from '../../protocol/socket.ts'
import { freePort } from '../support/free-port.ts'
import { BUILD, helloOf, openTestGateway, say, TRACKER_TOKEN } from './open-test-gateway.ts'

const OTHER = 'http://127.0.0.2:4100'

/** One of two servers of an office. */
const openShared = async (more: { isShared?: boolean } = { isShared: true }) => {
  const port = await freePort()
  return openTestGateway({ port, addresses: [`http://127.0.0.1:${port}`, OTHER], ...more })
}
const cookieOf = (response: Response) => response.headers.get('set-cookie') ?? ''

test('a screen is told where the others are and gets its pass; a phone needs none; a program is told nothing', async () => {
  const { connect, access, ask } = await openShared()
  const { token } = await access.pair('display', '1')
  const welcome = async (secret: Parameters<typeof connect>[0], hello: object) =>
    Welcome.parse(await say(await connect(secret), 'hello', hello))
  const cookie = `antrean-display-1=${token}`
  const screen = await welcome({ cookie }, helloOf('display', '1'))
  expect(screen).toEqual({
    ...{ status: 'welcome', build: BUILD },
    elsewhere: { origins: [OTHER], pass: expect.stringMatching(/^[\w-]{16}\.\w+\.[\w-]{43}$/) },
  })
  expect(await welcome({}, { role: 'tracker', token: TRACKER_TOKEN })).toMatchObject({
    elsewhere: { origins: [OTHER], pass: null },
  })
  const program = await access.pair('agent', '1')
  expect(await welcome({ token: program.token }, helloOf('agent', '1'))).toEqual({ status: 'welcome', build: BUILD })
  // The pass that it was told is the one that works.
  const pass = 'elsewhere' in screen ? screen.elsewhere?.pass : ''
  const response = await ask('/continue', { json: { pass, path: '/display/1' } })
  expect(await response.json()).toEqual({ address: '/display/1' })
  const own = /antrean-display-1=([\w-]{43});.*HttpOnly.*SameSite=Strict/.exec(cookieOf(response))?.[1] ?? ''
  expect(access.senderOf(own)).toMatchObject({ role: 'display', place: '1' })
  expect(access.senderOf(token)).toMatchObject({ role: 'display', place: '1' })
})

test('it goes back where it came from, and nowhere else', async () => {
  const { access, ask } = await openShared()
  const { deviceId } = await access.pair('counter', '3')
  const pass = access.passOf(deviceId)
  for (const [back, address] of [
    [OTHER, `${OTHER}/counter/3`],
    ['http://evil.example', '/counter/3'],
    [`${OTHER}.evil.example`, '/counter/3'],
    ['', '/counter/3'],
  ])
    expect(await (await ask('/continue', { json: { pass, path: '/counter/3', back } })).json()).toEqual({ address })
})

test('without a pass of this office nobody becomes a screen, nor does a program, and its page says what is missing', async () => {
  const { access, ask } = await openShared()
  const { deviceId } = await access.pair('integration', 'reports')
  const path = '/kiosk/1'
  for (const pass of ['', 'x', access.passOf('A'.repeat(16)), access.passOf(deviceId)]) {
    const response = await ask('/continue', { json: { pass, path } })
    expect([response.status, await response.json(), cookieOf(response)]).toEqual([200, { address: path }, ''])
  }
  for (const bad of ['//evil.example', 'http://evil.example', '/pair', '/kiosk/../pair', '/kiosk/1?x', ''])
    expect((await ask('/continue', { json: { pass: 'x', path: bad } })).status, bad).toBe(422)
  const statuses: number[] = []
  for (let tried = 0; tried < 30; tried += 1)
    statuses.push((await ask('/continue', { json: { pass: 'x', path } })).status)
  expect(statuses.at(-1)).toBe(429)
})

test('pages may look whether the other server answers, and only there', async () => {
  const { ask } = await openShared()
  const page = await ask('/kiosk/1')
  expect(page.headers.get('content-security-policy')).toContain(` ${OTHER};`)
  expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect((await ask('/healthz')).headers.get('cross-origin-resource-policy')).toBe('cross-origin')
})

test('an office of one server tells nothing, admits nobody and lets its pages look nowhere', async () => {
  const { connect, access, ask } = await openShared({})
  const { deviceId, token } = await access.pair('kiosk', '1')
  const socket = await connect({ cookie: `antrean-kiosk-1=${token}` })
  expect(await say(socket, 'hello', helloOf('kiosk', '1'))).toEqual({ status: 'welcome', build: BUILD })
  const json = { pass: access.passOf(deviceId), path: '/kiosk/1' }
  expect(cookieOf(await ask('/continue', { json }))).toBe('')
  expect((await ask('/kiosk/1')).headers.get('content-security-policy')).not.toContain(` ${OTHER}`)
})

/**
 * @module-tag W6
 */
import { expect, test } from 'vitest'
import { Elsewhere } from '../../protocol/socket.ts'
import { freePort } from '../support/free-port.ts'
import { helloOf, openTestGateway, say, TRACKER_TOKEN } from './open-test-gateway.ts'

const OTHER = 'http://127.0.0.2:4100'

/** One of two servers of an office. */
const openShared = async (more: { isShared?: boolean } = { isShared: true }) => {
  const port = await freePort()
  return openTestGateway({ port, addresses: [`http://127.0.0.1:${port}`, OTHER], ...more })
}
type Gateway = Awaited<ReturnType<typeof openShared>>
const cookieOf = (response: Response) => response.headers.get('set-cookie') ?? ''

/** What a page or program is told of the other servers behind its welcome; null: nothing. */
const elsewhereOf = async (
  { connect }: Gateway,
  secret: Parameters<Gateway['connect']>[0],
  hello: object,
): Promise<Elsewhere | null> => {
  const socket = await connect(secret)
  let told: unknown = null
  socket.on('elsewhere', (message: unknown) => {
    told = message
  })
  const viewed = new Promise((resolve) => socket.once('pulse', resolve))
  expect(await say(socket, 'hello', hello)).toMatchObject({ status: 'welcome' })
  if ('role' in hello && hello.role === 'display') await viewed
  else await say(socket, 'command', {})
  return told === null ? null : Elsewhere.parse(told)
}
const bring = (more: object) => ({ json: { path: '/display/1', from: OTHER, returns: 'no', ...more } })

test('a screen is told where the others are and gets its pass; a phone needs none; a program is told nothing', async () => {
  const gateway = await openShared()
  const { access, ask } = gateway
  const { token } = await access.pair('display', '1')
  const told = await elsewhereOf(gateway, { cookie: `antrean-display-1=${token}` }, helloOf('display', '1'))
  expect(told).toEqual({ origins: [OTHER], pass: expect.stringMatching(/^[\w-]{16}\.\w+\.[\w-]{43}$/) })
  expect(await elsewhereOf(gateway, {}, { role: 'tracker', token: TRACKER_TOKEN })).toEqual({
    ...{ origins: [OTHER], pass: null },
  })
  const agent = await access.pair('agent', '1')
  expect(await elsewhereOf(gateway, { token: agent.token }, helloOf('agent', '1'))).toBeNull()
  // The pass that it was told is the one that works.
  const response = await ask('/continue', bring({ pass: told?.pass }))
  expect(await response.json()).toEqual({ address: '/display/1' })
  const own = /antrean-display-1=([\w-]{43});.*HttpOnly.*SameSite=Strict/.exec(cookieOf(response))?.[1] ?? ''
  expect(access.senderOf(own)).toMatchObject({ role: 'display', place: '1' })
  expect(access.senderOf(token)).toMatchObject({ role: 'display', place: '1' })
})

test('a browser that is known here keeps the secret that it has: two of its windows do not take it from each other', async () => {
  const { access, ask } = await openShared()
  const { deviceId, token } = await access.pair('counter', '3')
  const known = {
    ...bring({ pass: access.passOf(deviceId), path: '/counter/3' }),
    headers: { cookie: `antrean-counter-3=${token}` },
  }
  const response = await ask('/continue', known)
  expect([await response.json(), cookieOf(response)]).toEqual([{ address: '/counter/3' }, ''])
  await access.revoke(deviceId)
  const anew = await access.pair('counter', '3')
  const renewed = await ask('/continue', {
    ...known,
    ...bring({ pass: access.passOf(anew.deviceId), path: '/counter/3' }),
  })
  expect(cookieOf(renewed)).toContain('antrean-counter-3=')
})

test('a screen that returns goes back where it came from, and nowhere else', async () => {
  const { access, ask } = await openShared()
  const { deviceId } = await access.pair('counter', '3')
  const pass = access.passOf(deviceId)
  for (const [from, address] of [
    [OTHER, `${OTHER}/counter/3`],
    ['http://evil.example', '/counter/3'],
    [`${OTHER}.evil.example`, '/counter/3'],
    ['', '/counter/3'],
  ]) {
    const answer = await ask('/continue', bring({ pass, path: '/counter/3', from, returns: 'yes' }))
    expect(await answer.json()).toEqual({ address })
  }
})

test('without a pass of this office nobody becomes a screen, nor does a program, and its page says what is missing', async () => {
  const { access, ask } = await openShared()
  const { deviceId } = await access.pair('integration', 'reports')
  const path = '/kiosk/1'
  for (const pass of ['', 'x', access.passOf('A'.repeat(16)), access.passOf(deviceId)]) {
    const response = await ask('/continue', bring({ pass, path }))
    expect([response.status, await response.json(), cookieOf(response)]).toEqual([200, { address: path }, ''])
  }
  for (const bad of ['//evil.example', 'http://evil.example', '/pair', '/kiosk/../pair', '/kiosk/1?x', ''])
    expect((await ask('/continue', bring({ pass: 'x', path: bad }))).status, bad).toBe(422)
  const statuses: number[] = []
  for (let tried = 0; tried < 30; tried += 1) statuses.push((await ask('/continue', bring({ pass: 'x' }))).status)
  expect(statuses.at(-1)).toBe(429)
})

test('a program with a pass gets no secret: it says of no page that it comes from it', async () => {
  const { access, address } = await openShared()
  const { deviceId, token } = await access.pair('kiosk', '1')
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify(bring({ pass: access.passOf(deviceId), path: '/kiosk/1' }).json)
  const response = await fetch(`${address}/continue`, { method: 'POST', headers, body })
  expect([response.status, cookieOf(response)]).toEqual([200, ''])
})

test('pages may look whether the other server answers, and only there', async () => {
  const { ask } = await openShared()
  const page = await ask('/kiosk/1')
  expect(page.headers.get('content-security-policy')).toContain(` ${OTHER};`)
  expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect((await ask('/healthz')).headers.get('cross-origin-resource-policy')).toBe('cross-origin')
})

test('an office of one server tells nothing, admits nobody and lets its pages look nowhere', async () => {
  const gateway = await openShared({})
  const { access, ask } = gateway
  const { deviceId, token } = await access.pair('display', '1')
  expect(await elsewhereOf(gateway, { cookie: `antrean-display-1=${token}` }, helloOf('display', '1'))).toBeNull()
  expect(cookieOf(await ask('/continue', bring({ pass: access.passOf(deviceId) })))).toBe('')
  expect((await ask('/kiosk/1')).headers.get('content-security-policy')).not.toContain(` ${OTHER}`)
})

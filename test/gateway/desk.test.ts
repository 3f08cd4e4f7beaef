/**
 * @module-tag W5
 */
import { describe, expect, test } from 'vitest'
import { DeviceRole } from '../../protocol/roles.ts'
import { SOCKET } from '../../protocol/socket.ts'
import { OPERATIONS } from '../../server/gateway/operations.ts'
import { closed, openTestGateway, say } from './open-test-gateway.ts'

/** Every route of the desk but signing in and out, `method path` with its parameters filled in. */
const ROUTES = Object.entries(OPERATIONS)
  .filter(([, { access }]) => access === 'supervisor')
  .map(([key]) => key.replaceAll(/\{\w+\}/g, '1'))

const requestOf = (key: string): [string, RequestInit & { json?: unknown }] => {
  const [method = '', path = ''] = key.split(' ')
  return [path, method === 'post' ? { json: {} } : {}]
}

describe("the supervisor's desk", () => {
  test('has routes, and each lies under /api/desk or is read by programs as well', () => {
    expect(ROUTES.length).toBeGreaterThan(2)
    expect(ROUTES.filter((key) => !/^(get|post) \/api\/(desk|v1)/.test(key))).toEqual([])
  })

  test.each(ROUTES)('%s answers nobody who is not signed in', async (key) => {
    const { ask, access, openConsole, asked } = await openTestGateway()
    const [path, init] = requestOf(key)
    expect((await ask(path, init)).status).toBe(401)
    const cookies = [await openConsole(), 'antrean-supervisor=', `antrean-supervisor=${'A'.repeat(43)}`]
    for (const role of DeviceRole.options) {
      const { token } = await access.pair(role, '3')
      // A device's secret opens nothing here, whatever it is called.
      cookies.push(`antrean-supervisor=${token}`, `antrean-${role}-3=${token}`)
    }
    for (const cookie of cookies) expect((await ask(path, { ...init, headers: { cookie } })).status).toBe(401)
    expect(asked).toEqual([])
  })

  test('signs a supervisor in, and leaves a cookie that no script and no other site can use', {
    tags: ['W3'],
  }, async () => {
    const { ask, access } = await openTestGateway()
    const pin = await access.setPin('90', 'supervisor')
    const response = await ask('/api/desk/session', { json: { staff: '90', pin } })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ staff: '90', office: 'Kantor Imigrasi Contoh' })
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^antrean-supervisor=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const opened = await ask('/api/desk', { headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(await opened.json()).toMatchObject({ staff: '90' })
  })

  test('refuses staff and wrong PINs with the reason in a code', async () => {
    const { ask, access } = await openTestGateway()
    const pin = await access.setPin('07')
    for (const [body, code] of [
      [{ staff: '07', pin }, 'not-permitted'],
      [{ staff: '07', pin: pin === '804617' ? '804618' : '804617' }, 'sign-in-failed'],
    ] as const) {
      const response = await ask('/api/desk/session', { json: body })
      expect({ status: response.status, body: await response.json() }).toMatchObject({
        ...{ status: 409, body: { refusal: { code } } },
      })
      expect(response.headers.get('set-cookie')).toBeNull()
    }
    expect((await ask('/api/desk/session', { json: { staff: '07', pin: '12' } })).status).toBe(422)
  })

  test('its commands reach the Door as a supervisor, by HTTP', async () => {
    const { ask, openDesk, asked } = await openTestGateway()
    const cookie = await openDesk()
    const json = { type: 'EndOutage', commandId: 'a-command-of-the-desk', role: 'console' }
    await ask('/api/desk/commands', { json, headers: { cookie } })
    expect(asked[0]).toMatchObject({ input: json, sender: { role: 'supervisor', place: 'desk', staff: '90' } })
  })

  test('is watched over a socket until its supervisor goes', { tags: ['W10'] }, async () => {
    const { connect, access, openDesk } = await openTestGateway()
    const cookie = await openDesk()
    const socket = await connect({ cookie })
    expect(await say(socket, SOCKET.hello, { role: 'supervisor' })).toMatchObject({ status: 'welcome' })
    const gone = closed(socket)
    await access.setRank('90', 'staff')
    await gone
    const stranger = await connect({ cookie })
    expect(await say(stranger, SOCKET.hello, { role: 'supervisor' })).toEqual({ status: 'not-paired' })
  })

  test('is left for good with a sign-out', async () => {
    const { ask, openDesk } = await openTestGateway()
    const cookie = await openDesk()
    const response = await ask('/api/desk/sign-out', { json: {}, headers: { cookie } })
    expect(response.status).toBe(204)
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await (await ask('/api/desk', { headers: { cookie } })).json()).toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import { DeviceRole } from '../../protocol/roles.ts'
import { OPERATIONS, type OperationKey } from '../../server/gateway/operations.ts'
import type { DeskPorts } from '../../server/gateway/options.ts'
import { keepFigure } from '../support/keep-figure.ts'
import { NO_DESK } from '../support/no-desk.ts'
import { openTestGateway, TRACKER_TOKEN } from './open-test-gateway.ts'

/** Leaving the desk comes last: it ends the session that the others need. */
const KEYS = Object.keys(OPERATIONS)
  .filter((key): key is OperationKey => key in OPERATIONS)
  .sort((a, b) => Number(a.endsWith('sign-out')) - Number(b.endsWith('sign-out')))
const STRANGER = [401, 403, 429]
/** Queries that every reader takes or refuses by itself. */
const QUERY = '?from=2026-11-01&until=2026-11-24&lang=id&format=csv&sheet=respondents'

const requestOf = (key: OperationKey): [string, RequestInit & { json?: unknown }] => {
  const [method = '', path = ''] = key.split(' ')
  const filled = path
    .replace('{role}', 'display')
    .replace('{day}', '2026-11-24')
    .replaceAll(/\{\w+\}/g, '1')
  return [`${filled}${QUERY}`, method === 'post' ? { json: {} } : {}]
}

/** Ports of the desk that write down what they were asked, and do nothing. */
const watchedDesk = (called: string[]): DeskPorts => {
  const watch = <T extends object>(port: T, name: string): T =>
    new Proxy(port, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key)
        if (typeof value === 'object' && value !== null) return watch(value, `${name}${String(key)}.`)
        return () => {
          called.push(`${name}${String(key)}`)
          throw new Error('nothing is done here')
        }
      },
    })
  return watch(NO_DESK, '')
}

const openOffice = async () => {
  const called: string[] = []
  const office = await openTestGateway({ desk: watchedDesk(called) })
  const { access, openConsole, ask } = office
  const bearers: [string, Record<string, string>][] = []
  for (const role of DeviceRole.options) {
    const { token } = await access.pair(role, '1')
    bearers.push([role, { authorization: `Bearer ${token}` }])
    bearers.push([`${role} by cookie`, { cookie: `antrean-${role}-1=${token}; antrean-supervisor=${token}` }])
  }
  const pin = await access.setPin('90', 'supervisor')
  const desk = await access.signInAtDesk({ staff: '90', pin }, 'here')
  const supervisor = desk.status === 'opened' ? `antrean-supervisor=${desk.token}` : ''
  const everybody: [string, Record<string, string>][] = [
    ['nobody', {}],
    ['tracker', { authorization: `Bearer ${TRACKER_TOKEN}` }],
    ...bearers,
    ['supervisor', { cookie: supervisor }],
    ['console', { cookie: await openConsole() }],
    ['console as a program', { authorization: `Bearer ${await access.openConsole()}` }],
  ]
  return { ...office, ask, everybody, called }
}

/** Who may come in by each kind of route; what a route asks besides is its own test's. */
const MAY: Record<string, (who: string) => boolean> = {
  anybody: () => true,
  'this-machine': () => true,
  bearer: (who) => (DeviceRole.options as readonly string[]).includes(who) || who === 'console as a program',
  console: (who) => who.startsWith('console'),
  supervisor: (who) => who === 'supervisor',
}

describe('every route', { tags: ['W5'] }, () => {
  test('lets in whom it is for and nobody else, whatever secret they bring', async (context) => {
    const { ask, everybody, asked, called } = await openOffice()
    let requests = 0
    for (const key of KEYS) {
      const { access } = OPERATIONS[key]
      const [path, init] = requestOf(key)
      for (const [who, headers] of everybody) {
        const before = asked.length + called.length
        const { status } = await ask(path, { ...init, headers })
        requests += 1
        if (MAY[access]?.(who)) expect([key, who, status], 'lets in').not.toEqual([key, who, 401])
        else {
          expect([key, who, STRANGER.includes(status) ? 'out' : status]).toEqual([key, who, 'out'])
          expect(asked.length + called.length, `${key} by ${who} asks nothing of the office`).toBe(before)
        }
      }
    }
    keepFigure(context, `${KEYS.length} routes × ${everybody.length} senders, ${requests} requests`)
  })
})

/** What changes something: at the desk, by the names of its ports; everywhere, what access and the Door are asked. */
const CHANGES = /\.(?:enter|setColumns|setSource|pull|add|save|restore|actOnStaff|pair|revoke|run|change|remove|test)$/

describe('reading', { tags: ['W3'] }, () => {
  test('changes nothing, by whichever route', async () => {
    const { ask, everybody, asked, called, scans, agendas, devices, staff } = await openOffice()
    const [pairings, people] = [devices.read(), staff.read()]
    for (const key of KEYS.filter((one) => one.startsWith('get ')))
      for (const [, headers] of everybody) await ask(requestOf(key)[0], { headers })
    // HEAD and a GET on the address of a POST as well.
    for (const key of KEYS)
      for (const method of ['GET', 'HEAD'])
        for (const [, headers] of everybody.slice(-3)) await ask(requestOf(key)[0], { method, headers })
    expect([asked, scans, agendas]).toEqual([[], [], []])
    expect(called.length).toBeGreaterThan(10)
    expect(called.filter((name) => CHANGES.test(name))).toEqual([])
    expect([devices.read(), staff.read()]).toEqual([pairings, people])
  })

  test('is told from changing: what is posted does change', async () => {
    const { ask, everybody, called } = await openOffice()
    const [, headers = {}] = everybody.find(([who]) => who === 'supervisor') ?? []
    await ask('/api/desk/bookings/pull', { json: {}, headers })
    await ask('/api/desk/retention', { json: {}, headers })
    expect(called.some((name) => CHANGES.test(name))).toBe(true)
  })
})

describe('a form of another site', { tags: ['W3'] }, () => {
  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'of type %s changes nothing, by whichever route',
    async (type) => {
      const { ask, everybody, asked, called } = await openOffice()
      const cookies = everybody.map(([, { cookie }]) => cookie).join('; ')
      for (const key of KEYS.filter((one) => one.startsWith('post '))) {
        const [path] = requestOf(key)
        for (const origin of ['http://evil.example', 'null']) {
          const headers = { origin, cookie: cookies, 'content-type': type, 'sec-fetch-site': 'cross-site' }
          expect([key, (await ask(path, { method: 'POST', body: '{"a":"="}', headers })).status]).toEqual([key, 403])
        }
      }
      expect([asked, called]).toEqual([[], []])
    },
  )
})

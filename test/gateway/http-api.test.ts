import { expect, test } from 'vitest'
import { Problem } from '../../protocol/problem.ts'
import { View } from '../../protocol/views.ts'
import { Pairing } from '../../server/gateway/messages.ts'
import { openTestGateway } from './open-test-gateway.ts'

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const PROBLEM = 'application/problem+json'

test('the server says that it lives and which build it is', async () => {
  const { ask } = await openTestGateway()
  expect(await (await ask('/healthz')).json()).toEqual({ status: 'ok', build: 'build-7' })
})

test('a command is taken with 200, refused with 409 and invalid with 422', async () => {
  const { ask, access, desk } = await openTestGateway()
  const { token } = await access.pair('kiosk', '1')
  const command = () => ask('/api/v1/commands', { json: { type: 'CallStaff' }, headers: bearer(token) })
  const taken = await command()
  expect([taken.status, await taken.json()]).toEqual([200, { status: 'taken', result: { kind: 'done' } }])
  desk.answer = async () => ({ status: 'refused', refusal: { code: 'day-not-open' } })
  const refused = await command()
  expect([refused.status, refused.headers.get('content-type')]).toEqual([409, PROBLEM])
  expect(await refused.json()).toEqual({
    type: 'about:blank',
    title: 'Conflict',
    status: 409,
    refusal: { code: 'day-not-open' },
  })
  desk.answer = async () => ({ status: 'invalid', issues: [{ path: 'commandId', message: 'is missing' }] })
  const invalid = await command()
  expect([invalid.status, await invalid.json()]).toMatchObject([422, { issues: [{ path: 'commandId' }] }])
})

test.each([
  ['', 401],
  ['Bearer ', 401],
  [`Bearer ${'A'.repeat(43)}`, 401],
  ['Bearer ../../etc/passwd', 401],
  ['Basic YTpi', 401],
])('with the authorization "%s" nothing is asked of the office', async (authorization, status) => {
  const { ask, address, asked } = await openTestGateway()
  for (const path of ['/api/v1/commands', '/api/v1/agenda', '/api/v1/agenda/2026-11-24', '/api/v1/pairings'])
    expect((await ask(path, { json: {}, headers: { authorization, origin: address } })).status).toBe(status)
  expect((await ask('/api/v1/views/kiosk', { headers: { authorization } })).status).toBe(status)
  expect(asked).toEqual([])
})

test('a revoked token opens nothing any more', async () => {
  const { ask, access } = await openTestGateway()
  const { token, deviceId } = await access.pair('kiosk', '1')
  expect((await ask('/api/v1/views/kiosk', { headers: bearer(token) })).status).toBe(200)
  await access.revoke(deviceId)
  expect((await ask('/api/v1/views/kiosk', { headers: bearer(token) })).status).toBe(401)
})

test.each([
  ['not JSON', '{', 400],
  ['17 KB', JSON.stringify('x'.repeat(17_000)), 413],
])('a body of %s is refused and nobody is told why in our own words', async (_name, body, status) => {
  const { ask, access, asked, faults } = await openTestGateway()
  const { token } = await access.pair('kiosk', '1')
  const response = await ask('/api/v1/commands', { json: null, body, headers: bearer(token) })
  expect([response.status, response.headers.get('content-type')]).toEqual([status, PROBLEM])
  expect(Object.keys(Problem.parse(await response.json()))).toEqual(['type', 'title', 'status'])
  expect([asked, faults]).toEqual([[], []])
})

test('a compressed body is not unpacked', async () => {
  const { ask, access, asked } = await openTestGateway()
  const { token } = await access.pair('kiosk', '1')
  const headers = { ...bearer(token), 'content-encoding': 'gzip' }
  expect((await ask('/api/v1/commands', { json: {}, headers })).status).toBe(415)
  expect(asked).toEqual([])
})

test.each(['kiosk', 'display', 'counter', 'printer', 'integration'] as const)(
  'a %s reads its own view and no other',
  async (role) => {
    const { ask, access, watching } = await openTestGateway()
    const { token } = await access.pair(role, '3')
    for (const other of ['kiosk', 'display', 'counter', 'printer', 'integration', 'tracker', 'console', 'clock']) {
      const response = await ask(`/api/v1/views/${other}`, { headers: bearer(token) })
      const isOwn = other === role || (role === 'integration' && other === 'display')
      expect([other, response.status]).toEqual([other, isOwn ? 200 : 403])
      if (isOwn) expect(View.parse(await response.json()).role).toBe(other)
    }
    expect(watching).toEqual([])
  },
)

test('an integration reads what the displays show', async () => {
  const { ask, access } = await openTestGateway()
  const { token } = await access.pair('integration', 'website')
  const answer = await ask('/api/v1/views/display', { headers: bearer(token) })
  expect(await answer.json()).toMatchObject({ role: 'display', live: [] })
})

test('a device is paired only where the office has a place for it', async () => {
  const { ask, access } = await openTestGateway()
  const json = { role: 'kiosk', place: 'nowhere' }
  const answer = await ask('/api/v1/pairings', { json, headers: bearer(await access.openConsole()) })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ detail: 'there is no such place' })
  expect(access.devices()).toEqual([])
})

const postAgenda = async (role: 'integration' | 'kiosk', path: string, csv: string, type = 'text/csv') => {
  const office = await openTestGateway()
  const { token } = await office.access.pair(role, 'mpaspor')
  const headers = { ...bearer(token), 'content-type': type }
  const response = await office.ask(path, { method: 'POST', body: csv, headers })
  return { ...office, response }
}

test('an agenda file enters for the day in its address', async () => {
  const { response, agendas } = await postAgenda('integration', '/api/v1/agenda/2026-11-24', 'kode;jam\nA;10.00–11.00')
  expect([response.status, await response.json()]).toMatchObject([200, { status: 'entered', added: 1 }])
  expect(agendas).toEqual([
    { csv: 'kode;jam\nA;10.00–11.00', day: '2026-11-24', acceptGoodRows: false, role: 'integration' },
  ])
})

test('an agenda file with bad lines is set aside with its report, unless the good ones are asked for', async () => {
  const { response } = await postAgenda('integration', '/api/v1/agenda', 'bad')
  expect([response.status, response.headers.get('content-type')]).toEqual([422, PROBLEM])
  expect(await response.json()).toMatchObject({ status: 422, report: { status: 'set-aside', bad: [{ line: 2 }] } })
  const accepted = await postAgenda('integration', '/api/v1/agenda?accept=good-rows', 'bad')
  expect([accepted.response.status, accepted.agendas[0]?.acceptGoodRows]).toEqual([200, true])
  const mistyped = await postAgenda('integration', '/api/v1/agenda?accept=all', 'bad')
  expect([mistyped.response.status, mistyped.agendas]).toEqual([400, []])
})

test.each([
  ['no file at all', '/api/v1/agenda', '', 'text/csv', 400],
  ['a day that is none', '/api/v1/agenda/2026-02-30', 'a', 'text/csv', 400],
  ['JSON', '/api/v1/agenda', '[]', 'application/json', 415],
  ['more than 8 MB', '/api/v1/agenda', 'x'.repeat(8 * 1024 * 1024 + 1), 'text/csv', 413],
])('an agenda of %s is refused', async (_name, path, csv, type, status) => {
  const { response } = await postAgenda('integration', path, csv, type)
  expect([response.status, response.headers.get('content-type')]).toEqual([status, PROBLEM])
})

test('a kiosk enters no agenda, and its file is not even read', async () => {
  const { response, agendas } = await postAgenda('kiosk', '/api/v1/agenda', 'x'.repeat(3_000_000))
  expect([response.status, agendas]).toEqual([403, []])
})

test('the console pairs a program by bearer token, and a paired program does not', async () => {
  const { ask, access, address } = await openTestGateway()
  const consoleToken = (await access.redeemSetupCode(access.issueSetupCode())) ?? ''
  const json = { role: 'integration', place: 'mpaspor' }
  const response = await ask('/api/v1/pairings', { json, headers: bearer(consoleToken) })
  const pairing = Pairing.parse(await response.json())
  expect(response.status).toBe(201)
  expect(access.senderOf(pairing.token)).toEqual({ ...json, device: pairing.deviceId, staff: null })
  const again = await ask('/api/v1/pairings', { json, headers: { ...bearer(pairing.token), origin: address } })
  expect(again.status).toBe(401)
  const wrong = await ask('/api/v1/pairings', { json: { role: 'console', place: '1' }, headers: bearer(consoleToken) })
  expect(wrong.status).toBe(422)
  expect(access.devices()).toHaveLength(1)
})

test('figures are shown on this machine, and not to what a proxy on it passes on', async () => {
  const { ask, access } = await openTestGateway()
  await ask('/kiosk/1')
  const figures = await ask('/metrics')
  expect(figures.headers.get('content-type')).toContain('text/plain')
  expect(await figures.text()).toContain(
    'antrean_http_requests_total{method="GET",route="/kiosk/:place",status="200"} 1',
  )
  const passedOn = { 'x-forwarded-for': '127.0.0.1' }
  expect((await ask('/metrics', { headers: passedOn })).status).toBe(403)
  const integration = await access.pair('integration', 'prometheus')
  expect((await ask('/metrics', { headers: { ...passedOn, ...bearer(integration.token) } })).status).toBe(200)
  const kiosk = await access.pair('kiosk', '1')
  expect((await ask('/metrics', { headers: { ...passedOn, ...bearer(kiosk.token) } })).status).toBe(403)
})

test('more than thirty pairings a minute are too many', async () => {
  const { ask } = await openTestGateway()
  const statuses = []
  for (let i = 0; i < 31; i++) statuses.push((await ask('/pair', { json: { token: 'A'.repeat(43) } })).status)
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401))
  expect(statuses[30]).toBe(429)
})

test.each(['/api/v1', '/api/v2/commands', '/api/v1/commands/', '/API/v1/commands', '/graphql'])(
  '%s is no route',
  async (path) => {
    const { ask } = await openTestGateway()
    const response = await ask(path, { json: {} })
    expect([response.status, response.headers.get('content-type')]).toEqual([404, PROBLEM])
  },
)

test('another method of a route is answered with those it has', async () => {
  const { ask, address } = await openTestGateway()
  for (const [path, allow] of [
    ['/api/v1/commands', 'POST'],
    ['/healthz', 'GET, HEAD'],
    ['/api/console', 'GET, HEAD, POST'],
    ['/api/console/printers/1', 'POST'],
  ] as const) {
    const response = await ask(path, { method: 'PUT', headers: { origin: address } })
    expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, allow])
  }
})

/**
 * @module-tag L1
 */
import { expect, test } from 'vitest'
import { SOCKET } from '../../protocol/socket.ts'
import { openTestGateway, say, TRACKER_TOKEN } from './open-test-gateway.ts'

test('the log tells what was asked and by which place, and holds no secret and no code', async () => {
  const { ask, access, openConsole, openDevice, connect, logged, metrics } = await openTestGateway()
  const pin = await access.setPin('07')
  const code = access.issueSetupCode()
  const opened = await ask('/api/console', { json: { code } })
  const cookie = await openConsole()
  const counter = await openDevice('counter', '3')
  await say(counter.socket, SOCKET.command, { type: 'SignIn', staff: '07', pin })
  await say(counter.socket, SOCKET.command, { type: 'CheckIn', scanned: 'CANARYCODE' })
  await say(await connect(), SOCKET.hello, { role: 'tracker', token: TRACKER_TOKEN })
  await ask(`/t/${TRACKER_TOKEN}`)
  await ask('/api/console/scan', { json: { kiosk: '1', code: 'CANARYCODE' }, headers: { cookie } })
  await ask(`/nowhere/${counter.token}?token=${counter.token}`)
  await ask('/api/v1/views/counter?canary=CANARYCODE', { headers: { authorization: `Bearer ${counter.token}` } })
  const text = logged.join('') + (await metrics.metrics())
  const secrets = [pin, code, code.replace('-', ''), counter.token, TRACKER_TOKEN, 'CANARYCODE']
  const cookies = [cookie, opened.headers.get('set-cookie') ?? 'none'].map(
    (one) => one.split('=')[1]?.split(';')[0] ?? '',
  )
  for (const secret of [...secrets, ...cookies]) {
    expect(secret.length).toBeGreaterThan(5)
    expect(text).not.toContain(secret)
  }
  const lines: unknown[] = logged.map((line) => JSON.parse(line))
  expect(lines).toContainEqual(
    expect.objectContaining({ method: 'GET', route: '/api/v1/views/:role', status: 200, role: 'counter', place: '3' }),
  )
  expect(lines).toContainEqual(expect.objectContaining({ method: 'GET', route: '/t/:token', status: 200 }))
  expect(lines).toContainEqual(expect.objectContaining({ route: 'none', status: 404 }))
})

import { expect, test } from 'vitest'
import { DevicesView } from '../../protocol/devices-view.ts'
import { DeviceRole } from '../../protocol/roles.ts'
import { openTestGateway, SINCE, say, TRACKER_TOKEN } from './open-test-gateway.ts'

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

test.each(DeviceRole.options)('what a %s may read of all devices', async (role) => {
  const { ask, access } = await openTestGateway()
  const { token } = await access.pair(role, '1')
  const response = await ask('/api/v1/devices', bearer(token))
  expect(response.status).toBe(role === 'integration' ? 200 : 403)
  const body: unknown = await response.json()
  if (role === 'integration') expect(DevicesView.parse(body).scanners).toMatchObject([{ kiosk: '1', read: 4 }])
  else expect(body).toMatchObject({ refusal: { code: 'not-permitted' } })
})

test('nobody reads the devices without a token, nor with one that was revoked', async () => {
  const { ask, access } = await openTestGateway()
  expect((await ask('/api/v1/devices')).status).toBe(401)
  const { token, deviceId } = await access.pair('integration', 'prometheus')
  await access.revoke(deviceId)
  expect((await ask('/api/v1/devices', bearer(token))).status).toBe(401)
})

test('the console reads the devices, with its cookie and as a program', async () => {
  const { ask, access, openConsole } = await openTestGateway()
  const cookie = await openConsole()
  const page = await ask('/api/console/devices', { headers: { cookie } })
  expect(DevicesView.parse(await page.json()).toSee).toBeGreaterThan(0)
  expect((await ask('/api/v1/devices', bearer(await access.openConsole()))).status).toBe(200)
  expect((await ask('/api/v1/devices', { headers: { cookie } })).status).toBe(401)
})

test('a device is there while its line is open, and known to have left when it ends', async () => {
  const { openDevice, presence, connect } = await openTestGateway()
  const first = await openDevice('kiosk', '1')
  await openDevice('kiosk', '1')
  await openDevice('agent', '1')
  expect(presence.read()).toEqual([
    { role: 'kiosk', place: '1', connected: 2, at: SINCE },
    { role: 'agent', place: '1', connected: 1, at: SINCE },
  ])
  first.socket.disconnect()
  await expect.poll(() => presence.read()[0]).toEqual({ role: 'kiosk', place: '1', connected: 1, at: SINCE })
  await say(await connect(), 'hello', { role: 'tracker', token: TRACKER_TOKEN })
  expect(presence.read()).toHaveLength(2)
})

/**
 * @module-tag W6
 */
import { expect, test } from 'vitest'
import type { AccessChange } from '../../server/access/access.ts'
import { Devices } from '../../server/access/documents.ts'
import { openTestAccess } from './open-test-access.ts'

const HOUR = 3_600_000

test('a paired kiosk is known by its token, also after a restart', async () => {
  const { access, restart } = openTestAccess()
  const { deviceId, token } = await access.pair('kiosk', '1')
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  const sender = { role: 'kiosk', device: deviceId, place: '1', staff: null }
  expect(access.senderOf(token)).toEqual(sender)
  expect(restart().senderOf(token)).toEqual(sender)
})

test('a token is stored as its hash alone, in a document that fits its schema', async () => {
  const { access, devices } = openTestAccess()
  const { token } = await access.pair('display', '1')
  const consoleToken = await access.redeemSetupCode(access.issueSetupCode())
  const stored = JSON.stringify(devices.read())
  expect(stored).not.toContain(token)
  expect(stored).not.toContain(consoleToken)
  expect(Devices.parse(devices.read())).toEqual(devices.read())
})

test('two screens of one place have two tokens, and one can be revoked without the other', async () => {
  const { access } = openTestAccess()
  const first = await access.pair('counter', '3')
  const second = await access.pair('counter', '3')
  expect(first.token).not.toBe(second.token)
  expect(await access.revoke(first.deviceId)).toBe(true)
  expect(access.senderOf(first.token)).toBeNull()
  expect(access.senderOf(second.token)).toMatchObject({ role: 'counter', place: '3' })
})

test('a revoked pairing is told at once, stays in the list and cannot be revoked twice', async () => {
  const { access, clock } = openTestAccess()
  const { deviceId } = await access.pair('kiosk', '1')
  const heard: AccessChange[] = []
  const stop = access.onChange((change) => heard.push(change))
  expect(await access.revoke(deviceId)).toBe(true)
  expect(await access.revoke(deviceId)).toBe(false)
  expect(await access.revoke('nobody')).toBe(false)
  expect(heard).toEqual([{ kind: 'revoked', deviceId }])
  expect(access.devices()).toEqual([
    { id: deviceId, role: 'kiosk', place: '1', pairedAt: clock.at, revokedAt: clock.at },
  ])
  stop()
  await access.revoke((await access.pair('kiosk', '2')).deviceId)
  expect(heard).toHaveLength(1)
})

test.each(['', 'x', 'A'.repeat(43), '__proto__', 'A'.repeat(100_000)])('the token %.20s is nobody', async (token) => {
  const { access } = openTestAccess()
  await access.pair('kiosk', '1')
  expect(access.senderOf(token)).toBeNull()
  expect(access.consoleSenderOf(token)).toBeNull()
})

test('a console token is no device and a device token is no console', async () => {
  const { access } = openTestAccess()
  const { token } = await access.pair('integration', 'reports')
  const consoleToken = (await access.redeemSetupCode(access.issueSetupCode())) ?? ''
  expect(access.consoleSenderOf(token)).toBeNull()
  expect(access.senderOf(consoleToken)).toBeNull()
})

test('when a device was last seen is noted once an hour', async () => {
  const { access, clock, devices } = openTestAccess()
  const { deviceId } = await access.pair('display', '1')
  const before = devices.changes
  await access.seen(deviceId)
  clock.at += HOUR - 1
  await access.seen(deviceId)
  expect(devices.changes).toBe(before + 1)
  clock.at += 1
  await access.seen(deviceId)
  expect(devices.changes).toBe(before + 2)
  expect(access.devices()[0]?.lastSeenAt).toBe(clock.at)
})

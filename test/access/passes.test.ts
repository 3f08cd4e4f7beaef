/**
 * @module-tag W6
 */
import { expect, test } from 'vitest'
import { openAccess } from '../../server/access/access.ts'
import { makeSeal } from '../../server/seal.ts'
import { openTestAccess } from './open-test-access.ts'

const HERE = 'http://10.0.0.11:4100'
const THERE = 'http://10.0.0.12:4100'
const DAY_MS = 24 * 3_600_000

const paired = async () => {
  const office = openTestAccess()
  const { deviceId, token } = await office.access.pair('kiosk', '2')
  return { ...office, deviceId, token, pass: office.access.passOf(deviceId) }
}

test('a screen is the same device at another server, and stays known at its own', async () => {
  const { access, restart, deviceId, token, pass } = await paired()
  const there = await access.continueAt(THERE, pass)
  expect(there).toMatchObject({ role: 'kiosk', place: '2' })
  const sender = { role: 'kiosk', place: '2', device: deviceId, staff: null }
  for (const known of [token, there?.token ?? '']) expect(restart().senderOf(known)).toEqual(sender)
  expect(access.devices()).toHaveLength(1)
  expect(access.devices()[0]).not.toHaveProperty('elsewhere')
})

test('it has one token for each server: a newer one ends the older', async () => {
  const { access, token, pass } = await paired()
  const tokens: string[] = []
  for (const origin of [THERE, HERE, THERE]) tokens.push((await access.continueAt(origin, pass))?.token ?? '')
  expect(new Set([token, ...tokens]).size).toBe(4)
  expect([token, ...tokens].map((one) => access.senderOf(one) !== null)).toEqual([true, false, true, true])
})

test('a pass is good for seven days', async () => {
  const { access, clock, pass } = await paired()
  clock.at += 7 * DAY_MS - 1
  expect(await access.continueAt(THERE, pass)).not.toBeNull()
  clock.at += 1
  expect(await access.continueAt(THERE, pass)).toBeNull()
})

test('a pairing that is revoked has none any more, and its tokens end everywhere', async () => {
  const { access, deviceId, pass } = await paired()
  const there = await access.continueAt(THERE, pass)
  await access.revoke(deviceId)
  expect(await access.continueAt(HERE, pass)).toBeNull()
  expect(access.senderOf(there?.token ?? '')).toBeNull()
})

test('nobody makes one up, and no other office does', async () => {
  const { access, devices, staff, clock, deviceId, pass } = await paired()
  const other = await access.pair('counter', '1')
  const [id = '', until = '', signature = ''] = pass.split('.')
  const longer = (Number.parseInt(until, 36) + DAY_MS).toString(36)
  const foreign = openAccess({
    ...{ devices, staff, now: () => clock.at, digest: makeSeal(new Uint8Array(32).fill(7)).passDigest },
  })
  for (const made of [
    ...['', '..', pass.slice(1), `${pass}A`, pass.replace('.', '@'), `${id}.${until}.${'A'.repeat(43)}`],
    ...[`${id}.${longer}.${signature}`, `${other.deviceId}.${until}.${signature}`, foreign.passOf(deviceId)],
  ])
    expect(await access.continueAt(THERE, made), made).toBeNull()
  expect(devices.read().devices.every((one) => one.elsewhere === undefined)).toBe(true)
})

/**
 * @module-tag W9
 */
import { expect, test } from 'vitest'
import { openTestAccess } from './open-test-access.ts'

const MINUTE = 60_000
const wrong = 'AAAA-AAAA'

test('the set-up code is eight symbols without those that read alike, and a new one each time', () => {
  const { access } = openTestAccess()
  const codes = Array.from({ length: 200 }, () => access.issueSetupCode())
  for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/)
  expect(new Set(codes).size).toBe(200)
})

test('the set-up code opens the console once', async () => {
  const { access } = openTestAccess()
  const code = access.issueSetupCode()
  const token = await access.redeemSetupCode(code)
  expect(access.consoleSenderOf(token ?? '')).toMatchObject({ role: 'console', staff: null })
  expect(await access.redeemSetupCode(code)).toBeNull()
})

test('the set-up code may be typed in small letters, with spaces or without its hyphen', async () => {
  const { access } = openTestAccess()
  const code = access.issueSetupCode()
  expect(await access.redeemSetupCode(` ${code.toLowerCase().replace('-', ' ')} `)).not.toBeNull()
})

test('the set-up code is void after thirty minutes', async () => {
  const { access, clock } = openTestAccess()
  const code = access.issueSetupCode()
  clock.at += 30 * MINUTE
  expect(await access.redeemSetupCode(code)).toBeNull()
  const next = access.issueSetupCode()
  clock.at += 30 * MINUTE - 1
  expect(await access.redeemSetupCode(next)).not.toBeNull()
})

test('the fifth try is the last one', async () => {
  const { access } = openTestAccess()
  const code = access.issueSetupCode()
  for (let tries = 0; tries < 4; tries++) expect(await access.redeemSetupCode(wrong)).toBeNull()
  expect(await access.redeemSetupCode(code)).not.toBeNull()
  const next = access.issueSetupCode()
  for (let tries = 0; tries < 5; tries++) expect(await access.redeemSetupCode(wrong)).toBeNull()
  expect(await access.redeemSetupCode(next)).toBeNull()
})

test('a new set-up code voids the one before, and without one nothing opens', async () => {
  const { access } = openTestAccess()
  expect(await access.redeemSetupCode('')).toBeNull()
  const old = access.issueSetupCode()
  const fresh = access.issueSetupCode()
  expect(await access.redeemSetupCode(old)).toBeNull()
  expect(await access.redeemSetupCode(fresh)).not.toBeNull()
})

test('the command line of this machine gets a console without the code, which stays good', async () => {
  const { access } = openTestAccess()
  const code = access.issueSetupCode()
  expect(access.consoleSenderOf(await access.openConsole())).toMatchObject({ role: 'console' })
  expect(await access.redeemSetupCode(code)).not.toBeNull()
})

test('the console is open for twelve hours, also across a restart', async () => {
  const { access, clock, restart, devices } = openTestAccess()
  const token = (await access.redeemSetupCode(access.issueSetupCode())) ?? ''
  clock.at += 12 * 60 * MINUTE - 1
  expect(restart().consoleSenderOf(token)).not.toBeNull()
  clock.at += 1
  expect(access.consoleSenderOf(token)).toBeNull()
  await access.redeemSetupCode(access.issueSetupCode())
  expect(devices.read().consoleSessions).toHaveLength(1)
})

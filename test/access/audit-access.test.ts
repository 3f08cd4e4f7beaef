import { expect, test } from 'vitest'
import type { HouseFact } from '../../protocol/house-facts.ts'
import type { Sender } from '../../protocol/roles.ts'
import { openAccess } from '../../server/access/access.ts'
import { auditAccess } from '../../server/access/audit-access.ts'
import { openTestAccess } from './open-test-access.ts'

const DAY = 86_400_000
const COUNTER: Sender = { role: 'counter', device: 'c', place: '3', staff: null }

const openAudited = () => {
  const test = openTestAccess()
  const facts: HouseFact[] = []
  const wrong = new Map<string, number>()
  const { devices, staff, clock } = test
  const bare = openAccess({
    devices,
    staff,
    digest: (text) => text,
    now: () => clock.at,
    counted: (no, times) => void wrong.set(no, times),
  })
  const access = auditAccess(
    bare,
    (number) => wrong.get(number) ?? 0,
    async (fact) => void facts.push(fact),
  )
  /** As after so many wrong tries in a row, and the wait for the next one: each try takes its time. */
  const wrongBefore = (number: string, failures: number) =>
    staff.change((list) => ({
      ...list,
      staff: list.staff.map((one) => (one.number === number ? { ...one, failures, lockedUntilAt: 0 } : one)),
    }))
  return { ...test, access, facts, wrongBefore }
}

test('what is done with keys is told once it is done, by whom and to whom, and never the secret', async () => {
  const { access, facts } = openAudited()
  const desk = { role: 'supervisor', staff: '90' } as const
  const { deviceId, token } = await access.pair('kiosk', '1', desk)
  await access.revoke(deviceId, desk)
  await access.revoke(deviceId, desk)
  const pin = await access.setPin('07', 'supervisor')
  await access.setRank('07', 'staff', desk)
  await access.unlock('07', desk)
  await access.removeStaff('07', desk)
  expect(
    facts.map((fact) => fact.type === 'AccessChanged' && [fact.act, fact.by.role, fact.place ?? fact.staff]),
  ).toEqual([
    ['paired', 'supervisor', '1'],
    ['revoked', 'supervisor', '1'],
    ['pin-set', 'console', '07'],
    ['rank-set', 'supervisor', '07'],
    ['unlocked', 'supervisor', '07'],
    ['staff-removed', 'supervisor', '07'],
  ])
  expect(JSON.stringify(facts)).not.toMatch(new RegExp(`${token}|${pin}`))
})

test('wrong tries are counted with the next right one; ten in a row are a lock of their own', async () => {
  const { access, facts, wrongBefore } = openAudited()
  const pin = await access.setPin('90', 'supervisor')
  facts.length = 0
  const wrong = pin === '999999' ? '888888' : '999999'
  for (let i = 0; i < 2; i += 1) await access.signInAtDesk({ staff: '90', pin: wrong }, 'here')
  expect(facts).toEqual([])
  await access.signInAtDesk({ staff: '90', pin }, 'here')
  expect(facts).toMatchObject([{ act: 'desk-signed-in', staff: '90', failed: 2 }])
  await wrongBefore('90', 9)
  await access.signIn(COUNTER, { staff: '90', pin: wrong })
  expect(facts.slice(1)).toMatchObject([{ act: 'sign-in-locked', staff: '90', failed: 10, place: '3' }])
})

test('a number that nobody has is locked too, and is not written where it can never be deleted', async () => {
  const { access, facts, wrongBefore } = openAudited()
  await access.signIn(COUNTER, { staff: '4711', pin: '135790' })
  await wrongBefore('4711', 9)
  await access.signIn(COUNTER, { staff: '4711', pin: '135790' })
  expect(facts).toMatchObject([{ act: 'sign-in-locked', staff: null, failed: 10 }])
  expect(JSON.stringify(facts)).not.toContain('4711')
})

test('revoked pairings, numbers of strangers and ended sessions are forgotten after their time, live ones never', async () => {
  const { access, clock, devices, staff } = openAudited()
  const kept = await access.pair('kiosk', '1')
  const gone = await access.pair('kiosk', '2')
  await access.revoke(gone.deviceId)
  await access.setPin('07')
  await access.signIn(COUNTER, { staff: '4711', pin: '135790' })
  await access.openConsole()
  const limits = () => ({ pairingsBefore: clock.at - 90 * DAY, strangersBefore: clock.at - 7 * DAY })
  expect(await access.forgetOld(limits())).toEqual({ pairings: 0, strangers: 0, sessions: 0 })
  clock.at += 8 * DAY
  expect(await access.forgetOld(limits())).toEqual({ pairings: 0, strangers: 1, sessions: 1 })
  clock.at += 83 * DAY
  expect(await access.forgetOld(limits())).toEqual({ pairings: 1, strangers: 0, sessions: 0 })
  expect(devices.read().devices.map(({ id }) => id)).toEqual([kept.deviceId])
  expect(staff.read().staff.map(({ number }) => number)).toEqual(['07'])
})

/**
 * @module-tag W8
 */
import { expect, test } from 'vitest'
import type { Access, AccessChange } from '../../server/access/access.ts'
import { NO_TRIES, StaffList } from '../../server/access/documents.ts'
import { delayAfter } from '../../server/access/sign-in.ts'
import { openTestAccess } from './open-test-access.ts'

const HOUR = 3_600_000
const DONE = { status: 'taken', result: { kind: 'done' } }
const FAILED = { status: 'refused', refusal: { code: 'sign-in-failed' } }
const refusal = (code: string) => ({ status: 'refused', refusal: { code } })

const counterOf = async (access: Access, place: string) => {
  const { token } = await access.pair('counter', place)
  return () => {
    const sender = access.senderOf(token)
    if (sender === null) throw new Error('the counter was just paired')
    return sender
  }
}

const openWithStaff = async () => {
  const office = openTestAccess()
  const pin = await office.access.setPin('07')
  const counter = await counterOf(office.access, '3')
  const other = pin === '804617' ? '804618' : '804617'
  const guess = () => office.access.signIn(counter(), { staff: '07', pin: other })
  return { ...office, pin, other, counter, guess }
}

test('staff sign in with number and PIN, and the counter speaks for them until they sign out', async () => {
  const { access, counter, pin, clock } = await openWithStaff()
  expect(counter().staff).toBeNull()
  expect(await access.signIn(counter(), { staff: '07', pin })).toEqual(DONE)
  expect(counter().staff).toBe('07')
  clock.at += 11 * HOUR
  expect(counter().staff).toBe('07')
  expect(await access.signOut(counter())).toEqual(DONE)
  expect(counter().staff).toBeNull()
})

test('a restart keeps staff signed in, and after twelve hours they sign in again', async () => {
  const { access, restart, clock, pin } = await openWithStaff()
  const { token } = await access.pair('counter', '5')
  const sender = access.senderOf(token)
  expect(sender && (await access.signIn(sender, { staff: '07', pin }))).toEqual(DONE)
  clock.at += 12 * HOUR - 1
  expect(restart().senderOf(token)?.staff).toBe('07')
  clock.at += 1
  expect(restart().senderOf(token)?.staff).toBeNull()
})

test('a wrong PIN and an unknown number get the same answer and are looked at for as long', async () => {
  const { access, counter, staff, other } = await openWithStaff()
  const before = staff.changes
  expect(await access.signIn(counter(), { staff: '07', pin: other })).toEqual(FAILED)
  const known = staff.changes - before
  expect(await access.signIn(counter(), { staff: '99', pin: other })).toEqual(FAILED)
  expect(staff.changes - before - known).toBe(known)
  expect(access.staffNumbers()).toEqual(['07'])
  expect(StaffList.parse(staff.read())).toEqual(staff.read())
})

test('an unknown number is delayed like a known one', async () => {
  const { access, counter, clock, other } = await openWithStaff()
  for (const staff of ['07', '99']) {
    clock.at += HOUR
    for (let tries = 0; tries < 3; tries++)
      expect(await access.signIn(counter(), { staff, pin: other })).toEqual(FAILED)
    expect(await access.signIn(counter(), { staff, pin: other })).toEqual({
      status: 'refused',
      refusal: { code: 'sign-in-locked', retryInSec: 5 },
    })
  }
})

test('of ten thousand guesses at most ten are looked at, though each comes as soon as it may', async () => {
  const { clock, guess, staff, counter, access, pin } = await openWithStaff()
  let looked = 0
  for (let guesses = 0; guesses < 10_000; guesses++) {
    const before = staff.changes
    const answer = await guess()
    if (staff.changes > before) looked += 1
    else expect(answer).toMatchObject({ status: 'refused', refusal: { code: 'sign-in-locked' } })
    clock.at += looked < 10 ? 3_000 : 100
  }
  expect(looked).toBe(10)
  expect(await access.signIn(counter(), { staff: '07', pin })).toMatchObject({ refusal: { code: 'sign-in-locked' } })
})

test('guesses that come all at once are looked at one by one', async () => {
  const { guess, staff } = await openWithStaff()
  const before = staff.changes
  const answers = await Promise.all(Array.from({ length: 500 }, guess))
  expect(staff.changes - before).toBe(3)
  expect(
    answers.filter((answer) => answer.status === 'refused' && answer.refusal.code === 'sign-in-failed'),
  ).toHaveLength(3)
})

test('wrong tries are counted on disk before they are looked at and survive a restart', async () => {
  const { restart, counter, staff, other } = await openWithStaff()
  for (let tries = 0; tries < 3; tries++) await restart().signIn(counter(), { staff: '07', pin: other })
  expect(staff.read().staff.find((one) => one.number === '07')?.failures).toBe(3)
  expect(await restart().signIn(counter(), { staff: '07', pin: other })).toMatchObject({
    refusal: { code: 'sign-in-locked' },
  })
})

test('the right PIN ends the count, and a new PIN lifts a lock', async () => {
  const { access, counter, guess, pin, staff } = await openWithStaff()
  await guess()
  await guess()
  expect(await access.signIn(counter(), { staff: '07', pin })).toEqual(DONE)
  expect(staff.read().staff[0]).toMatchObject({ failures: 0, lockedUntilAt: 0 })
  await access.signOut(counter())
  for (let tries = 0; tries < 3; tries++) await guess()
  expect(await guess()).toMatchObject({ refusal: { code: 'sign-in-locked' } })
  const fresh = await access.setPin('07')
  expect(await access.signIn(counter(), { staff: '07', pin: fresh })).toEqual(DONE)
})

test('a clock that is set back by a year does not lengthen a delay', async () => {
  const { clock, guess } = await openWithStaff()
  for (let tries = 0; tries < 3; tries++) await guess()
  clock.at -= 365 * 24 * HOUR
  expect(await guess()).toEqual({ status: 'refused', refusal: { code: 'sign-in-locked', retryInSec: 5 } })
})

test('trying every number with one PIN is slowed down at the counter where it is done', async () => {
  const { access, counter, other, pin } = await openWithStaff()
  const numbers = Array.from({ length: 12 }, (_, i) => String(100 + i))
  const answers = await Promise.all(numbers.map((staff) => access.signIn(counter(), { staff, pin: other })))
  expect(answers.slice(0, 10)).toEqual(Array(10).fill(FAILED))
  expect(answers[10]).toEqual({ status: 'refused', refusal: { code: 'sign-in-locked', retryInSec: 60 } })
  const elsewhere = await counterOf(access, '4')
  expect(await access.signIn(elsewhere(), { staff: '07', pin })).toEqual(DONE)
})

test('the next try waits 5, 10, 20 … 320 seconds after the third, and half an hour after the tenth', () => {
  const seconds = Array.from({ length: 12 }, (_, failures) => delayAfter(failures) / 1000)
  expect(seconds).toEqual([0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 1800, 1800])
})

test('nobody signs in where a colleague is still signed in, and anybody at the counter may sign them out', async () => {
  const { access, counter, pin } = await openWithStaff()
  const colleague = await access.setPin('12')
  await access.signIn(counter(), { staff: '07', pin })
  expect(await access.signIn(counter(), { staff: '12', pin: colleague })).toEqual(refusal('signed-in-elsewhere'))
  await access.signOut(counter())
  expect(await access.signIn(counter(), { staff: '12', pin: colleague })).toEqual(DONE)
})

test('two colleagues who sign in at the two screens of one counter at once: one of them does', async () => {
  const { access, counter, pin } = await openWithStaff()
  const colleague = await access.setPin('12')
  const answers = await Promise.all([
    access.signIn(counter(), { staff: '07', pin }),
    access.signIn(counter(), { staff: '12', pin: colleague }),
  ])
  expect(answers).toEqual([DONE, refusal('signed-in-elsewhere')])
  expect(counter().staff).toBe('07')
})

test('who signs in at another counter leaves the first, and both counters are told', async () => {
  const { access, counter, pin } = await openWithStaff()
  const second = await counterOf(access, '4')
  await access.signIn(counter(), { staff: '07', pin })
  const heard: AccessChange[] = []
  access.onChange((change) => heard.push(change))
  expect(await access.signIn(second(), { staff: '07', pin })).toEqual(DONE)
  expect([counter().staff, second().staff]).toEqual([null, '07'])
  expect(heard).toEqual([
    { kind: 'staff', place: '3' },
    { kind: 'staff', place: '4' },
  ])
})

test.each(['kiosk', 'display', 'printer', 'integration'] as const)('nobody signs in or out at a %s', async (role) => {
  const { access, pin, staff } = await openWithStaff()
  const { token } = await access.pair(role, '1')
  const sender = access.senderOf(token)
  const before = staff.changes
  expect(sender && (await access.signIn(sender, { staff: '07', pin }))).toEqual(refusal('not-permitted'))
  expect(sender && (await access.signOut(sender))).toEqual(refusal('not-permitted'))
  expect(staff.changes).toBe(before)
})

test('who is taken off the list is signed out and cannot sign in', async () => {
  const { access, counter, pin } = await openWithStaff()
  await access.signIn(counter(), { staff: '07', pin })
  expect(await access.removeStaff('07')).toBe(true)
  expect(await access.removeStaff('07')).toBe(false)
  expect(counter().staff).toBeNull()
  expect(access.staffNumbers()).toEqual([])
  expect(await access.signIn(counter(), { staff: '07', pin })).toEqual(FAILED)
})

test('numbers that nobody has do not fill the list', async () => {
  const { access, staff, counter } = await openWithStaff()
  const strangers = Array.from({ length: 100 }, (_, i) => ({
    number: String(1000 + i),
    rank: 'staff' as const,
    pin: null,
    failures: 1,
    lockedUntilAt: i,
    atDesk: NO_TRIES,
  }))
  await staff.change((list) => ({ ...list, staff: [...list.staff, ...strangers] }))
  await access.signIn(counter(), { staff: '5555', pin: '804617' })
  const numbers = staff.read().staff.map((one) => one.number)
  expect(numbers).toHaveLength(101)
  expect(numbers).toContain('07')
  expect(numbers).not.toContain('1000')
})

import { expect, test } from 'vitest'
import { chooseStaffRefusal, makeStaffDesk } from '../../server/wiring/desk-staff.ts'
import { openTestAccess } from '../access/open-test-access.ts'
import { SUPERVISOR } from './open-house-on-disk.ts'

const STAFF = [
  { number: '07', rank: 'staff', locked: false },
  { number: '90', rank: 'supervisor', locked: false },
  { number: '91', rank: 'supervisor', locked: false },
] as const

test.each([
  ['a new number is added', { act: 'add', number: '08', rank: 'staff' }, null],
  ['a number that is there is not added again', { act: 'add', number: '07', rank: 'staff' }, 'known'],
  ['nobody unknown is removed', { act: 'remove', number: '08' }, 'unknown'],
  ['staff are removed', { act: 'remove', number: '07' }, null],
  ['a supervisor removes another', { act: 'remove', number: '91' }, null],
  ['nobody removes themself', { act: 'remove', number: '90' }, 'oneself'],
  ['nobody demotes themself', { act: 'rank', number: '90', rank: 'staff' }, 'oneself'],
  ['anybody has a new PIN, oneself included', { act: 'new-pin', number: '90' }, null],
] as const)('%s', (_name, act, why) => {
  expect(chooseStaffRefusal([...STAFF], '90', act)).toBe(why)
})

test('two supervisors who demote each other at once leave one', async () => {
  const { access } = openTestAccess()
  await access.setPin('90', 'supervisor')
  await access.setPin('91', 'supervisor')
  const desk = makeStaffDesk(access)
  const [first, second] = await Promise.all([
    desk.actOnStaff(SUPERVISOR, { act: 'rank', number: '91', rank: 'staff' }),
    desk.actOnStaff({ ...SUPERVISOR, staff: '91' }, { act: 'rank', number: '90', rank: 'staff' }),
  ])
  expect(first).toEqual({ status: 'done', pin: null })
  expect(second).toEqual({ status: 'refused', why: 'last-supervisor' })
})

test('a member of staff is added with a PIN that works, and unlocked after too many tries with the same PIN', async () => {
  const { access } = openTestAccess()
  const desk = makeStaffDesk(access)
  const added = await desk.actOnStaff(SUPERVISOR, { act: 'add', number: '07', rank: 'staff' })
  if (added.status !== 'done' || added.pin === null) expect.fail('no PIN')
  const { pin } = added
  const counter = { role: 'counter', device: 'c', place: '3', staff: null } as const
  const wrong = pin === '804617' ? '804618' : '804617'
  for (let i = 0; i < 3; i += 1) await access.signIn(counter, { staff: '07', pin: wrong })
  expect(await access.signIn(counter, { staff: '07', pin })).toMatchObject({ refusal: { code: 'sign-in-locked' } })
  expect((await desk.staff(SUPERVISOR)).staff).toEqual([{ number: '07', rank: 'staff', locked: true }])
  await desk.actOnStaff(SUPERVISOR, { act: 'unlock', number: '07' })
  expect((await desk.staff(SUPERVISOR)).staff).toEqual([{ number: '07', rank: 'staff', locked: false }])
  expect(await access.signIn(counter, { staff: '07', pin })).toMatchObject({ status: 'taken' })
})

import { describe, expect, test } from 'vitest'
import { openTestAccess } from './open-test-access.ts'

const HOUR = 3_600_000
const refused = (code: string) => ({ status: 'refused', refusal: { code } })

const openWithSupervisor = async () => {
  const office = openTestAccess()
  const pin = await office.access.setPin('90', 'supervisor')
  const signIn = async (access = office.access) => {
    const answer = await access.signInAtDesk({ staff: '90', pin }, '10.0.0.5')
    if (answer.status !== 'opened') expect.fail(answer.refusal.code)
    return answer.token
  }
  return { ...office, pin, signIn }
}

describe("the supervisor's desk", { tags: ['W10'] }, () => {
  test('opens to a supervisor with number and PIN, who then speaks as one', async () => {
    const { access, signIn } = await openWithSupervisor()
    const token = await signIn()
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(access.deskSenderOf(token)).toMatchObject({ role: 'supervisor', place: 'desk', staff: '90' })
    expect(access.deskSenderOf('A'.repeat(43))).toBeNull()
  })

  test('does not open to staff, whose PIN is right', async () => {
    const { access } = await openWithSupervisor()
    const pin = await access.setPin('07')
    expect(await access.signInAtDesk({ staff: '07', pin }, '10.0.0.5')).toEqual(refused('not-permitted'))
  })

  test('answers a wrong PIN and a number that nobody has alike, and then makes them wait', async () => {
    const { access, pin } = await openWithSupervisor()
    const other = pin === '804617' ? '804618' : '804617'
    for (const staff of ['90', '55'])
      for (let tries = 0; tries < 3; tries++)
        expect(await access.signInAtDesk({ staff, pin: other }, '10.0.0.5')).toEqual(refused('sign-in-failed'))
    expect(await access.signInAtDesk({ staff: '90', pin }, '10.0.0.5')).toMatchObject(refused('sign-in-locked'))
  })

  test('stays open over a restart, for twelve hours', async () => {
    const { signIn, restart, clock } = await openWithSupervisor()
    const token = await signIn()
    clock.at += 12 * HOUR - 1
    expect(restart().deskSenderOf(token)?.staff).toBe('90')
    clock.at += 1
    expect(restart().deskSenderOf(token)).toBeNull()
  })

  test('closes when nothing was asked for half an hour, also where its page was closed without a word', async () => {
    const { access, signIn, clock } = await openWithSupervisor()
    const token = await signIn()
    expect(access.deskSenderOf(token)?.staff).toBe('90')
    clock.at += 30 * 60_000
    expect(access.deskSenderOf(token)?.staff).toBe('90')
    clock.at += 30 * 60_000 + 1
    expect(access.deskSenderOf(token)).toBeNull()
  })

  test('locks no counter and slows none down, however somebody guesses there', { tags: ['W8'] }, async () => {
    const { access, pin, clock } = await openWithSupervisor()
    const counter = access.senderOf((await access.pair('counter', '3')).token)
    if (counter === null) expect.fail('the counter was just paired')
    const other = pin === '804617' ? '804618' : '804617'
    for (let tries = 0; tries < 200; tries++)
      await access.signInAtDesk({ staff: '90', pin: other }, `10.0.0.${tries % 10}`)
    expect(await access.signInAtDesk({ staff: '90', pin }, '10.0.1.1')).toMatchObject(refused('sign-in-locked'))
    expect(await access.signIn(counter, { staff: '90', pin })).toMatchObject({ status: 'taken' })
    await access.unlock('90')
    clock.at += 60_000
    expect(await access.signInAtDesk({ staff: '90', pin }, '10.0.0.5')).toMatchObject({ status: 'opened' })
  })

  test('closes with a sign-out, and no other desk with it', async () => {
    const { access, signIn } = await openWithSupervisor()
    const [here, there] = [await signIn(), await signIn()]
    await access.signOutOfDesk(here)
    expect(access.deskSenderOf(here)).toBeNull()
    expect(access.deskSenderOf(there)?.staff).toBe('90')
  })

  test.each([
    [
      'is staff again',
      async ({ access }: Awaited<ReturnType<typeof openWithSupervisor>>) => access.setRank('90', 'staff'),
    ],
    [
      'gets a new PIN',
      async ({ access }: Awaited<ReturnType<typeof openWithSupervisor>>) => access.setPin('90', 'supervisor'),
    ],
    [
      'is taken off the list',
      async ({ access }: Awaited<ReturnType<typeof openWithSupervisor>>) => access.removeStaff('90'),
    ],
  ])('closes at once when its supervisor %s', async (_what, act) => {
    const office = await openWithSupervisor()
    const token = await office.signIn()
    const heard: string[] = []
    office.access.onChange(({ kind }) => heard.push(kind))
    expect(await act(office)).toBeTruthy()
    expect(office.access.deskSenderOf(token)).toBeNull()
    expect(heard).toContain('desk')
  })

  test('a new PIN changes no rank, unless one is named', async () => {
    const { access } = await openWithSupervisor()
    await access.setPin('90')
    expect(access.staffEntries()).toEqual([{ number: '90', rank: 'supervisor', locked: false }])
    await access.setPin('90', 'staff')
    expect(access.staffEntries()).toEqual([{ number: '90', rank: 'staff', locked: false }])
    expect(await access.setRank('55', 'supervisor')).toBe(false)
  })
})

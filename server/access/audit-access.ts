import type { Doer, HouseFact } from '../../protocol/house-facts.ts'
import type { StaffNumber } from '../../protocol/ids.ts'
import type { Access } from './access.ts'
import { LOCK_FROM } from './sign-in.ts'

type AccessFact = Extract<HouseFact, { type: 'AccessChanged' }>

/** The machine itself does it where nobody is named: the set-up page and the command line. */
const CONSOLE: Doer = { role: 'console', staff: null }
const BARE = { role: null, place: null, staff: null, rank: null, failed: 0 } as const

/** How often a number was wrong in a row, by the last try of it. */
export type TriesOf = (staff: StaffNumber) => number

/**
 * The same access, every change of which is told to `record` once it is on disk. Wrong tries are not told one by one: the
 * next right one says how many there were, and so does a lock. A number that nobody has is never named: what is recorded
 * stays, and somebody may have typed something of their own.
 */
export const auditAccess = (access: Access, triesOf: TriesOf, record: (fact: AccessFact) => Promise<void>): Access => {
  const tell = (act: AccessFact['act'], by: Doer, more: Partial<AccessFact>) =>
    record({ type: 'AccessChanged', act, by, ...BARE, ...more })
  const tellLock = async (code: string, number: StaffNumber, more: Partial<AccessFact>): Promise<void> => {
    const failed = triesOf(number)
    if (code !== 'sign-in-failed' || failed < LOCK_FROM) return
    const staff = access.staffNumbers().includes(number) ? number : null
    await tell('sign-in-locked', { role: 'clock', staff: null }, { ...more, staff, failed })
  }
  return {
    ...access,
    async pair(role, place, by = CONSOLE) {
      const paired = await access.pair(role, place)
      await tell('paired', by, { role, place })
      return paired
    },
    async revoke(deviceId, by = CONSOLE) {
      const device = access.devices().find(({ id }) => id === deviceId)
      const done = await access.revoke(deviceId)
      if (done && device !== undefined) await tell('revoked', by, { role: device.role, place: device.place })
      return done
    },
    async setPin(staff, rank, by = CONSOLE) {
      const pin = await access.setPin(staff, rank)
      await tell('pin-set', by, { staff, rank: rank ?? null })
      return pin
    },
    async setRank(staff, rank, by = CONSOLE) {
      const done = await access.setRank(staff, rank)
      if (done) await tell('rank-set', by, { staff, rank })
      return done
    },
    async removeStaff(staff, by = CONSOLE) {
      const done = await access.removeStaff(staff)
      if (done) await tell('staff-removed', by, { staff })
      return done
    },
    async unlock(staff, by = CONSOLE) {
      const done = await access.unlock(staff)
      if (done) await tell('unlocked', by, { staff, failed: triesOf(staff) })
      return done
    },
    async signIn(sender, who) {
      const answer = await access.signIn(sender, who)
      if (answer.status === 'refused')
        await tellLock(answer.refusal.code, who.staff, { role: sender.role, place: sender.place })
      return answer
    },
    async signInAtDesk(who, from) {
      const opened = await access.signInAtDesk(who, from)
      if (opened.status === 'refused')
        await tellLock(opened.refusal.code, who.staff, { role: 'supervisor', place: 'desk' })
      else
        await tell(
          'desk-signed-in',
          { role: 'supervisor', staff: who.staff },
          { staff: who.staff, failed: triesOf(who.staff) },
        )
      return opened
    },
    async signOutOfDesk(token) {
      const sender = access.deskSenderOf(token)
      await access.signOutOfDesk(token)
      if (sender !== null)
        await tell('desk-signed-out', { role: 'supervisor', staff: sender.staff }, { staff: sender.staff })
    },
  }
}

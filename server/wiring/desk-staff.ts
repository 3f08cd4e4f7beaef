import type { DeskStaff, StaffAct, StaffActed } from '../../protocol/desk/office.ts'
import type { Doer } from '../../protocol/house-facts.ts'
import type { StaffNumber } from '../../protocol/ids.ts'
import type { OfficePort } from '../gateway/desk/office-port.ts'
import type { OpenOffice } from '../open-office.ts'

type Refused = Extract<StaffActed, { status: 'refused' }>['why']

/**
 * Why a supervisor may not do this: nobody makes an office that no supervisor can enter, and nobody sends themself away. Null
 * when they may.
 */
export const chooseStaffRefusal = (staff: DeskStaff['staff'], self: StaffNumber, act: StaffAct): Refused | null => {
  const known = staff.find(({ number }) => number === act.number)
  if (act.act === 'add') return known === undefined ? null : 'known'
  if (known === undefined) return 'unknown'
  const ends = act.act === 'remove' || (act.act === 'rank' && act.rank !== 'supervisor')
  if (!ends || known.rank !== 'supervisor') return null
  if (act.number === self) return 'oneself'
  return staff.filter(({ rank }) => rank === 'supervisor').length === 1 ? 'last-supervisor' : null
}

/** Staff as the desk sees and changes them, one act after the other: two supervisors cannot demote each other at once. */
export const makeStaffDesk = (access: OpenOffice['access']): Pick<OfficePort, 'staff' | 'actOnStaff'> => {
  let queue: Promise<unknown> = Promise.resolve()
  const doIt = async (act: StaffAct, by: Doer): Promise<string | null> => {
    switch (act.act) {
      case 'add':
        return access.setPin(act.number, act.rank, by)
      case 'new-pin':
        return access.setPin(act.number, undefined, by)
      case 'rank':
        await access.setRank(act.number, act.rank, by)
        return null
      case 'remove':
        await access.removeStaff(act.number, by)
        return null
      case 'unlock':
        await access.unlock(act.number, by)
        return null
    }
  }
  const actNow = async (by: Doer, act: StaffAct): Promise<StaffActed> => {
    const why = chooseStaffRefusal(access.staffEntries(), by.staff ?? '', act)
    return why === null ? { status: 'done', pin: await doIt(act, by) } : { status: 'refused', why }
  }
  return {
    staff: async ({ staff }) => ({ self: staff ?? '', staff: access.staffEntries() }),
    actOnStaff({ role, staff }, act) {
      const done = queue.then(() => actNow({ role, staff }, act))
      queue = done.catch(() => undefined)
      return done
    },
  }
}

import type { Sender } from '../../protocol/roles.ts'
import { decideCheckIn, decideTakeNumberAnyway } from './check-in.ts'
import { decideConfigureOffice } from './configure.ts'
import {
  decideCallNext,
  decideCloseCounter,
  decideFinish,
  decideNoShow,
  decideOpenCounter,
  decideRecall,
  decideStart,
} from './counter.ts'
import { decideCloseDay, decideImportAgenda, decideOpenDay } from './day.ts'
import { type Decision, refuse, type Sealed, take } from './decision.ts'
import { decideReportDevice, decideReportSlip, decideReprint } from './paper.ts'
import type { State } from './state.ts'

/**
 * The law: what a permitted command comes to, at `at`. Pure; a person's mistake is a refusal, never a throw.
 */
export const decide = (state: State, command: Sealed, sender: Sender, at: number): Decision => {
  switch (command.type) {
    case 'ConfigureOffice':
      return decideConfigureOffice(state, command)
    case 'OpenDay':
      return decideOpenDay(state, command)
    case 'CloseDay':
      return decideCloseDay(state, command)
    case 'ImportAgenda':
      return decideImportAgenda(state, command)
    case 'CheckIn':
      return decideCheckIn(state, command, sender, at)
    case 'TakeNumberAnyway':
      return decideTakeNumberAnyway(state, command, sender, at)
    case 'Reprint':
      return decideReprint(state, command, sender)
    case 'CallStaff':
      return decideStaffCall(state, sender.place, true)
    case 'CancelStaffCall':
      return decideStaffCall(state, sender.place, false)
    case 'AnswerStaffCall':
      return decideStaffCall(state, command.kiosk, false)
    case 'OpenCounter':
      return decideOpenCounter(state, command, sender)
    case 'CloseCounter':
      return decideCloseCounter(state, sender)
    case 'CallNext':
      return decideCallNext(state, sender, at)
    case 'Recall':
      return decideRecall(state, command, sender)
    case 'Start':
      return decideStart(state, command, sender)
    case 'Finish':
      return decideFinish(state, command, sender, at)
    case 'NoShow':
      return decideNoShow(state, command, sender, at)
    case 'ReportSlip':
      return decideReportSlip(state, command, sender)
    case 'ReportDevice':
      return decideReportDevice(state, command, sender)
  }
}

/** Calling twice, or ending a call that is over, is taken and records nothing. */
const decideStaffCall = (state: State, kiosk: string, called: boolean): Decision => {
  if (!state.office?.kiosks.some(({ place }) => place === kiosk)) return refuse('unknown-place')
  const already = (state.kiosks[kiosk]?.staffCalledAt ?? null) !== null
  if (already === called) return take([])
  return take([{ type: called ? 'StaffCalled' : 'StaffCallEnded', kiosk }])
}

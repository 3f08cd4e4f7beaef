import type { Sender } from '../../protocol/roles.ts'
import { decideAdmit, decideGrantNumber } from './admit.ts'
import { decideCallNext, decideCallTicket, decideRecall } from './call.ts'
import { decideChangeBooking } from './change-booking.ts'
import { decideCheckIn } from './check-in.ts'
import { decideConfirmDocuments, decideNextAt, decidePutOff, silentNumbers } from './checklist.ts'
import { decideConfigureOffice } from './configure.ts'
import { decideCloseCounter, decideOpenCounter, decidePauseCounter, decideResumeCounter } from './counter.ts'
import { decideCloseDay, decideImportAgenda, decideOpenDay, decideSetHours } from './day.ts'
import { type Decision, refuse, type Sealed, take } from './decision.ts'
import { decideTakeOver, decideTransfer } from './desk.ts'
import { decideAskDocument, decideFinish, decideNoShow, decidePark, decideResume, decideStart } from './in-hand.ts'
import { decideEndOutage, decideStartOutage } from './outage.ts'
import { decideAcceptLate, decideGrantPriority } from './override.ts'
import { decideConfirmPaper, decideGrantReprint, decideReportDevice, decideReportSlip, decideReprint } from './paper.ts'
import { decideEnterPaperVisit } from './paper-visit.ts'
import { decideStateWindow } from './scan-only.ts'
import { decideReportSound } from './sound.ts'
import type { State } from './state.ts'
import { decideCancelTicket, decideReassign, decideSetHelps } from './supervise.ts'
import { decideSettleInvitation } from './survey.ts'
import { decideUndo } from './undo.ts'
import { decideTakeNumber, decideTakeNumberAnyway } from './walk-in.ts'
import { decideRefresh, withForecasts } from './with-forecasts.ts'

/**
 * The law: what a permitted command comes to, at `at`, with the likely calls that follow. Pure; a person's mistake is a
 * refusal, never a throw.
 */
export const decide = (state: State, command: Sealed, sender: Sender, at: number): Decision =>
  withForecasts(state, decideAlone(state, command, sender, at), at)

const decideAlone = (state: State, command: Sealed, sender: Sender, at: number): Decision => {
  switch (command.type) {
    case 'ConfigureOffice':
      return decideConfigureOffice(state, command)
    case 'OpenDay':
      return decideOpenDay(state, command)
    case 'CloseDay':
      return decideCloseDay(state, command)
    case 'ImportAgenda':
      return decideImportAgenda(state, command)
    case 'ChangeBooking':
      return decideChangeBooking(state, command)
    case 'EnterPaperVisit':
      return decideEnterPaperVisit(state, command, at)
    case 'CheckIn':
      return decideNextAt(state, command, sender, at, (now) => decideCheckIn(now, command, sender, at))
    case 'TakeNumberAnyway':
      return decideTakeNumberAnyway(state, command, sender, at)
    case 'TakeNumber':
      return decideNextAt(state, command, sender, at, (now) => decideTakeNumber(now, command, sender, at))
    case 'ConfirmDocuments':
      return decideConfirmDocuments(state, command, sender, at)
    case 'PutOff':
      return decidePutOff(state, command, sender)
    case 'StateWindow':
      return decideStateWindow(state, command, sender, at)
    case 'Admit':
      return decideAdmit(state, command, sender, at)
    case 'GrantNumber':
      return decideGrantNumber(state, command, sender, at)
    case 'GrantReprint':
      return decideGrantReprint(state, command, sender)
    case 'SetHours':
      return decideSetHours(state, command)
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
      return decideRecall(state, command, sender, at)
    case 'Start':
      return decideStart(state, command, sender)
    case 'Finish':
      return decideFinish(state, command, sender, at)
    case 'NoShow':
      return decideNoShow(state, command, sender, at)
    case 'PauseCounter':
      return decidePauseCounter(state, command, sender)
    case 'ResumeCounter':
      return decideResumeCounter(state, sender)
    case 'Park':
      return decidePark(state, command, sender)
    case 'Resume':
      return decideResume(state, command, sender)
    case 'CallTicket':
      return decideCallTicket(state, command, sender, at)
    case 'AskDocument':
      return decideAskDocument(state, command, sender)
    case 'Transfer':
      return decideTransfer(state, command, sender)
    case 'Undo':
      return decideUndo(state, command, sender, at)
    case 'TakeOver':
      return decideTakeOver(state, command, sender)
    case 'AcceptLate':
      return decideAcceptLate(state, command, sender)
    case 'GrantPriority':
      return decideGrantPriority(state, command, sender)
    case 'Reassign':
      return decideReassign(state, command, sender, at)
    case 'CancelTicket':
      return decideCancelTicket(state, command, sender)
    case 'SetHelps':
      return decideSetHelps(state, command)
    case 'SettleInvitation':
      return decideSettleInvitation(state, command)
    case 'StartOutage':
      return decideStartOutage(state, command)
    case 'EndOutage':
      return decideEndOutage(state)
    case 'Refresh':
      return decideMinute(state, at)
    case 'ReportSound':
      return decideReportSound(state, command, sender)
    case 'Announce':
      return take([{ type: 'Announced', words: command.words }])
    case 'EndAnnouncement':
      return take(state.announcement === null ? [] : [{ type: 'AnnouncementEnded' }])
    case 'TrustClock':
      return take([{ type: 'ClockTrusted' }])
    case 'ConfirmPaper':
      return decideConfirmPaper(state, command, sender)
    case 'ReportSlip':
      return decideReportSlip(state, command, sender)
    case 'ReportDevice':
      return decideReportDevice(state, command, sender)
    case 'Record':
      return take([command.fact])
    default:
      return refuse('not-permitted')
  }
}

/** A minute has passed: who was asked and is silent gets the number, and likely calls are worked out anew. */
const decideMinute = (state: State, at: number): Decision => {
  const given = silentNumbers(state, at)
  return given.length > 0 ? take(given) : decideRefresh(state, at)
}

/** Calling twice, or ending a call that is over, is taken and records nothing. */
const decideStaffCall = (state: State, kiosk: string, called: boolean): Decision => {
  if (!state.office?.kiosks.some(({ place }) => place === kiosk)) return refuse('unknown-place')
  const already = (state.kiosks[kiosk]?.staffCalledAt ?? null) !== null
  if (already === called) return take([])
  return take([{ type: called ? 'StaffCalled' : 'StaffCallEnded', kiosk }])
}

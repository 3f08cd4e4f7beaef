import type { DayStamp, TicketId } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import { drawsOf } from '../generate/draws.ts'
import type { ActNow, Mishaps } from '../live-days.ts'
import { AT_KIOSK } from '../rules-desk.ts'

/** How often things go another way, as shares. All assumed: enough of each that a month shows it. */
const SHARE = {
  recalled: 0.08,
  absent: 0.02,
  callUndone: 0.004,
  absenceUndone: 0.1,
  finishUndone: 0.004,
  documentAsked: 0.05,
  lateAccepted: 0.1,
  priorityGranted: 0.008,
  paperUncertain: 0.003,
  paperAgain: 0.01,
  troubleOfDay: 0.15,
}
/** People a day whose code is in no list, who hold the payment code, or come to the wrong office. */
const STRANGERS = 5
const [FIRST_MIN, LAST_MIN] = [430, 870]
const TROUBLE_MIN = 6

const AT_PRINTER: Sender = { role: 'printer', device: 'printer', place: '1', staff: null }
const STRANGE = ['unknown', 'unknown', 'billing-code', 'other-office'] as const

/** What befalls an office day by day under a seed; the same seed gives the same mishaps. */
export const seedMishaps = (office: Office, seed: number): Mishaps => {
  const { reasons } = office
  const oneOf = (list: readonly { id: string }[], share: number): string =>
    list[Math.floor(share * list.length)]?.id ?? ''
  const tries = new Map<string, number>()
  /** Chances of one moment in the life of a ticket; the second time at the same place is another moment. */
  const chanceOf = (ticketId: TicketId, where: string) => {
    const name = `${ticketId} ${where}`
    const times = (tries.get(name) ?? 0) + 1
    tries.set(name, times)
    return drawsOf(seed, 'mishap', name, times)
  }

  const printed = (ticketId: TicketId, paper: number, uncertain: boolean, act: ActNow): void => {
    act({ type: 'ReportSlip', slipId: `${ticketId}/${paper}`, status: uncertain ? 'uncertain' : 'printed' }, AT_PRINTER)
    if (uncertain) act({ type: 'ReportSlip', slipId: `${ticketId}/${paper + 1}`, status: 'printed' }, AT_PRINTER)
  }

  return {
    arrived(ticketId, act) {
      const draws = chanceOf(ticketId, 'arrived')
      const isUncertain = draws.chance(SHARE.paperUncertain)
      printed(ticketId, 1, isUncertain, act)
      if (draws.chance(SHARE.paperAgain)) {
        act({ type: 'Reprint', ticketId }, AT_KIOSK)
        printed(ticketId, isUncertain ? 3 : 2, false, act)
      }
      const reason = oneOf(reasons.override, draws.uniform(0, 1))
      const at: Sender = { role: 'counter', device: 'counter', place: '1', staff: '01' }
      if (draws.chance(SHARE.lateAccepted)) act({ type: 'AcceptLate', ticketId, reason }, at, 'nothing-to-override')
      if (draws.chance(SHARE.priorityGranted))
        act({ type: 'GrantPriority', ticketId, reason }, at, 'nothing-to-override')
    },
    called(ticketId, at, act) {
      const draws = chanceOf(ticketId, 'called')
      if (draws.chance(SHARE.callUndone)) {
        act({ type: 'Undo', ticketId }, at)
        act({ type: 'CallNext' }, at)
      }
      const isAbsent = draws.chance(SHARE.absent)
      if (isAbsent || draws.chance(SHARE.recalled)) act({ type: 'Recall', ticketId }, at)
      if (!isAbsent) return true
      act({ type: 'NoShow', ticketId }, at)
      if (!draws.chance(SHARE.absenceUndone)) return false
      act({ type: 'Undo', ticketId }, at)
      return true
    },
    ending(ticketId, at, act) {
      const draws = chanceOf(ticketId, 'ending')
      if (draws.chance(SHARE.documentAsked))
        act({ type: 'AskDocument', ticketId, document: oneOf(reasons.extraDocument, draws.uniform(0, 1)) }, at)
    },
    ended(ticketId, outcome, at, act) {
      if (!chanceOf(ticketId, 'ended').chance(SHARE.finishUndone)) return
      act({ type: 'Undo', ticketId }, at)
      act({ type: 'Finish', ticketId, outcome }, at)
    },
    besides(date) {
      tries.clear()
      const draws = drawsOf(seed, 'besides', date)
      const strangers = Array.from({ length: draws.poisson(STRANGERS) }, (_, k) => ({
        min: draws.uniform(FIRST_MIN, LAST_MIN),
        happens: (act: ActNow) => comeStrange(draws.uniform(0, 1), date, k, act),
      }))
      if (!draws.chance(SHARE.troubleOfDay)) return strangers
      const min = draws.uniform(FIRST_MIN, LAST_MIN)
      return [
        ...strangers,
        { min, happens: (act) => void act({ type: 'ReportDevice', status: 'no-paper' }, AT_PRINTER) },
        { min: min + TROUBLE_MIN, happens: (act) => void act({ type: 'ReportDevice', status: 'ready' }, AT_PRINTER) },
      ]
    },
  }
}

const comeStrange = (share: number, date: DayStamp, k: number, act: ActNow): void => {
  const status = STRANGE[Math.floor(share * STRANGE.length)] ?? 'unknown'
  const key = `${date}x${String(k).padStart(11, '0')}`
  act({ type: 'CheckIn', presented: status === 'unknown' ? { status: 'code', key } : { status } }, AT_KIOSK)
}

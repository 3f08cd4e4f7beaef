import type { Verdict } from '../protocol/answers.ts'
import { isStopped } from '../protocol/commands.ts'
import type { Refusal } from '../protocol/refusals.ts'
import { ANSWER_TIMEOUT_MS } from '../protocol/socket.ts'
import type { KioskView, Visit } from '../protocol/views.ts'
import type { Seen } from '../ui/seen.ts'
import { checklistFace, fullFace, walkInFace } from './choose-walk-in.ts'
import { type Local, wipe } from './local.ts'
import {
  type Face,
  idleFace,
  isIdle,
  type Screen,
  TIMEOUT_SEC,
  type Ticket,
  type Timeout,
  warningOf,
} from './screen.ts'

/** A paper that is not out by then is in trouble, ms. */
export const PAPER_MS = 8_000
/** On a fresh page a visit older than this belongs to somebody who left, ms. */
export const FRESH_VISIT_MS = 20_000

const TICKET_NAMES = {
  early: 'early',
  'on-time': 'ticket',
  'late-grace': 'ticket-grace',
  late: 'late',
  'walk-in': 'walk-in-ticket',
  'already-in': 'already-in',
} as const
const isTicketVerdict = (verdict: Verdict): verdict is keyof typeof TICKET_NAMES => verdict in TICKET_NAMES

/** The paper of a visit: fine, on its way, or in trouble. Somebody who is already in is owed none until they ask. */
const paperOf = (visit: Visit, ticket: Ticket, view: KioskView, local: Local, now: number) => {
  const askedAt = local.reprintAt ?? (visit.verdict === 'already-in' ? null : visit.at)
  if (askedAt === null || ticket.paper === 'printed' || ticket.paper === 'unproven') return 'fine'
  if (ticket.paper === 'failed' || ticket.paper === 'uncertain') return 'trouble'
  // A hot head goes on by itself, and a paper that comes out elsewhere does not care how this printer is.
  if (ticket.paperAt === null && view.printer === 'hot') return 'printing'
  const stopped = ticket.paperAt === null && isStopped(view.printer)
  if (stopped || now - askedAt >= PAPER_MS) return 'trouble'
  return local.reprintAt === null ? 'fine' : 'printing'
}

const visitFace = (visit: Visit, view: KioskView, local: Local, now: number): Face => {
  const { verdict, ticket } = visit
  if (isTicketVerdict(verdict)) {
    if (ticket === null) return { name: 'unknown' }
    const paper = paperOf(visit, ticket, view, local, now)
    if (paper === 'trouble') return { name: 'printer-trouble', ticket, printer: view.printer }
    if (paper === 'printing') return { name: 'printing', ticket, isHot: view.printer === 'hot' }
    return { name: TICKET_NAMES[verdict], ticket }
  }
  const { visitId, booked } = visit
  switch (verdict) {
    case 'too-late':
      return { name: 'too-late', visitId, booked }
    case 'wrong-day':
      return { name: 'wrong-day', booked }
    case 'checklist':
      return checklistFace(visit.documents, local)
    case 'window-needed':
      if (local.stated !== null) return checklistFace(visit.documents, local)
      return { name: 'scan-only-window', visitId, windows: view.windows, page: local.page }
    case 'closed':
      return { name: 'no-numbers', hours: view.hours }
    default:
      return { name: verdict }
  }
}

/** Verdicts that offer a number, which is not taken yet. */
const OFFERS: readonly Verdict[] = ['too-late', 'window-needed', 'checklist']

/** What was asked shows in the view: another visit, or the one offered is no longer only offered. */
const isAnswered = (asking: NonNullable<Local['asking']>, visit: Visit | null): boolean => {
  if (asking.what === 'check-in') return (visit?.visitId ?? null) !== asking.before
  if (asking.what === 'take') return visit?.visitId !== asking.visitId || !OFFERS.includes(visit.verdict)
  return visit?.visitId !== asking.visitId
}

/** The visit that this kiosk owes its visitor a screen for. */
const shownVisit = (view: KioskView, local: Local): Visit | null => {
  const { visit } = view
  if (visit === null || visit.visitId === local.dismissed) return null
  return visit.at < (local.joinedAt ?? view.at) - FRESH_VISIT_MS ? null : visit
}

/** A face and the instant from which its time runs. */
type Since = { face: Face; since: number }

const askedFace = (asking: NonNullable<Local['asking']>, visit: Visit | null, now: number): Face => {
  if (now - asking.at >= ANSWER_TIMEOUT_MS) return { name: 'no-answer' }
  if (asking.what === 'reprint' && visit?.ticket) return { name: 'printing', ticket: visit.ticket, isHot: false }
  return { name: 'reading' }
}

/** A number without an appointment may be gone between the offer and the choice; the office knows. */
const refusedFace = (view: KioskView, refusal: Refusal): Face =>
  refusal.code === 'lane-full' ? fullFace(view, 'full') : { name: 'refused', refusal }

/** The kiosk waits for the next code of the family whose number it gave last. */
const familyFace = ({ visit }: KioskView): Face => {
  const { here = 1, toCome = 0 } = visit?.ticket?.family ?? {}
  return { name: 'family-next', here, toCome }
}

/** What the visitor is in the middle of, apart from a call for staff; null when nobody is there. */
const busyFace = (view: KioskView, local: Local, now: number): Since | null => {
  const visit = shownVisit(view, local)
  const { asking, notice } = local
  if (asking !== null && !isAnswered(asking, view.visit))
    return { face: askedFace(asking, visit, now), since: asking.at }
  if (notice?.why === 'refused') return { face: refusedFace(view, notice.refusal), since: notice.at }
  if (notice !== null) return { face: { name: notice.why }, since: notice.at }
  if (visit !== null)
    return { face: visitFace(visit, view, local, now), since: Math.max(visit.at, local.reprintAt ?? 0) }
  if (local.typing !== null)
    return { face: { name: 'keypad', code: local.typing, length: view.codeLength }, since: local.touchedAt }
  if (local.cameraAt !== null) return { face: { name: 'camera', state: local.cameraState }, since: local.cameraAt }
  if (local.walkIn !== null) return { face: walkInFace(view, local.walkIn, local, now), since: local.walkIn.at }
  if (local.familyAt !== null) return { face: familyFace(view), since: local.familyAt }
  return null
}

/** The screen of a number that was given here: without a line it outranks whatever else was tried. */
const numberInSight = (view: KioskView, local: Local, now: number): Since | null => {
  const visit = shownVisit(view, local)
  if (visit === null || visit.ticket === null) return null
  return { face: visitFace(visit, view, local, now), since: Math.max(visit.at, local.reprintAt ?? 0) }
}

const staffFace = (view: KioskView, local: Local, behind: Since | null): Since | null => {
  const since = view.staffCalledAt
  if (since === null || since === local.staffSeen || local.joinedAt === null) return null
  const number = behind && 'ticket' in behind.face ? behind.face.ticket.number : null
  return { face: { name: 'staff-called', number, behind: behind !== null }, since }
}

const timed = ({ face, since }: Since, local: Local, now: number): { screen: Face; timeout: Timeout | null } => {
  const sec = TIMEOUT_SEC[face.name]
  const untouched = isIdle(face) && local.lang === 'id' && local.modes.length === 0
  if (sec === undefined || untouched) return { screen: face, timeout: null }
  const totalMs = sec * 1000
  const leftMs = Math.min(totalMs, totalMs - (now - Math.max(since, local.touchedAt)))
  return { screen: face, timeout: { totalMs, leftMs, warning: warningOf(face) } }
}

/**
 * The one place where a kiosk's screen is chosen: from what the office says (`seen`), what only the kiosk knows
 * (`local`) and the server's time (`now`, epoch ms, null before the first view). Pure. A number stays in sight when the
 * line breaks; everything else gives way to `offline`, because nothing can be asked then.
 */
export const chooseScreen = (seen: Seen<KioskView>, local: Local, now: number | null): Screen => {
  const still = (face: Face): Screen => ({ ...face, timeout: null, expired: null })
  if (seen.status === 'connecting') return still({ name: 'loading' })
  if (seen.status === 'not-paired' || seen.status === 'ended') return still({ name: 'not-paired' })

  const { view } = seen
  const at = now ?? view.at
  const busy = busyFace(view, local, at)
  const chosen =
    seen.status === 'stale'
      ? (numberInSight(view, local, at) ?? {
          face: { name: 'offline', lostAt: seen.lostAt } as const,
          since: seen.lostAt,
        })
      : (staffFace(view, local, busy) ?? busy ?? { face: idleFace(view, local.hasCamera), since: 0 })
  const { screen, timeout } = timed(chosen, local, at)
  if (timeout === null || timeout.leftMs > 0) return { ...screen, timeout, expired: null }
  if ('silence' in screen) return { ...screen, timeout, expired: 'question' }
  return { ...chooseScreen(seen, wipe(local, view), now), expired: 'visit' }
}

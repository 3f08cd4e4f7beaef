import type { Verdict } from '../protocol/answers.ts'
import type { Refusal } from '../protocol/refusals.ts'
import { ANSWER_TIMEOUT_MS } from '../protocol/socket.ts'
import type { KioskView, Visit } from '../protocol/views.ts'
import type { Seen } from '../ui/seen.ts'
import { type Local, wipe } from './local.ts'

/** A ticket as this kiosk shows it. */
export type Ticket = NonNullable<Visit['ticket']>
/** When a booking is for. */
export type Booked = NonNullable<Visit['booked']>

/** The time left on a screen. `warning`: how its last ten seconds are announced. */
export type Timeout = { totalMs: number; leftMs: number; warning: 'dialog' | 'inline' | 'silent' }

type Plain = object
type WithTicket = { ticket: Ticket }

/** What each screen needs to know, by its name. */
type Faces = {
  loading: Plain
  'not-paired': Plain
  offline: { lostAt: number }
  closed: Plain
  start: Plain
  keypad: { code: string; length: number | null }
  reading: Plain
  'no-answer': Plain
  unreadable: Plain
  refused: { refusal: Refusal }
  ticket: WithTicket
  'ticket-grace': WithTicket
  early: WithTicket
  late: WithTicket
  'walk-in-ticket': WithTicket
  'already-in': WithTicket
  printing: WithTicket
  'printer-trouble': WithTicket
  'reprint-limit': Plain
  'too-late': { visitId: string; booked: Booked | null }
  'wrong-day': { booked: Booked | null }
  cancelled: Plain
  unpaid: Plain
  unknown: Plain
  'billing-code': Plain
  ended: Plain
  'staff-called': { number: string | null; behind: boolean }
}
type Face = { [N in keyof Faces]: { name: N } & Faces[N] }[keyof Faces]

/** Everything a visitor can meet at a kiosk. `expired`: the last visitor's time is over and must be wiped now. */
export type Screen = Face & { timeout: Timeout | null; expired: boolean }
/** The name of a screen; the words of screens.md section 7. */
export type ScreenName = Screen['name']
/** The screen of one name. */
export type ScreenOf<N extends ScreenName> = Extract<Screen, { name: N }>

/** How long each screen waits for a touch, s (screens.md section 7). A screen without one stays. */
export const TIMEOUT_SEC: Partial<Record<ScreenName, number>> = {
  keypad: 45,
  ticket: 20,
  'ticket-grace': 20,
  early: 20,
  late: 20,
  'walk-in-ticket': 20,
  'already-in': 20,
  'too-late': 40,
  'reprint-limit': 40,
  'wrong-day': 40,
  cancelled: 30,
  unpaid: 30,
  unknown: 30,
  'billing-code': 30,
  ended: 30,
  refused: 30,
  unreadable: 30,
  'no-answer': 30,
  printing: 60,
  'printer-trouble': 60,
  'staff-called': 90,
  start: 30,
  closed: 30,
}

/** The last seconds of a time-out are announced, ms. */
export const WARNING_MS = 10_000
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

const isIdle = (face: Face): boolean => face.name === 'start' || face.name === 'closed'

/** Screens that show a number keep it in sight to the end; an idle screen only forgets its modes. */
const warningOf = (face: Face): Timeout['warning'] => (isIdle(face) ? 'silent' : 'ticket' in face ? 'inline' : 'dialog')

const PAPER_STOPPED: readonly KioskView['printer'][] = ['no-paper', 'cover-open', 'offline', 'fault']

/** The paper of a visit: fine, on its way, or in trouble. Somebody who is already in is owed none until they ask. */
const paperOf = (visit: Visit, ticket: Ticket, view: KioskView, local: Local, now: number) => {
  const askedAt = local.reprintAt ?? (visit.verdict === 'already-in' ? null : visit.at)
  if (askedAt === null || ticket.paper === 'printed') return 'fine'
  if (ticket.paper === 'failed' || ticket.paper === 'uncertain') return 'trouble'
  if (PAPER_STOPPED.includes(view.printer) || now - askedAt >= PAPER_MS) return 'trouble'
  return local.reprintAt === null ? 'fine' : 'printing'
}

const visitFace = (visit: Visit, view: KioskView, local: Local, now: number): Face => {
  const { verdict, ticket } = visit
  if (isTicketVerdict(verdict)) {
    if (ticket === null) return { name: 'unknown' }
    const paper = paperOf(visit, ticket, view, local, now)
    if (paper === 'trouble') return { name: 'printer-trouble', ticket }
    return { name: paper === 'printing' ? 'printing' : TICKET_NAMES[verdict], ticket }
  }
  if (verdict === 'too-late') return { name: 'too-late', visitId: visit.visitId, booked: visit.booked }
  if (verdict === 'wrong-day') return { name: 'wrong-day', booked: visit.booked }
  return { name: verdict }
}

/** What was asked shows in the view: another visit, or the one offered is no longer only offered. */
const isAnswered = (asking: NonNullable<Local['asking']>, visit: Visit | null): boolean => {
  if (asking.what === 'check-in') return (visit?.visitId ?? null) !== asking.before
  if (asking.what === 'take') return visit?.visitId !== asking.visitId || visit.verdict !== 'too-late'
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
  if (asking.what === 'reprint' && visit?.ticket) return { name: 'printing', ticket: visit.ticket }
  return { name: 'reading' }
}

/** What the visitor is in the middle of, apart from a call for staff; null when nobody is there. */
const busyFace = (view: KioskView, local: Local, now: number): Since | null => {
  const visit = shownVisit(view, local)
  const { asking, notice } = local
  if (asking !== null && !isAnswered(asking, view.visit))
    return { face: askedFace(asking, visit, now), since: asking.at }
  if (notice?.why === 'refused') return { face: { name: 'refused', refusal: notice.refusal }, since: notice.at }
  if (notice !== null) return { face: { name: notice.why }, since: notice.at }
  if (visit !== null)
    return { face: visitFace(visit, view, local, now), since: Math.max(visit.at, local.reprintAt ?? 0) }
  if (local.typing !== null)
    return { face: { name: 'keypad', code: local.typing, length: view.codeLength }, since: local.touchedAt }
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
  const still = (face: Face): Screen => ({ ...face, timeout: null, expired: false })
  if (seen.status === 'connecting') return still({ name: 'loading' })
  if (seen.status === 'not-paired' || seen.status === 'ended') return still({ name: 'not-paired' })

  const { view } = seen
  const at = now ?? view.at
  const busy = busyFace(view, local, at)
  const idle: Face = view.day === null ? { name: 'closed' } : { name: 'start' }
  const chosen =
    seen.status === 'stale'
      ? (numberInSight(view, local, at) ?? { face: { name: 'offline', lostAt: seen.lostAt } as const, since: at })
      : (staffFace(view, local, busy) ?? busy ?? { face: idle, since: 0 })
  const { screen, timeout } = timed(chosen, local, at)
  if (timeout === null || timeout.leftMs > 0) return { ...screen, timeout, expired: false }
  return { ...chooseScreen(seen, wipe(local, view), now), expired: true }
}

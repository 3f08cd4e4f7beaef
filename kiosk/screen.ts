import type { OutageScope } from '../protocol/commands.ts'
import type { HoursFace } from '../protocol/faces.ts'
import type { Instant, Slug, Window, Words } from '../protocol/ids.ts'
import type { Refusal } from '../protocol/refusals.ts'
import type { KioskView, Visit } from '../protocol/views.ts'
import type { CameraState } from './camera/camera-state.ts'
import type { Deed } from './deeds.ts'

/** A ticket as this kiosk shows it. */
export type Ticket = NonNullable<Visit['ticket']>
/** When a booking is for. */
export type Booked = NonNullable<Visit['booked']>

/** The time left on a screen. `warning`: how its last ten seconds are announced. */
export type Timeout = { totalMs: number; leftMs: number; warning: 'dialog' | 'inline' | 'silent' }

/**
 * A service that may be had without an appointment. `open`: this kiosk gives a number; `staff`: the desk does; `full`: none
 * left today; `closed`: none at this hour.
 */
export type WalkInRow = KioskView['walkIn'][number] & { status: 'open' | 'staff' | 'full' | 'closed' }

type Plain = object
type WithTicket = { ticket: Ticket }
/** `walkIn`: numbers without an appointment may be had here, or at the desk. `camera`: this kiosk has one. */
type Open = { walkIn: boolean; camera: boolean }
/** A question that counts as answered when nobody does: with `silence`. */
type Question = { silence: Deed }

/** What each screen needs to know, by its name. */
type Faces = {
  loading: Plain
  'not-paired': Plain
  offline: { lostAt: Instant }
  closed: { hours: HoursFace }
  start: Open
  /** The counters are on a break until `resumesAt`; numbers are given all the same. */
  break: Open & { resumesAt: Instant | null }
  outage: Open & { scope: OutageScope }
  keypad: { code: string; length: number | null }
  camera: { state: CameraState }
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
  /** Its head cools down first where `isHot`. */
  printing: WithTicket & { isHot: boolean }
  /** With how the printer is, so that whoever comes to help knows. */
  'printer-trouble': WithTicket & { printer: KioskView['printer'] }
  'reprint-limit': Plain
  'too-late': { visitId: string; booked: Booked | null }
  'wrong-day': { booked: Booked | null }
  'wrong-office': Plain
  moved: Plain
  cancelled: Plain
  unpaid: Plain
  unknown: Plain
  'billing-code': Plain
  ended: Plain
  /** A code was presented while no numbers are given. */
  'no-numbers': { hours: HoursFace }
  'scan-only-window': { visitId: string; windows: readonly Window[]; page: number }
  /** The originals, before the number is given; silence takes it. */
  checklist: Question & { documents: readonly Words[] }
  /** The visitor lacks one of them. */
  'checklist-missing': Question & { documents: readonly Words[] }
  'family-next': { here: number; toCome: number }
  'walk-in-choose': { rows: readonly WalkInRow[]; page: number }
  'walk-in-full': { why: 'full' | 'closed'; fromAt: Instant | null; untilAt: Instant | null }
  'priority-ask': Question
  'walk-in-reason': Question & { reasons: readonly { id: Slug; name: Words }[]; page: number }
  'staff-called': { number: string | null; behind: boolean }
}

/** A screen without its time. */
export type Face = { [N in keyof Faces]: { name: N } & Faces[N] }[keyof Faces]

/**
 * Everything a visitor can meet at a kiosk. `expired`: the time is over. `visit`: the last visitor's, to be wiped now;
 * `question`: nobody answered, and the screen's `silence` counts.
 */
export type Screen = Face & { timeout: Timeout | null; expired: 'visit' | 'question' | null }
/** The name of a screen; the words of screens.md section 7. */
export type ScreenName = Screen['name']
/** The screen of one name. */
export type ScreenOf<N extends ScreenName> = Extract<Screen, { name: N }>

/** How long each screen waits for a touch, s (screens.md section 7). A screen without one stays. */
export const TIMEOUT_SEC: Partial<Record<ScreenName, number>> = {
  keypad: 45,
  camera: 40,
  checklist: 60,
  'checklist-missing': 45,
  ticket: 20,
  'ticket-grace': 20,
  early: 20,
  late: 20,
  'walk-in-ticket': 20,
  'already-in': 20,
  'too-late': 40,
  'reprint-limit': 40,
  'wrong-day': 40,
  'wrong-office': 40,
  moved: 40,
  cancelled: 30,
  unpaid: 30,
  unknown: 30,
  'billing-code': 30,
  ended: 30,
  'no-numbers': 30,
  'scan-only-window': 40,
  'family-next': 25,
  'walk-in-choose': 45,
  'walk-in-full': 30,
  'priority-ask': 30,
  'walk-in-reason': 30,
  refused: 30,
  unreadable: 30,
  'no-answer': 30,
  printing: 60,
  'printer-trouble': 60,
  'staff-called': 90,
  start: 30,
  break: 30,
  outage: 30,
  closed: 30,
  offline: 30,
}

/** The last seconds of a time-out are announced, ms. */
export const WARNING_MS = 10_000

const IDLE: readonly ScreenName[] = ['start', 'break', 'outage', 'closed', 'offline']

/** Whether nobody is being served: such a screen only forgets language and modes. */
export const isIdle = ({ name }: Face): boolean => IDLE.includes(name)

/** Whether a typed character opens the keypad here. */
export const opensKeypad = (face: Face): boolean => isIdle(face) && face.name !== 'closed' && face.name !== 'offline'

/** Screens that show a number or ask something keep it in sight to the end. */
export const warningOf = (face: Face): Timeout['warning'] =>
  isIdle(face) ? 'silent' : 'ticket' in face || 'silence' in face ? 'inline' : 'dialog'

/** What a kiosk shows that nobody uses. */
export const idleFace = (view: KioskView, camera: boolean): Face => {
  const { day, givesNumbers, hours, outage } = view
  const walkIn = view.walkIn.length > 0
  if (day === null || !givesNumbers) return { name: 'closed', hours }
  if (outage !== null) return { name: 'outage', scope: outage.scope, walkIn, camera }
  return hours.status === 'break'
    ? { name: 'break', resumesAt: hours.nextAt, walkIn, camera }
    : { name: 'start', walkIn, camera }
}

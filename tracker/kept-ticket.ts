import { Instant } from '../protocol/ids.ts'
import { TrackerView } from '../protocol/views.ts'
import { calendarDay } from '../ui/time.ts'

/** Every kept ticket stands under this and its token. */
const PREFIX = 'antrean-ticket-'

/** What was last known of a ticket, as it was written: `knownAt` by the server's clock, `savedAt` by the phone's (epoch ms). */
type Written = { view: unknown; knownAt: unknown; savedAt: unknown }
const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && 'view' in value && 'knownAt' in value && 'savedAt' in value

/** A ticket from this phone, for a page without a line: as of `lostAt`, read at `at` (both the server's clock, epoch ms). */
export type KeptTicket = { view: TrackerView; lostAt: number; at: number }

/** Whether the day of a ticket is over at `now` (epoch ms): nobody is called with it any more. */
export const isOver = ({ day, office }: Pick<TrackerView, 'day' | 'office'>, now: number): boolean =>
  day !== null && calendarDay(now, office.zone) > day

/** Reads what was kept; null when it does not parse or its day is over. A phone whose clock went back makes nothing younger. */
export const parseKept = (text: string | null, phoneNow: number): KeptTicket | null => {
  if (text === null) return null
  let written: unknown
  try {
    written = JSON.parse(text)
  } catch {
    return null
  }
  if (!isWritten(written)) return null
  const view = TrackerView.safeParse(written.view).data
  const lostAt = Instant.safeParse(written.knownAt).data
  const savedAt = Instant.safeParse(written.savedAt).data
  if (view === undefined || lostAt === undefined || savedAt === undefined) return null
  const at = lostAt + Math.max(0, phoneNow - savedAt)
  return isOver(view, at) ? null : { view, lostAt, at }
}

/** The phone's own store; null where it keeps nothing (a private window). */
const openStore = (): Storage | null => {
  try {
    return localStorage
  } catch {
    return null
  }
}

/** Keeps what the page shows of a ticket, as known at `knownAt` (the server's clock, epoch ms): a number, nobody's name. */
export const keepTicket = (token: string, view: TrackerView, knownAt: number): void => {
  try {
    openStore()?.setItem(PREFIX + token, JSON.stringify({ view, knownAt, savedAt: Date.now() }))
  } catch {
    // A full store: the page works without.
  }
}

/** Forgets a ticket that ended. */
export const forgetTicket = (token: string): void => openStore()?.removeItem(PREFIX + token)

/** What this phone kept of a ticket, null when nothing. Tickets of days that are over are forgotten on the way. */
export const readTicket = (token: string): KeptTicket | null => {
  const store = openStore()
  if (store === null) return null
  const keys = Array.from({ length: store.length }, (_, i) => store.key(i) ?? '')
  for (const key of keys)
    if (key.startsWith(PREFIX) && parseKept(store.getItem(key), Date.now()) === null) store.removeItem(key)
  return parseKept(store.getItem(PREFIX + token), Date.now())
}

import type { Instant } from '../../../protocol/ids.ts'
import type { Office } from '../../../protocol/office.ts'
import type { Turn } from '../arrival.ts'
import type { Booking } from '../events.ts'
import { MINUTE, type State } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { everyTicket, ticketIdOf } from '../tickets.ts'
import { isBeyond, type Limit, newVisitor, turnOf, windowsFor } from './newcomer.ts'
import type { Past } from './past.ts'
import type { Visitor } from './visitor.ts'

/** Somebody of a family who is not here so long after the others will not come any more. */
const MISSED_MS = 10 * MINUTE

/** Somebody who is not here yet; `turn`: theirs if they came now. */
type Member = { visitor: Visitor; booking: Booking; windows: Office['windows']; turn: Turn }

/** Who comes together: one account's bookings that are not here yet. */
export type Party = {
  members: readonly Member[]
  /** How likely they come so that it matters. */
  share: number
  /** The offsets that matter: places `[from, until)` in the list. */
  from: number
  until: number
  /** Their family was here a moment ago: they come within the minute. */
  soon: boolean
  /** The turn of the family that waits, where they join it; null: their own. */
  joined: number | null
}

/**
 * The bookings that may still come and matter for somebody's limit, those of one account together. The day is read once, and not
 * for every limit.
 */
export const partiesFrom = (
  state: State,
  office: Office,
  past: Past,
  at: Instant,
): ((limit: Limit) => readonly Party[]) => {
  const here = new Map<string, Ticket>()
  for (const ticket of everyTicket(state.tickets)) if (ticket.party !== null) here.set(ticket.party, ticket)
  const groups = new Map<string, Member[]>()
  let order = state.checkIns
  for (const booking of Object.values(state.bookings)) {
    if (booking.day !== state.day?.day || booking.status !== 'booked') continue
    if (ticketIdOf(state.tickets, booking.key) !== undefined) continue
    order += 1
    const visitor = newVisitor(office, booking, order)
    if (visitor === null) continue
    const windows = windowsFor(office, booking.service, booking.priority, false)
    const tie = office.windows.ties === 'booking' ? (booking.bookingNo ?? order) : order
    const id = booking.party ?? booking.key
    const group = groups.get(id) ?? []
    const party = booking.party ?? null
    group.push({ visitor: { ...visitor, tie, party }, booking, windows, turn: turnOf(booking, windows, at) })
    groups.set(id, group)
  }
  return (limit) =>
    [...groups].flatMap(([id, all]): Party[] => {
      // A turn never gets better by coming later, so whoever would be too late now never matters.
      const members = all.filter(({ turn }) => !isBeyond(limit, turn, at, at))
      if (members.length === 0) return []
      const family = here.get(id)
      if (family === undefined) return partyOf(past, members, at, limit)
      if (at - family.checkedInAt > MISSED_MS) return []
      const joined = office.families.together && family.standing.status === 'waiting' ? family.turnAt - at : null
      return [{ members, share: past.comes, from: 0, until: 0, soon: true, joined }]
    })
}

const partyOf = (past: Past, members: Party['members'], at: Instant, limit: Limit): Party[] => {
  const { offsets, comes } = past
  const [first] = members
  if (first === undefined) return []
  const { booking, windows } = first
  const { startAt } = booking.window
  const from = firstPlace(offsets, (offset) => startAt + offset > at)
  const until = firstPlace(offsets, (offset) => {
    const arrivesAt = Math.max(at, startAt + offset)
    return isBeyond(limit, turnOf(booking, windows, arrivesAt), arrivesAt, at)
  })
  const still = (comes * (offsets.length - from)) / offsets.length
  const share = until <= from ? 0 : (comes * (until - from)) / offsets.length / (still + 1 - comes)
  return share === 0 ? [] : [{ members, share, from, until, soon: false, joined: null }]
}

/** The first place of an ascending list at which something holds that then holds for all after it. */
const firstPlace = (list: readonly number[], holds: (value: number) => boolean): number => {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(list[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}

import type { Instant, Slug } from '../../protocol/ids.ts'
import type { Turn } from './arrival.ts'
import type { Booking } from './events.ts'
import { MINUTE, type State } from './state.ts'
import type { Ticket } from './ticket.ts'
import { queueOf } from './tickets.ts'

/** A turn with what decides between equal ones; `tie` undefined: the check-in number. */
export type FamilyTurn = Turn & { tie: number | undefined }

/**
 * The turn of somebody whose family waits already: `turn`, or the family's where that is better. The family are the members
 * of the party that have the same window and wait at the same first stage, not called yet; it is joined until `joinMin`
 * after its last check-in. One turn key and one tie, so the members' turns follow each other without a gap.
 *
 * What it costs the others: a member is called as if it had come with the first of the family. In the overtaking bound of
 * queue-rules section 2 it counts as having checked in up to `joinMin` earlier for each member before it: with a party of
 * five (domain section 3) the bound grows by at most `4 × joinMin`, and by `joinMin` for the usual two. A member that joins
 * one with priority has priority's bound: nobody is parted from a child or an old person.
 */
export const withFamily = (state: State, booking: Booking, stage: Slug, own: FamilyTurn, at: Instant): FamilyTurn => {
  const families = state.office?.families
  if (!families?.together || booking.party === undefined) return own
  const isMember = ({ party, window, misses }: Ticket): boolean =>
    party === booking.party &&
    misses === 0 &&
    window?.startAt === booking.window.startAt &&
    window.endAt === booking.window.endAt
  const last = queueOf(state.tickets, stage)
    .filter(isMember)
    .reduce<Ticket | null>((found, each) => (found === null || each.order > found.order ? each : found), null)
  if (last === null || at - last.checkedInAt > families.joinMin * MINUTE || own.turnAt < last.turnAt) return own
  const { turnAt, shiftMin, tie } = last
  return { ...own, turnAt, shiftMin, tie }
}

import type { TicketId } from '../../protocol/ids.ts'
import type { Sender } from '../../protocol/roles.ts'
import { counterOfScreen, type SurveyChannel } from '../../protocol/survey.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import { inHandAt } from './dispatch.ts'
import type { EventOf, OfficeEvent } from './events.ts'
import type { Invitation, State } from './state.ts'
import { MINUTE } from './state.ts'

/** How long a counter's second screen shows an invitation: whoever has not begun by then has left. */
export const COUNTER_SHOWS_MS = 3 * MINUTE
/** How many numbers a tablet at the exit offers. */
export const EXIT_SHOWS = 6

/**
 * The invitation that goes with a visit that ends now: every k-th, whatever its outcome, because an office that asked only
 * those it could help would be praised by them. Somebody who has answered or declined is not asked again when the end of
 * the visit was taken back and comes anew.
 */
export const invitationOf = (state: State, { ticketId, counter }: EventOf<'StageFinished'>): OfficeEvent[] => {
  const { on, everyKth } = state.office?.survey ?? { on: false, everyKth: 1 }
  const isDue = on && state.survey.sinceInvited + 1 >= everyKth && state.survey.settled[ticketId] === undefined
  return isDue ? [{ type: 'SurveyInvited', ticketId, counter, everyKth }] : []
}

/** The invitation of a ticket that can be answered still; undefined when there is none. */
export const openInvitation = (state: State, ticketId: TicketId): Invitation | undefined =>
  state.survey.open.find((invitation) => invitation.ticketId === ticketId)

/** Ends an invitation. One that ended the same way already is taken and records nothing. Refused with `not-invited`. */
export const decideSettleInvitation = (state: State, { ticketId, how }: SealedOf<'SettleInvitation'>): Decision => {
  if (openInvitation(state, ticketId) !== undefined) return take([{ type: 'InvitationSettled', ticketId, how }])
  return state.survey.settled[ticketId] === how ? take([]) : refuse('not-invited')
}

/** Through which channel a sender answers; null for one that cannot. */
export const channelOf = ({ role, place }: Sender): SurveyChannel | null => {
  if (role === 'tracker') return 'phone'
  if (role !== 'survey') return null
  return counterOfScreen(place) === null ? 'exit' : 'counter'
}

/** Whether the office asks through a channel now. */
export const asksThrough = ({ office }: State, channel: SurveyChannel): boolean =>
  office?.survey.on === true && office.survey.channels.includes(channel)

/**
 * Whether the sender may speak for this ticket: a phone for its own, a counter's second screen for those invited there, a
 * tablet at the exit for all.
 */
export const speaksFor = (sender: Sender, { ticketId, counter }: Pick<Invitation, 'ticketId' | 'counter'>): boolean => {
  switch (channelOf(sender)) {
    case 'phone':
      return sender.place === ticketId
    case 'counter':
      return counterOfScreen(sender.place) === counter
    case 'exit':
      return true
    default:
      return false
  }
}

/**
 * The invitations that a survey screen shows, newest first: at the exit the last few; at a counter the one of the visit that
 * ended there just now, gone as soon as the counter calls the next.
 */
export const invitationsAt = (state: State, place: string, at: number): readonly Invitation[] => {
  const newest = state.survey.open.toReversed()
  const counter = counterOfScreen(place)
  if (counter === null) return newest.slice(0, EXIT_SHOWS)
  const own = newest.find((invitation) => invitation.counter === counter)
  if (own === undefined || at >= own.at + COUNTER_SHOWS_MS || inHandAt(state, counter) !== undefined) return []
  const lastCall = state.calls.find((call) => call.counter === counter)
  return lastCall !== undefined && lastCall.at > own.at ? [] : [own]
}
